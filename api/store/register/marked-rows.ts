// The only writers of the rows that let somebody into the register: people, passkeys, recovery codes, invitations,
// sessions. Each row is written with its keyed mark, and all of a person's rows together (decision 0041).
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { insertRows } from '../rows.ts';
import { type Held, type Holdings, type MarkTools, markedReader, type Unmarked } from './marked-reading.ts';
import {
  columnsOf,
  KEY,
  type MarkedTable,
  OF,
  OWNED,
  type OwnedTable,
  SHAPES,
  valuesOf,
} from './marked-shapes.ts';

export type { Unmarked } from './marked-reading.ts';
export type { OwnedTable } from './marked-shapes.ts';

/** A change of a person's records: the statements, and what the event that records it has to tell besides. */
interface Revision {
  readonly statements: readonly Statement[];
  readonly detail: { readonly of: string; readonly generation: number };
}

export type Change = (held: Holdings) => Holdings;

export interface MarkedRows {
  /** People whose records hold; `where` speaks of `p`. */
  people(where?: string, args?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Rows that hold, of people whose records hold; `where` speaks of `t`. */
  owned(table: OwnedTable, where: string, args?: readonly SqlValue[]): Promise<readonly Held[]>;
  /**
   * Changes a person's records. To be called in the journal's turn that runs the statements and appends an event of the
   * register with `detail`: all records of the person move to the next generation, so that no earlier row of theirs
   * holds any more.
   */
  revise(person: string, ...changes: readonly Change[]): Promise<Revision>;
  /** Writes a row anew within its generation. `changed` may name marked columns other than key and generation. */
  remark(table: OwnedTable, row: Row, changed: Row): Promise<Statement>;
  /** People whose records don't hold: id and name as they are in the row. */
  lost(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** All records that don't hold. */
  unmarked(): Promise<readonly Unmarked[]>;
  /** Gives marks to all rows as they are; only for a register that never had any (`api/jobs/mark-people.ts`). */
  adopt(): Promise<readonly Revision[]>;
  /** Whether the chain tells that records were marked before. */
  everMarked(): Promise<boolean>;
}

/** The rows over any engine behind the port. */
export function markedRows(database: Database, tools: MarkTools): MarkedRows {
  const { marks } = tools;
  const { people, owned, holdingsOf, toldOf, lost, unmarked } = markedReader(database, tools);

  const insert = async (table: MarkedTable, rows: readonly Row[], more = ''): Promise<Statement[]> => {
    const columns = columnsOf(table);
    const values = await Promise.all(
      rows.map(async row => [
        ...columns.map(column => row[column] ?? null),
        await marks.of(table, valuesOf(table, row)),
      ]),
    );
    return insertRows(table, [...columns, 'mark'], values, more);
  };

  const REPLACE = `ON CONFLICT (id) DO UPDATE SET ${[...SHAPES.people.marked.slice(1), 'mark']
    .map(column => `${column} = excluded.${column}`)
    .join(', ')}`;

  async function written(id: string, generation: number, holdings: Holdings): Promise<Revision> {
    const anew = (table: MarkedTable): Row[] => holdings[table].map(row => ({ ...row, generation }));
    const statements = await insert('people', anew('people'), REPLACE);
    for (const table of OWNED) {
      statements.push({ sql: `DELETE FROM ${table} WHERE person = ?`, args: [id] });
      statements.push(...(await insert(table, anew(table))));
    }
    return { statements, detail: { of: id, generation } };
  }

  return {
    people,
    owned,
    async revise(person, ...changes) {
      const next = changes.reduce((held, change) => change(held), await holdingsOf(person));
      if (next.people.length === 0) throw new Error(`no record of person ${person} holds`);
      return written(person, (await toldOf(person)) + 1, next);
    },
    async remark(table, row, changed) {
      const next = { ...row, ...changed };
      const names = Object.keys(changed);
      return {
        sql: `UPDATE ${table} SET ${names.map(name => `${name} = ?`).join(', ')}, mark = ?
          WHERE ${KEY[table]} = ? AND generation = ?`,
        args: [
          ...names.map(name => next[name] ?? null),
          await marks.of(table, valuesOf(table, next)),
          row[KEY[table]] ?? null,
          row['generation'] ?? null,
        ],
      };
    },
    lost,
    unmarked,
    async adopt() {
      const { rows } = await database.execute({
        sql: `SELECT ${columnsOf('people').join(', ')} FROM people`,
      });
      const revisions: Revision[] = [];
      for (const person of rows) {
        const id = String(person['id']);
        const of = async (table: OwnedTable) => {
          const sql = `SELECT ${columnsOf(table).join(', ')} FROM ${table} WHERE person = ?`;
          return (await database.execute({ sql, args: [id] })).rows;
        };
        revisions.push(
          await written(id, 1, {
            people: [person],
            passkeys: await of('passkeys'),
            recovery_codes: await of('recovery_codes'),
            invitations: await of('invitations'),
            // Signing in again is cheap.
            sessions: [],
          }),
        );
      }
      return revisions;
    },
    async everMarked() {
      const { rows } = await database.execute({
        sql: `SELECT 1 AS one FROM events e INDEXED BY events_of_person WHERE e.reference = 'REGISTRS' AND ${OF} > '' LIMIT 1`,
      });
      return rows.length > 0;
    },
  };
}
