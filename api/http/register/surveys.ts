// The register's surveys: the list, and the results of one as far as the signed-in user may see them (rule
// points 10, 10.2).
import { rigaDate } from '../../../src/calendar/dates.ts';
import {
  isWritten,
  questionsOf,
  type SurveyDefinition,
  surveyState,
} from '../../../src/forms/survey/definition.ts';
import type { RegisterDeps } from '../../deps.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { resultFields } from '../../domain/surveys/fields.ts';
import { comparedWith, overTime } from '../../domain/surveys/over-time.ts';
import { liveResults, type Results, staffResults } from '../../domain/surveys/release.ts';
import type { Participation } from '../../domain/surveys/shown.ts';
import { groupFields } from '../../domain/surveys/split.ts';
import { mayReadTexts } from '../../domain/surveys/texts.ts';
import { isDestroyed } from '../../domain/surveys/versions.ts';
import type { DatedVersion } from '../../store/surveys/counts.ts';
import { surveyHref } from '../../views/register/survey-places.ts';
import { type SurveyLink, surveyResultsPage } from '../../views/register/survey-results.ts';
import { type ListedSurvey, surveysPage } from '../../views/register/surveys.ts';
import { surveysWords as say } from '../../views/register/words-surveys.ts';
import { resultsAddress } from '../../views/surveys/words.ts';
import { leftOf, unanswered } from '../surveys/public-results.ts';
import { notFound } from './case-answer.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

/** All versions of a survey: the content's current one and those with answers, newest first. */
interface Known {
  readonly id: string;
  readonly content: SurveyDefinition | null;
  readonly versions: readonly DatedVersion[];
}

/** A survey that was ever for staff stays restricted to them, whatever the content now defines. */
const isOfStaff = ({ content, versions }: Known): boolean =>
  content?.audience === 'staff' || versions.some(({ audience }) => audience === 'staff');

const newestFirst = (versions: readonly DatedVersion[]): DatedVersion[] =>
  versions.toSorted((a, b) => b.version - a.version);

async function participations({ surveyTokens }: RegisterDeps): Promise<ReadonlyMap<string, Participation>> {
  return new Map((await surveyTokens.counts()).map(({ survey, made, used }) => [survey, { made, used }]));
}

/**
 * Invitations are deleted when the term ends, before the answers are; participation is then unknown, not
 * zero.
 */
function participationOf(
  invited: ReadonlyMap<string, Participation>,
  versions: readonly DatedVersion[],
  id = versions[0]?.survey ?? '',
): Participation | null {
  const wereSome = versions.some(of => of.responses > 0 || isDestroyed(of));
  return invited.get(id) ?? (wereSome ? null : { made: 0, used: 0 });
}

function listed(
  known: Known,
  today: string,
  invited: ReadonlyMap<string, Participation>,
): ListedSurvey | null {
  const { id, content, versions } = known;
  const definition = content ?? versions[0]?.definition;
  if (!definition) return null;
  const ofStaff = isOfStaff(known);
  return {
    id,
    title: definition.title,
    audience: ofStaff ? 'staff' : definition.audience,
    state: content ? surveyState(content, today) : null,
    responses: ofStaff ? null : versions.reduce((sum, { responses }) => sum + responses, 0),
    participation: ofStaff ? participationOf(invited, versions, id) : null,
    destroyed: versions.flatMap(one => one.destroyed ?? []).reduce((sum, { answers }) => sum + answers, 0),
    lastMonth: versions.map(({ lastMonth }) => lastMonth).reduce((a, b) => (a > b ? a : b), ''),
  };
}

/** All surveys: those in the content, then those with answers that are no longer in it. */
export async function surveysAnswer(c: RegisterContext): Promise<Response> {
  const { deps } = c.var;
  const [versions, invited] = await Promise.all([deps.surveyCounts.versions(), participations(deps)]);
  const by = Map.groupBy(versions, ({ survey }) => survey);
  const ids = new Set([...deps.site.surveys.map(({ id }) => id), ...by.keys()]);
  const today = rigaDate(deps.now());
  const surveys = [...ids].flatMap(id => {
    const content = deps.site.surveys.find(survey => survey.id === id) ?? null;
    return listed({ id, content, versions: newestFirst(by.get(id) ?? []) }, today, invited) ?? [];
  });
  return registerPage(c, surveysPage(surveys, [deps.site.figuresCss, deps.site.resultsCss]));
}

async function knownOf({ deps }: RegisterContext['var'], id: string): Promise<Known | null> {
  const content = deps.site.surveys.find(survey => survey.id === id) ?? null;
  const versions = newestFirst(await deps.surveyCounts.versions(id));
  if (!content && versions.length === 0) return null;
  // The current version can be chosen before it has any answers.
  const isAnswered = !content || versions.some(({ version }) => version === content.version);
  return {
    id,
    content,
    versions: isAnswered ? versions : newestFirst([...versions, { ...unanswered(content), lastMonth: '' }]),
  };
}

interface Asked {
  readonly of: DatedVersion;
  readonly by: string | null;
  readonly withoutFlagged: boolean;
}

