// Clearing texts over HTTP: the next text, a text by its address, and the decisions.
import { messagesIn } from '../../../src/forms/messages.ts';
import { MOST_ERRORS } from '../../../src/forms/named-errors.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { type Passage, suggestedPassages } from '../../domain/surveys/passages.ts';
import {
  CLAIM_MS,
  covered,
  LONGEST_PASSAGES,
  passagesIn,
  type StoredText,
  TEXT_ACTIONS,
  type TextAction,
  type TextRefusal,
  WITHHELD_REASONS,
  type WithheldReason,
} from '../../domain/surveys/texts.ts';
import { recordEvents } from '../../store/register/record.ts';
import { noRightPage } from '../../views/register/no-case.ts';
import {
  type ClearingFault,
  type ClearingView,
  clearingPage,
  queueEndPage,
} from '../../views/register/text-clearing.ts';
import { queueHref, textHref } from '../../views/register/text-parts.ts';
import type { ShownText } from '../../views/register/texts.ts';
import { refusedWords, clearingWords as say } from '../../views/register/words-texts.ts';
import type { PageStatus } from '../reply.ts';
import { notFound } from './case-answer.ts';
import { deskOf } from './desk.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { sentTexts } from './sent-texts.ts';
import { type TextSurvey, textSurvey } from './text-survey.ts';
import { cursorOf, shownTo, storeFilter } from './texts.ts';

/** Texts read at once to find one that is not about the reader. */
const BATCH = 20;

interface Shown {
  readonly survey: TextSurvey;
  readonly one: ShownText;
}

const ID = /^[0-9a-f]{32}$/;

/** The text for the person who clears it; null when it does not exist or may not be shown to anyone. */
export async function findText(c: RegisterContext, survey: string, id: string): Promise<Shown | null> {
  const of = ID.test(id) ? await textSurvey(c, survey) : null;
  const text = of && (await c.var.deps.surveyTexts.store.find(id));
  if (!of || !text || text.survey !== survey) return null;
  if (!of.of.some(({ version, question }) => version === text.version && question === text.question))
    return null;
  const [one] = await shownTo(c, [text]);
  return one ? { survey: of, one } : null;
}

const waiting = (c: RegisterContext, survey: TextSurvey) =>
  c.var.deps.surveyTexts.store.count(storeFilter(survey, { state: 'raw' }));

/** Reading a text that is not cleared, or is withheld, is recorded in the chain. */
async function recordLook(c: RegisterContext, { survey, id, state }: StoredText): Promise<void> {
  const { journal, now } = c.var.deps;
  if (state === 'cleared') return;
  await recordEvents(
    journal,
    registerEvent('survey-text-viewed', c.var.person, toInstant(now()), { survey, text: id }),
  );
}

interface State extends Partial<Pick<ClearingView, 'typed' | 'fault' | 'done'>> {
  readonly inQueue: boolean;
  readonly status?: PageStatus;
}

async function answer(c: RegisterContext, { survey, one }: Shown, state: State): Promise<Response> {
  const passages: readonly Passage[] =
    one.text === null ? [] : suggestedPassages(one.text, deskOf(c).directory);
  const page = clearingPage({
    survey,
    one,
    passages,
    queue: state.inQueue ? { left: await waiting(c, survey) } : null,
    taken: one.state === 'raw' && (await isTaken(c, one)),
    typed: state.typed ?? null,
    fault: state.fault ?? null,
    done: state.done ?? null,
  });
  return registerPage(c, page, state.status ?? 200);
}

const actionOf = (typed: unknown): TextAction | undefined => TEXT_ACTIONS.find(action => action === typed);
const doneOf = (typed: string | undefined): string | null => {
  const action = actionOf(typed);
  return action ? say.happened[action] : null;
};

/** Reserves a text for the user; false while a colleague has it. */
function claim(c: RegisterContext, { id }: StoredText): Promise<boolean> {
  const { surveyTexts, now } = c.var.deps;
  const at = now();
  return surveyTexts.store.claim(id, c.var.person.id, {
    now: toInstant(at),
    until: toInstant(new Date(at.getTime() + CLAIM_MS)),
  });
}

const isTaken = (c: RegisterContext, { id }: StoredText): Promise<boolean> =>
  c.var.deps.surveyTexts.store.isClaimed(id, c.var.person.id, toInstant(c.var.deps.now()));

/**
 * Reserves the first text that no colleague has reserved or must clear; also counts those reserved before it.
 */
async function firstFree(c: RegisterContext, texts: readonly ShownText[]) {
  let passed = 0;
  for (const one of texts.filter(({ kept }) => kept !== 'yours')) {
    if (await claim(c, one)) return { one, passed };
    passed += 1;
  }
  return { one: null, passed };
}

