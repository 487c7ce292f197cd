// Many rows in one statement with two bound values: all bytes in one blob, the rest as JSON. Binding each
// value separately costs more than storing it (decision 0019).
import type { SqlValue, Statement } from './database.ts';

type Row = readonly SqlValue[];

/** A column of these rows: its SQL, and the row's value in the JSON. */
interface Column {
  readonly sql: string;
  readonly json: (row: Row) => readonly SqlValue[];
}

/** `?1` is the blob, `?2` the JSON. */
const PACKED = 2;
const NOTHING: readonly SqlValue[] = [];
const isBytes = (value: SqlValue | undefined): value is Uint8Array => value instanceof Uint8Array;

/** The rows in packed form. */
class Packing {
  readonly common: SqlValue[] = [];
  readonly #parts: Uint8Array[] = [];
  readonly #rows: readonly Row[];
  #size = 0;
  #fields = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  /** A value shared by all rows is bound once. */
  column(i: number): Column {
    const first = this.#rows[0]?.[i] ?? null;
    if (isBytes(first) && this.#rows.every(row => isBytes(row[i]) && row[i].length === first.length))
      return this.#sideBySide(i, first.length);
    if (this.#rows.some(row => isBytes(row[i]))) return this.#scattered(i);
    if (this.#rows.every(row => row[i] === first)) return { sql: this.#bound(first), json: () => NOTHING };
    return { sql: this.#field(), json: row => [row[i] ?? null] };
  }

  /** Bytes of equal length are in the order of the rows; SQL counts them from 1, and rows from 0. */
  #sideBySide(i: number, length: number): Column {
    const start = this.#size + 1;
    for (const row of this.#rows) this.#put(row[i] as Uint8Array);
    return { sql: `substr(?1, ${start} + key * ${length}, ${length})`, json: () => NOTHING };
  }

  #scattered(i: number): Column {
    const sql = `substr(?1, ${this.#field()}, ${this.#field()})`;
    const json = (value: SqlValue | undefined) =>
      isBytes(value) ? [this.#put(value), value.length] : [null, null];
    return { sql, json: row => json(row[i]) };
  }

  #bound(value: SqlValue): string {
    return `?${PACKED + this.common.push(value)}`;
  }

  #field(): string {
    return `json_extract(value, '$[${this.#fields++}]')`;
  }

  /** The position of these bytes, from 1. */
  #put(bytes: Uint8Array): number {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this.#size - bytes.length + 1;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** Inserts all rows by one `INSERT INTO … SELECT … FROM json_each(…)`; no statement when there are none. */
export function insertPacked(into: string, columns: readonly string[], rows: readonly Row[]): Statement[] {
  if (rows.length === 0) return [];
  const packing = new Packing(rows);
  const taken = columns.map((_, i) => packing.column(i));
  const json = JSON.stringify(rows.map(row => taken.flatMap(column => column.json(row))));
  const values = taken.map(({ sql }) => sql).join(', ');
  const sql = `INSERT INTO ${into} (${columns.join(', ')}) SELECT ${values} FROM json_each(?2)`;
  return [{ sql, args: [packing.bytes(), json, ...packing.common] }];
}

/** A list of texts for `… IN`, as one value, which may be used several times in the statement. */
export const textsIn = (texts: readonly string[]): { readonly sql: string; readonly args: SqlValue[] } => ({
  sql: '(SELECT value FROM json_each(?1))',
  args: [JSON.stringify(texts)],
});

/** The same for bytes of one length, such as hashes. */
export function bytesIn(all: readonly Uint8Array[]): { readonly sql: string; readonly args: SqlValue[] } {
  const length = all[0]?.length ?? 0;
  const bytes = new Uint8Array(all.length * length);
  for (const [i, one] of all.entries()) bytes.set(one, i * length);
  const places = all.map((_, i) => i * length + 1);
  return {
    sql: `(SELECT substr(?1, value, ${length}) FROM json_each(?2))`,
    args: [bytes, JSON.stringify(places)],
  };
}
