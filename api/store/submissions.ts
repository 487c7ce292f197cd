// Submissions in SQL: reading them. How they come in stands in `intake.ts`.
import type { State, Submission, SubmissionEvent, SubmissionSummary } from '../domain/submission.ts';
import type { Database, Row, SqlValue } from './database.ts';

export interface Page {
  readonly limit: number;
  /** Id of the last row of the page before; rows come newest first. */
  readonly before?: number;
}

export interface Found {
  readonly submission: Submission;
  readonly events: readonly SubmissionEvent[];
}

export interface SubmissionStore {
  findByCode(codeHash: Uint8Array): Promise<Found | null>;
  findByIdempotency(idempotencyHash: Uint8Array): Promise<Submission | null>;
  findByReference(reference: string): Promise<Found | null>;
  list(page: Page): Promise<readonly SubmissionSummary[]>;
}

export const SUMMARY_COLUMNS = 'id, reference, kind, state, received_at, due_on, suspicions';
export const SUBMISSION_COLUMNS = `${SUMMARY_COLUMNS}, deadline, service, rule_points, window_id, for_office, for_code, content,
  content_digest, idempotency_hash, code_hash, receipt`;

const text = (row: Row, column: string): string => String(row[column]);
const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);
const blob = (row: Row, column: string): Uint8Array => row[column] as Uint8Array;
const json = (row: Row, column: string) => JSON.parse(text(row, column));

export function toSubmission(row: Row): Submission {
  const { id: _, ...summary } = toSummary(row);
  return {
    ...summary,
    dueExplanation: json(row, 'deadline'),
    service: textOrNull(row, 'service'),
    rulePoints: json(row, 'rule_points'),
    windowId: text(row, 'window_id'),
    forOffice: blob(row, 'for_office'),
    forCode: row['for_code'] as Uint8Array | null,
    content: blob(row, 'content'),
    contentDigest: row['content_digest'] as Uint8Array | null,
    idempotencyHash: blob(row, 'idempotency_hash'),
    codeHash: blob(row, 'code_hash'),
    receipt: text(row, 'receipt'),
  };
}

export function toSummary(row: Row): SubmissionSummary {
  return {
    id: Number(row['id']),
    reference: text(row, 'reference'),
    kind: text(row, 'kind') as Submission['kind'],
    state: text(row, 'state') as State,
    receivedAt: text(row, 'received_at'),
    dueOn: textOrNull(row, 'due_on'),
    suspicions: row['suspicions'] === null ? [] : json(row, 'suspicions'),
  };
}

const toEvent = (row: Row): SubmissionEvent => ({
  at: text(row, 'at'),
  kind: text(row, 'kind'),
  actor: text(row, 'actor'),
  detail: json(row, 'detail'),
});

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Both look-ups run whether or not the row exists, so that an unknown code asks the database as much as a known one. */
async function findWithEvents(
  database: Database,
  column: 'code_hash' | 'reference',
  value: SqlValue,
): Promise<Found | null> {
  const [found, events] = await database.batch([
    { sql: `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE ${column} = ?`, args: [value] },
    {
      sql: `SELECT e.at, e.kind, e.actor, e.detail FROM submissions s JOIN events e ON e.reference = s.reference
        WHERE s.${column} = ? ORDER BY e.seq`,
      args: [value],
    },
  ]);
  const row = found?.rows[0];
  return row ? { submission: toSubmission(row), events: (events?.rows ?? []).map(toEvent) } : null;
}

/** The store of submissions over any engine behind the port. */
export function submissionStore(database: Database): SubmissionStore {
  return {
    findByCode: codeHash => findWithEvents(database, 'code_hash', codeHash),
    findByReference: reference => findWithEvents(database, 'reference', reference),
    async findByIdempotency(hash) {
      const { rows } = await database.execute({
        sql: `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE idempotency_hash = ?`,
        args: [hash],
      });
      return rows[0] ? toSubmission(rows[0]) : null;
    },
    async list({ limit, before }) {
      const { rows } = await database.execute({
        sql: `SELECT ${SUMMARY_COLUMNS} FROM submissions WHERE id < ? ORDER BY id DESC LIMIT ?`,
        args: [before ?? Number.MAX_SAFE_INTEGER, limit],
      });
      return rows.map(toSummary);
    },
  };
}
