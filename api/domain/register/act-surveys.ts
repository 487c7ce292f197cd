// Survey answers in destruction acts: what is listed, and what remains on record permanently.

/** A survey version in an act. */
export interface ActSurvey {
  readonly survey: string;
  readonly version: number;
  readonly title: string;
  readonly closedOn: string;
  readonly dueOn: string;
  readonly answers: number;
  readonly texts: number;
  /** From then on its results are gone; remaining answers are destroyed in the same act. */
  readonly begunAt: string | null;
  readonly erasedAt: string | null;
}

/** Why answers to a survey are kept. */
export type SurveyKept = 'hold' | 'not-due';

/** A version of an act that is not fully destroyed; null when nothing prevents it. */
export interface SurveyObstacle {
  readonly of: ActSurvey;
  readonly why: SurveyKept | null;
}

/** Destroyed answers: since when (ISO 8601, UTC), by which act. */
export interface DestroyedAnswers {
  readonly at: string;
  readonly act: string;
  readonly answers: number;
}
