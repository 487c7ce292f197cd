// Several senders on one outbox that die at random, on every engine: nothing is lost, and a mail is sent
// twice only when its sender died between the server's acceptance and recording it.
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Envelope, Mailer } from '../../api/domain/outbox.ts';
import { LEASE_MS, sendDue } from '../../api/jobs/send-mail.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import type { Database } from '../../api/store/database.ts';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { migrate } from '../../api/store/migrate.ts';
import { remoteFetch } from '../../api/store/remote-fetch.ts';
import { temporaryFolders } from '../support/folder.ts';
import { acknowledgement, localMailer, post } from '../support/outbox.ts';
import { startSmtp } from '../support/smtp.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
const NOON = Date.parse('2026-11-23T10:00:00Z');
const WORKERS = 4;

/** The same numbers in every run (mulberry32), so that a failure can be reproduced. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Fate {
  readonly mailer: Mailer;
  /** Resolves when this worker has died. */
  readonly died: Promise<void>;
}

/** A mailer whose process dies before or after handing over a mail: its promise then never settles. */
function mortal(mailer: Mailer, chance: () => number, late: string[]): Fate {
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  const dead = (): Promise<never> => {
    die();
    return new Promise(() => {});
  };
  const send = async (envelope: Envelope, signal: AbortSignal) => {
    const fate = chance();
    if (fate < 0.06) return dead();
    const delivery = await mailer.send(envelope, signal);
    if (fate > 0.97) {
      late.push(envelope.messageId);
      return dead();
    }
    return delivery;
  };
  return { mailer: { send }, died };
}

interface Engine {
  /** One connection for each worker. */
  readonly databases: readonly [Database, ...Database[]];
}

async function file(): Promise<Engine> {
  const database = await openEmbedded(join(folder(), 'kac.db'));
  onTestFinished(() => database.close());
  return { databases: [database] };
}

async function server(): Promise<Engine> {
  const sqld = await startSqld(folder());
  const open = () => libsqlDatabase(createClient({ url: sqld.url, fetch: remoteFetch(), concurrency: 1 }));
  const databases: [Database, ...Database[]] = [open(), open(), open(), open()];
  onTestFinished(async () => {
    await Promise.all(databases.map(database => database.close()));
    await sqld.stop();
  });
  return { databases };
}

const engines: [string, number, () => Promise<Engine>][] = [
  ['a file', 200, file],
  ...(hasSqld ? [['a libSQL server', 80, server] satisfies [string, number, () => Promise<Engine>]] : []),
];

describe.each(engines)('senders that die, on %s', (_, mails, open) => {
  it('lose nothing and double nothing', async () => {
    const { databases } = await open();
    const [database] = databases;
    await migrate(database);
    const smtp = await startSmtp();
    const real = localMailer(smtp.port, { connect: 20_000, silence: 20_000, whole: 60_000 });
    const office = post(database, real);
    office.at(NOON);
    await office.queue(...Array.from({ length: mails }, (_, i) => acknowledgement(i + 1)));

    const chance = numbers(20261123);
    const late: string[] = [];
    const never = new AbortController().signal;
    let deaths = 0;
    async function work(i: number): Promise<void> {
      const { mailer, died } = mortal(real, chance, late);
      const job = { ...post(databases[i % databases.length] ?? database, mailer), now: office.now };
      const dead = died.then(() => true);
      if (!(await Promise.race([sendDue(job, { soon: never, now: never }).then(() => false), dead]))) return;
      deaths += 1;
      // Its successor starts at once; the mails that the dead one claimed stay claimed.
      return work(i);
    }
    for (let at = NOON; (await office.rows()).some(({ state }) => state === 'waiting'); at += LEASE_MS + 1) {
      office.at(at);
      await Promise.all(Array.from({ length: WORKERS }, (_, i) => work(i)));
    }

    const rows = await office.rows();
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'sent'));
    const expected = [...rows.map(row => String(row['message_id'])), ...late];
    expect(smtp.received.map(({ messageId }) => messageId).sort()).toEqual(expected.sort());
    expect(deaths).toBeGreaterThan(3);
    expect(late.length).toBeGreaterThan(0);
  });
});
