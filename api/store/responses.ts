// Survey responses in SQL, once per idempotency hash.
import type { NewResponse } from '../domain/response.ts';
import type { Database } from './database.ts';
import { sameBytes } from './submissions.ts';

export interface StoredResponse {
  readonly reference: string;
  readonly receivedOn: string;
  readonly receipt: string;
}

export type ResponseOutcome =
  | { readonly outcome: 'stored' | 'repeated'; readonly response: StoredResponse }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'reference-taken' };

export interface ResponseStore {
  insert(response: NewResponse): Promise<ResponseOutcome>;
  /** The receipt of a response sent with this key. */
  findByIdempotency(
    idempotencyHash: Uint8Array,
  ): Promise<(StoredResponse & { readonly survey: string }) | null>;
}

const INSERT = `INSERT INTO survey_responses (survey, version, received_on, answers, content_digest, idempotency_hash,
  reference, receipt, suspicions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`;
const FIND = `SELECT survey, reference, received_on, receipt, content_digest FROM survey_responses
  WHERE idempotency_hash = ?`;

/** The store of survey responses over any engine behind the port. */
export function responseStore(database: Database): ResponseStore {
  return {
    async insert(r) {
      const [inserted, found] = await database.batch([
        {
          sql: INSERT,
          args: [
            r.survey,
            r.version,
            r.receivedOn,
            JSON.stringify(r.answers),
            r.contentDigest,
            r.idempotencyHash,
            r.reference,
            r.receipt,
            r.suspicions.length > 0 ? JSON.stringify(r.suspicions) : null,
          ],
        },
        { sql: FIND, args: [r.idempotencyHash] },
      ]);
      const row = found?.rows[0];
      if (!row) return { outcome: 'reference-taken' };
      const outcome = inserted?.rows.length === 1 ? 'stored' : 'repeated';
      if (!sameBytes(row['content_digest'] as Uint8Array, r.contentDigest)) return { outcome: 'conflict' };
      return {
        outcome,
        response: {
          reference: String(row['reference']),
          receivedOn: String(row['received_on']),
          receipt: String(row['receipt']),
        },
      };
    },
    async findByIdempotency(hash) {
      const { rows } = await database.execute({ sql: FIND, args: [hash] });
      const row = rows[0];
      return row
        ? {
            survey: String(row['survey']),
            reference: String(row['reference']),
            receivedOn: String(row['received_on']),
            receipt: String(row['receipt']),
          }
        : null;
    },
  };
}
