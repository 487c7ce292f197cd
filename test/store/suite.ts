// What every engine behind the port must do. One test file per engine opens it and runs this suite.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, SqlValue } from '../../api/store/database.ts';
import { migrate } from '../../api/store/migrate.ts';
import { migrations } from '../../api/store/migrations.ts';
import { bytesIn, insertPacked, textsIn } from '../../api/store/packed-rows.ts';

export interface Opened {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

const TABLES = [
  'CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT UNIQUE, data BLOB, weight REAL, count INTEGER) STRICT',
  'CREATE TABLE parts (item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE) STRICT',
];

const TEXTS = {
  Latvian: 'Āčģīķļņšūž — glāžšķūņu rūķīši',
  'combining marks': 'Jāņi e\u0301 a\u0304',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈😀',
  'right to left': 'שלום \u202eعربي\u202c',
  'quotes and markup': `' " \` <b>&amp;</b> ?1 :x @y $z -- ; /*`,
  whitespace: ' \t\r\n\u00a0\u2028 ',
  empty: '',
  long: 'ņ'.repeat(100_000),
};

/** `open` returns an empty database. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(`store on ${name}`, () => {
    let opened: Opened;
    let database: Database;
    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      await database.batch(TABLES.map(sql => ({ sql })));
    });
    afterAll(() => opened.close());

    const insert = (...values: [SqlValue, SqlValue, SqlValue?]) => ({
      sql: 'INSERT INTO items (id, name, data) VALUES (?, ?, ?)',
      args: [values[0], values[1], values[2] ?? null],
    });
    const rowsOf = async (sql: string, ...args: SqlValue[]) => (await database.execute({ sql, args })).rows;
    const countOf = async (where: string) =>
      (await rowsOf(`SELECT count(*) AS n FROM items WHERE ${where}`))[0]?.['n'];

    it('puts packed rows in as it would one by one', async () => {
      const bytes = (...all: number[]) => new Uint8Array(all);
      const long = new Uint8Array(5000).fill(7);
      const rows: SqlValue[][] = [
        [9001, 'first "quoted"', bytes(0, 255, 0), 1.5, null],
        [9002, `packed ${TEXTS.Latvian}`, null, -0.25, null],
        [9003, `packed ${TEXTS.emoji}`, bytes(), 2, null],
        [9004, null, long, null, null],
      ];
      const same: SqlValue[][] = [
        [9005, null, bytes(1, 2, 3, 4), 1, 7],
        [9006, null, bytes(5, 6, 7, 8), 1, 7],
        [9007, null, bytes(0, 0, 0, 0), 1, 7],
      ];
      const columns = ['id', 'name', 'data', 'weight', 'count'];
      const statements = [rows, same, []].flatMap(part => insertPacked('items', columns, part));
      expect(statements).toHaveLength(2);
      await database.batch(statements);
      const { rows: found } = await database.execute({
        sql: 'SELECT * FROM items WHERE id > 9000 ORDER BY id',
      });
      expect(found.map(row => columns.map(column => row[column]))).toEqual([...rows, ...same]);
    });

    it('looks for many texts or hashes by one value', async () => {
      const hashes = [1, 2, 3].map(n => new Uint8Array(32).fill(n));
      const columns = ['id', 'name', 'data'];
      const rows = hashes.map((hash, i) => [9101 + i, `n${i}'"\\`, hash]);
      await database.batch(insertPacked('items', columns, rows));
      const ids = async (where: string, args: SqlValue[]) => {
        const sql = `SELECT id FROM items WHERE id > 9100 AND ${where} ORDER BY id`;
        return (await database.execute({ sql, args })).rows.map(({ id }) => id);
      };
      const some = bytesIn([new Uint8Array(32).fill(9), ...hashes.slice(1)]);
      expect(await ids(`data IN ${some.sql}`, some.args)).toEqual([9102, 9103]);
      const texts = textsIn([`n0'"\\`, 'nobody']);
      expect(await ids(`name IN ${texts.sql}`, texts.args)).toEqual([9101]);
      expect(await ids(`name IN ${textsIn([]).sql}`, textsIn([]).args)).toEqual([]);
      expect(await ids(`data IN ${bytesIn([]).sql}`, bytesIn([]).args)).toEqual([]);
    });

    it('gives rows as plain objects with numbers, text, bytes and null', async () => {
      const args = [1, 'one', Uint8Array.of(0, 255), 1.5, -7];
      await database.execute({ sql: 'INSERT INTO items VALUES (?, ?, ?, ?, ?)', args });
      const rows = await rowsOf('SELECT *, NULL AS missing FROM items WHERE id = 1');
      expect(rows).toStrictEqual([
        { id: 1, name: 'one', data: Uint8Array.of(0, 255), weight: 1.5, count: -7, missing: null },
      ]);
    });

    it('keeps whole numbers up to 2^53', async () => {
      const sql = 'INSERT INTO items (id, count) VALUES (?, ?)';
      await database.execute({ sql, args: [2, Number.MAX_SAFE_INTEGER] });
      expect(await rowsOf('SELECT count FROM items WHERE id = 2')).toEqual([
        { count: Number.MAX_SAFE_INTEGER },
      ]);
    });

    it.each(Object.entries(TEXTS))('keeps text exactly: %s', async (_, text) => {
      const [row] = await rowsOf('SELECT ? AS same', text);
      expect(row?.['same']).toBe(text);
      const stored = await database.execute({
        sql: 'INSERT INTO items (name) VALUES (?) RETURNING name',
        args: [text],
      });
      expect(stored.rows[0]?.['name']).toBe(text);
    });

    it('keeps bytes exactly, also an empty blob and a view into a larger buffer', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, i) => i);
      for (const bytes of [
        all,
        new Uint8Array(0),
        all.subarray(7, 11),
        new Uint8Array(Buffer.from('small')),
      ]) {
        const [row] = await rowsOf('SELECT ? AS same, typeof(?) AS type', bytes, bytes);
        expect(row?.['same']).toBeInstanceOf(Uint8Array);
        expect(row).toEqual({ same: new Uint8Array(bytes), type: 'blob' });
      }
      const [pooled] = await rowsOf('SELECT ? AS same', Buffer.from('pooled'));
      expect(pooled?.['same']).toEqual(new Uint8Array(Buffer.from('pooled')));
    });

    it('counts the rows a statement changed', async () => {
      await database.batch([insert(300, 'x300'), insert(301, 'x301')]);
      const changed = async (sql: string) => (await database.execute({ sql })).rowsAffected;
      expect(await changed('UPDATE items SET weight = 2 WHERE id IN (300, 301)')).toBe(2);
      expect(await changed('UPDATE items SET weight = 3 WHERE id = 300 RETURNING id')).toBe(1);
      expect(await changed('SELECT * FROM items')).toBe(0);
      expect(await changed('DELETE FROM items WHERE id IN (300, 301, 302)')).toBe(2);
    });

    it('tells by the rows of RETURNING whether ON CONFLICT DO NOTHING stored anything', async () => {
      const once = {
        sql: 'INSERT INTO items (name) VALUES (?) ON CONFLICT DO NOTHING RETURNING id, name',
        args: ['once'],
      };
      const [first, second] = await database.batch([once, once]);
      expect(first).toMatchObject({ rows: [{ name: 'once' }], rowsAffected: 1 });
      expect(second).toEqual({ rows: [], rowsAffected: 0 });
      const plain = { sql: 'INSERT INTO items (name) VALUES (?) ON CONFLICT DO NOTHING', args: ['once'] };
      expect(await database.execute(plain)).toEqual({ rows: [], rowsAffected: 0 });
    });

    it('runs a batch whole, and lets later statements see earlier ones', async () => {
      const seen = { sql: 'SELECT count(*) AS n FROM items WHERE id BETWEEN 20 AND 29' };
      const results = await database.batch([insert(20, 'a20'), seen, insert(21, 'a21'), seen]);
      expect(results.map(result => result.rows)).toEqual([[], [{ n: 1 }], [], [{ n: 2 }]]);
      expect(await database.batch([])).toEqual([]);
    });

    it('runs none of a batch when one statement fails, and is usable after it', async () => {
      await expect(database.batch([insert(30, 'a30'), insert(31, 'a30')])).rejects.toThrow(/UNIQUE/);
      await expect(database.batch([insert(30, 'a30'), { sql: 'SELECT nonsense' }])).rejects.toThrow();
      expect(await countOf('id IN (30, 31)')).toBe(0);
      await database.batch([insert(30, 'a30')]);
      expect(await countOf('id = 30')).toBe(1);
    });

    it('rejects a broken constraint, and is usable after it', async () => {
      await database.execute(insert(40, 'a40'));
      await expect(database.execute(insert(40, 'other'))).rejects.toThrow(/UNIQUE|PRIMARY/);
      await expect(database.execute(insert(41, 'a40'))).rejects.toThrow(/UNIQUE/);
      await expect(
        database.execute({ sql: "INSERT INTO items (count) VALUES ('no number')" }),
      ).rejects.toThrow();
      await database.execute(insert(42, 'a42'));
      expect(await countOf('id BETWEEN 40 AND 49')).toBe(2);
    });

    it('enforces foreign keys', async () => {
      const part = (item: number) => ({ sql: 'INSERT INTO parts VALUES (?)', args: [item] });
      await expect(database.execute(part(999))).rejects.toThrow(/FOREIGN KEY/);
      await database.batch([insert(50, 'a50'), part(50), { sql: 'DELETE FROM items WHERE id = 50' }]);
      expect(await rowsOf('SELECT * FROM parts')).toEqual([]);
    });

    it('takes a hundred writes at once', async () => {
      const numbers = Array.from({ length: 100 }, (_, i) => 1000 + i);
      await Promise.all(
        numbers.map((id, i) => {
          return i % 2 ? database.execute(insert(id, `w${id}`)) : database.batch([insert(id, `w${id}`)]);
        }),
      );
      expect(await countOf('id BETWEEN 1000 AND 1099')).toBe(100);
    });

    it('stores one of a hundred equal writes', async () => {
      const sql = "INSERT INTO items (name) VALUES ('equal') ON CONFLICT DO NOTHING RETURNING id";
      const results = await Promise.all(Array.from({ length: 100 }, () => database.execute({ sql })));
      expect(results.filter(result => result.rows.length === 1)).toHaveLength(1);
    });

    it('migrates once, also when two start together', async () => {
      const [one, other] = await Promise.all([migrate(database), migrate(database)]);
      expect([...one, ...other]).toEqual(migrations.map(({ id }) => id));
      expect(await migrate(database)).toEqual([]);
    });
  });
}
