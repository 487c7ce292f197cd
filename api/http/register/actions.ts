// The actions on a case: the form that asks, the decision that follows, and what goes out with it. One entry an action;
// whoever adds one writes its decision in `api/domain/register/actions/`, its form and words in `api/views/register/`.
import type { FormDefinition, Option, Values } from '../../../src/forms/field.ts';
import { ask } from '../../domain/register/actions/ask.ts';
import { assign } from '../../domain/register/actions/assign.ts';
import { note } from '../../domain/register/actions/note.ts';
import { take } from '../../domain/register/actions/take.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { DecideAction } from '../../domain/register/office-step.ts';
import { type CaseAction, may } from '../../domain/register/rights.ts';
import type { AlongsideStep } from '../../store/steps.ts';
import type { Markup } from '../../views/page.ts';
import { askForm, assignForm, noteForm, takeForm } from '../../views/register/action-forms.ts';
import type { RegisterContext } from './env.ts';

type Given<T> = (c: RegisterContext, of: OfficeCase) => Promise<T> | T;

export interface ActionEntry {
  /** Checks what is sent. The same object each time, because its schema is kept by it. */
  readonly form: FormDefinition;
  /** Choices of this case for fields that the form takes as text; a page shows them as lists. */
  readonly choices?: Given<Readonly<Record<string, readonly Option[]>>>;
  /** What the form starts with. */
  readonly start?: Given<Values>;
  /** What is to be seen above the form, and beside it. */
  readonly above?: Given<Markup>;
  readonly beside?: Given<Markup>;
  readonly decide: Given<DecideAction>;
  /** What else belongs into the same commit, such as letters. */
  readonly alongside?: Given<AlongsideStep>;
  /** Done by one button on the case's own page, because there is nothing to ask. */
  readonly direct?: true;
}

/** Those whom the case may be given to. */
async function assignees(c: RegisterContext, { of }: OfficeCase): Promise<readonly Option[]> {
  const people = (await c.var.deps.people.list()).filter(person => may(person, 'open', of.standing));
  return [
    { id: '', label: 'Nevienam – lai paliek brīva' },
    ...people.map(({ id, name }) => ({ id, label: name })),
  ];
}

export const ACTION_ENTRIES: Readonly<Partial<Record<CaseAction, ActionEntry>>> = {
  take: { form: takeForm, decide: () => take, direct: true },
  assign: {
    form: assignForm,
    choices: async (c, of) => ({ assignee: await assignees(c, of) }),
    start: (_, { of }) => ({ assignee: of.standing.assignee ?? '' }),
    decide: async c => assign(await c.var.deps.people.list()),
  },
  note: { form: noteForm, decide: () => note },
  ask: { form: askForm, decide: () => ask },
};
