// The steps on a submission for the API's description: the refusals of each, and the additional members of a
// status.
import type { FormDefinition } from '../../src/forms/field.ts';
import { followUpForm } from '../../src/forms/follow-up.ts';
import { ACTIONS, type Action } from '../domain/follow-up.ts';
import type { ProblemName } from './problems.ts';

const request = {
  type: ['object', 'null'],
  description: 'Asked for and not decided yet',
  properties: { requestedAt: { type: 'string' }, dueOn: { type: ['string', 'null'] } },
  required: ['requestedAt', 'dueOn'],
};
const score = { type: 'integer', minimum: 1, maximum: 5 };

/** Members of the schema `Status` that describe steps. */
export const FOLLOW_UP_STATUS = {
  requests: {
    type: 'object',
    properties: { review: request, erasure: request },
    required: ['review', 'erasure'],
  },
  rating: {
    type: ['object', 'null'],
    properties: {
      givenAt: { type: 'string' },
      satisfaction: score,
      effort: { ...score, type: ['integer', 'null'] },
      comment: { type: ['string', 'null'] },
    },
  },
  allowed: {
    type: 'array',
    items: { type: 'string', enum: ACTIONS },
    description: 'The steps open in this state',
  },
} as const;

interface FollowUp {
  readonly form: FormDefinition;
  /** Description and name of the schema. */
  readonly success: readonly [string, string];
  readonly refused: readonly ProblemName[];
}

const REFUSED: Readonly<Record<Action, readonly ProblemName[]>> = {
  message: ['sealed'],
  review: ['review-open', 'review-pending', 'sealed'],
  rating: ['rating-open', 'sealed'],
  withdraw: ['withdraw-closed'],
  copy: [],
  erasure: ['erasure-pending', 'sealed'],
};

export const FOLLOW_UPS: readonly FollowUp[] = ACTIONS.map(action => ({
  form: followUpForm(action, 'lv'),
  success: action === 'copy' ? ['The copy', 'Copy'] : ['Done: where it stands now', 'Status'],
  refused: ['unknown-code', 'conflict', ...REFUSED[action]],
}));
