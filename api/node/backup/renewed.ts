// Prepares an older copy to be the register again: migrated, without data erased since, and with an event
// that records the restore. It works on a file that nobody else has open.
import { GENESIS, link } from '../../domain/chain.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import type { Database } from '../../store/database.ts';
import { createErase } from '../../store/erase.ts';
import { createJournal, type Journal } from '../../store/journal.ts';
import { migrate } from '../../store/migrate.ts';
import { nodePrimitives } from '../primitives.ts';
import { random } from '../random.ts';
import type { ErasureList, Noted } from './erasures.ts';
import type { Examined, ExamineTools } from './examine.ts';
import { takeOutFleeting } from './fleeting.ts';
import { flushFile, openPlain } from './plain-file.ts';

export interface Renewed {
  /** Ids of the migrations applied. */
  readonly applied: readonly string[];
  /** Numbers of submissions that were erased after the backup, and are now erased again. */
  readonly erased: readonly string[];
  /** Numbers of cases whose text was redacted after the backup, and is readable again. */
  readonly unredacted: readonly string[];
  /** Letters waiting when the backup was made; some may have been sent since. */
  readonly letters: number;
  /** Staff surveys that have to be answered again. */
  readonly surveys: readonly string[];
}

export interface Renewal extends ExamineTools {
  readonly examined: Examined;
  readonly erasures: ErasureList | null;
  /** The end of the replaced chain, as text; null when it is unknown. */
  readonly replacedHead: string | null;
  readonly now: Date;
}

/** Changes the file in place; resolves when all of it is on disk. */
export async function renew(file: string, renewal: Renewal): Promise<Renewed> {
  const { keyring, examined, erasures, replacedHead, now } = renewal;
  const database = openPlain(file);
  try {
    const applied = await migrate(database);
    const surveys = await takeOutFleeting(database, { keyring, primitives: nodePrimitives });
    const journal = createJournal(database, {
      link: (head, event) => link(keyring, head, event),
      genesis: GENESIS,
      random,
    });
    const at = toInstant(now);
    const detail = { after: examined.head?.seq ?? 0, replaced: replacedHead };
    await journal.run(async append => {
      await append(registerEvent('restored', 'system', at, detail));
      return { statements: [], result: undefined };
    });
    const erased = await eraseAgain(database, journal, erasures?.noted ?? [], at);
    const { rows } = await database.execute({
      sql: "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'",
    });
    const unredacted = await redactedSince(database, erasures?.noted ?? []);
    return { applied, erased, unredacted, letters: Number(rows[0]?.['n']), surveys };
  } finally {
    await database.close();
    flushFile(file);
  }
}

async function eraseAgain(
  database: Database,
  journal: Journal,
  noted: readonly Noted[],
  at: string,
): Promise<string[]> {
  const erase = createErase(database, journal);
  const erased: string[] = [];
  for (const { kind, reference, at: first, detail } of noted) {
    if (kind !== 'erased') continue;
    const { outcome } = await erase({
      reference,
      at,
      actor: 'system',
      detail: { ...detail, first },
      // A destruction act in the copy does not record the erasure either.
      alongside: [
        {
          sql: 'UPDATE destruction_cases SET erased_at = ? WHERE reference = ? AND erased_at IS NULL',
          args: [first, reference],
        },
      ],
    });
    if (outcome === 'erased') erased.push(reference);
  }
  return erased;
}

/** Redacted cases that exist in the copy without their redaction. */
async function redactedSince(database: Database, noted: readonly Noted[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { kind, reference, at } of noted) {
    if (kind !== 'redacted') continue;
    const { rows } = await database.execute({
      sql: `SELECT 1 FROM submissions s WHERE s.reference = ? AND NOT EXISTS
        (SELECT 1 FROM events e WHERE e.reference = s.reference AND e.kind = 'redacted' AND e.at = ?)`,
      args: [reference, at],
    });
    if (rows.length > 0) found.add(reference);
  }
  return [...found];
}
