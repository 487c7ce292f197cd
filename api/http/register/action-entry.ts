// What an action on a case is made of for HTTP.
import type { FieldError, FormDefinition, Option, Values } from '../../../src/forms/field.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { DecideAction, OfficeRefusal } from '../../domain/register/office-step.ts';
import type { AlongsideStep } from '../../store/steps.ts';
import type { Markup } from '../../views/page.ts';
import type { HeldFile } from '../attached.ts';
import type { RegisterContext } from './env.ts';

type Given<T> = (c: RegisterContext, of: OfficeCase) => Promise<T> | T;

/** What was sent, as checked by the form. */
export type Sent = Readonly<Record<string, unknown>>;

export interface ActionEntry {
  /** Checks what is sent. The same object each time, because its schema is kept by it; which one may depend on the case. */
  readonly form: FormDefinition | ((c: RegisterContext, of: OfficeCase) => FormDefinition);
  /** Checks what is sent, where the page does not always show all of it: a send that is repeated must still pass. */
  readonly accepts?: FormDefinition;
  /** Why there is nothing to do here, whoever asks; the action is not offered then. */
  readonly unavailable?: (c: RegisterContext, of: OfficeCase) => OfficeRefusal | null;
  /** Choices of this case for fields that the form takes as text; a page shows them as lists. */
  readonly choices?: Given<Readonly<Record<string, readonly Option[]>>>;
  /** What the form starts with. */
  readonly start?: Given<Values>;
  /** What is to be seen above the form, and beside it. */
  readonly above?: Given<Markup | string>;
  readonly beside?: Given<Markup | string>;
  /** What one field alone can't tell: it depends on another, or on the case. */
  readonly check?: (c: RegisterContext, of: OfficeCase, sent: Sent) => readonly FieldError[];
  /** Fills fields from what was chosen, at the button of a section (`insert`); the rest stays as typed. */
  readonly fill?: (c: RegisterContext, of: OfficeCase, values: Values) => Values;
  /** What will come of it, shown before it is stored. The form has the flags `insert`, `edit` and `send`. */
  readonly preview?: (c: RegisterContext, of: OfficeCase, sent: Sent, files: readonly HeldFile[]) => Markup;
  readonly decide: (
    c: RegisterContext,
    of: OfficeCase,
    sent: Sent,
    files: readonly HeldFile[],
  ) => Promise<DecideAction> | DecideAction;
  /** Its form begins with the files of the last draft, and what is left out of them is gone with the step. */
  readonly takesDraft?: true;
  /** What else belongs into the same commit, such as letters. */
  readonly alongside?: Given<AlongsideStep>;
  /** Where to go afterwards, under the case's address; its own page unless told. */
  readonly next?: (c: RegisterContext, of: OfficeCase, sent: Sent) => string | null;
  /** Whoever takes it may not see the case afterwards: back to the worklist. */
  readonly leavesCase?: true;
  /** Done by one button on the case's own page, because there is nothing to ask. */
  readonly direct?: true;
}

/** The form of this case. */
export const entryForm = (entry: ActionEntry, c: RegisterContext, of: OfficeCase): FormDefinition =>
  typeof entry.form === 'function' ? entry.form(c, of) : entry.form;
