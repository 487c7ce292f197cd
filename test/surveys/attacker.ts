// The attacker of a staff survey. They have the whole database with its log and the server's and the office's
// keys; they know which person got which token, and in which order people answered. Each attack puts the
// answers into the order in which it believes they were given, and so assigns each to a person.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPool, type PoolTools, type Waiting } from '../../api/domain/surveys/pool.ts';
import { placeOf, queryState, statesIn } from './wal.ts';

/** What identifies an answer, in whatever form it is found. */
export type Mark = string;

/** The files in a folder. */
export interface Files {
  readonly database: Buffer;
  readonly log: Buffer;
}

export interface Evidence extends Files {
  readonly survey: string;
  /** The keys with which the server itself opens the pool. */
  readonly tools: PoolTools;
  readonly markOf: (answers: Readonly<Record<string, unknown>>) => Mark;
  /** Texts as the office's key opens them, by the id of their row. */
  readonly texts: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, unknown>>;

/** A row that belongs to one person. */
interface Found {
  readonly row: Row;
  readonly mark: Mark;
  /** Bytes that are in the file where the row is. */
  readonly bytes: Uint8Array;
}

/** Rows that each belong to one person, in the table's order. */
export type Source = (evidence: Evidence) => readonly Found[];

/** Marks in the believed order of answering; fewer, or none, where the attack finds nothing to use. */
export type Attack = (evidence: Evidence) => Promise<readonly Mark[]> | readonly Mark[];

const utf8 = new TextEncoder();
const bytesOf = (id: unknown, text: unknown): Uint8Array =>
  id instanceof Uint8Array ? id : utf8.encode(String(text));

/** A table with a column `answers`. */
export const answersIn =
  (table: string): Source =>
  ({ database, markOf }) =>
    queryState(database, `SELECT * FROM ${table}`).map(row => ({
      row,
      mark: markOf(JSON.parse(String(row['answers']))),
      bytes: bytesOf(row['id'], row['answers']),
    }));

/** Texts, which may identify their writers. Here they end with the mark. */
export const texts: Source = ({ database, texts: opened }) =>
  queryState(database, 'SELECT * FROM survey_texts').flatMap(row => {
    const bytes = row['id'] as Uint8Array;
    const mark = /#(\d+)$/.exec(opened.get(Buffer.from(bytes).toString('hex')) ?? '')?.[1];
    return mark === undefined ? [] : [{ row, mark, bytes }];
  });

/** Counts of a question that everyone answers differently. */
export const countsOf =
  (question: string): Source =>
  ({ database }) =>
    queryState(database, `SELECT * FROM survey_counts WHERE question = '${question}' AND slice = ''`).map(
      row => ({ row, mark: String(row['value']), bytes: utf8.encode(`${question}${row['value']}`) }),
    );

const inOrder = (found: readonly { readonly mark: Mark; readonly by: number | string }[]): Mark[] =>
  found.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ mark }) => mark);

const comparable = (value: unknown): number | string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'number' ? value : String(value);
};

/** By the order in which a table returns its rows: by row number, or by key. */
export const byRowOrder =
  (source: Source): Attack =>
  evidence =>
    source(evidence).map(({ mark }) => mark);

/** By a column: an id, a time, a number, a length. */
export const byColumn =
  (source: Source, column: string): Attack =>
  evidence =>
    inOrder(source(evidence).map(({ row, mark }) => ({ mark, by: comparable(row[column]) })));

/** By the rows' places in the file: cells are written one after another, pages are allocated in order. */
export const byPlace =
  (source: Source): Attack =>
  evidence =>
    inOrder(
      source(evidence).flatMap(({ mark, bytes }) => {
        const place = placeOf(evidence.database, bytes);
        return place === null ? [] : [{ mark, by: place }];
      }),
    );

/**
 * By the keys that texts were sealed with: each window is a minute, and windows are stored in the order they
 * were opened.
 */
export const byWindow: Attack = evidence =>
  inOrder(
    texts(evidence).map(({ row, mark }) => ({
      mark,
      by: placeOf(evidence.database, utf8.encode(String(row['window_id']))) ?? 0,
    })),
  );

/** Every state of the pool that can still be found, opened with the server's key, oldest first. */
async function poolStates({ survey, database, log, tools }: Evidence): Promise<(readonly Waiting[])[]> {
  const opened: (readonly Waiting[])[] = [];
  let last = '';
  for (const state of statesIn(database, log)) {
    const [row] = queryState(state, `SELECT sealed FROM survey_pools WHERE survey = '${survey}'`);
    const sealed = row?.['sealed'];
    if (!(sealed instanceof Uint8Array)) continue;
    const nonce = Buffer.from(sealed.subarray(0, 12)).toString('hex');
    if (nonce === last) continue;
    last = nonce;
    opened.push(await openPool(tools, survey, new Uint8Array(sealed)).catch(() => []));
  }
  return opened;
}

/** By the order of the answers in the pool. */
export const byPoolOrder: Attack = async evidence =>
  ((await poolStates(evidence)).at(-1) ?? []).map(({ answers }) => evidence.markOf(answers));

/** By comparing one state of the pool with the next: the added answer is the next person's. */
export const byPoolStates: Attack = async evidence => {
  const known = new Set<Mark>();
  for (const waiting of await poolStates(evidence))
    for (const { answers } of waiting) known.add(evidence.markOf(answers));
  return [...known];
};

/** How many people an order assigns their own answers to. */
export const hits = (order: readonly Mark[], truth: readonly Mark[]): number =>
  truth.filter((mark, i) => order[i] === mark).length;

/**
 * Spearman's correlation of an order with the true one: 1 for the same, -1 for the reverse. It detects an
 * order that is only roughly right, which `hits` does not. Zero when a person is missing.
 */
export function correlation(order: readonly Mark[], truth: readonly Mark[]): number {
  const n = truth.length;
  const places = truth.map(mark => order.indexOf(mark));
  if (places.includes(-1)) return 0;
  const squares = places.reduce((sum, place, i) => sum + (place - i) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/**
 * The most hits that random guessing reaches in so many surveys: each has one on average, whatever its size,
 * and the sum is Poisson-distributed. It is exceeded once in a million runs.
 */
export function boundOfHits(surveys: number): number {
  let term = Math.exp(-surveys);
  let tail = 1;
  for (let n = 0; ; n += 1) {
    tail -= term;
    if (tail < 1e-6) return n;
    term *= surveys / (n + 1);
  }
}

/**
 * The largest sum of correlations that random guessing reaches, in either direction: five standard
 * deviations.
 */
export const boundOfCorrelation = (surveys: number, people: number): number =>
  5 * Math.sqrt(surveys / (people - 1));

export function filesIn(folder: string): Files {
  const read = (name: string): Buffer =>
    readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : Buffer.alloc(0);
  return { database: read('kac.db'), log: read('kac.db-wal') };
}
