// Survey responses in SQL, once per idempotency hash: the receipt decides, and the answers are stored only
// with it.
import type { NewResponse } from '../../domain/surveys/response.ts';
import type { SurveyDefinition } from '../../domain/surveys/versions.ts';
import type { Database, Row, Statement } from '../database.ts';
import { sameBytes } from '../submissions.ts';
import { landStatements } from './land.ts';

interface StoredResponse {
  readonly reference: string;
  readonly receivedOn: string;
  readonly receipt: string;
}

type ResponseOutcome =
  | { readonly outcome: 'stored' | 'repeated'; readonly response: StoredResponse }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'reference-taken' };

export interface ResponseStore {
  insert(response: NewResponse): Promise<ResponseOutcome>;
  /** The receipt of a response sent with this key. */
  findByIdempotency(
    idempotencyHash: Uint8Array,
  ): Promise<(StoredResponse & { readonly survey: string }) | null>;
  /** A version as it was asked of its first respondent; null when nobody has answered. */
  version(survey: string, version: number): Promise<SurveyDefinition | null>;
  /** True when a response with this mark was stored today. */
  seen(mark: Uint8Array, day: string): Promise<boolean>;
}

const INSERT = `INSERT INTO survey_receipts (idempotency_hash, survey, reference, received_on, receipt, content_digest, turn)
  VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const FIND = `SELECT survey, reference, received_on, receipt, content_digest, turn FROM survey_receipts
  WHERE idempotency_hash = ?`;
const MINE = 'EXISTS (SELECT 1 FROM survey_receipts WHERE idempotency_hash = ? AND turn = ?)';
const END_TURN = 'UPDATE survey_receipts SET turn = NULL WHERE idempotency_hash = ? AND turn = ?';

const toResponse = (row: Row) => ({
  survey: String(row['survey']),
  reference: String(row['reference']),
  receivedOn: String(row['received_on']),
  receipt: String(row['receipt']),
});

/** The marks of other days are deleted with the first of a new day. */
const noteSeen = (mark: Uint8Array, day: string, mine: readonly Uint8Array[]): Statement[] => [
  { sql: 'DELETE FROM survey_seen WHERE day <> ?', args: [day] },
  {
    sql: `INSERT INTO survey_seen (mark, day) SELECT ?, ? WHERE ${MINE} ON CONFLICT DO NOTHING`,
    args: [mark, day, ...mine],
  },
];

/** The store of survey responses over any engine behind the port. */
export const responseStore = (database: Database): ResponseStore => ({
  async insert({ landing, turn, seen, ...r }) {
    const mine = [r.idempotencyHash, turn];
    const results = await database.batch([
      {
        sql: INSERT,
        args: [r.idempotencyHash, r.survey, r.reference, r.receivedOn, r.receipt, r.contentDigest, turn],
      },
      { sql: FIND, args: [r.idempotencyHash] },
      ...landStatements([landing], { sql: MINE, args: mine }),
      ...(seen ? noteSeen(seen, r.receivedOn, mine) : []),
      { sql: END_TURN, args: mine },
    ]);
    const row = results[1]?.rows[0];
    if (!row) return { outcome: 'reference-taken' };
    if (row['turn'] !== null) return { outcome: 'stored', response: toResponse(row) };
    if (!sameBytes(row['content_digest'] as Uint8Array, r.contentDigest)) return { outcome: 'conflict' };
    return { outcome: 'repeated', response: toResponse(row) };
  },
  async findByIdempotency(hash) {
    const { rows } = await database.execute({ sql: FIND, args: [hash] });
    return rows[0] ? toResponse(rows[0]) : null;
  },
  async version(survey, version) {
    const { rows } = await database.execute({
      sql: 'SELECT definition FROM survey_versions WHERE survey = ? AND version = ?',
      args: [survey, version],
    });
    return rows[0] ? (JSON.parse(String(rows[0]['definition'])) as SurveyDefinition) : null;
  },
  async seen(mark, day) {
    const { rows } = await database.execute({
      sql: 'SELECT 1 FROM survey_seen WHERE mark = ? AND day = ?',
      args: [mark, day],
    });
    return rows.length > 0;
  },
});
