// An answer as one text: the parts typed by staff become the text for the submitter.

import { isExamined, type Kind } from '../../../src/contract/kinds.ts';
import { OUTCOMES, type Outcome } from '../follow-up.ts';
import { paragraphs, told } from './told.lv.ts';

export interface AnswerParts {
  readonly outcome: Outcome | null;
  readonly text: string;
  /** Reasons for what the employee or the institution did (Iesniegumu likums 5(5)). */
  readonly reasons: string;
  /** Empty when there is nothing to apologise for (rule point 5.1.2). */
  readonly apology: string;
  readonly remedy: string;
}

const textIn = (data: Readonly<Record<string, unknown>>, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The parts from the answer form. Only a complaint has an outcome. */
export function answerPartsOf(kind: Kind, data: Readonly<Record<string, unknown>>): AnswerParts {
  const mistake = data['mistake'] === true;
  const outcome = OUTCOMES.find(one => one === data['outcome']) ?? null;
  return {
    outcome: isExamined(kind) ? outcome : null,
    text: textIn(data, 'text'),
    reasons: textIn(data, 'reasons'),
    apology: mistake ? textIn(data, 'apology') || told.apology : '',
    remedy: mistake ? textIn(data, 'remedy') : '',
  };
}

const under = (heading: string, text: string): string | null => (text ? `${heading}\n${text}` : null);

/** The whole answer, with how to proceed from it. */
export const answerText = (kind: Kind, { outcome, text, reasons, apology, remedy }: AnswerParts): string =>
  paragraphs(
    outcome && told.outcomes[outcome],
    text,
    under(told.headings.reasons, reasons),
    apology,
    under(told.headings.remedy, remedy),
    under(told.headings.further, told.further(kind)),
  );

const SPLIT = `\n\n${told.headings.reasons}\n`;

/** A draft stores text and reasons as one readable text. */
export const draftText = (text: string, reasons: string): string =>
  reasons.trim() === '' ? text : `${text}${SPLIT}${reasons}`;

/** The reverse; a text without reasons is all text. */
export function draftParts(draft: string): { readonly text: string; readonly reasons: string } {
  const at = draft.lastIndexOf(SPLIT);
  return at < 0
    ? { text: draft, reasons: '' }
    : { text: draft.slice(0, at), reasons: draft.slice(at + SPLIT.length) };
}

const PLACE = /\[[^[\]\n]{1,60}\]/g;

/** Unfilled places of canned texts: `[datums]`. Other square brackets are the writer's own. */
export function unfilledIn(text: string, replies: readonly { readonly text: string }[]): readonly string[] {
  const places = new Set(replies.flatMap(reply => reply.text.match(PLACE) ?? []));
  return [...new Set(text.match(PLACE) ?? [])].filter(place => places.has(place));
}
