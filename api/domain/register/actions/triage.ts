// Classification of a case: spam or not, a whistleblower's report, linked cases, service and rule points.
import type { NewEvent } from '../../chain.ts';
import { LINK_KINDS } from '../office-case.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { close } from './tell.ts';

/** Returns it to the other cases, with its time of receipt and due date. */
export const clearSpam: DecideAction = ({ event }) => ({
  events: [event('spam-cleared')],
  set: { spam: 'cleared' },
});

/**
 * Closes it as taken note of, and excludes it from the figures. Nothing is deleted: a mistake is corrected by
 * reopening.
 */
export const confirmSpam: DecideAction = async context => {
  const closed = await close(context, 'noted', {
    text: 'Šo ziņu uzskatījām par surogātpastu un neizskatījām. Ja tā ir kļūda, rakstiet mums šeit.',
    detail: { ground: 'spam' },
  });
  if ('refused' in closed) return closed;
  return {
    ...closed,
    events: [context.event('spam-confirmed'), ...closed.events],
    set: { ...closed.set, spam: 'confirmed' },
  };
};

/** Trauksmes celšanas likums 6(5), 11: hidden from everybody who is not entrusted with it. */
export const markWhistleblower: DecideAction = ({ event }) => ({
  events: [event('whistleblower-marked')],
  set: { handling: 'whistleblower' },
});

export const unmarkWhistleblower: DecideAction = async context => {
  const why = await context.note('note', textOf(context, 'text'));
  if (!why) return { refused: 'sealed' };
  return {
    events: [context.event('whistleblower-unmarked', { note: why.id })],
    notes: [why],
    set: { handling: 'ordinary' },
  };
};

/** The event in the history of the other case, where it counts as no step. */
const elsewhere = (here: string, event: NewEvent): NewEvent => ({
  ...event,
  detail: { ...event.detail, other: here, by: 'other' },
});

/** `other`: the named case, when the person may see it. The link is in both histories. */
export const link =
  (other: string | null): DecideAction =>
  context => {
    const kind = LINK_KINDS.find(one => one === textOf(context, 'kind'));
    if (other === null || kind === undefined || other === context.reference)
      return { refused: 'no-such-case' };
    const event = context.event('linked', { other, kind });
    return {
      events: [event, elsewhere(context.reference, { ...event, reference: other })],
      links: [{ other, kind }],
    };
  };

export const unlink: DecideAction = context => {
  const other = textOf(context, 'other');
  const event = context.event('unlinked', { other });
  return {
    events: [event, elsewhere(context.reference, { ...event, reference: other })],
    unlinked: [other],
  };
};

/** Service and points are codes, so they may be in the chain, and the figures use them. */
export const classify: DecideAction = context => {
  const service = textOf(context, 'service') || null;
  const rulePoints = (context.data['rulePoints'] as readonly string[] | undefined) ?? [];
  return {
    events: [context.event('classified', { service, points: rulePoints.join(',') })],
    set: { service, rulePoints },
  };
};
