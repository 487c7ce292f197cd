// Due dates in SQL: terms that may have to be recounted, and storing the result.
import type { Kind } from '../../src/contract/kinds.ts';
import type { Database, Statement } from './database.ts';
import { textsIn } from './stored-json.ts';

export interface OpenCase {
  readonly id: number;
  readonly reference: string;
  readonly kind: Kind;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  readonly dueExplanation: readonly string[];
}

/** A term that staff have extended or restarted follows from their decision, not from the day of receipt. */
const PAGE = `SELECT id, reference, kind, received_at, due_on, deadline FROM submissions
  WHERE state IN ('received', 'in-review', 'needs-information', 'reopened') AND id > ?
  AND NOT EXISTS (SELECT 1 FROM events WHERE events.reference = submissions.reference
    AND events.kind IN ('due-extended', 'reopened'))
  ORDER BY id LIMIT ?`;

/** Open cases with ids above `after`, in order. */
export async function openCases(
  database: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly OpenCase[]> {
  const { rows } = await database.execute({ sql: PAGE, args: [after, limit] });
  return rows.map(row => ({
    id: Number(row['id']),
    reference: String(row['reference']),
    kind: row['kind'] as Kind,
    receivedAt: String(row['received_at']),
    dueOn: row['due_on'] === null ? null : String(row['due_on']),
    dueExplanation: textsIn(row['deadline']),
  }));
}

export const setDue = (
  reference: string,
  due: { readonly dueOn: string | null; readonly dueExplanation: readonly string[] },
): Statement => ({
  sql: 'UPDATE submissions SET due_on = ?, deadline = ? WHERE reference = ?',
  args: [due.dueOn, JSON.stringify(due.dueExplanation), reference],
});
