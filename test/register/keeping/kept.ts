// A closed case whose retention term is over, for the retention tests.

import type { TestApp } from '../../api/harness.ts';
import { answerAt } from '../../support/long-ago.ts';
import { type StaffMember, staffMember } from '../../support/staff.ts';
import { type Filed, file } from '../desk.ts';

/** Closes a case as an answer on that day would, directly in the store. */
export async function closed(
  test: TestApp,
  { at = '2020-03-05T09:00:00Z', body }: { readonly at?: string; readonly body?: object } = {},
): Promise<Filed> {
  const filed = await file(test, body);
  await answerAt(test, filed.reference, at);
  return filed;
}

export const director = (test: TestApp): Promise<StaffMember> =>
  staffMember(test, { roles: ['director'], name: 'Pēteris Paraugs', directoryId: 'peteris-paraugs' });

export const isThere = async ({ deps }: TestApp, { reference }: Filed): Promise<boolean> =>
  (await deps.submissions.findByReference(reference)) !== null;
