// All checks of a survey that its schema cannot do: ids, conditions, answers offered, anonymity. Pure.
import type { ContentDocument } from '../document.ts';
import type { Problem } from '../problem.ts';
import { conditionProblems } from './conditions.ts';
import { reservedIds } from './ids.ts';
import { unreachable } from './reach.ts';
import { offerProblems } from './scales.ts';
import { staffProblems } from './staff.ts';

/**
 * Problems of one survey file; none for a file of another kind. Dates and repeated ids are checked with all
 * other files.
 */
export const surveyProblems = (document: ContentDocument): readonly Problem[] =>
  document.kind === 'surveys'
    ? [
        ...reservedIds(document),
        ...conditionProblems(document),
        ...unreachable(document),
        ...offerProblems(document),
        ...staffProblems(document),
      ]
    : [];
