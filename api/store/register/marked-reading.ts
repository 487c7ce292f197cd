// Reading the rows that let somebody in: one that does not bear the system's mark is treated as not there.
import type { Marks } from '../../domain/register/marks.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import {
  columnsOf,
  KEY,
  type MarkedTable,
  OWNED,
  type OwnedTable,
  ownedSql,
  PERSON_SQL,
  SHAPES,
  TOLD,
  valuesOf,
  without,
} from './marked-shapes.ts';

/** Everything of one person that holds, as rows. */
export type Holdings = Readonly<Record<MarkedTable, readonly Row[]>>;

/** A record that does not bear the system's mark. */
export interface Unmarked {
  readonly table: MarkedTable;
  /** Id of the person it says it belongs to. */
  readonly person: string;
}

/** A row that holds, with its person's. */
export interface Held {
  readonly row: Row;
  readonly person: Row;
}

/** What the rows need besides the database. */
export interface MarkTools {
  readonly marks: Marks;
  /** Told once of each record that does not hold, for the operator's log. */
  readonly onUnmarked?: (record: Unmarked) => void;
}

const NOBODY: Holdings = { people: [], passkeys: [], recovery_codes: [], invitations: [], sessions: [] };

export interface MarkedReader {
  people(where?: string, args?: readonly SqlValue[]): Promise<readonly Row[]>;
  owned(table: OwnedTable, where: string, args?: readonly SqlValue[]): Promise<readonly Held[]>;
  holdingsOf(person: string): Promise<Holdings>;
  /** The generation that the chain, or this process, last knew of a person; 0 for nobody. */
  toldOf(person: string): Promise<number>;
  /** People whose records don't hold: id and name as they are in the row. */
  lost(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  unmarked(): Promise<readonly Unmarked[]>;
}

/** Reading over any engine behind the port. */
export function markedReader(database: Database, { marks, onUnmarked }: MarkTools): MarkedReader {
  /** The latest generation this process has seen of each person: an older row with its event gone is not taken either. */
  const seen = new Map<string, number>();
  const reported = new Set<string>();

  function refused(table: MarkedTable, person: SqlValue, key: SqlValue): false {
    const name = `${table} ${String(key)}`;
    // Bounded: a person who can write the database could insert records without end.
    if (reported.has(name) || reported.size >= 1000) return false;
    reported.add(name);
    onUnmarked?.({ table, person: String(person) });
    return false;
  }

  /** `floor`: what had been seen when the row was read; another request may have seen a newer one since. */
  async function personHolds(all: Row, floor: ReadonlyMap<string, number>): Promise<Row | null> {
    const person = without(all, SHAPES.people.marked, 'p_');
    const { id = null, generation = null } = person;
    if (id === null) return null;
    const [key, count] = [String(id), Number(generation)];
    const holds =
      (await marks.hold('people', valuesOf('people', person), all['p_mark'] ?? null)) &&
      all['told'] === generation &&
      count >= (floor.get(key) ?? 0);
    if (!holds) {
      refused('people', id, id);
      return null;
    }
    seen.set(key, Math.max(count, seen.get(key) ?? 0));
    return person;
  }

  async function holding(
    table: OwnedTable,
    all: Row,
    floor: ReadonlyMap<string, number>,
  ): Promise<Held | null> {
    const row = without(all, columnsOf(table));
    const person = await personHolds(all, floor);
    if (!person) return null;
    const holds =
      (await marks.hold(table, valuesOf(table, row), all['mark'] ?? null)) &&
      row['generation'] === person['generation'];
    if (!holds) refused(table, row['person'] ?? null, row[KEY[table]] ?? null);
    return holds ? { row, person } : null;
  }

  /** All rows of a query, each with what holds of it. */
  async function read<T>(
    { sql, args = [] }: Statement,
    judge: (row: Row, floor: ReadonlyMap<string, number>) => Promise<T | null>,
  ): Promise<{ readonly row: Row; readonly held: T | null }[]> {
    const floor = new Map(seen);
    const { rows } = await database.execute({ sql, args });
    const judged = [];
    for (const row of rows) judged.push({ row, held: await judge(row, floor) });
    return judged;
  }

  const held = <T>(judged: readonly { readonly held: T | null }[]): T[] =>
    judged.flatMap(one => (one.held === null ? [] : [one.held]));

  const people = async (where = 'TRUE', args: readonly SqlValue[] = []): Promise<readonly Row[]> =>
    held(await read({ sql: `${PERSON_SQL} WHERE ${where}`, args }, personHolds));

  const owned = async (
    table: OwnedTable,
    where: string,
    args: readonly SqlValue[] = [],
  ): Promise<readonly Held[]> =>
    held(
      await read({ sql: `${ownedSql(table)} WHERE ${where}`, args }, (row, floor) =>
        holding(table, row, floor),
      ),
    );

  async function holdingsOf(person: string): Promise<Holdings> {
    const found = await people('p.id = ?', [person]);
    if (found.length === 0) return NOBODY;
    const rows = async (table: OwnedTable) =>
      (await owned(table, 't.person = ?', [person])).map(({ row }) => row);
    return {
      people: found,
      passkeys: await rows('passkeys'),
      recovery_codes: await rows('recovery_codes'),
      invitations: await rows('invitations'),
      sessions: await rows('sessions'),
    };
  }

  async function toldOf(person: string): Promise<number> {
    const { rows } = await database.execute({
      sql: `SELECT ${TOLD} AS told FROM (SELECT ? AS id) p`,
      args: [person],
    });
    return Math.max(Number(rows[0]?.['told'] ?? 0), seen.get(person) ?? 0);
  }

  return {
    people,
    owned,
    holdingsOf,
    toldOf,
    async lost() {
      const judged = await read({ sql: PERSON_SQL }, personHolds);
      return judged
        .filter(one => one.held === null)
        .map(({ row }) => ({ id: String(row['p_id']), name: String(row['p_name']) }));
    },
    async unmarked() {
      const found: Unmarked[] = [];
      for (const { row, held: holds } of await read({ sql: PERSON_SQL }, personHolds))
        if (!holds) found.push({ table: 'people', person: String(row['p_id']) });
      for (const table of OWNED) {
        const judged = await read({ sql: ownedSql(table) }, (row, floor) => holding(table, row, floor));
        for (const { row, held: holds } of judged)
          if (!holds) found.push({ table, person: String(row['person']) });
      }
      return found;
    },
  };
}
