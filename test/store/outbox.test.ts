// The outbox in SQL: claims that expire, clocks that are set back, what is deleted, and how many per day.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MOST_A_DAY } from '../../api/domain/outbox.ts';
import { mailPort } from '../../api/jobs/queue-mail.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { deletions } from '../../api/store/erase.ts';
import { migrate } from '../../api/store/migrate.ts';
import { temporaryFolders } from '../support/folder.ts';
import { acknowledgement, FROM, post } from '../support/outbox.ts';

const folder = temporaryFolders();
const NOON = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const at = (ms: number): Date => new Date(ms);

async function open() {
  const file = join(folder(), 'kac.db');
  const database = await openEmbedded(file);
  onTestFinished(() => database.close());
  await migrate(database);
  const sent: string[] = [];
  const office = post(database, {
    send: async ({ to }) => {
      sent.push(to);
      return { outcome: 'sent' };
    },
  });
  office.at(NOON);
  const claim = (by: string, now: number, most = 5) =>
    office.outbox.claim({
      by,
      now: at(now),
      until: at(now + 10 * 60_000),
      neverDueAfter: at(now + 21 * HOUR),
      neverClaimedAfter: at(now + 10 * 60_000 + HOUR),
      most,
    });
  return { file, database, office, sent, claim };
}

