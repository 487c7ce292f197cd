// How many errors an answer names: a person mends some of them at a time, and an answer must not outgrow its request.
import type { FieldError } from './field.ts';

/** More than the fields of most forms. */
export const MOST_ERRORS = 50;

export interface NamedErrors {
  readonly named: readonly FieldError[];
  /** How many there are besides. */
  readonly more: number;
}

/** The errors that an answer names, the first ones, and how many it only counts. */
export const namedErrors = (errors: readonly FieldError[]): NamedErrors => ({
  named: errors.slice(0, MOST_ERRORS),
  more: Math.max(0, errors.length - MOST_ERRORS),
});
