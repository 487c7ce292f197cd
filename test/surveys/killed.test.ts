// Killed (-9) while answering, repeatedly: each token is spent and its answer waits, or neither.
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openPool, sealPool } from '../../api/domain/surveys/pool.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { migrate } from '../../api/store/migrate.ts';
import { makePool, poolStore } from '../../api/store/surveys/pool.ts';
import { insertTokens } from '../../api/store/surveys/tokens.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startGuarded } from '../support/guarded.ts';

const folder = temporaryFolders();
const program = fileURLToPath(new URL('spender.ts', import.meta.url));
const SURVEY = 'darbinieki';
const PEOPLE = 300;
const ROUNDS = 6;
const LONGEST_MS = 100;

it(`holds tokens and answers together through ${ROUNDS} deaths`, async () => {
  const file = join(folder(), 'kac.db');
  const key = new Uint8Array(randomBytes(32));
  const tools = { keyring: { key: () => key }, primitives: nodePrimitives };
  const hashes = Array.from({ length: PEOPLE }, () => new Uint8Array(randomBytes(32)));
  const first = await openEmbedded(file);
  await migrate(first);
  const pool = { survey: SURVEY, threshold: 5, sealed: await sealPool(tools, SURVEY, []) };
  await first.batch([makePool(pool), ...insertTokens(SURVEY, hashes)]);
  await first.close();

  /** Spent tokens and waiting answers on disk; here the answers contain the token. */
  const look = async () => {
    const database = await openEmbedded(file);
    try {
      const { rows } = await database.execute({ sql: 'SELECT token_hash FROM survey_tokens WHERE used = 1' });
      const found = await poolStore(database).find(SURVEY);
      const waiting = await openPool(tools, SURVEY, found?.sealed ?? new Uint8Array());
      return {
        used: rows.map(row => Buffer.from(row['token_hash'] as Uint8Array).toString('hex')).sort(),
        waiting: waiting.map(({ answers }) => String(answers['ko'])).sort(),
      };
    } finally {
      await database.close();
    }
  };

  const acknowledged = new Set<string>();
  let unfinished = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { used: before } = await look();
    const left = hashes.map(hash => Buffer.from(hash).toString('hex')).filter(hash => !before.includes(hash));
    // A fast machine finishes before the last round.
    if (left.length === 0) break;
    const keyText = Buffer.from(key).toString('hex');
    const spender = startGuarded(process.execPath, [program, file, SURVEY, keyText, ...left]);
    await spender.line(line => line.startsWith('spent '));
    await wait(randomInt(LONGEST_MS));
    await spender.stop();
    for (const line of spender.lines) if (line.startsWith('spent ')) acknowledged.add(line.slice(6));
    if (!spender.lines.includes('done')) unfinished += 1;
    const { used, waiting } = await look();
    expect(waiting).toEqual(used);
    for (const hash of acknowledged) expect(used).toContain(hash);
  }
  // A run without work in progress at the kill would prove nothing.
  expect(unfinished).toBeGreaterThan(0);
  expect(acknowledged.size).toBeGreaterThan(0);
});
