// Shared by all addresses for entering sheets: the survey, the version, the date and the typed values.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { FieldError, Values } from '../../../src/forms/field.ts';
import { isIdempotencyKey } from '../../../src/forms/idempotency-key.ts';
import type { Answers } from '../../../src/forms/survey/asked.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { answersIn, notAsked, without } from '../../../src/forms/survey/entry.ts';
import { entryForm, LEFT_OUT_FIELD, MONTH_FIELD } from '../../../src/forms/survey/entry-form.ts';
import { VERSION_FIELD } from '../../../src/forms/survey/version-field.ts';
import { validate } from '../../../src/forms/validate.ts';
import { type EntryState, entryState, receiptMonths } from '../../domain/surveys/paper.ts';
import { surveyEntryWords as say } from '../../views/register/words-survey-entry.ts';
import { newKey } from '../key.ts';
import { readBody } from '../read-body.ts';
import { problem } from '../reply.ts';
import { asApp, type RegisterContext } from './env.ts';

export interface PaperSurvey {
  readonly present: SurveyDefinition;
  /** By number: the current version first, then those with answers. */
  readonly versions: ReadonlyMap<number, SurveyDefinition>;
  readonly state: EntryState;
  readonly months: readonly string[];
  /** `YYYY-MM-DD`, Europe/Riga. */
  readonly today: string;
}

/** The survey of the address; null when it has no paper form. */
export async function surveyIn(c: RegisterContext): Promise<PaperSurvey | null> {
  const { site, surveyPaper, now } = c.var.deps;
  const id = c.req.param('survey') ?? '';
  const present = site.surveys.find(survey => survey.id === id && survey.audience === 'public');
  if (!present) return null;
  const former = (await surveyPaper.versions(id)).filter(({ version }) => version !== present.version);
  const today = rigaDate(now());
  return {
    present,
    versions: new Map([present, ...former].map(one => [one.version, one])),
    state: entryState(present, today),
    months: receiptMonths(present, today),
    today,
  };
}

/** The sent values, before they are checked as a sheet. */
export interface Sent {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key: string;
}

export async function sentIn(c: RegisterContext): Promise<Sent | { readonly response: Response }> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return { response: await problem(asApp(c), body.reason) };
  const { idempotencyKey: key } = body.payload;
  return { payload: body.payload, key: isIdempotencyKey(key) ? key : newKey(asApp(c)) };
}

export interface Sheet {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  /** Empty when `errors` is not. */
  readonly answers: Answers;
  /** Answered although not asked, and the clerk was not informed yet. */
  readonly leftOut: readonly string[];
}

const textIn = (payload: Sent['payload'], name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

export const versionIn = ({ payload }: Sent): number => Number(textIn(payload, VERSION_FIELD));
export const monthIn = ({ payload }: Sent): string => textIn(payload, MONTH_FIELD);

/** Whether the clerk was informed that exactly these answers are left out. */
export const isToldOf = ({ payload }: Sent, fields: readonly string[]): boolean =>
  textIn(payload, LEFT_OUT_FIELD) === fields.join(' ');

/**
 * Checks a sheet against its version. Answers that are not kept are removed from `answers` once the clerk was
 * informed.
 */
export function sheetIn(survey: SurveyDefinition, sent: Sent, today: string): Sheet {
  const checked = validate(entryForm(survey), { ...sent.payload, idempotencyKey: sent.key }, 'form', today);
  const { values } = checked;
  if (!checked.ok) return { values, errors: checked.errors, answers: {}, leftOut: [] };
  const answers = answersIn(survey, checked.data);
  const fields = notAsked(survey, answers);
  const kept = without(answers, fields);
  if (Object.keys(kept).length === 0) {
    const message = fields.length > 0 ? say.refused.onlyLeftOut : say.refused.empty;
    return { values, errors: [{ field: '', message }], answers: {}, leftOut: [] };
  }
  const leftOut = isToldOf(sent, fields) ? [] : fields;
  return { values, errors: [], answers: kept, leftOut };
}