/** The valid parts of the address; by default the newest version without a split. */
function askedFor(c: RegisterContext, { versions }: Known): Asked {
  const typed = Number(c.req.query('redakcija'));
  const of = versions.find(({ version }) => version === typed) ?? (versions[0] as DatedVersion);
  const groups = groupFields(resultFields(of.definition));
  const by = groups.find(({ name }) => name === c.req.query('grupa'))?.name ?? null;
  return { of, by, withoutFlagged: c.req.query('bez') === 'aizdomigam' };
}

/** The last day of answering: that of the content or of the version, whichever is later. */
const lastDay = ({ content }: Known, { definition }: DatedVersion): string =>
  content && content.closes > definition.closes ? content.closes : definition.closes;

/** For a staff survey: what the release rule permits. */
async function ofStaff(c: RegisterContext, known: Known, { of, by }: Asked): Promise<Results> {
  const { deps } = c.var;
  const whose = { survey: of.survey, version: of.version, withoutFlagged: false };
  const [rows, slices, invited] = await Promise.all([
    deps.surveyCounts.monthly(whose),
    by ? deps.surveyCounts.slices(whose, by) : [],
    participations(deps),
  ]);
  const closes = lastDay(known, of);
  const results = staffResults(
    { ...of, audience: 'staff', definition: { ...of.definition, closes } },
    {
      rows,
      participation: participationOf(invited, [of]),
      isOpen: rigaDate(deps.now()) <= closes,
      split: by ? { by, rows: slices } : null,
    },
  );
  if (!results) throw new Error('a survey of staff has no results of its own');
  return results;
}

/** For destroyed answers with none since: the results that had been released. */
async function destroyed(c: RegisterContext, of: DatedVersion): Promise<Results | null> {
  return isDestroyed(of) && of.responses === 0 ? leftOf(c.var.deps, of) : null;
}

/** For other surveys: everything, over time and compared with other versions. */
async function live(c: RegisterContext, known: Known, { of, by, withoutFlagged }: Asked) {
  const { surveyCounts } = c.var.deps;
  const left = await destroyed(c, of);
  if (left) return { results: left, overTime: null, earlier: new Map() };
  const whoseOf = ({ survey, version }: DatedVersion) => ({ survey, version, withoutFlagged });
  const sumsOf = (version: DatedVersion) => surveyCounts.monthSums(whoseOf(version));
  const others = known.versions.filter(({ version, responses }) => version !== of.version && responses > 0);
  const [rows, slices, sums, earlier] = await Promise.all([
    surveyCounts.whole(whoseOf(of)),
    by ? surveyCounts.slices(whoseOf(of), by) : [],
    sumsOf(of),
    Promise.all(others.toReversed().map(async other => ({ of: other, sums: await sumsOf(other) }))),
  ]);
  const fields = resultFields(of.definition);
  const time = overTime(fields, sums);
  const [from, to] = [time.months[0], time.months.at(-1)];
  const months = from && to ? { from, to } : null;
  const results = liveResults(of, { rows, months, split: by ? { by, rows: slices } : null });
  if (!results) throw new Error('a survey of staff is never shown as it comes');
  return { results, overTime: time, earlier: comparedWith({ definition: of.definition, fields }, earlier) };
}

/** The survey's other pages that this user may open. */
function linksFor(c: RegisterContext, known: Known): SurveyLink[] {
  const { person } = c.var;
  const ofStaff = isOfStaff(known);
  const { content, versions } = known;
  const definition = content ?? versions[0]?.definition;
  if (!definition) return [];
  const audience = ofStaff ? 'staff' : definition.audience;
  const hasTexts = [...versions.map(one => one.definition), definition].some(one =>
    questionsOf(one).some(isWritten),
  );
  const href = surveyHref(known.id);
  return [
    ...(hasTexts && mayReadTexts(person, audience) ? [{ href: `${href}teksti/`, label: say.texts }] : []),
    ...(content && audience === 'public' && mayAtDesk(person, 'surveyEntry')
      ? [{ href: `${href}ievade/`, label: say.entry }]
      : []),
    ...(content && ofStaff && mayAtDesk(person, 'surveyInvitations')
      ? [{ href: `${href}ielugumi/`, label: say.invitations }]
      : []),
    ...(content && !ofStaff && content.results.public
      ? [{ href: resultsAddress(known.id, 'lv'), label: say.publicPage }]
      : []),
  ];
}

/** Results of one survey. */
export async function surveyResultsAnswer(c: RegisterContext): Promise<Response> {
  const known = await knownOf(c.var, c.req.param('id') ?? '');
  if (!known) return notFound(c);
  const asked = askedFor(c, known);
  const isStaff = isOfStaff(known);
  const shown = isStaff
    ? { results: await ofStaff(c, known, asked), overTime: null, earlier: new Map() }
    : await live(c, known, asked);
  const { definition } = asked.of;
  const { site } = c.var.deps;
  return registerPage(
    c,
    surveyResultsPage({
      ...shown,
      css: [site.figuresCss, site.resultsCss],
      sections: new Map(
        definition.sections.flatMap(({ id, title }) => (title ? [[id, title] as const] : [])),
      ),
      pointNames: new Map(site.rulePoints.map(({ id, label }) => [id, label])),
      versions: known.versions.map(({ version, responses }) => ({
        version,
        responses: isStaff ? null : responses,
      })),
      groups: shown.results.withheld ? [] : groupFields(resultFields(definition)),
      by: asked.by,
      withoutFlagged: !isStaff && asked.withoutFlagged,
      links: linksFor(c, known),
    }),
  );
}
