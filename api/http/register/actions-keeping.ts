// Holds that keep a case from being destroyed.
import { hold } from '../../domain/register/actions/hold.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import { holdForm, liftHoldForm } from '../../views/register/forms-keeping.ts';
import { remark } from '../../views/register/remarks.ts';
import { formatInstant } from '../../views/words.ts';
import type { ActionEntry } from './action-entry.ts';

export const KEEPING = {
  hold: {
    form: (_, { of }) => (of.standing.heldSince === null ? holdForm : liftHoldForm),
    above: (_, { of }) =>
      of.standing.heldSince === null
        ? remark(
            'info',
            'Kamēr atzīme stāv, lietu neiznīcina arī tad, ja beidzies glabāšanas termiņš vai tā jau ir aktā.',
          )
        : remark('warn', `Iznīcināšana apturēta ${formatInstant(of.standing.heldSince, 'lv')}.`),
    decide: () => hold,
  },
} as const satisfies Partial<Record<CaseAction, ActionEntry>>;
