// Reading submissions in SQL. Storing them is in `intake.ts`, steps on them in `steps.ts`.
import type { StoredCase } from '../domain/case.ts';
import type { State, Submission, SubmissionEvent, SubmissionSummary } from '../domain/submission.ts';
import {
  MESSAGE_COLUMNS,
  RATING_COLUMNS,
  STANDING_COLUMNS,
  toMessage,
  toRating,
  toStanding,
} from './case-rows.ts';
import type { Database, Row, SqlValue, Statement } from './database.ts';
import { list } from './rows.ts';
import { factsIn, textsIn } from './stored-json.ts';

interface Page {
  readonly limit: number;
  /** Id of the last row of the previous page; rows are newest first. */
  readonly before?: number;
}

export interface SubmissionStore {
  findByCode(codeHash: Uint8Array): Promise<StoredCase | null>;
  findByIdempotency(idempotencyHash: Uint8Array): Promise<Submission | null>;
  findByReference(reference: string): Promise<StoredCase | null>;
  /** For the batch that stores a submission filed on the English pages; all others are Latvian. */
  filedInEnglish(reference: string): Statement;
  list(page: Page): Promise<readonly SubmissionSummary[]>;
  /** Sealed content of several submissions by reference, for lists with subjects. */
  sealed(references: readonly string[]): Promise<ReadonlyMap<string, SealedContent>>;
}

type SealedContent = Pick<Submission, 'reference' | 'content' | 'windowId' | 'forOffice' | 'forCode'>;

export const SUMMARY_COLUMNS = 'id, reference, kind, state, received_at, due_on, suspicions';
export const SUBMISSION_COLUMNS = `${SUMMARY_COLUMNS}, deadline, service, rule_points, window_id, for_office, for_code, content,
  content_digest, idempotency_hash, code_hash, receipt`;

const text = (row: Row, column: string): string => String(row[column]);
const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);
const blob = (row: Row, column: string): Uint8Array => row[column] as Uint8Array;

export function toSubmission(row: Row): Submission {
  const { id: _, ...summary } = toSummary(row);
  return {
    ...summary,
    dueExplanation: textsIn(row['deadline']),
    service: textOrNull(row, 'service'),
    rulePoints: textsIn(row['rule_points']),
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

const toSealed = (row: Row): SealedContent => ({
  reference: text(row, 'reference'),
  content: blob(row, 'content'),
  windowId: text(row, 'window_id'),
  forOffice: blob(row, 'for_office'),
  forCode: row['for_code'] as Uint8Array | null,
});

export function toSummary(row: Row): SubmissionSummary {
  return {
    id: Number(row['id']),
    reference: text(row, 'reference'),
    kind: text(row, 'kind') as Submission['kind'],
    state: text(row, 'state') as State,
    receivedAt: text(row, 'received_at'),
    dueOn: textOrNull(row, 'due_on'),
    suspicions: textsIn(row['suspicions']),
  };
}

const toEvent = (row: Row): SubmissionEvent => ({
  at: text(row, 'at'),
  kind: text(row, 'kind'),
  actor: text(row, 'actor'),
  detail: factsIn(row['detail']),
});

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/**
 * The data of a submission is queried whether or not it exists, so that an unknown code costs as much as a
 * known one.
 */
async function findCase(
  database: Database,
  column: 'code_hash' | 'reference',
  value: SqlValue,
): Promise<StoredCase | null> {
  const of = (columns: string, table: string, order = '') => ({
    sql: `SELECT ${columns} FROM submissions s JOIN ${table} t ON t.reference = s.reference
      WHERE s.${column} = ? ${order}`,
    args: [value],
  });
  const [found, events, messages, ratings] = await database.batch([
    {
      sql: `SELECT ${SUBMISSION_COLUMNS}, ${STANDING_COLUMNS} FROM submissions s WHERE ${column} = ?`,
      args: [value],
    },
    of('t.at, t.kind, t.actor, t.detail', 'events', 'ORDER BY t.seq'),
    of(MESSAGE_COLUMNS, 'messages', 'ORDER BY t.n'),
    of(RATING_COLUMNS, 'ratings'),
  ]);
  const row = found?.rows[0];
  if (!row) return null;
  const rating = ratings?.rows[0];
  return {
    submission: toSubmission(row),
    events: (events?.rows ?? []).map(toEvent),
    standing: toStanding(row, rating !== undefined),
    messages: (messages?.rows ?? []).map(toMessage),
    rating: rating ? toRating(rating) : null,
  };
}

/** The store of submissions over any engine behind the port. */
export function submissionStore(database: Database): SubmissionStore {
  return {
    findByCode: codeHash => findCase(database, 'code_hash', codeHash),
    findByReference: reference => findCase(database, 'reference', reference),
    async findByIdempotency(hash) {
      const { rows } = await database.execute({
        sql: `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE idempotency_hash = ?`,
        args: [hash],
      });
      return rows[0] ? toSubmission(rows[0]) : null;
    },
    filedInEnglish: reference => ({
      sql: "UPDATE submissions SET language = 'en' WHERE reference = ?",
      args: [reference],
    }),
    async list({ limit, before }) {
      const { rows } = await database.execute({
        sql: `SELECT ${SUMMARY_COLUMNS} FROM submissions WHERE id < ? ORDER BY id DESC LIMIT ?`,
        args: [before ?? Number.MAX_SAFE_INTEGER, limit],
      });
      return rows.map(toSummary);
    },
    async sealed(references) {
      if (references.length === 0) return new Map();
      const { rows } = await database.execute({
        sql: `SELECT reference, content, window_id, for_office, for_code FROM submissions
          WHERE reference IN ${list(references)}`,
        args: references,
      });
      return new Map(rows.map(row => [text(row, 'reference'), toSealed(row)]));
    },
  };
}
