// Data from the site and the case used by several pages of the register.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { DeskData } from '../../../src/contract/desk.ts';
import type { Values } from '../../../src/forms/field.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { servingOf } from '../../domain/register/serving.ts';
import type { Sent } from './action-entry.ts';
import type { RegisterContext } from './env.ts';

/** Path of the printable letter under the case's address. */
export const LETTER = 'vestule/';

const NOTHING: Omit<DeskData, 'shells'> = {
  directory: [],
  rulePoints: [],
  replies: [],
  institutions: [],
  retention: [],
};

/** Empty when the site was built without it. */
export const deskOf = (c: RegisterContext): Omit<DeskData, 'shells'> => c.var.deps.site.desk ?? NOTHING;

/** Text of a field; empty when not filled in. */
export const textOf = (values: Values | Sent, name: string): string =>
  typeof values[name] === 'string' ? values[name] : '';

/** How an answer given now would be served; null when the content cannot be opened. */
export function servingNow(c: RegisterContext, { of: { submission, content } }: OfficeCase) {
  const { site, now } = c.var.deps;
  return content && servingOf(site, { kind: submission.kind, content, sentOn: rigaDate(now()) });
}