/** The next waiting text that is not about the reader, newest month first. */
export async function clearNext(c: RegisterContext, id: string): Promise<Response> {
  if (!mayAtDesk(c.var.person, 'surveyClearing')) return registerPage(c, noRightPage(), 403);
  const survey = await textSurvey(c, id);
  if (!survey) return notFound(c);
  const start = cursorOf(c.req.query('pec'));
  const filter = storeFilter(survey, { state: 'raw' });
  let [after, yours, taken] = [start, 0, 0];
  for (;;) {
    const texts = await shownTo(c, await c.var.deps.surveyTexts.store.page(filter, BATCH, after));
    const { one, passed } = await firstFree(c, texts);
    taken += passed;
    if (one) {
      await recordLook(c, one);
      return answer(c, { survey, one }, { inQueue: true, done: doneOf(c.req.query('darits')) });
    }
    yours += texts.filter(({ kept }) => kept === 'yours').length;
    const last = texts.at(-1);
    if (!last || texts.length < BATCH) break;
    after = { month: last.month, id: last.id };
  }
  const done = doneOf(c.req.query('darits'));
  return registerPage(c, queueEndPage({ survey, done, yours, taken, skipped: start !== undefined }));
}

/** One text by its address, in any state. */
export async function showText(c: RegisterContext, survey: string, id: string): Promise<Response> {
  if (!mayAtDesk(c.var.person, 'surveyClearing')) return registerPage(c, noRightPage(), 403);
  const shown = await findText(c, survey, id);
  if (!shown) return notFound(c);
  if (shown.one.text !== null) await recordLook(c, shown.one);
  const asked = c.req.query('rinda') === 'on' && shown.one.state === 'raw';
  // The queue continues only if the text could be reserved: a colleague may have it by now.
  const inQueue = asked && (await claim(c, shown.one));
  return answer(c, shown, { inQueue, done: doneOf(c.req.query('darits')) });
}

interface Typed {
  readonly action: TextAction | undefined;
  readonly revision: number;
  readonly passages: readonly string[];
  readonly other: string;
  readonly reason: WithheldReason | null;
  readonly inQueue: boolean;
}

async function typedIn(c: RegisterContext): Promise<Typed> {
  const { all, first: text } = await sentTexts(c);
  return {
    action: actionOf(text('darit')),
    revision: Number(text('versija') || -1),
    passages: all('vieta'),
    other: text('citas'),
    reason: WITHHELD_REASONS.find(reason => reason === text('kapec')) ?? null,
    inQueue: text('rinda') === 'on',
  };
}

/** The passages in quotes; of very many the first ones, and how many more. */
function listed(passages: readonly string[]): string {
  const more = passages.length - MOST_ERRORS;
  const first = passages.slice(0, MOST_ERRORS).map(one => `“${one}”`);
  return first.join(', ') + (more > 0 ? ` un vēl ${more}` : '');
}

/**
 * Errors to fix before storing. Checked only for the revision the page showed; for another they would be
 * meaningless.
 */
function faultOf({ text, revision }: ShownText, typed: Typed): ClearingFault | null {
  if (typed.action === 'withhold') return typed.reason ? null : { field: 'kapec', text: say.noReason };
  if (typed.action === 'return' || text === null || typed.revision !== revision) return null;
  const { length } = typed.other;
  if (length > LONGEST_PASSAGES)
    return { field: 'citas', text: messagesIn('lv').tooLong(length, LONGEST_PASSAGES) };
  const others = passagesIn(typed.other);
  const { missing } = covered(text, others);
  if (missing.length > 0) return { field: 'citas', text: say.notThere(listed(missing)) };
  const isEmpty = typed.passages.length === 0 && others.length === 0;
  return typed.action === 'redact' && isEmpty ? { field: 'aizklat', text: say.nothingChosen } : null;
}

const STATUS: Readonly<Record<TextRefusal, PageStatus>> = {
  gone: 409,
  'moved-on': 409,
  sealed: 409,
  yours: 403,
  nothing: 409,
  full: 422,
};

/** Handles the decision. */
export async function decideText(c: RegisterContext, survey: string, id: string): Promise<Response> {
  if (!mayAtDesk(c.var.person, 'surveyClearing')) return registerPage(c, noRightPage(), 403);
  const typed = await typedIn(c);
  const shown = await findText(c, survey, id);
  if (!shown || !typed.action) return notFound(c);
  const { inQueue, action } = typed;
  const fault = faultOf(shown.one, typed);
  if (fault) return answer(c, shown, { inQueue, typed, fault, status: 422 });
  const decided = await c.var.deps.surveyTexts.clearing.decide({
    id,
    survey,
    revision: typed.revision,
    action,
    passages:
      action === 'redact' || action === 'clear' ? [...typed.passages, ...passagesIn(typed.other)] : [],
    reason: typed.reason,
    by: c.var.person,
  });
  if ('refused' in decided) return refused(c, survey, id, typed, decided.refused);
  // Continues with the next text in the queue; a text that still waits is shown again.
  if (inQueue && action !== 'redact') return c.redirect(`${queueHref(survey)}?darits=${action}`, 303);
  return c.redirect(`${textHref(survey, id)}?darits=${action}${inQueue ? '&rinda=on' : ''}`, 303);
}

/** Shows the text's current state with the typed values and the reason for the refusal. */
async function refused(
  c: RegisterContext,
  survey: string,
  id: string,
  typed: Typed,
  reason: TextRefusal,
): Promise<Response> {
  const now = await findText(c, survey, id);
  if (!now) return notFound(c);
  const fault = { field: null, text: refusedWords[reason] };
  return answer(c, now, {
    inQueue: typed.inQueue && now.one.state === 'raw',
    typed,
    fault,
    status: STATUS[reason],
  });
}
