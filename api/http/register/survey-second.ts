// The second reading of a sheet over HTTP: blind, by another person; differences are then decided.

import type { Answers } from '../../../src/forms/survey/asked.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { differing, notAsked, settled, without } from '../../../src/forms/survey/entry.ts';
import { byId } from '../../domain/register/people.ts';
import type { NoSecond, WaitingSheet } from '../../domain/surveys/paper.ts';
import { secondHref, sheetHref } from '../../views/register/survey-entry.ts';
import {
  choiceName,
  type DifferencesView,
  differencesPage,
  EDIT_FIELD,
  noSecondPage,
  waitingPage,
  withdrawPage,
} from '../../views/register/survey-second.ts';
import { surveyEntryWords as say } from '../../views/register/words-survey-entry.ts';
import { newKey } from '../key.ts';
import { notFound } from './case-answer.ts';
import { asApp, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { sheetPage } from './survey-entry.ts';
import {
  isToldOf,
  type PaperSurvey,
  type Sent,
  type Sheet,
  sentIn,
  sheetIn,
  surveyIn,
} from './survey-sheet.ts';

const DONE = { saglabata: 'saved', atsaukta: 'withdrawn' } as const;

/** The result of the last action, for the list that is shown after it. */
function doneIn(c: RegisterContext) {
  for (const [name, what] of Object.entries(DONE)) {
    const serial = Number(c.req.query(name));
    if (Number.isInteger(serial) && serial > 0) return { what, serial };
  }
  return null;
}

const doneHref = (survey: string, name: keyof typeof DONE, serial: number): string =>
  `${secondHref(survey)}?${name}=${serial}`;

export async function showWaiting(c: RegisterContext): Promise<Response> {
  const paper = await surveyIn(c);
  if (!paper) return notFound(c);
  const { surveyPaper, people } = c.var.deps;
  const typed = (c.req.query('lapa') ?? '').trim();
  if (/^[1-9]\d{0,8}$/.test(typed)) return c.redirect(sheetHref(paper.present.id, Number(typed)), 303);
  const sheets = await surveyPaper.waiting(paper.present.id);
  const done = doneIn(c);
  const page = waitingPage({
    survey: paper.present,
    sheets,
    people: byId(await people.list()),
    me: c.var.person.id,
    // If the address contradicts the list, the address is wrong.
    done: sheets.some(({ serial }) => serial === done?.serial) ? null : done,
  });
  return registerPage(c, page);
}

interface Opened extends PaperSurvey {
  readonly sheet: WaitingSheet;
  readonly first: Answers;
  /** The version of the sheet. */
  readonly survey: SurveyDefinition;
}

const STATUS = { yours: 403, gone: 404, sealed: 409 } as const;

const refuse = (c: RegisterContext, { present }: PaperSurvey, why: NoSecond): Promise<Response> =>
  registerPage(c, noSecondPage(present, why), STATUS[why]);

/** The waiting sheet for this user, or the response that refuses it. */
async function openIn(c: RegisterContext, serial: number): Promise<Opened | { readonly response: Response }> {
  const paper = await surveyIn(c);
  if (!paper) return { response: await notFound(c) };
  const opened = await c.var.deps.surveyPaper.open(paper.present.id, serial, c.var.person);
  if (typeof opened === 'string') return { response: await refuse(c, paper, opened) };
  const survey = paper.versions.get(opened.sheet.version);
  // A version without answers that is no longer in the content: its questions are unknown.
  return survey ? { ...paper, ...opened, survey } : { response: await refuse(c, paper, 'sealed') };
}

const shown = ({ survey, sheet }: Opened) => ({
  survey,
  serial: sheet.serial,
  month: sheet.month,
  months: [sheet.month],
});

export async function showSecond(c: RegisterContext, serial: number): Promise<Response> {
  const opened = await openIn(c, serial);
  return 'response' in opened ? opened.response : sheetPage(c, opened, shown(opened));
}

/** A user who presses the button twice is redirected, although the sheet is gone. */
async function isRepeated(c: RegisterContext, { key }: Sent): Promise<boolean> {
  return c.var.deps.surveyPaper.isSettled(key, c.var.person);
}

interface Reading {
  readonly opened: Opened;
  readonly sent: Sent;
  readonly sheet: Sheet;
}

/** The sent values of a waiting sheet, or the response that refuses them. */
async function readingIn(
  c: RegisterContext,
  serial: number,
): Promise<Reading | { readonly response: Response }> {
  const sent = await sentIn(c);
  if ('response' in sent) return sent;
  if (await isRepeated(c, sent))
    return { response: c.redirect(doneHref(c.req.param('survey') ?? '', 'saglabata', serial), 303) };
  const opened = await openIn(c, serial);
  if ('response' in opened) return opened;
  return { opened, sent, sheet: sheetIn(opened.survey, withoutChoices(sent), opened.today) };
}

const CHOICE = choiceName('');

const withoutChoices = ({ payload, key }: Sent): Sent => ({
  key,
  payload: Object.fromEntries(
    Object.entries(payload).filter(([name]) => !name.startsWith(CHOICE) && name !== EDIT_FIELD),
  ),
});

const sheetAgain = (c: RegisterContext, { opened, sent, sheet }: Reading, more: object = {}) =>
  sheetPage(c, opened, {
    ...shown(opened),
    values: sheet.values,
    idempotencyKey: sent.key,
    errors: sheet.errors,
    ...more,
  });

/**
 * The complete second reading: the sheet is stored when it equals the first, otherwise both are shown side by
 * side.
 */
export async function readAgain(c: RegisterContext, serial: number): Promise<Response> {
  const reading = await readingIn(c, serial);
  if ('response' in reading) return reading.response;
  const { opened, sheet } = reading;
  if (sheet.errors.length > 0) return sheetAgain(c, reading);
  if (sheet.leftOut.length > 0) return sheetAgain(c, reading, { leftOut: sheet.leftOut });
  const fields = differing(opened.survey, opened.first, sheet.answers);
  if (fields.length > 0) return differences(c, reading, { fields });
  return settle(c, reading, { answers: sheet.answers, differences: 0 });
}

function differences(
  c: RegisterContext,
  { opened, sent, sheet }: Reading,
  more: Pick<DifferencesView, 'fields'> & Partial<DifferencesView>,
): Promise<Response> {
  const page = differencesPage({
    survey: opened.survey,
    serial: opened.sheet.serial,
    first: opened.first,
    second: sheet.answers,
    chosen: {},
    open: [],
    leftOut: [],
    idempotencyKey: sent.key,
    ...more,
  });
  return registerPage(c, page, more.open?.length || more.leftOut?.length ? 422 : 200);
}

/** The decision of the second person, with the sheet at hand. */
export async function decideSheet(c: RegisterContext, serial: number): Promise<Response> {
  const reading = await readingIn(c, serial);
  if ('response' in reading) return reading.response;
  const { opened, sent, sheet } = reading;
  const { survey, first } = opened;
  if (sheet.errors.length > 0 || sent.payload[EDIT_FIELD] !== undefined) return sheetAgain(c, reading);
  const fields = differing(survey, first, sheet.answers);
  const chosen = Object.fromEntries(
    fields.map(field => {
      const choice = sent.payload[choiceName(field)];
      return [field, choice === 'pirma' || choice === 'otra' ? choice : undefined];
    }),
  );
  const open = fields.filter(field => chosen[field] === undefined);
  if (open.length > 0) return differences(c, reading, { fields, chosen, open });
  const answers = settled(
    sheet.answers,
    first,
    fields.filter(field => chosen[field] === 'pirma'),
  );
  const left = notAsked(survey, answers);
  if (left.length > 0 && !isToldOf(sent, left))
    return differences(c, reading, { fields, chosen, leftOut: left });
  return settle(c, reading, { answers: without(answers, left), differences: fields.length });
}

async function settle(
  c: RegisterContext,
  { opened, sent }: Reading,
  decided: { readonly answers: Answers; readonly differences: number },
): Promise<Response> {
  const { survey, sheet } = opened;
  const typed = { survey, answers: decided.answers, month: sheet.month, key: sent.key, by: c.var.person };
  const { serial } = sheet;
  const { outcome } = await c.var.deps.surveyPaper.settle(typed, {
    serial,
    differences: decided.differences,
  });
  c.var.deps.log({ level: 'info', event: 'survey-sheet', detail: { survey: survey.id, outcome } });
  if (outcome === 'gone' || outcome === 'yours' || outcome === 'sealed') return refuse(c, opened, outcome);
  // The form was reopened with other answers: its sheet is already stored, and these belong to another one.
  if (outcome === 'conflict')
    return sheetPage(c, opened, {
      ...shown(opened),
      idempotencyKey: newKey(asApp(c)),
      errors: [{ field: '', message: say.refused.again }],
    });
  return c.redirect(doneHref(survey.id, 'saglabata', serial), 303);
}

export async function askToWithdraw(c: RegisterContext, serial: number): Promise<Response> {
  const paper = await surveyIn(c);
  if (!paper) return notFound(c);
  const waits = (await c.var.deps.surveyPaper.waiting(paper.present.id)).some(one => one.serial === serial);
  return waits ? registerPage(c, withdrawPage(paper.present, serial)) : refuse(c, paper, 'gone');
}

export async function withdrawSheet(c: RegisterContext, serial: number): Promise<Response> {
  const paper = await surveyIn(c);
  if (!paper) return notFound(c);
  const withdrawn = await c.var.deps.surveyPaper.withdraw(paper.present.id, serial, c.var.person);
  return withdrawn
    ? c.redirect(doneHref(paper.present.id, 'atsaukta', serial), 303)
    : refuse(c, paper, 'gone');
}
