// A list of erasures and redactions beside the backups: a restored copy is older and must not bring the data
// back. Contains only numbers, times and reasons, the same as in the event chain; no personal data.
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Database } from '../../store/database.ts';

const Noted = z.object({
  seq: z.int(),
  reference: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(['erased', 'redacted']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Noted = z.infer<typeof Noted>;

export interface ErasureList {
  readonly noted: readonly Noted[];
  /** Lines that cannot be read any more. */
  readonly unreadable: number;
}

const erasureFileOf = (folder: string): string => join(folder, 'erased.jsonl');

/** The list of a folder; null when there is none. */
export function readErasures(folder: string): ErasureList | null {
  const path = erasureFileOf(folder);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
  const noted = lines.flatMap(line => toNoted(line) ?? []);
  return { noted, unreadable: lines.length - noted.length };
}

function toNoted(line: string): Noted | null {
  try {
    return Noted.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Creates the list if there is none, so that a missing list means that it was lost. */
export const makeErasureList = (folder: string): void =>
  closeSync(openSync(erasureFileOf(folder), 'a', 0o600));

/** The last event covered by an earlier check: a server checks every few seconds. */
export interface Looked {
  seq: number;
}

/**
 * Adds to the list what the chain contains and the list lacks; resolves when it is on disk. A list written
 * from another state of the database (after a restore the chain is shorter) is checked from the start.
 */
export async function noteErasures(
  folder: string,
  database: Database,
  looked: Looked = { seq: 0 },
): Promise<number> {
  const { rows } = await database.execute({ sql: 'SELECT coalesce(max(seq), 0) AS head FROM events' });
  const head = Number(rows[0]?.['head']);
  if (head < looked.seq) looked.seq = 0;
  const added = head > looked.seq ? await noteBetween(folder, database, looked.seq, head) : 0;
  looked.seq = head;
  return added;
}

/** Excluding arrivals explicitly allows the partial index without them to be used (migration 0024). */
export const NOTED = `SELECT seq, reference, at, kind, detail FROM events
  WHERE kind IN ('erased', 'redacted') AND kind <> 'received' AND seq > ? AND seq <= ? ORDER BY seq`;

async function noteBetween(folder: string, database: Database, from: number, to: number): Promise<number> {
  const { rows } = await database.execute({ sql: NOTED, args: [from, to] });
  if (rows.length === 0) return 0;
  const known = new Set((readErasures(folder)?.noted ?? []).map(keyOf));
  const fresh = rows
    .flatMap(row => toNoted(JSON.stringify({ ...row, detail: JSON.parse(String(row['detail'])) })) ?? [])
    .filter(one => !known.has(keyOf(one)));
  if (fresh.length === 0) return 0;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Ends a line that was cut off by a kill; its content is among the new ones.
  const text = `\n${fresh.map(one => JSON.stringify(one)).join('\n')}\n`;
  appendFileSync(erasureFileOf(folder), text, { mode: 0o600, flush: true });
  return fresh.length;
}

/** Identifies an entry of the chain, whichever chain it was in. */
export const keyOf = ({ reference, at, kind }: Noted): string => `${reference} ${at} ${kind}`;
