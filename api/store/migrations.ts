// The ordered list of migrations. A published migration is never edited: a change is a new entry at the end.
import { submissions } from './migrations/0001-submissions.ts';
import { sealed } from './migrations/0002-sealed.ts';
import { limits } from './migrations/0003-limits.ts';
import { files } from './migrations/0004-files.ts';
import { outbox } from './migrations/0005-outbox.ts';
import { followUp } from './migrations/0006-follow-up.ts';
import { searchWords } from './migrations/0007-search-words.ts';
import { people } from './migrations/0008-people.ts';
import { cases } from './migrations/0009-cases.ts';
import { figures } from './migrations/0012-figures.ts';
import { keeping } from './migrations/0013-keeping.ts';
import { surveys } from './migrations/0014-surveys.ts';
import { surveyStaff } from './migrations/0015-survey-staff.ts';
import { surveyPaper } from './migrations/0016-survey-paper.ts';
import { surveyTexts } from './migrations/0017-survey-texts.ts';
import { surveySteps } from './migrations/0018-survey-steps.ts';
import { surveyRetention } from './migrations/0019-survey-retention.ts';
import { textClaims } from './migrations/0020-text-claims.ts';
import { officeFiles } from './migrations/0021-office-files.ts';
import { dispatch } from './migrations/0022-dispatch.ts';
import { language } from './migrations/0023-language.ts';
import { termsTold } from './migrations/0024-terms-told.ts';
import { marks } from './migrations/0025-marks.ts';
import { conflictsOfPeople } from './migrations/0026-conflicts-of-people.ts';

export interface Migration {
  /** Number and name, as the file name; also the record in the table `migrations`. */
  readonly id: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  submissions,
  sealed,
  limits,
  files,
  outbox,
  followUp,
  searchWords,
  people,
  cases,
  figures,
  keeping,
  surveys,
  surveyStaff,
  surveyPaper,
  surveyTexts,
  surveySteps,
  surveyRetention,
  textClaims,
  officeFiles,
  dispatch,
  language,
  termsTold,
  marks,
  conflictsOfPeople,
];
