// Every refusal by name: its status, and its text in the language of the response.
import type { Language } from '../../src/forms/field.ts';
import { problemsEn } from './problems.en.ts';
import { type ProblemName, problemsLv } from './problems.lv.ts';

export type { ProblemName };

const STATUS = {
  unreadable: 400,
  'not-found': 404,
  method: 405,
  conflict: 409,
  'too-large': 413,
  'too-many-values': 413,
  'too-deep': 400,
  'name-too-long': 400,
  type: 415,
  invalid: 422,
  'unknown-code': 404,
  prove: 429,
  limited: 429,
  'looked-up-often': 429,
  'unknown-survey': 404,
  'survey-future': 409,
  'survey-closed': 409,
  'survey-superseded': 409,
  'survey-staff': 503,
  'upload-token': 400,
  'no-upload': 404,
  'upload-offset': 409,
  'part-too-small': 400,
  'file-type': 415,
  'file-damaged': 422,
  'file-too-large': 413,
  'uploads-full': 503,
  'uploads-source-full': 429,
  'uploads-too-often': 429,
  'withdraw-closed': 409,
  'review-open': 409,
  'review-pending': 409,
  'rating-open': 409,
  'erasure-pending': 409,
  sealed: 409,
  away: 503,
  fault: 500,
} as const satisfies Record<ProblemName, number>;

interface Problem {
  readonly status: (typeof STATUS)[ProblemName];
  readonly title: string;
  readonly detail: string;
}

const WORDS = { lv: problemsLv, en: problemsEn };

/** A refusal as returned to a program or a person. */
export const problemOf = (name: ProblemName, lang: Language): Problem => ({
  status: STATUS[name],
  ...WORDS[lang][name],
});
