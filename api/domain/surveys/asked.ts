// Whether the number of people who were asked a question is public: everybody, or those who gave an answer
// whose count is shown. Otherwise that number would reveal a hidden count. Pure.
import { type Condition, holds } from '../../../src/forms/conditions.ts';
import { LEFT_OPEN } from './counts.ts';
import type { Look } from './looks.ts';
import type { FieldTally, ValueCount } from './tally.ts';
import { CANT_SAY } from './versions.ts';

/** An earlier question with its looks. */
export interface Judged {
  readonly steps: readonly FieldTally[];
  readonly looks: readonly Look[];
}

/**
 * Answers that a condition refers to. Several answers of a list may be one person's, and classes of numbers
 * hide single values.
 */
function meant(condition: Condition, { field, values }: FieldTally): readonly ValueCount[] | null {
  if (!['scale', 'grid', 'choice', 'choices'].includes(field.kind)) return null;
  const of = values.filter(({ value }) => holds(condition, value));
  return field.kind === 'choices' && of.length > 1 ? null : of;
}

function countOf(condition: Condition, { steps, looks }: Judged, step: number): number | null {
  const tally = steps[step];
  const look = looks.find(one => one.step === step);
  if (!tally || !look?.hidden) return null;
  const of = meant(condition, tally);
  if (!of || of.some(({ value }) => look.hidden?.has(value))) return null;
  const sum = of.reduce((total, { n }) => total + n, 0);
  if (!('answered' in condition)) return sum;
  return look.hidden.has(CANT_SAY) || look.hidden.has(LEFT_OPEN) ? null : sum + tally.cantSay;
}

/**
 * Whether the number asked is public at a step. With two conditions it is a number of a cross table, which is
 * never public.
 * @param judged the questions before it
 * @param responses of all up to that step
 */
export function isAskedKnown(
  steps: readonly FieldTally[],
  step: number,
  { judged, responses }: { judged: ReadonlyMap<string, Judged>; responses: number },
): boolean {
  const tally = steps[step];
  if (!tally) return false;
  const [condition, ...more] = tally.field.conditions;
  if (!condition) return tally.asked === responses;
  const on = judged.get(condition.question);
  return more.length === 0 && on !== undefined && countOf(condition, on, step) === tally.asked;
}
