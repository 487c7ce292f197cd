// Shared by steps that write to the submitter: the text is sealed as a message that the event names, and
// nothing remains unread, because the writer has seen the present version of the case.
import type { EventDetail } from '../../chain.ts';
import type { Outcome } from '../../follow-up.ts';
import type { MessageKind } from '../../messages.ts';
import type { Effects } from '../../step.ts';
import type { State } from '../../submission.ts';
import { filesIn, type OfficeContext } from '../office-step.ts';

export interface Telling {
  /** The event's kind. */
  readonly event: string;
  readonly text: string;
  readonly kind?: MessageKind;
  readonly detail?: EventDetail;
}

/** The effects of a message to the submitter. */
export async function tell(
  context: OfficeContext,
  { event, text, kind = 'message', detail = {} }: Telling,
): Promise<Effects | { readonly refused: 'sealed' }> {
  const message = await context.message(kind, text);
  if (!message) return { refused: 'sealed' };
  return {
    events: [context.event(event, { ...detail, ...filesIn(context), message: message.id })],
    message,
    marks: { unreadSince: null },
  };
}

/** The same, and the case is closed: the event has the name of the state. */
export async function close(
  context: OfficeContext,
  state: State,
  { outcome = null, ...telling }: Omit<Telling, 'event'> & { readonly outcome?: Outcome | null },
): Promise<Effects | { readonly refused: 'sealed' }> {
  const effects = await tell(context, { ...telling, event: state });
  if ('refused' in effects) return effects;
  return { ...effects, state, set: { closedAt: context.at, outcome } };
}
