// Asking the submitter for what is missing. The term goes on running: the law knows no pause, only an extension for
// information that has to be obtained (Iesniegumu likums 5(3)), which is an action of its own.
import { type DecideAction, textOf } from '../office-step.ts';

export const ask: DecideAction = async context => {
  const message = await context.message('information-request', textOf(context, 'text'));
  if (!message) return { refused: 'sealed' };
  return {
    events: [context.event('needs-information', { message: message.id })],
    state: 'needs-information',
    message,
  };
};
