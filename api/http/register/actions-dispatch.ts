// Records the day on which a reply by post or e-address was sent.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { dispatch } from '../../domain/register/actions/dispatch.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { CLOSED, type State } from '../../domain/submission.ts';
import { dispatchForm } from '../../views/register/forms-dispatch.ts';
import { answerWords } from '../../views/register/words-answer.ts';
import type { ActionEntry } from './action-entry.ts';
import { servingNow } from './desk.ts';

/** The message that last closed the case. */
function replyOf({ of: { events } }: OfficeCase): string | undefined {
  const closed = events.findLast(({ kind }) => CLOSED.has(kind as State));
  const message = closed?.detail['message'];
  return typeof message === 'string' ? message : undefined;
}

const closedOn = ({ of: { standing } }: OfficeCase): string =>
  standing.closedAt ? rigaDate(new Date(standing.closedAt)) : '';

export const dispatching: ActionEntry = {
  form: dispatchForm,
  unavailable: (_, { dispatch: { toSendSince, sentOn } }) =>
    toSendSince === null && sentOn === null ? 'nothing-to-send' : null,
  start: (c, of) => ({
    on: of.dispatch.sentOn ?? rigaDate(c.var.deps.now()),
    way: servingNow(c, of)?.by === 'e-address' ? 'e-address' : 'post',
  }),
  check: (_, of, { on }) =>
    String(on) < closedOn(of) ? [{ field: 'on', message: answerWords.beforeReply }] : [],
  decide: (_, of) => dispatch(of.dispatch, replyOf(of)),
};
