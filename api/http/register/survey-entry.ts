// Entering paper sheets over HTTP: a form for one sheet after another, each stored once.
import type { Values } from '../../../src/forms/field.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { MONTH_FIELD } from '../../../src/forms/survey/entry-form.ts';
import { VERSION_FIELD } from '../../../src/forms/survey/version-field.ts';
import { type EntryView, entryClosedPage, entryHref, entryPage } from '../../views/register/survey-entry.ts';
import { surveyEntryWords as say } from '../../views/register/words-survey-entry.ts';
import { newKey } from '../key.ts';
import { notFound } from './case-answer.ts';
import { asApp, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import {
  monthIn,
  type PaperSurvey,
  type Sent,
  sentIn,
  sheetIn,
  surveyIn,
  versionIn,
} from './survey-sheet.ts';

const SAVED_FIELD = 'saglabata';

type Shown = Pick<EntryView, 'survey' | 'month'> & Partial<EntryView>;

/** The page for a sheet, with the number of sheets entered and waiting. */
export async function sheetPage(
  c: RegisterContext,
  { present, versions, months }: PaperSurvey,
  shown: Shown,
): Promise<Response> {
  const { surveyPaper } = c.var.deps;
  const waiting = (await surveyPaper.waiting(present.id)).length;
  const view: EntryView = {
    versions: [...versions.keys()],
    months,
    values: {},
    errors: [],
    leftOut: [],
    idempotencyKey: newKey(asApp(c)),
    today: await surveyPaper.today(present.id, c.var.person),
    waiting: present.paper.twoPersonCheck || waiting > 0 ? waiting : null,
    saved: null,
    versionUnknown: false,
    serial: null,
    ...shown,
  };
  return registerPage(c, entryPage(view), view.errors.length > 0 || view.leftOut.length > 0 ? 422 : 200);
}

async function closed(c: RegisterContext, { present, state }: PaperSurvey, status: 200 | 409) {
  const waiting = (await c.var.deps.surveyPaper.waiting(present.id)).length;
  return registerPage(c, entryClosedPage(present, { state: state as 'future' | 'over', waiting }), status);
}

/** The number of the previous sheet if this user entered it: the address alone proves nothing. */
async function savedBefore(c: RegisterContext, survey: string): Promise<EntryView['saved']> {
  const said = c.req.query(SAVED_FIELD);
  if (said === undefined) return null;
  const mine = (await c.var.deps.surveyPaper.waiting(survey)).find(
    ({ serial, enteredBy }) => String(serial) === said && enteredBy === c.var.person.id,
  );
  return { serial: mine?.serial ?? null };
}

/** An empty sheet with the version and month of the previous one. */
export async function showEntry(c: RegisterContext): Promise<Response> {
  const paper = await surveyIn(c);
  if (!paper) return notFound(c);
  if (paper.state !== 'open') return closed(c, paper, 200);
  const asked = c.req.query(VERSION_FIELD);
  const version = asked === undefined ? paper.present : paper.versions.get(Number(asked));
  const month = c.req.query(MONTH_FIELD) ?? '';
  return sheetPage(c, paper, {
    survey: version ?? paper.present,
    versionUnknown: !version,
    month: paper.months.includes(month) ? month : (paper.months[0] ?? ''),
    saved: await savedBefore(c, paper.present.id),
  });
}

const shownAgain = (survey: SurveyDefinition, sent: Sent, values: Values) => ({
  survey,
  values,
  month: monthIn(sent),
  idempotencyKey: sent.key,
});

/** Stores a sheet and redirects to the next one. */
export async function enterSheet(c: RegisterContext): Promise<Response> {
  const paper = await surveyIn(c);
  if (!paper) return notFound(c);
  if (paper.state !== 'open') return closed(c, paper, 409);
  const sent = await sentIn(c);
  if ('response' in sent) return sent.response;
  const version = paper.versions.get(versionIn(sent));
  const survey = version ?? paper.present;
  const sheet = sheetIn(survey, sent, paper.today);
  const month = monthIn(sent);
  const errors = [
    // A new version was published during entry of this one, which had no answers yet.
    ...(version ? [] : [{ field: '', message: say.refused.version }]),
    ...sheet.errors,
    ...(paper.months.includes(month) ? [] : [{ field: MONTH_FIELD, message: say.refused.month }]),
  ];
  const again = shownAgain(survey, sent, sheet.values);
  if (errors.length > 0) return sheetPage(c, paper, { ...again, errors });
  if (sheet.leftOut.length > 0) return sheetPage(c, paper, { ...again, leftOut: sheet.leftOut });
  const typed = { survey, answers: sheet.answers, month, key: sent.key, by: c.var.person };
  const entered = await c.var.deps.surveyPaper.enter(typed, { twice: paper.present.paper.twoPersonCheck });
  c.var.deps.log({
    level: 'info',
    event: 'survey-sheet',
    detail: { survey: survey.id, outcome: entered.outcome },
  });
  if (entered.outcome === 'conflict')
    return sheetPage(c, paper, {
      ...again,
      // The user went back in the browser: the values now typed belong to another sheet.
      idempotencyKey: newKey(asApp(c)),
      errors: [{ field: '', message: say.refused.again }],
    });
  const next = new URLSearchParams({
    [VERSION_FIELD]: String(survey.version),
    [MONTH_FIELD]: month,
    [SAVED_FIELD]: String(entered.serial ?? ''),
  });
  return c.redirect(`${entryHref(survey.id)}?${next}`, 303);
}
