// Adds documents received outside the site to a case.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { addDocument } from '../../domain/register/actions/add-document.ts';
import { documentForm } from '../../views/register/forms-document.ts';
import type { ActionEntry } from './action-entry.ts';
import { notBeforeReceipt } from './received-day.ts';

export const addingDocument: ActionEntry = {
  form: documentForm,
  start: c => ({ on: rigaDate(c.var.deps.now()), channel: 'letter' }),
  unavailable: (_, { of }) => (of.contentKey ? null : 'sealed'),
  check: (_, of, { on }) => notBeforeReceipt(of, on),
  decide: () => addDocument,
};
