// The definition of an action on a case for HTTP.
import type { FieldError, FormDefinition, Option, Values } from '../../../src/forms/field.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { DecideAction, OfficeRefusal } from '../../domain/register/office-step.ts';
import type { AlongsideStep } from '../../store/steps.ts';
import type { Markup } from '../../views/page.ts';
import type { HeldFile } from '../attached.ts';
import type { RegisterContext } from './env.ts';

type Given<T> = (c: RegisterContext, of: OfficeCase) => Promise<T> | T;

/** The sent values, checked by the form. */
export type Sent = Readonly<Record<string, unknown>>;

export interface ActionEntry {
  /**
   * Validates the sent form. Must be the same object each time, because its schema is cached by it; which
   * object may depend on the case.
   */
  readonly form: FormDefinition | ((c: RegisterContext, of: OfficeCase) => FormDefinition);
  /**
   * Validates the sent form when the page does not always show all of it: a repeated send must still pass.
   */
  readonly accepts?: FormDefinition;
  /** Why the action does not apply, regardless of the user; it is then not offered. */
  readonly unavailable?: (c: RegisterContext, of: OfficeCase) => OfficeRefusal | null;
  /** Options of this case for fields that the form defines as text; a page shows them as lists. */
  readonly choices?: Given<Readonly<Record<string, readonly Option[]>>>;
  /** Initial values of the form. */
  readonly start?: Given<Values>;
  /** Content above the form, and beside it. */
  readonly above?: Given<Markup | string>;
  readonly beside?: Given<Markup | string>;
  /** Checks that depend on several fields or on the case. */
  readonly check?: (c: RegisterContext, of: OfficeCase, sent: Sent) => readonly FieldError[];
  /** Fills fields from the chosen option, at the button of a section (`insert`); the rest stays as typed. */
  readonly fill?: (c: RegisterContext, of: OfficeCase, values: Values) => Values;
  /**
   * A preview of the result, shown before it is stored. The form has the flags `insert`, `edit` and `send`.
   */
  readonly preview?: (c: RegisterContext, of: OfficeCase, sent: Sent, files: readonly HeldFile[]) => Markup;
  readonly decide: (
    c: RegisterContext,
    of: OfficeCase,
    sent: Sent,
    files: readonly HeldFile[],
  ) => Promise<DecideAction> | DecideAction;
  /** The form starts with the files of the last draft; files left out are deleted with the step. */
  readonly takesDraft?: true;
  /** Statements for the same commit, such as letters. */
  readonly alongside?: Given<AlongsideStep>;
  /** Where to go afterwards, under the case's address; the case's own page by default. */
  readonly next?: (c: RegisterContext, of: OfficeCase, sent: Sent) => string | null;
  /** The user may not be allowed to see the case afterwards: return to the worklist. */
  readonly leavesCase?: true;
  /** Done by one button on the case's own page, because it needs no input. */
  readonly direct?: true;
}

/** The form for this case. */
export const entryForm = (entry: ActionEntry, c: RegisterContext, of: OfficeCase): FormDefinition =>
  typeof entry.form === 'function' ? entry.form(c, of) : entry.form;
