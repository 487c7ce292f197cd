// The file store on each engine: a chunk is stored in its place or not at all, and space is counted when it
// is reserved.
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../api/node/embedded.ts';
import { type AttachmentStore, attachmentStore, type NewUpload } from '../../api/store/attachments.ts';
import type { Database } from '../../api/store/database.ts';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { migrate } from '../../api/store/migrate.ts';
import { remoteFetch } from '../../api/store/remote-fetch.ts';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';
import { MB, noise } from './client.ts';

const folder = temporaryFolders();
const NOW = '2026-11-23T08:30:00.000Z';
const LATER = '2026-11-24T08:30:00.000Z';
const ROOM = { total: 1000, perSource: 600, share: 1 };
const WIDE = { total: 1e9, perSource: 1e9, share: 1 };
let made = 0;

interface Opened {
  readonly database: Database;
  close(): Promise<void>;
}

function describeFileStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: AttachmentStore;
    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database);
      store = attachmentStore(opened.database);
    });
    afterAll(() => opened.close());

    const fresh = (over: Partial<NewUpload> = {}): NewUpload => {
      made += 1;
      const reserved = over.reserved ?? 1;
      const upload = { id: `f${made}`, meta: noise(50), reserved, expected: reserved };
      return { ...upload, source: null, expiresAt: LATER, ...over };
    };
    const begun = async (over = {}) => {
      const upload = fresh(over);
      const { outcome } = await store.begin(upload, WIDE, NOW);
      expect(outcome).toBe('begun');
      return upload.id;
    };
    const part = (id: string, after: number, n: number, data: Uint8Array, complete = false) => ({
      ...{ id, after, received: after + data.length, n, data, meta: noise(60), complete },
      ...{ now: NOW, expiresAt: LATER },
    });
    const append = (...given: Parameters<typeof part>) => store.append(part(...given), WIDE);
    const clear = () => opened.database.execute({ sql: 'DELETE FROM attachments' });

    it('keeps chunks of a megabyte and gives each back', async () => {
      const id = await begun();
      const chunks = [noise(MB + 28), noise(MB + 28), noise(5)];
      let after = 0;
      for (const [n, data] of chunks.entries()) {
        expect(await append(id, after, n, data, n === 2)).toBe('stored');
        after += data.length;
      }
      for (const [n, data] of chunks.entries())
        expect(Buffer.compare((await store.chunk(id, n)) ?? noise(1), data)).toBe(0);
      expect(await store.chunk(id, 3)).toBeNull();
      expect(await store.upload(id, NOW)).toMatchObject({ received: after, complete: true, claimedBy: null });
    });

    it('puts a chunk nowhere when the file is elsewhere by now, whole, or gone', async () => {
      const id = await begun();
      const data = noise(10);
      expect(await append(id, 5, 0, data)).toBe('overtaken');
      const same = await Promise.all([1, 2, 3, 4].map(() => append(id, 0, 0, data)));
      expect(same.filter(outcome => outcome === 'stored')).toHaveLength(1);
      expect(await append(id, 10, 1, data, true)).toBe('stored');
      expect(await append(id, 20, 2, data)).toBe('overtaken');
      expect(await append('nothing', 0, 0, data)).toBe('overtaken');
      expect(await store.discard(id)).toBe(true);
      expect(await store.discard(id)).toBe(false);
      expect(await store.chunk(id, 0)).toBeNull();
    });

    it('gives no more room than there is, in all and to one source', async () => {
      await clear();
      const source = Uint8Array.of(1);
      const take = async (reserved: number, from: Uint8Array | null) =>
        (await store.begin(fresh({ reserved, source: from }), ROOM, NOW)).outcome;
      expect(await take(600, source)).toBe('begun');
      expect(await take(1, source)).toBe('source-full');
      expect(await take(300, Uint8Array.of(2))).toBe('begun');
      expect(await take(101, null)).toBe('full');
      expect(await take(100, null)).toBe('begun');
      expect(await take(1, Uint8Array.of(3))).toBe('full');
      await clear();
      // The received bytes count when they exceed the announced size.
      const id = await begun({ reserved: 1 });
      await append(id, 0, 0, noise(950));
      expect(await take(51, null)).toBe('full');
      await clear();
      const all = await Promise.all(Array.from({ length: 20 }, () => take(100, null)));
      expect(all.filter(outcome => outcome === 'begun')).toHaveLength(10);
      await clear();
    });

    it('takes in no more than there is room for, however little was announced', async () => {
      await clear();
      const source = Uint8Array.of(1);
      const one = await begun({ source });
      const other = await begun();
      const into = (id: string, after: number, n: number, size: number) =>
        store.append(part(id, after, n, noise(size)), ROOM);
      expect(await into(one, 0, 0, 500)).toBe('stored');
      expect(await into(one, 500, 1, 101)).toBe('source-full');
      expect(await into(other, 0, 0, 501)).toBe('full');
      expect(await into(other, 0, 0, 500)).toBe('stored');
      expect(await into(one, 500, 1, 1)).toBe('full');
      expect(await into(one, 0, 0, 1)).toBe('overtaken');
      expect(await store.chunk(one, 1)).toBeNull();
      expect(await store.upload(one, NOW)).toMatchObject({ received: 500 });
      await clear();
    });

    it('gives no source more than its share of what the others leave', async () => {
      await clear();
      const caps = { total: 1000, perSource: 600, share: 4 };
      const most = async (n: number): Promise<number> => {
        let took = 0;
        while (
          (await store.begin(fresh({ reserved: 10, source: Uint8Array.of(n) }), caps, NOW)).outcome ===
          'begun'
        )
          took += 10;
        return took;
      };
      const taken = [];
      for (let n = 0; n < 12; n += 1) taken.push(await most(n));
      expect(taken.slice(0, 4)).toEqual([250, 180, 140, 100]);
      // Twelve sources that take what they get leave something for the next.
      expect(taken.at(-1)).toBeGreaterThan(0);
      expect((await store.begin(fresh({ reserved: 10, source: Uint8Array.of(99) }), caps, NOW)).outcome).toBe(
        'begun',
      );
      await clear();
    });

    it('does not count what has expired, though it is still there', async () => {
      await clear();
      const source = Uint8Array.of(1);
      for (let n = 0; n < 6; n += 1) await begun({ reserved: 100, source });
      expect((await store.begin(fresh({ source }), ROOM, NOW)).outcome).toBe('source-full');
      expect(
        (await store.begin(fresh({ reserved: 600, source }), ROOM, '2026-11-24T08:30:00.001Z')).outcome,
      ).toBe('begun');
      await clear();
    });

    it('opens an upload once, and an expired one anew', async () => {
      const upload = fresh();
      const caps = WIDE;
      expect(await store.begin(upload, caps, NOW)).toMatchObject({ outcome: 'begun' });
      await append(upload.id, 0, 0, noise(9));
      expect(await store.begin({ ...upload, meta: noise(3) }, caps, NOW)).toMatchObject({
        outcome: 'known',
        upload: { received: 9 },
      });
      const afterwards = '2026-11-24T08:30:00.001Z';
      expect(await store.upload(upload.id, afterwards)).toBeNull();
      expect(await store.hold([upload.id], afterwards, afterwards)).toEqual([]);
      const anew = { ...upload, expiresAt: '2026-11-25T08:30:00.000Z' };
      expect(await store.begin(anew, caps, afterwards)).toMatchObject({
        outcome: 'begun',
        upload: { received: 0 },
      });
    });

    it('keeps those that a form is about to take, and removes the expired with their chunks', async () => {
      await clear();
      const [held, left] = [await begun(), await begun()];
      for (const id of [held, left]) await append(id, 0, 0, noise(9), true);
      const until = '2026-11-24T09:30:00.000Z';
      expect((await store.hold([held, 'nothing'], NOW, until)).map(({ id }) => id)).toEqual([held]);
      expect(await store.prune('2026-11-24T09:00:00.000Z', 10)).toBe(1);
      expect(await store.chunk(left, 0)).toBeNull();
      expect(await store.chunk(held, 0)).not.toBeNull();
      expect(await store.prune(until, 10)).toBe(1);
      const { rows } = await opened.database.execute({ sql: 'SELECT count(*) AS n FROM attachment_chunks' });
      expect(rows).toEqual([{ n: 0 }]);
    });
  });
}

describeFileStore('files in a database file', async () => {
  const database = await openEmbedded(join(folder(), 'kac.db'));
  return { database, close: () => database.close() };
});

if (hasSqld) {
  describeFileStore('files on a libSQL server', async () => {
    const server = await startSqld(folder());
    // One at a time, as the roots do (docs/edge.md).
    const database = libsqlDatabase(createClient({ url: server.url, fetch: remoteFetch(), concurrency: 1 }));
    return {
      database,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  });
} else {
  it.skip('files on a libSQL server: there is no sqld for this system');
}
