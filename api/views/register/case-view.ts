// The data of a case page.

import type { DirectoryEntry, RulePointText } from '../../../src/contract/desk.ts';
import type { NamedOption } from '../../../src/contract/site-bundle.ts';
import type { Explanation } from '../../domain/due.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { Person } from '../../domain/register/people.ts';
import type { CaseAction } from '../../domain/register/rights.ts';

export interface CaseNotice {
  readonly tone: 'success' | 'warn';
  readonly title: string;
  readonly text: string;
}

export interface OfferedAction {
  readonly action: CaseAction;
  /** By one button on this page. */
  readonly direct: boolean;
}

export interface CaseView {
  readonly of: OfficeCase;
  readonly person: Person;
  readonly now: Date;
  /** The last Riga date that counts as soon. */
  readonly soon: string;
  readonly explanation: Explanation;
  /** Riga date from which a reply sent by hand counts as notified; null when none was sent. */
  readonly notified: string | null;
  readonly services: readonly NamedOption[];
  readonly rulePoints: readonly RulePointText[];
  readonly directory: readonly DirectoryEntry[];
  readonly actions: readonly OfferedAction[];
  readonly idempotencyKey: string;
  readonly notice: CaseNotice | null;
}
