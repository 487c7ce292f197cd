// The attacker of a staff survey. They were handed the whole database with its log, the server's log and the server's
// keys; they know which person got which token, and in which order people answered. Each attack puts the answers into
// the order in which it believes they were given, and so gives each to a person.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPool, type PoolTools, type Waiting } from '../../api/domain/surveys/pool.ts';
import { placeOf, queryState, statesIn } from './wal.ts';

/** One answer as it is recognised, whatever form it is found in. */
export type Mark = string;

export interface Evidence {
  readonly survey: string;
  readonly database: Buffer;
  readonly log: Buffer;
  /** The keys by which the server itself opens the pool. */
  readonly tools: PoolTools;
  readonly markOf: (answers: Readonly<Record<string, unknown>>) => Mark;
}

/** Marks in the believed order of answering; fewer, or none, where the attack finds nothing to go by. */
export type Attack = (evidence: Evidence) => Promise<readonly Mark[]> | readonly Mark[];

export interface Found {
  readonly row: Record<string, unknown>;
  readonly mark: Mark;
}

/** Every row of every table that holds somebody's answers in the clear. */
export function answerRows({ database, markOf }: Evidence, table = 'survey_answers'): Found[] {
  return queryState(database, `SELECT * FROM ${table}`).flatMap(row => {
    try {
      return [{ row, mark: markOf(JSON.parse(String(row['answers']))) }];
    } catch {
      return [];
    }
  });
}

const inOrder = (found: readonly { readonly mark: Mark; readonly by: number | string }[]): Mark[] =>
  found.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ mark }) => mark);

const comparable = (value: unknown): number | string =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString('hex')
    : typeof value === 'number'
      ? value
      : String(value);

/** By the order a table gives its rows in. */
export const byRowOrder =
  (table?: string): Attack =>
  evidence =>
    answerRows(evidence, table).map(({ mark }) => mark);

/** By a column: an id, a time, a number. One attack a column. */
export const byColumn =
  (column: string, table?: string): Attack =>
  evidence =>
    inOrder(answerRows(evidence, table).map(({ row, mark }) => ({ mark, by: comparable(row[column]) })));

/** By where the rows lie in the file: cells are put down one after another, free pages are taken in an order. */
export const byPlace =
  (table?: string): Attack =>
  evidence =>
    inOrder(
      answerRows(evidence, table).flatMap(({ row, mark }) => {
        const id = row['id'];
        const bytes = id instanceof Uint8Array ? id : Buffer.from(String(row['answers']));
        const place = placeOf(evidence.database, bytes);
        return place === null ? [] : [{ mark, by: place }];
      }),
    );

/** Every state of the pool that is still to be found, opened with the server's key, oldest first. */
export async function poolStates({
  survey,
  database,
  log,
  tools,
}: Evidence): Promise<(readonly Waiting[])[]> {
  const opened: (readonly Waiting[])[] = [];
  let last = '';
  for (const state of statesIn(database, log)) {
    const [row] = queryState(state, `SELECT sealed FROM survey_pools WHERE survey = '${survey}'`);
    const sealed = row?.['sealed'];
    if (!(sealed instanceof Uint8Array)) continue;
    const key = Buffer.from(sealed.subarray(0, 16)).toString('hex');
    if (key === last) continue;
    last = key;
    opened.push(await openPool(tools, survey, new Uint8Array(sealed)).catch(() => []));
  }
  return opened;
}

/** By the order in which answers lie in the pool. */
export const byPoolOrder: Attack = async evidence =>
  ((await poolStates(evidence)).at(-1) ?? []).map(({ answers }) => evidence.markOf(answers));

/** By comparing one state of the pool with the next: what was added is the next one's answer. */
export const byPoolStates: Attack = async evidence => {
  const known = new Set<Mark>();
  const order: Mark[] = [];
  for (const waiting of await poolStates(evidence)) {
    const fresh = waiting.map(({ answers }) => evidence.markOf(answers)).filter(mark => !known.has(mark));
    for (const mark of fresh) known.add(mark);
    order.push(...fresh);
  }
  return order;
};

/** The other way round: whoever answered first may as well lie last. */
export const reversed =
  (attack: Attack): Attack =>
  async evidence =>
    (await attack(evidence)).toReversed();

/** How many people an order gives their own answers to. */
export const hits = (order: readonly Mark[], truth: readonly Mark[]): number =>
  truth.filter((mark, i) => order[i] === mark).length;

/** The files as they lie in a folder. */
export function filesIn(folder: string): Pick<Evidence, 'database' | 'log'> {
  const read = (name: string): Buffer =>
    readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : Buffer.alloc(0);
  return { database: read('kac.db'), log: read('kac.db-wal') };
}

/**
 * The most hits that blind guessing reaches in so many surveys: each has one on average, whatever its size, and the sum
 * is Poisson's. It is passed once in a million runs.
 */
export function boundOfChance(surveys: number): number {
  let term = Math.exp(-surveys);
  let tail = 1;
  for (let n = 0; ; n += 1) {
    tail -= term;
    if (tail < 1e-6) return n;
    term *= surveys / (n + 1);
  }
}
