// Cases for figures: rows with the columns that figures read, and no content.
import type { Database, SqlValue } from '../../api/store/database.ts';
import { insertRows } from '../../api/store/rows.ts';

export interface Row {
  readonly receivedAt: string;
  readonly closedAt?: string | null;
  readonly dueOn?: string | null;
  readonly kind?: string;
  readonly state?: string;
  readonly service?: string | null;
  readonly points?: readonly string[];
  readonly outcome?: string | null;
  readonly channel?: string;
  readonly spam?: string | null;
  readonly handling?: string;
  readonly assignee?: string | null;
  readonly rated?: { readonly satisfaction: number; readonly effort?: number; readonly at?: string };
}

const NOTHING = new Uint8Array(1);
let made = 0;

const COLUMNS = [
  'reference',
  'kind',
  'state',
  'received_at',
  'due_on',
  'deadline',
  'service',
  'rule_points',
  'window_id',
  'for_office',
  'content',
  'idempotency_hash',
  'code_hash',
  'receipt',
  'closed_at',
  'outcome',
  'channel',
  'spam',
  'handling',
  'assignee',
  'screened_at',
];

function valuesOf(row: Row, reference: string): SqlValue[] {
  const unique = new TextEncoder().encode(reference);
  return [
    reference,
    row.kind ?? 'complaint',
    row.state ?? (row.closedAt ? 'answered' : 'received'),
    row.receivedAt,
    row.dueOn === undefined ? '2026-12-31' : row.dueOn,
    '[]',
    row.service ?? null,
    JSON.stringify(row.points ?? []),
    'w',
    NOTHING,
    NOTHING,
    unique,
    unique,
    '',
    row.closedAt ?? null,
    row.outcome ?? null,
    row.channel ?? 'web',
    row.spam ?? null,
    row.handling ?? 'ordinary',
    row.assignee ?? null,
    row.receivedAt,
  ];
}

/** Stores the cases and returns their references. */
export async function fill(database: Database, rows: readonly Row[]): Promise<string[]> {
  const references = rows.map((_, i) => `T-${String(made + i).padStart(9, '0')}`);
  made += rows.length;
  const ratings = rows.flatMap(({ rated, closedAt, receivedAt }, i) =>
    rated
      ? [[references[i] ?? '', rated.at ?? closedAt ?? receivedAt, rated.satisfaction, rated.effort ?? null]]
      : [],
  );
  await database.batch([
    ...insertRows(
      'submissions',
      COLUMNS,
      rows.map((row, i) => valuesOf(row, references[i] ?? '')),
    ),
    ...insertRows('ratings', ['reference', 'given_at', 'satisfaction', 'effort'], ratings),
  ]);
  return references;
}

/** `n` copies of a row. */
export const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row);
