// What a restore would lose: the present database compared with the end of the backup.
import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { type Head, headText } from '../../domain/chain.ts';
import { lastEvents } from '../../store/chain.ts';
import type { Database } from '../../store/database.ts';
import { openReadOnly } from '../read-only.ts';
import { countIn, tablesIn } from './tables.ts';

export type Loss =
  /** There is no database to replace. */
  | { readonly present: 'none' }
  /** It cannot be read, so the loss is unknown. */
  | { readonly present: 'unreadable'; readonly why: string }
  | {
      readonly present: 'read';
      readonly head: string | null;
      /**
       * False when the backup is not an earlier state of it: a restore was done before, or it belongs to
       * another register.
       */
      readonly sameHistory: boolean;
      readonly events: number;
      readonly submissions: number;
      /** Numbers of submissions received after the backup; the first of them. */
      readonly references: readonly string[];
      /** Total number of survey answers, which the chain does not record. */
      readonly surveyAnswers: number;
      /** Changes to users of the register since then. */
      readonly peopleChanges: number;
    };

const SHOWN = 20;
const PEOPLE_KINDS = `kind LIKE 'person-%' OR kind LIKE 'passkey-%' OR kind = 'recovery-codes-made'`;

/**
 * Reads the present database, which nobody else has open: the caller holds the lock. `note` may store what it
 * finds.
 */
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
