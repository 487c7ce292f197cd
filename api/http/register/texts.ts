// Texts of a survey over HTTP: the list, the word search, and the version for print.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { searchTerms } from '../../domain/surveys/text-search.ts';
import { isAboutReader, type StoredText, statesFor, TEXT_STATES } from '../../domain/surveys/texts.ts';
import { recordEvents } from '../../store/register/record.ts';
import type { TextCursor, TextFilter } from '../../store/surveys/texts.ts';
import { textsHref } from '../../views/register/text-parts.ts';
import {
  filterQuery,
  type SearchResult,
  type ShownText,
  STATE_SLUGS,
  type TextFilters,
  textsPage,
} from '../../views/register/texts.ts';
import { printedTextsPage } from '../../views/register/texts-print.ts';
import { notFound } from './case-answer.ts';
import { deskOf } from './desk.ts';
import { asDesk, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { fieldsIn } from './sign-in.ts';
import { type TextSurvey, textSurvey } from './text-survey.ts';

const PAGE = 25;
/** Maximum number of texts printed at once. */
const MOST_PRINTED = 1000;
const LONGEST_QUERY = 200;

/** The requested filters, as far as they exist and the user may use them. */
export function filtersOf(c: RegisterContext, survey: TextSurvey, query: URLSearchParams): TextFilters {
  const state = statesFor(c.var.person).find(one => STATE_SLUGS[one] === query.get('stavoklis'));
  const question = query.get('jautajums') ?? '';
  const version = Number(query.get('versija') ?? '');
  return {
    state: state ?? 'cleared',
    question: survey.questions.has(question) ? question : undefined,
    version: survey.versions.includes(version) ? version : undefined,
    tag: query.get('birka')?.slice(0, LONGEST_QUERY) || undefined,
  };
}

/** The same for the store: questions whose texts may not be shown are not even counted. */
export const storeFilter = (
  survey: TextSurvey,
  { state, question, version, tag }: TextFilters,
): TextFilter => ({
  survey: survey.id,
  state,
  tag,
  of: survey.of.filter(
    asked => (!question || asked.question === question) && (!version || asked.version === version),
  ),
});

const CURSOR = /^(\d{4}-\d\d)?_([0-9a-f]{32})$/;

export function cursorOf(typed: string | undefined): TextCursor | undefined {
  const [, month = '', id] = CURSOR.exec(typed ?? '') ?? [];
  return id === undefined ? undefined : { month, id };
}

const afterOf = (last: StoredText | undefined): string => (last ? `${last.month}_${last.id}` : '');

/** Texts as this user may see them: uncleared texts that may be about them are left to a colleague. */
export async function shownTo(
  c: RegisterContext,
  texts: readonly StoredText[],
): Promise<readonly ShownText[]> {
  const { surveyTexts } = c.var.deps;
  const { directory } = deskOf(c);
  return (await surveyTexts.reader.open(texts)).map(one => {
    if (one.text === null) return { ...one, kept: 'shut' };
    const isTheirs = one.state !== 'cleared' && isAboutReader(one.text, c.var.person, directory);
    return isTheirs ? { ...one, text: null, kept: 'yours' } : one;
  });
}

async function countsFor(c: RegisterContext, survey: TextSurvey) {
  const released = new Set(survey.of.map(({ version, question }) => `${version} ${question}`));
  const all = (await c.var.deps.surveyTexts.store.counts(survey.id)).filter(({ version, question }) =>
    released.has(`${version} ${question}`),
  );
  const of = (state: string) => all.reduce((sum, one) => sum + (one.state === state ? one.n : 0), 0);
  const seen = statesFor(c.var.person);
  return {
    some: all.length > 0,
    waiting: of('raw'),
    counts: TEXT_STATES.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .filter(state => seen.includes(state))
      .map(state => [state, of(state)] as const),
  };
}

const ORDER = ['cleared', 'raw', 'withheld'];

interface Listed {
  readonly texts: readonly StoredText[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly search: SearchResult | null;
}

/**
 * Results of the word search. The chain records that a search was made and the number of results, but not the
 * words.
 */
async function found(
  c: RegisterContext,
  survey: TextSurvey,
  filters: TextFilters,
  typed: string,
): Promise<Listed> {
  const { surveyTexts, journal, now } = c.var.deps;
  const query = typed.trim().slice(0, LONGEST_QUERY);
  const terms = searchTerms(query);
  const list = { next: null, isFirst: true };
  if (terms.length === 0) return { ...list, texts: [], search: { query, found: null } };
  const { ids, ...result } = await surveyTexts.reader.search(storeFilter(survey, filters), terms);
  const byId = new Map((await surveyTexts.store.byIds(ids)).map(text => [text.id, text]));
  const detail = { survey: survey.id, found: result.count };
  await recordEvents(journal, registerEvent('survey-texts-searched', c.var.person, toInstant(now()), detail));
  return { ...list, texts: ids.flatMap(id => byId.get(id) ?? []), search: { query, found: result } };
}

async function page(c: RegisterContext, survey: TextSurvey, filters: TextFilters): Promise<Listed> {
  const after = cursorOf(c.req.query('pec'));
  const some = await c.var.deps.surveyTexts.store.page(storeFilter(survey, filters), PAGE + 1, after);
  const texts = some.slice(0, PAGE);
  const next =
    some.length > PAGE ? `${textsHref(survey.id)}${filterQuery(filters, afterOf(texts.at(-1)))}` : null;
  return { texts, next, isFirst: after === undefined, search: null };
}

/** Reading texts that are not cleared, or are withheld, is recorded in the chain. */
async function recordList(
  c: RegisterContext,
  { id }: TextSurvey,
  { state }: TextFilters,
  texts: number,
): Promise<void> {
  if (state === 'cleared' || texts === 0) return;
  const { journal, now } = c.var.deps;
  const detail = { survey: id, state, texts };
  await recordEvents(journal, registerEvent('survey-texts-viewed', c.var.person, toInstant(now()), detail));
}

/**
 * The list, or the results of a word search. The words are sent by POST, so that they appear in no address.
 */
export async function textsAnswer(
  c: RegisterContext,
  id: string,
  typed: string | null = null,
): Promise<Response> {
  const survey = await textSurvey(c, id);
  if (!survey) return notFound(c);
  const { surveyTexts } = c.var.deps;
  const filters = filtersOf(c, survey, new URL(c.req.url).searchParams);
  const listed = typed === null ? await page(c, survey, filters) : await found(c, survey, filters, typed);
  if (typed === null) await recordList(c, survey, filters, listed.texts.length);
  const view = {
    survey,
    filters,
    ...(await countsFor(c, survey)),
    mayClear: mayAtDesk(c.var.person, 'surveyClearing'),
    versions: survey.versions,
    tags:
      filters.state === 'cleared'
        ? await surveyTexts.store.tags(storeFilter(survey, { state: 'cleared' }))
        : [],
    ...listed,
    texts: await shownTo(c, listed.texts),
    withheldQuestions: survey.tooFew,
    threshold: survey.threshold,
    most: surveyTexts.reader.most,
    shown: surveyTexts.reader.shown,
  };
  return registerPage(c, textsPage(view));
}

export const searchTexts = async (c: RegisterContext, id: string): Promise<Response> =>
  textsAnswer(c, id, (await fieldsIn(asDesk(c)))['ko'] ?? '');

/** The cleared texts, for print. */
export async function printTexts(c: RegisterContext, id: string): Promise<Response> {
  const survey = await textSurvey(c, id);
  if (!survey) return notFound(c);
  const { surveyTexts, now } = c.var.deps;
  const filters = { ...filtersOf(c, survey, new URL(c.req.url).searchParams), state: 'cleared' as const };
  const some = await surveyTexts.store.page(storeFilter(survey, filters), MOST_PRINTED + 1);
  const texts = await shownTo(c, some.slice(0, MOST_PRINTED));
  const view = { survey, filters, texts, more: some.length > MOST_PRINTED, on: formatDate(rigaDate(now())) };
  return registerPage(c, printedTextsPage(view));
}
