// What is kept of the answers to a survey for whoever reads results: counts, made in the batch that stores an answer.
import type { Audience, SurveyDefinition } from '../../../src/forms/survey/definition.ts';

/** The answer "can't say", which is an answer and no point of a scale. */
export const CANT_SAY = 'cant-say';
/** Shown, and left empty. */
export const LEFT_EMPTY = '-';

/** How many gave one answer. */
export interface CountRow {
  /** Empty for everybody, or `<group question>=<value>`. */
  readonly slice: string;
  /** `2026-03`; empty in a survey of staff, whose answers have no time. */
  readonly month: string;
  readonly channel: string;
  /** Too fast, or like another: counted all the same. */
  readonly flagged: boolean;
  /** A field's name; empty in the rows that count responses. */
  readonly question: string;
  /** The answer; each that was chosen where there may be several; empty where only that something was written counts. */
  readonly value: string;
  readonly n: number;
}

/** A version of a survey that somebody has answered, as it was then. */
export interface AnsweredVersion {
  readonly survey: string;
  readonly version: number;
  readonly definition: SurveyDefinition;
  readonly audience: Audience;
  /** The fewest answers whose results are shown; frozen at the first answer. */
  readonly threshold: number;
  readonly responses: number;
}
