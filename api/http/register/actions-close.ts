// Closing without an answer on the merits, messages, and later requests by the submitter.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { leaveUnexamined, takeNote, withdraw } from '../../domain/register/actions/close-otherwise.ts';
import { answerErasure, declineReview, message, read } from '../../domain/register/actions/requests.ts';
import { mustBeTold } from '../../domain/register/grounds.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import {
  answerErasureForm,
  declineReviewForm,
  leaveUnexaminedForm,
  messageForm,
  readForm,
  takeNoteForm,
  withdrawForm,
} from '../../views/register/forms-close.ts';
import { remark } from '../../views/register/remarks.ts';
import { answerWords } from '../../views/register/words-answer.ts';
import type { ActionEntry } from './action-entry.ts';
import { letter } from './letters.ts';
import { notBeforeReceipt } from './received-day.ts';

const told = letter('message-from-office');

const leaving: ActionEntry = {
  form: leaveUnexaminedForm,
  above: () => remark('info', answerWords.unexamined),
  check: (_, __, { ground, text }) =>
    mustBeTold(String(ground)) && String(text ?? '').trim() === ''
      ? [{ field: 'text', message: answerWords.groundTold }]
      : [],
  decide: () => leaveUnexamined,
  alongside: told,
};

const withdrawing: ActionEntry = {
  form: withdrawForm,
  start: c => ({ on: rigaDate(c.var.deps.now()) }),
  check: (_, of, { on }) => notBeforeReceipt(of, on),
  decide: () => withdraw,
  alongside: told,
};

export const CLOSING = {
  'take-note': { form: takeNoteForm, decide: () => takeNote, alongside: told },
  'leave-unexamined': leaving,
  withdraw: withdrawing,
  message: { form: messageForm, decide: () => message, alongside: told },
  read: {
    form: readForm,
    unavailable: (_, { of }) => (of.standing.unreadSince === null ? 'nothing-unread' : null),
    decide: () => read,
    direct: true,
  },
  'decline-review': {
    form: declineReviewForm,
    unavailable: (_, { of }) => (of.standing.reviewRequestedAt === null ? 'nothing-asked' : null),
    decide: () => declineReview,
    alongside: told,
  },
  'answer-erasure': {
    form: answerErasureForm,
    unavailable: (_, { of }) => (of.standing.erasureRequestedAt === null ? 'nothing-asked' : null),
    decide: () => answerErasure,
    alongside: told,
  },
} as const satisfies Partial<Record<CaseAction, ActionEntry>>;
