// Cases for export in SQL, page by page: later writes change no page.

import type { Kind } from '../../../src/contract/kinds.ts';
import type { WorkRow } from '../../domain/register/work.ts';
import type { State } from '../../domain/submission.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, SqlValue } from '../database.ts';
import { textsIn } from '../stored-json.ts';
import { SEEN, seenBy, type Viewer } from './worklist.ts';

export interface ExportQuery {
  readonly viewer: Viewer;
  /** Instants, ISO 8601 in UTC; the second is exclusive. */
  readonly from: string;
  readonly to: string;
  readonly kind?: Kind | undefined;
  readonly state?: State | undefined;
  readonly service?: string | undefined;
}

export interface ExportedCase
  extends Pick<
    WorkRow,
    'id' | 'reference' | 'kind' | 'state' | 'receivedAt' | 'dueOn' | 'closedAt' | 'service' | 'spam'
  > {
  readonly channel: string;
  readonly rulePoints: readonly string[];
  readonly outcome: string | null;
  readonly satisfaction: number | null;
  readonly effort: number | null;
}

/** Their number, and the last of them at present. */
export interface Extent {
  readonly count: number;
  readonly last: number;
}

export interface ExportStore {
  extent(query: ExportQuery): Promise<Extent>;
  /** Oldest first. */
  page(
    query: ExportQuery,
    options: { readonly after: number; readonly last: number; readonly limit: number },
  ): Promise<readonly ExportedCase[]>;
}

function conditions(query: ExportQuery): { where: string; args: SqlValue[] } {
  const filters = (['kind', 'state', 'service'] as const).flatMap(name =>
    query[name] === undefined ? [] : [[`s.${name} = ?`, query[name]] as const],
  );
  return {
    where: [
      'received_at >= ?',
      'received_at < ?',
      "handling = 'ordinary'",
      SEEN,
      ...filters.map(([sql]) => sql),
    ].join(' AND '),
    args: [query.from, query.to, ...seenBy(query.viewer), ...filters.map(([, value]) => value)],
  };
}

const numberOrNull = (value: SqlValue | undefined): number | null =>
  typeof value === 'number' ? value : null;

const toCase = (row: Row): ExportedCase => ({
  id: Number(row['id']),
  reference: String(row['reference']),
  kind: row['kind'] as Kind,
  state: row['state'] as State,
  receivedAt: String(row['received_at']),
  dueOn: textOrNull(row['due_on']),
  closedAt: textOrNull(row['closed_at']),
  service: textOrNull(row['service']),
  spam: row['spam'] as ExportedCase['spam'],
  channel: String(row['channel']),
  rulePoints: textsIn(row['rule_points']),
  outcome: textOrNull(row['outcome']),
  satisfaction: numberOrNull(row['satisfaction']),
  effort: numberOrNull(row['effort']),
});

const COLUMNS = `s.id, s.reference, kind, state, received_at, due_on, closed_at, service, spam, channel, rule_points, outcome,
  r.satisfaction, r.effort`;

/** Export over any engine behind the port. */
export function exportStore(database: Database): ExportStore {
  return {
    async extent(query) {
      const { where, args } = conditions(query);
      const sql = `SELECT count(*) AS n, coalesce(max(s.id), 0) AS last FROM submissions s WHERE ${where}`;
      const { rows } = await database.execute({ sql, args });
      return { count: Number(rows[0]?.['n']), last: Number(rows[0]?.['last']) };
    },
    async page(query, { after, last, limit }) {
      const { where, args } = conditions(query);
      const { rows } = await database.execute({
        sql: `SELECT ${COLUMNS} FROM submissions s LEFT JOIN ratings r ON r.reference = s.reference
          WHERE s.id > ? AND s.id <= ? AND ${where} ORDER BY s.id LIMIT ?`,
        args: [after, last, ...args, limit],
      });
      return rows.map(toCase);
    },
  };
}
