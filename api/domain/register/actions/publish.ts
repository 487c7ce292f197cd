// Publishing what came of a case, as a person has worded it.
import type { Kind } from '../../submission.ts';
import { type DecideAction, textOf } from '../office-step.ts';

export interface ToPublish {
  /** Random. */
  readonly id: string;
  /** Riga date. */
  readonly publishedOn: string;
  readonly kind: Kind;
  readonly rulePoints: readonly string[];
  /** Whether something of the case is published already. */
  readonly already: boolean;
  /** Whether the case could be read: else nobody knows whether the text names its sender. */
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
