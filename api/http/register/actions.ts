// The actions on a case: the form, the decision, and the letters. One entry per action; to add one, write its
// decision in `api/domain/register/actions/` and its form and wording in `api/views/register/`.
import type { Option } from '../../../src/forms/field.ts';
import { assign } from '../../domain/register/actions/assign.ts';
import { note } from '../../domain/register/actions/note.ts';
import { take } from '../../domain/register/actions/take.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { type CaseAction, may } from '../../domain/register/rights.ts';
import { assignForm, noteForm, takeForm } from '../../views/register/action-forms.ts';
import type { ActionEntry } from './action-entry.ts';
import { ANSWERING } from './actions-answer.ts';
import { CLOSING } from './actions-close.ts';
import { dispatching } from './actions-dispatch.ts';
import { addingDocument } from './actions-document.ts';
import { forwarding } from './actions-forward.ts';
import { KEEPING } from './actions-keeping.ts';
import { publishing } from './actions-publish.ts';
import { ASKING } from './actions-term.ts';
import { TRIAGE } from './actions-triage.ts';

/** The people the case may be assigned to. */
function assignees({ of, people: all }: OfficeCase): readonly Option[] {
  const people = [...all.values()].filter(person => may(person, 'open', of.standing));
  return [
    { id: '', label: 'Nevienam – lai paliek brīva' },
    ...people.map(({ id, name }) => ({ id, label: name })),
  ];
}

export const ACTION_ENTRIES: Readonly<Partial<Record<CaseAction, ActionEntry>>> = {
  take: { form: takeForm, decide: () => take, direct: true },
  assign: {
    form: assignForm,
    choices: (_, of) => ({ assignee: assignees(of) }),
    start: (_, { of }) => ({ assignee: of.standing.assignee ?? '' }),
    decide: (_, { people }) => assign([...people.values()]),
  },
  note: { form: noteForm, decide: () => note },
  'add-document': addingDocument,
  dispatch: dispatching,
  ...ASKING,
  ...ANSWERING,
  forward: forwarding,
  ...CLOSING,
  publish: publishing,
  ...TRIAGE,
  ...KEEPING,
};
