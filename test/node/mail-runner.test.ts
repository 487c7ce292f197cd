// The mail sender in a server: runs at once when woken, otherwise periodically, and stops cleanly.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Delivery, Mailer } from '../../api/domain/outbox.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { createMailRunner } from '../../api/node/mail-runner.ts';
import type { Database } from '../../api/store/database.ts';
import { migrate } from '../../api/store/migrate.ts';
import { temporaryFolders } from '../support/folder.ts';
import { acknowledgement, post } from '../support/outbox.ts';

const folder = temporaryFolders();
const NEVER_BY_ITSELF = { everyMs: 3_600_000, finishMs: 10_000 };
const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 500; tried += 1) {
    if (await holds()) return;
    await later(10);
  }
  throw new Error('it did not come about within five seconds');
}

/** A mailer in which the test decides the result of each mail, until it is aborted. */
function byHand() {
  const sent: string[] = [];
  const waiting: ((delivery: Delivery) => void)[] = [];
  const mailer: Mailer = {
    send: ({ to }, signal) =>
      new Promise(resolve => {
        sent.push(to);
        waiting.push(resolve);
        signal.addEventListener('abort', () =>
          resolve({ outcome: 'refused', how: 'temporary', of: 'server', code: 'stopped' }),
        );
      }),
  };
  return { mailer, sent, finish: () => waiting.shift()?.({ outcome: 'sent' }) };
}

const atOnce = (): { mailer: Mailer; sent: string[] } => {
  const sent: string[] = [];
  const send: Mailer['send'] = async ({ to }) => {
    sent.push(to);
    return { outcome: 'sent' };
  };
  return { mailer: { send }, sent };
};

async function open(mailer: Mailer, times = NEVER_BY_ITSELF) {
  const database = await openEmbedded(join(folder(), 'kac.db'));
  onTestFinished(() => database.close());
  await migrate(database);
  const office = post(database, mailer);
  const runner = createMailRunner(office, times);
  onTestFinished(() => runner.stop());
  return { database, office, runner };
}

describe('the runner', () => {
  it('sends at its start what is left from before, and nothing before it is started', async () => {
    const { mailer, sent } = atOnce();
    const { office, runner } = await open(mailer);
    await office.queue(acknowledgement(1));
    runner.wake();
    await later(50);
    expect(sent).toEqual([]);
    runner.start();
    await until(() => sent.length === 1);
  });

  it('sends when woken, also when it is woken while it looks', async () => {
    const { mailer, sent, finish } = byHand();
    const { office, runner } = await open(mailer);
    runner.start();
    await office.queue(acknowledgement(1));
    runner.wake();
    await until(() => sent.length === 1);
    await office.queue(acknowledgement(2));
    runner.wake();
    runner.wake();
    expect(sent).toHaveLength(1);
    finish();
    await until(() => sent.length === 2);
    finish();
    await until(async () => (await office.rows()).every(({ state }) => state === 'sent'));
  });

  it('looks by itself, without holding the process', async () => {
    const { mailer, sent } = atOnce();
    const { office, runner } = await open(mailer, { everyMs: 20, finishMs: 1000 });
    runner.start();
    await later(50);
    await office.queue(acknowledgement(1));
    await until(() => sent.length === 1);
  });

  it('lets the present mail finish when it stops, begins no other, and gives the others back', async () => {
    const { mailer, sent, finish } = byHand();
    const { office, runner } = await open(mailer);
    await office.queue(acknowledgement(1), acknowledgement(2), acknowledgement(3));
    runner.start();
    await until(() => sent.length === 1);
    const stopped = runner.stop();
    await later(50);
    finish();
    await stopped;
    expect(sent).toHaveLength(1);
    const rows = await office.rows();
    expect(rows.map(({ state }) => state).sort()).toEqual(['sent', 'waiting', 'waiting']);
    expect(rows.map(({ lease_by }) => lease_by)).toEqual([null, null, null]);
    expect(rows.filter(({ state }) => state === 'waiting').map(({ attempts }) => attempts)).toEqual([0, 0]);
    runner.wake();
    await later(50);
    expect(sent).toHaveLength(1);
  });

  it('breaks off a mail that does not finish, and keeps it', async () => {
    const { mailer, sent } = byHand();
    const { office, runner } = await open(mailer, { everyMs: 3_600_000, finishMs: 50 });
    await office.queue(acknowledgement(1));
    runner.start();
    await until(() => sent.length === 1);
    await runner.stop();
    expect(await office.rows()).toMatchObject([{ state: 'waiting', lease_by: null, last_error: 'stopped' }]);
  });

  it('outlives a database that is away, and says so without a word of what it was doing', async () => {
    const { mailer, sent } = atOnce();
    const { database, office } = await open(mailer);
    let away = true;
    const gone = async () => {
      throw new Error('anna@paraugs.example');
    };
    const flaky: Database = { ...database, execute: s => (away ? gone() : database.execute(s)) };
    const job = post(flaky, mailer);
    const runner = createMailRunner(job, { everyMs: 20, finishMs: 1000 });
    onTestFinished(() => runner.stop());
    await office.queue(acknowledgement(1));
    runner.start();
    await until(() => job.entries.length > 0);
    expect(job.entries[0]).toEqual({ level: 'error', event: 'mail', detail: { fault: 'Error' } });
    away = false;
    await until(() => sent.length === 1);
  });

  it('outlives a letter that cannot be written; its neighbours go', async () => {
    const { mailer, sent } = atOnce();
    const { office } = await open(mailer);
    const job = {
      ...office,
      write: (mail: Parameters<typeof office.write>[0]) => {
        if (mail.to.startsWith('anna.1@')) throw new TypeError('no such kind');
        return office.write(mail);
      },
    };
    const runner = createMailRunner(job, NEVER_BY_ITSELF);
    onTestFinished(() => runner.stop());
    await office.queue(acknowledgement(1), acknowledgement(2));
    runner.start();
    await until(() => sent.length === 1);
    await runner.stop();
    expect((await office.rows()).find(row => row['last_error'] === 'fault')).toMatchObject({
      state: 'waiting',
    });
  });
});
