// Putting to a case what came outside the site.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { addDocument } from '../../domain/register/actions/add-document.ts';
import { documentForm } from '../../views/register/forms-document.ts';
import { answerWords } from '../../views/register/words-answer.ts';
import type { ActionEntry } from './action-entry.ts';

export const addingDocument: ActionEntry = {
  form: documentForm,
  start: c => ({ on: rigaDate(c.var.deps.now()), channel: 'letter' }),
  unavailable: (_, { of }) => (of.contentKey ? null : 'sealed'),
  check: (_, { of }, { on }) =>
    String(on) < rigaDate(new Date(of.submission.receivedAt))
      ? [{ field: 'on', message: answerWords.beforeReceipt }]
      : [],
  decide: () => addDocument,
};
