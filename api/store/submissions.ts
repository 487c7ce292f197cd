// Submissions in SQL. One batch stores the row and its first event, or neither, and reads back what now stands.
import type {
  NewSubmission,
  State,
  Submission,
  SubmissionEvent,
  SubmissionSummary,
} from '../domain/submission.ts';
import type { Database, Row, SqlValue, Statement } from './database.ts';

export type InsertOutcome =
  | { readonly outcome: 'stored' | 'repeated'; readonly submission: Submission }
  /** The key is known with other content. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'reference-taken' };

export interface Page {
  readonly limit: number;
  /** Id of the last row of the page before; rows come newest first. */
  readonly before?: number;
}

export interface SubmissionStore {
  /** Stores once per idempotency hash, then what belongs to it; resolves after the commits are on disk. */
  insert(submission: NewSubmission, statements?: readonly Statement[]): Promise<InsertOutcome>;
  findByCode(
    codeHash: Uint8Array,
  ): Promise<{ submission: Submission; events: readonly SubmissionEvent[] } | null>;
  findByIdempotency(idempotencyHash: Uint8Array): Promise<Submission | null>;
  findByReference(
    reference: string,
  ): Promise<{ submission: Submission; events: readonly SubmissionEvent[] } | null>;
  list(page: Page): Promise<readonly SubmissionSummary[]>;
}

const COLUMNS = `id, reference, kind, state, received_at, due_on, deadline, content, content_digest,
  idempotency_hash, code_hash, receipt`;

const INSERT = `INSERT INTO submissions (reference, kind, received_at, due_on, deadline, content, content_digest,
  idempotency_hash, code_hash, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`;

const FIRST_EVENT = `INSERT INTO events (submission_id, at, kind)
  SELECT id, received_at, 'received' FROM submissions AS s WHERE s.idempotency_hash = ?
  AND NOT EXISTS (SELECT 1 FROM events WHERE submission_id = s.id)`;

const text = (row: Row, column: string): string => String(row[column]);
const blob = (row: Row, column: string): Uint8Array => row[column] as Uint8Array;

function toSubmission(row: Row): Submission {
  return {
    ...toSummary(row),
    dueExplanation: JSON.parse(text(row, 'deadline')),
    content: JSON.parse(text(row, 'content')),
    contentDigest: blob(row, 'content_digest'),
    idempotencyHash: blob(row, 'idempotency_hash'),
    codeHash: blob(row, 'code_hash'),
    receipt: text(row, 'receipt'),
  };
}

function toSummary(row: Row): SubmissionSummary {
  return {
    id: Number(row['id']),
    reference: text(row, 'reference'),
    kind: text(row, 'kind') as Submission['kind'],
    state: text(row, 'state') as State,
    receivedAt: text(row, 'received_at'),
    dueOn: row['due_on'] === null ? null : text(row, 'due_on'),
  };
}

const toEvent = (row: Row): SubmissionEvent => ({ at: text(row, 'at'), kind: text(row, 'kind') });

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

function insertArgs(s: NewSubmission): SqlValue[] {
  return [
    s.reference,
    s.kind,
    s.receivedAt,
    s.dueOn,
    JSON.stringify(s.dueExplanation),
    JSON.stringify(s.content),
    s.contentDigest,
    s.idempotencyHash,
    s.codeHash,
    s.receipt,
  ];
}

/** Both look-ups run whether or not the row exists, so that an unknown code takes as long as a known one. */
async function findWithEvents(database: Database, column: 'code_hash' | 'reference', value: SqlValue) {
  const [found, events] = await database.batch([
    { sql: `SELECT ${COLUMNS} FROM submissions WHERE ${column} = ?`, args: [value] },
    {
      sql: `SELECT e.at, e.kind FROM events e JOIN submissions s ON s.id = e.submission_id
        WHERE s.${column} = ? ORDER BY e.id`,
      args: [value],
    },
  ]);
  const row = found?.rows[0];
  return row ? { submission: toSubmission(row), events: (events?.rows ?? []).map(toEvent) } : null;
}

/** The store of submissions over any engine behind the port. */
export function submissionStore(database: Database): SubmissionStore {
  return {
    async insert(submission, statements = []) {
      const [inserted, , found] = await database.batch([
        { sql: INSERT, args: insertArgs(submission) },
        { sql: FIRST_EVENT, args: [submission.idempotencyHash] },
        {
          sql: `SELECT ${COLUMNS} FROM submissions WHERE idempotency_hash = ?`,
          args: [submission.idempotencyHash],
        },
      ]);
      const row = found?.rows[0];
      if (!row) return { outcome: 'reference-taken' };
      const stored = toSubmission(row);
      if (!sameBytes(stored.contentDigest, submission.contentDigest)) return { outcome: 'conflict' };
      if (inserted?.rows.length !== 1) return { outcome: 'repeated', submission: stored };
      await database.batch(statements);
      return { outcome: 'stored', submission: stored };
    },
    findByCode: codeHash => findWithEvents(database, 'code_hash', codeHash),
    findByReference: reference => findWithEvents(database, 'reference', reference),
    async findByIdempotency(hash) {
      const { rows } = await database.execute({
        sql: `SELECT ${COLUMNS} FROM submissions WHERE idempotency_hash = ?`,
        args: [hash],
      });
      return rows[0] ? toSubmission(rows[0]) : null;
    },
    async list({ limit, before }) {
      const { rows } = await database.execute({
        sql: `SELECT id, reference, kind, state, received_at, due_on FROM submissions
          WHERE id < ? ORDER BY id DESC LIMIT ?`,
        args: [before ?? Number.MAX_SAFE_INTEGER, limit],
      });
      return rows.map(toSummary);
    },
  };
}
