// A matter of another institution: forwarded, or the person told whom to turn to (Iesniegumu likums 4), with
// the fields of rule point 5.2.3.
import type { DeskData } from '../../../../src/contract/desk.ts';
import { entryOf, FORWARD_WAYS, forwardText, forwardToIn, goesToThem } from '../forwarding.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { close } from './tell.ts';

export const forward =
  ({ directory }: Pick<DeskData, 'directory'>): DecideAction =>
  context => {
    const to = forwardToIn(context.data);
    const code = textOf(context, 'to');
    const { conflicts } = context.standing;
    if (goesToThem(directory, { code, name: to.name }, conflicts)) return { refused: 'not-for-them' };
    const way = FORWARD_WAYS.find(one => one === textOf(context, 'way')) ?? 'told';
    return close(context, 'forwarded', {
      text: forwardText(
        { way, within: entryOf({ directory }, code) !== undefined, why: textOf(context, 'text') },
        to,
      ),
      // The recipient is not recorded: a directory code identifies a person.
      detail: { way },
    });
  };
