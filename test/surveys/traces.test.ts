// A spent token leaves no earlier state of the pool in any file. Two states compared would reveal the one
// answer in between.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealPool } from '../../api/domain/surveys/pool.ts';
import { spendToken } from '../../api/jobs/spend-token.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { clearLog } from '../../api/store/clear-log.ts';
import type { Database } from '../../api/store/database.ts';
import { makePool, poolStore } from '../../api/store/surveys/pool.ts';
import { insertTokens, tokenStore } from '../../api/store/surveys/tokens.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';

const SURVEY = staffSurvey.id;
const PEOPLE = 12;
/** A page's part of a pool is several of these: any remaining piece counts. */
const PIECE = 512;

interface Options {
  readonly clear: (database: Database) => Promise<boolean>;
  readonly open?: (file: string) => Promise<Database>;
}

/**
 * Everyone answers, with texts so long that the pool grows through its size classes; every state of it is
 * recorded.
 */
async function answered({ clear, open }: Options): Promise<{ test: TestApp; states: Uint8Array[] }> {
  const test = await startApp(open ? { open } : {});
  const { database, deps } = test;
  const pools = poolStore(database);
  const hashes = Array.from({ length: PEOPLE }, () => new Uint8Array(randomBytes(32)));
  const pool = { survey: SURVEY, threshold: 5, sealed: await sealPool(deps, SURVEY, []) };
  await database.batch([makePool(pool), ...insertTokens(SURVEY, hashes)]);
  const spend = spendToken({
    keyring: deps.keyring,
    primitives: deps.primitives,
    pools,
    tokens: tokenStore(database),
    clearLog: () => clear(database),
  });
  const states = [pool.sealed];
  for (const hash of hashes) {
    const answers = { ko: 'ļ'.repeat(10_000) };
    expect(await spend(hash, { survey: staffSurvey, answers })).toBe('spent');
    states.push((await pools.find(SURVEY))?.sealed ?? new Uint8Array());
  }
  return { test, states };
}

const filesIn = ({ folder }: TestApp): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .filter(name => name.startsWith('kac.db'))
      .map(name => [name, readFileSync(join(folder, name))]),
  );

/** The files that contain a piece of these bytes. */
function leftIn(test: TestApp, state: Uint8Array): string[] {
  const found = new Set<string>();
  for (const [name, bytes] of filesIn(test))
    for (let at = 0; at + PIECE <= state.length; at += PIECE)
      if (bytes.includes(Buffer.from(state.subarray(at, at + PIECE)))) found.add(name);
  return [...found];
}

const former = (states: readonly Uint8Array[]) => states.slice(0, -1);

describe('the pool as it was before the last answer', () => {
  it('is in no file, while the present one is in the database', async () => {
    const { test, states } = await answered({ clear: clearLog });
    expect(states[0]?.length).not.toBe(states.at(-1)?.length);
    expect(former(states).flatMap(state => leftIn(test, state))).toEqual([]);
    expect(leftIn(test, states.at(-1) ?? new Uint8Array())).toEqual(['kac.db']);
    expect(filesIn(test).get('kac.db-wal')?.length).toBe(0);
  });

  it('would be found in the log, were that not emptied', async () => {
    const { test, states } = await answered({ clear: async () => true });
    expect(new Set(former(states).flatMap(state => leftIn(test, state)))).toEqual(new Set(['kac.db-wal']));
  });

  it('would be found in free pages, were they not overwritten', async () => {
    const { test, states } = await answered({
      clear: clearLog,
      open: async file => {
        const database = await openEmbedded(file);
        return {
          ...database,
          batch: async statements => {
            await database.execute({ sql: 'PRAGMA secure_delete = OFF' });
            return database.batch(statements);
          },
        };
      },
    });
    // Smaller again, as after the answers have landed: the pages of the large one are free.
    const { database, deps } = test;
    const sealed = await sealPool(deps, SURVEY, []);
    await database.batch([{ sql: 'UPDATE survey_pools SET sealed = ?', args: [sealed] }]);
    await clearLog(database);
    expect(leftIn(test, states.at(-1) ?? new Uint8Array())).toEqual(['kac.db']);
  });

  it('is gone from free pages on a real database', async () => {
    const { test, states } = await answered({ clear: clearLog });
    const { database, deps } = test;
    const sealed = await sealPool(deps, SURVEY, []);
    await database.batch([{ sql: 'UPDATE survey_pools SET sealed = ?', args: [sealed] }]);
    await clearLog(database);
    expect(states.flatMap(state => leftIn(test, state))).toEqual([]);
    const { rows } = await database.execute({ sql: 'PRAGMA freelist_count' });
    expect(Number(rows[0]?.['freelist_count'])).toBeGreaterThan(0);
  });
});
