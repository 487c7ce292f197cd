// Publications about closed cases in SQL. A publication outlives the case: only the link is removed.

import type { Kind } from '../../../src/contract/kinds.ts';
import type { Publication } from '../../domain/register/publications.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { textsIn } from '../stored-json.ts';
import { seenBy, type Viewer } from './worklist.ts';

interface StoredPublication extends Publication {
  /** Null after the case was erased. */
  readonly reference: string | null;
}

export interface PublicationStore {
  /** Newest first; of a year, or all. */
  shown(options: { readonly year?: number; readonly limit: number }): Promise<readonly Publication[]>;
  /** The publication of a case; null when there is none. */
  ofCase(reference: string): Promise<StoredPublication | null>;
  /** Not withdrawn, newest first, with the case it is of; without those of cases that are kept from the viewer. */
  list(limit: number, viewer: Viewer): Promise<readonly StoredPublication[]>;
  find(id: string, viewer: Viewer): Promise<StoredPublication | null>;
  /** Statements for the batch that records them. */
  add(publication: StoredPublication): Statement[];
  withdraw(id: string, on: string): Statement[];
}

const COLUMNS = 'id, reference, published_on, kind, rule_points, said, changed';

const toPublication = (row: Row): StoredPublication => ({
  id: String(row['id']),
  reference: row['reference'] === null ? null : String(row['reference']),
  publishedOn: String(row['published_on']),
  kind: row['kind'] as Kind,
  rulePoints: textsIn(row['rule_points']),
  said: String(row['said']),
  changed: String(row['changed']),
});

/** Of `publications p`: under what the table of conflicts keeps whom a case was kept from, once the case is erased. */
export const PUBLICATION_KEPT = "'publication ' || p.id";
const NOT_KEPT = `AND NOT EXISTS (SELECT 1 FROM conflicts c
  WHERE c.reference IN (p.reference, ${PUBLICATION_KEPT}) AND c.who IN (?, ?) AND c.why <> 'lifted')`;

/** Publications over any engine behind the port. */
export function publicationStore(database: Database): PublicationStore {
  const read = async (where: string, args: SqlValue[]): Promise<StoredPublication[]> => {
    const sql = `SELECT ${COLUMNS} FROM publications p WHERE withdrawn_on IS NULL ${where}`;
    return (await database.execute({ sql, args })).rows.map(toPublication);
  };
  const newest = 'ORDER BY published_on DESC, id LIMIT ?';
  return {
    async shown({ year, limit }) {
      const of = year === undefined ? '' : 'AND published_on BETWEEN ? AND ?';
      const span = year === undefined ? [] : [`${year}-01-01`, `${year}-12-31`];
      const rows = await read(`${of} ${newest}`, [...span, limit]);
      return rows.map(({ reference: _, ...publication }) => publication);
    },
    ofCase: async reference => (await read('AND reference = ?', [reference]))[0] ?? null,
    list: (limit, viewer) => read(`${NOT_KEPT} ${newest}`, [...seenBy(viewer), limit]),
    find: async (id, viewer) => (await read(`AND id = ? ${NOT_KEPT}`, [id, ...seenBy(viewer)]))[0] ?? null,
    add: ({ id, reference, publishedOn, kind, rulePoints, said, changed }) => [
      {
        sql: `INSERT INTO publications (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        args: [id, reference, publishedOn, kind, JSON.stringify(rulePoints), said, changed],
      },
    ],
    withdraw: (id, on) => [
      {
        sql: 'UPDATE publications SET withdrawn_on = ? WHERE id = ? AND withdrawn_on IS NULL',
        args: [on, id],
      },
    ],
  };
}
