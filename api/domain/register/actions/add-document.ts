// Adds a document that came by post, at the counter or by e-mail to the case as sent by the submitter, with
// how and when it came. When the office has asked something, it counts as the answer, as a message from the
// site would.
import { CHANNELS } from '../channels.ts';
import { isOneOf } from '../grounds.ts';
import { type DecideAction, filesIn, textOf } from '../office-step.ts';
import { paragraphs, told } from '../told.lv.ts';

/** How paper and files come in other than by the site. */
export const DOCUMENT_CHANNELS = CHANNELS.filter(channel => channel !== 'web' && channel !== 'phone');

export const addDocument: DecideAction = async context => {
  const { standing, person, at, event } = context;
  const [channel, on] = [textOf(context, 'channel'), textOf(context, 'on')];
  const files = filesIn(context);
  if (!isOneOf(DOCUMENT_CHANNELS, channel) || !('files' in files)) return { refused: 'nothing-changed' };
  const text = paragraphs(textOf(context, 'text'), told.document(channel, on));
  const message = await context.heard('document', text);
  if (!message) return { refused: 'sealed' };
  const asked = standing.state === 'needs-information';
  return {
    message,
    events: [
      event('document-added', { ...files, channel, on, message: message.id }),
      ...(asked ? [event('in-review')] : []),
    ],
    ...(asked ? { state: 'in-review' } : {}),
    // The person who works the case must look at what a colleague took in.
    marks: standing.assignee === person.id ? {} : { unreadSince: standing.unreadSince ?? at },
  };
};
