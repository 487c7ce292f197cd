// A version of a survey that has been answered, as it was then.
import type { Audience, SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { DestroyedAnswers } from '../register/act-surveys.ts';

/** For the stores, which do not import forms. */
export type { SurveyDefinition };

/** The answer “can't say”: an answer, but not a point of a scale. */
export const CANT_SAY = 'cant-say';

export interface AnsweredVersion {
  readonly survey: string;
  readonly version: number;
  readonly definition: SurveyDefinition;
  readonly audience: Audience;
  /**
   * The smallest number of answers whose results are shown; fixed at the first answer, whatever the content
   * says later.
   */
  readonly threshold: number;
  readonly responses: number;
  /** Destroyed answers, the first ones first. */
  readonly destroyed?: readonly DestroyedAnswers[];
}

/** True when answers were destroyed: the remaining ones do not tell how many there were. */
export const isDestroyed = ({ destroyed = [] }: Pick<AnsweredVersion, 'destroyed'>): boolean =>
  destroyed.length > 0;
