// Everything in a survey that its schema cannot see: ids, conditions, what is offered, and what would tell who answered. Pure.
import type { ContentDocument } from '../document.ts';
import type { Problem } from '../problem.ts';
import { conditionProblems } from './conditions.ts';
import { reservedIds } from './ids.ts';
import { unreachable } from './reach.ts';
import { offerProblems } from './scales.ts';
import { staffProblems } from './staff.ts';

/** Problems of one survey file; none of a file of another kind. Dates and ids that repeat are checked with all others. */
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
