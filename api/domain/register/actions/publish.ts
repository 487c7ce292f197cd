// Publishes the result of a case in words written by staff.
import type { Kind } from '../../../../src/contract/kinds.ts';
import { type DecideAction, textOf } from '../office-step.ts';

export interface ToPublish {
  /** Random. */
  readonly id: string;
  /** Riga date. */
  readonly publishedOn: string;
  readonly kind: Kind;
  readonly rulePoints: readonly string[];
  /** True when something of the case is already published. */
  readonly already: boolean;
  /** True when the case could be read; otherwise it is unknown whether the text names the sender. */
  readonly isChecked: boolean;
}

export const publish =
  ({ already, isChecked, ...of }: ToPublish): DecideAction =>
  context => {
    if (already) return { refused: 'published' };
    if (!isChecked) return { refused: 'sealed' };
    return {
      events: [context.event('published', { publication: of.id })],
      publication: { ...of, said: textOf(context, 'said'), changed: textOf(context, 'changed') },
    };
  };
