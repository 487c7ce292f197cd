// Why a step on a submission is refused, in English.
import type { followUpProblemsLv } from './problems-follow-up.lv.ts';

export const followUpProblemsEn: typeof followUpProblemsLv = {
  'withdraw-closed': {
    title: 'The submission can no longer be withdrawn',
    detail: 'It has already been examined or withdrawn.',
  },
  'review-open': {
    title: 'There is nothing to review yet',
    detail:
      'You can ask for a review once the submission has been examined. You can send a message at any time.',
  },
  'review-pending': {
    title: 'You have already asked for a review',
    detail: 'Your request awaits a decision. If you want to add something, send a message.',
  },
  'rating-open': {
    title: 'It is too early to rate',
    detail: 'You can rate the handling once it has ended.',
  },
  'erasure-pending': {
    title: 'You have already asked for erasure',
    detail: 'Your request awaits a reply. If you want to add something, send a message.',
  },
  sealed: {
    title: 'No text can be added to this submission',
    detail:
      'Your code does not open it, so your words could not be kept encrypted. Call the centre and give the registration number, or make a new submission that mentions it.',
  },
};
