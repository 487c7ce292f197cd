// Answers to surveys in destruction acts: what is listed, and what tells of it for ever.

/** A version in an act. */
export interface ActSurvey {
  readonly survey: string;
  readonly version: number;
  readonly title: string;
  readonly closedOn: string;
  readonly dueOn: string;
  readonly answers: number;
  readonly texts: number;
  /** From then on its results are gone; what is left of the answers goes in the same act. */
  readonly begunAt: string | null;
  readonly erasedAt: string | null;
}

/** Why answers to a survey stay. */
export type SurveyKept = 'hold' | 'not-due';

/** A version of an act that is not wholly destroyed; null where nothing stands in the way. */
export interface SurveyObstacle {
  readonly of: ActSurvey;
  readonly why: SurveyKept | null;
}

/** Answers that are no more: since when (ISO 8601, UTC), by which act. */
export interface DestroyedAnswers {
  readonly at: string;
  readonly act: string;
  readonly answers: number;
}
