// A version of a survey that somebody has answered, as it was then.
import type { Audience, SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { DestroyedAnswers } from '../register/act-surveys.ts';

/** For the stores, which know no forms. */
export type { SurveyDefinition };

/** The answer “can't say”: an answer, and no point of a scale. */
export const CANT_SAY = 'cant-say';

export interface AnsweredVersion {
  readonly survey: string;
  readonly version: number;
  readonly definition: SurveyDefinition;
  readonly audience: Audience;
  /** The fewest answers whose results are shown; frozen at the first answer, whatever the content says later. */
  readonly threshold: number;
  readonly responses: number;
  /** Answers that were there and have been destroyed, first ones first. */
  readonly destroyed?: readonly DestroyedAnswers[];
}

/** Whether answers were there and are no more: what is left says nothing of how many there were. */
export const isDestroyed = ({ destroyed = [] }: Pick<AnsweredVersion, 'destroyed'>): boolean =>
  destroyed.length > 0;