describe('a claim', () => {
  it('holds for a while and for nobody else, and then passes on', async () => {
    const { office, claim } = await open();
    await office.queue(acknowledgement(1));
    const [mine] = await claim('a', NOON);
    expect(mine).toMatchObject({ attempts: 1, kind: 'acknowledgement' });
    expect(await claim('b', NOON + 9 * 60_000)).toEqual([]);
    const [theirs] = await claim('b', NOON + 10 * 60_000);
    expect(theirs).toMatchObject({ id: mine?.id, messageId: mine?.messageId, attempts: 2 });
  });

  it('that has run out can say nothing any more', async () => {
    const { office, claim } = await open();
    await office.queue(acknowledgement(1));
    const id = String((await claim('a', NOON))[0]?.id);
    await claim('b', NOON + 10 * 60_000);
    expect(await office.outbox.sent(id, 'a')).toBe(false);
    expect(await office.outbox.dead(id, 'a', 'recipient 550')).toBe(false);
    expect(await office.outbox.retryAt(id, 'a', at(NOON + DAY), 'timeout')).toBe(false);
    await office.outbox.release('a');
    expect(await office.rows()).toMatchObject([{ state: 'waiting', lease_by: 'b', attempts: 2 }]);
    expect(await office.outbox.sent(id, 'b')).toBe(true);
    expect(await office.outbox.sent(id, 'b')).toBe(false);
  });

  it('takes no more than it asks for, the oldest first, and can be given back', async () => {
    const { office, claim } = await open();
    for (const n of [1, 2, 3]) {
      office.at(NOON + n);
      await office.queue(acknowledgement(n));
    }
    const taken = await claim('a', NOON + 10, 2);
    expect(taken.map(({ id }) => id)).toEqual((await office.rows()).slice(0, 2).map(({ id }) => id));
    await office.outbox.release('a');
    expect((await claim('b', NOON + 10)).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  });
});

describe('a clock that is set back', () => {
  it.each([1, 24, 24 * 365])('by %i hours holds up no new mail', async hours => {
    const { office, sent } = await open();
    await office.queue(acknowledgement(1));
    office.at(NOON - hours * HOUR);
    await office.send();
    expect(sent).toHaveLength(1);
  });

  it('by a day holds up none that was to be tried again, or was claimed, for longer than the longest wait', async () => {
    const { office, sent, claim } = await open();
    await office.queue(acknowledgement(1), acknowledgement(2));
    const [first] = await claim('a', NOON, 1);
    await office.outbox.retryAt(String(first?.id), 'a', at(NOON + HOUR), 'timeout');
    await claim('dead', NOON);
    office.at(NOON - DAY);
    await office.send();
    expect(sent).toHaveLength(2);
  });

  it('by a day makes no mail that keeps failing fail faster', async () => {
    const { database } = await open();
    const office = post(database, {
      send: async () => ({ outcome: 'refused', how: 'temporary', of: 'mail', code: 'recipient 451' }),
    });
    office.at(NOON);
    await office.queue(acknowledgement(1));
    office.at(NOON - DAY);
    await office.send();
    await office.send();
    expect(await office.rows()).toMatchObject([{ attempts: 1, state: 'waiting' }]);
  });
});

describe('one address', () => {
  it('gets a limited number of acknowledgements a day, whoever asks and however it is written', async () => {
    const { office, sent } = await open();
    const spellings = ['anna@paraugs.example', 'Anna@Paraugs.Example', 'anna+kac@paraugs.example'];
    for (let n = 0; n < MOST_A_DAY + 5; n += 1)
      await office.queue(acknowledgement(n, { to: spellings[n % 3] ?? '' }));
    await office.queue(acknowledgement(100, { to: 'juris@paraugs.example' }));
    await office.send();
    expect(sent.filter(to => /^anna/i.test(to))).toHaveLength(MOST_A_DAY);
    expect(sent).toContain('juris@paraugs.example');
    office.at(NOON + DAY);
    await office.queue(acknowledgement(200, { to: 'anna@paraugs.example' }));
    await office.send();
    expect(sent).toHaveLength(MOST_A_DAY + 2);
  });

  it('gets every letter the office causes', async () => {
    const { office, sent } = await open();
    for (let n = 0; n < MOST_A_DAY + 5; n += 1)
      await office.queue({
        kind: 'message-from-office',
        to: 'anna@paraugs.example',
        lang: 'lv',
        reference: 'KAC-26-7Q4W-X26',
        occasion: String(n),
      });
    await office.send();
    expect(sent).toHaveLength(MOST_A_DAY + 5);
  });
});

describe('what is forgotten', () => {
  const ADDRESS = 'zzanna.marker@paraugs.example';
  const traces = (file: string): string =>
    ['', '-wal'].map(end => readFileSync(`${file}${end}`, 'latin1')).join('');

  it('is a mail’s contents once it is sent: neither sealed nor in the clear are they in the files', async () => {
    const { file, database, office } = await open();
    await office.queue(acknowledgement(1, { to: ADDRESS }));
    const sealed = Buffer.from((await office.rows())[0]?.['payload'] as Uint8Array).toString('latin1');
    // These exact bytes are present while the mail waits, so the search below can find them.
    expect(traces(file)).toContain(sealed.slice(0, 60));
    expect(traces(file)).not.toContain('zzanna');
    await office.send();
    await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    expect(traces(file)).not.toContain(sealed.slice(0, 60));
    expect(traces(file)).not.toContain('zzanna');
  });

  it('is everything about an erased submission, in the erasing batch', async () => {
    const { database, office, sent } = await open();
    await office.queue(acknowledgement(1), acknowledgement(2));
    await database.batch(deletions('KAC-26-7Q4W-1', 'no-window'));
    await office.send();
    expect(sent).toEqual(['anna.2@paraugs.example']);
    expect((await office.rows()).map(({ reference }) => reference)).toEqual(['KAC-26-7Q4W-2']);
  });

  it('are sent mails after their time, dead ones’ contents too; a dead letter itself stays until it is dropped', async () => {
    const { office, claim } = await open();
    await office.queue(acknowledgement(1), acknowledgement(2), acknowledgement(3));
    const claimed = await claim('a', NOON);
    const [sent, dead] = claimed.map(({ id }) => id);
    await office.outbox.sent(String(sent), 'a');
    await office.outbox.dead(String(dead), 'a', 'recipient 550');
    await office.outbox.release('a');
    await office.outbox.prune(at(NOON - 1), at(NOON - 1));
    expect((await office.rows()).filter(row => row['recipient'] === null)).toEqual([]);
    await office.outbox.prune(at(NOON - 1), at(NOON + 1));
    expect((await office.rows()).map(row => row['recipient'])).toEqual([null, null, null]);
    expect(await office.outbox.retry(String(dead), at(NOON))).toBe('done');
    await claim('b', NOON);
    await office.outbox.dead(String(dead), 'b', 'recipient 550');
    await office.outbox.release('b');

    await office.outbox.prune(at(NOON + 1), at(NOON + 1));
    const rows = await office.rows();
    expect(rows.map(({ state }) => state).sort()).toEqual(['dead', 'waiting']);
    expect(rows.find(({ id }) => id === dead)).toMatchObject({ payload: null });
    expect(await office.outbox.retry(String(dead), at(NOON))).toBe('contents-gone');
    expect(await office.outbox.retry(String(sent), at(NOON))).toBe('unknown');
    expect(await office.outbox.drop(String(sent))).toBe(false);
    expect(await office.outbox.drop(String(dead))).toBe(true);
    expect(await office.outbox.drop(String(dead))).toBe(false);
  });
});

it('a mail is stored with what it tells of, or not at all', async () => {
  const { database, office } = await open();
  const port = mailPort({ ...office, from: FROM, wake: () => {} });
  const statements = await port.statements(acknowledgement(1));
  await expect(database.batch([...statements, { sql: 'SELECT nonsense' }])).rejects.toThrow();
  expect(await office.rows()).toEqual([]);
});
