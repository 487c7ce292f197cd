// Closes without an answer on the merits: taken note of, left unexamined, withdrawn orally.
import { CHANNELS, type Channel } from '../channels.ts';
import { isOneOf, mustBeTold, NOTED_GROUNDS, UNEXAMINED_GROUNDS } from '../grounds.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { paragraphs, told } from '../told.lv.ts';
import { close } from './tell.ts';

/** No answer is required (Iesniegumu likums 5(4), 5(6), 7(3)). */
export const takeNote: DecideAction = context => {
  const ground = textOf(context, 'ground');
  if (!isOneOf(NOTED_GROUNDS, ground)) return { refused: 'no-reasons' };
  const text = paragraphs(told.noted(ground), textOf(context, 'text'));
  return close(context, 'noted', { text, detail: { ground } });
};

/** By a ground of Iesniegumu likums 7(1); for most grounds the person must be told why (7(2)). */
export const leaveUnexamined: DecideAction = context => {
  const ground = textOf(context, 'ground');
  const why = textOf(context, 'text');
  if (!isOneOf(UNEXAMINED_GROUNDS, ground) || (mustBeTold(ground) && why.trim() === ''))
    return { refused: 'no-reasons' };
  const further = `${told.headings.further}\n${told.further(context.standing.kind)}`;
  return close(context, 'unexamined', {
    text: paragraphs(told.unexamined(ground), why, further),
    detail: { ground },
  });
};

export const ORAL_CHANNELS = CHANNELS.filter(channel => channel !== 'web');

/** At the submitter's request; the message lets them object if it was somebody else. */
export const withdraw: DecideAction = context => {
  const channel = textOf(context, 'channel') as Exclude<Channel, 'web'>;
  const on = textOf(context, 'on');
  if (!isOneOf(ORAL_CHANNELS, channel)) return { refused: 'no-reasons' };
  return close(context, 'withdrawn', { text: told.withdrawn(channel, on), detail: { channel, on } });
};
