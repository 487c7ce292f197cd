// Later requests of the submitter: review, erasure of data. Also plain messages.
import { rigaDate } from '../../../../src/calendar/dates.ts';
import type { SiteBundle } from '../../../../src/contract/site-bundle.ts';
import { ERASURE_GROUNDS, isOneOf } from '../grounds.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { reopenedDue } from '../term.ts';
import { paragraphs, told } from '../told.lv.ts';
import { tell } from './tell.ts';

/** A plain message, at any time. */
export const message: DecideAction = context =>
  tell(context, { event: 'message-sent', text: textOf(context, 'text') });

/** Marks incoming messages as read when they need no action. */
export const read: DecideAction = ({ standing, event }) =>
  standing.unreadSince === null
    ? { refused: 'nothing-unread' }
    : { events: [event('read')], marks: { unreadSince: null } };

/** The examination starts again, with a term from the day of the request, or from today without a request. */
export const reopen =
  (site: SiteBundle): DecideAction =>
  async context => {
    const asked = context.standing.reviewRequestedAt;
    const from = rigaDate(new Date(asked ?? context.at));
    const due = reopenedDue(site, from);
    if (!due?.dueOn) return { refused: 'year-missing' };
    const effects = await tell(context, {
      event: 'reopened',
      text: paragraphs(told.reopened(due.dueOn), textOf(context, 'text')),
      detail: { from, ground: asked ? 'asked' : 'office', due: due.dueOn },
    });
    if ('refused' in effects) return effects;
    return {
      ...effects,
      state: 'reopened',
      due,
      marks: { ...effects.marks, reviewRequestedAt: null },
      set: { closedAt: null, outcome: null },
    };
  };

/** The outcome stays; the reason is told (rule point 13). */
export const declineReview: DecideAction = async context => {
  if (context.standing.reviewRequestedAt === null) return { refused: 'nothing-asked' };
  const text = paragraphs(told.declined, textOf(context, 'text'), told.declinedFurther);
  const effects = await tell(context, { event: 'review-declined', text });
  if ('refused' in effects) return effects;
  return { ...effects, marks: { ...effects.marks, reviewRequestedAt: null } };
};

/**
 * The decision on a request to erase data, with its ground (GDPR 12(3), 12(4), 17). The erasure itself is
 * another step.
 */
export const answerErasure: DecideAction = async context => {
  const ground = textOf(context, 'ground');
  if (context.standing.erasureRequestedAt === null) return { refused: 'nothing-asked' };
  if (!isOneOf(ERASURE_GROUNDS, ground)) return { refused: 'no-reasons' };
  const text = paragraphs(
    told.erasure(ground),
    textOf(context, 'text'),
    ground === 'granted' ? null : told.erasureFurther,
  );
  const effects = await tell(context, { event: 'erasure-answered', text, detail: { ground } });
  if ('refused' in effects) return effects;
  return { ...effects, marks: { ...effects.marks, erasureRequestedAt: null } };
};
