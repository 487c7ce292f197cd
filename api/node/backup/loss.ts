// What a restore would lose: the present database held against the end of the backup.
import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { type Head, headText } from '../../domain/chain.ts';
import { lastEvents } from '../../store/chain.ts';
import type { Database } from '../../store/database.ts';
import { openReadOnly } from '../read-only.ts';
import { countIn, tablesIn } from './tables.ts';

export type Loss =
  /** There is no database to be replaced. */
  | { readonly present: 'none' }
  /** It can't be read, so nobody can tell. */
  | { readonly present: 'unreadable'; readonly why: string }
  | {
      readonly present: 'read';
      readonly head: string | null;
      /** False where the backup is no earlier state of it: it was restored before, or is another register's. */
      readonly sameHistory: boolean;
      readonly events: number;
      readonly submissions: number;
      /** Numbers of what came in after the backup; the first of them. */
      readonly references: readonly string[];
      /** Answers to surveys, of which the chain tells nothing, in all. */
      readonly surveyAnswers: number;
      /** Changes to who may do what in the register since. */
      readonly peopleChanges: number;
    };

const SHOWN = 20;
const PEOPLE_KINDS = `kind LIKE 'person-%' OR kind LIKE 'passkey-%' OR kind = 'recovery-codes-made'`;

/** Reads the present database beside nobody: the caller holds the lock. `note` may keep what it finds. */
export async function lossBy(
  config: Config,
  file: string,
  backupHead: Head | null,
  note: (database: Database) => Promise<unknown>,
): Promise<Loss> {
  if (!existsSync(file)) return { present: 'none' };
  let database: Database | null = null;
  try {
    database = await openReadOnly(config);
    await note(database);
    return await measure(database, backupHead);
  } catch (fault) {
    return { present: 'unreadable', why: fault instanceof Error ? fault.message : String(fault) };
  } finally {
    await database?.close();
  }
}

async function measure(database: Database, backupHead: Head | null): Promise<Loss> {
  const [last] = await lastEvents(database, 1);
  const seq = backupHead?.seq ?? 0;
  const { rows: at } = await database.execute({
    sql: 'SELECT hash FROM events WHERE seq = ?',
    args: [seq],
  });
  const hash = at[0]?.['hash'];
  const sameHistory =
    backupHead === null ||
    (hash instanceof Uint8Array && Buffer.compare(hash, Buffer.from(backupHead.hash)) === 0);
  const from = sameHistory ? seq : 0;
  const count = async (condition: string): Promise<number> => {
    const sql = `SELECT count(*) AS n FROM events WHERE seq > ? AND (${condition})`;
    return Number((await database.execute({ sql, args: [from] })).rows[0]?.['n']);
  };
  const { rows } = await database.execute({
    sql: "SELECT reference FROM events WHERE seq > ? AND kind = 'received' ORDER BY seq LIMIT ?",
    args: [from, SHOWN],
  });
  return {
    present: 'read',
    head: last ? headText(last) : null,
    sameHistory,
    events: await count('1'),
    submissions: await count("kind = 'received'"),
    references: rows.map(({ reference }) => String(reference)),
    surveyAnswers: await answersIn(database),
    peopleChanges: await count(PEOPLE_KINDS),
  };
}

async function answersIn(database: Database): Promise<number> {
  return (await tablesIn(database)).has('survey_answers') ? countIn(database, 'survey_answers') : 0;
}
