// What the database contains: nothing readable without the key, nothing that can be moved undetected.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../../api/deps.ts';
import { listAttachments, openAttachment } from '../../api/domain/files/reading.ts';
import { openChunk, sealChunk } from '../../api/domain/files/sealed.ts';
import { attachmentDisposition, attachmentResponse } from '../../api/http/attachment-response.ts';
import { securityHeaders } from '../../api/http/security-headers.ts';
import { pruneUploads } from '../../api/jobs/prune-uploads.ts';
import { startHousekeeping } from '../../api/node/housekeeping.ts';
import { attachmentsText } from '../../api/views/attachments.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { claim, claimed, contentKey, rowsOf } from './claimed.ts';
import { type Ask, bytesOf, MB, pdfOf, upload } from './client.ts';
import * as sample from './samples.ts';

async function started(): Promise<TestApp & { ask: Ask }> {
  const test = await startApp();
  return { ...test, ask: (path, init) => test.app.request(path, init) };
}

/** Read by another process: opening the file in this one would drop SQLite's locks on it. */
const contentOf = (file: string): string =>
  execFileSync('cat', [file], { encoding: 'latin1', maxBuffer: 64 * MB });

describe('the database', () => {
  it('holds neither name nor content nor token nor place, in the file or its log', async () => {
    const test = await started();
    const name = 'Annas-Paraugas-rentgens.jpg';
    const words = 'Ļoti slepens teksts par Annu';
    const photo = sample.jpeg({ scan: sample.bytesOf(words) });
    const before = await upload(test.ask, name, photo);
    await upload(test.ask, 'gaida-Anna.jpg', photo);
    await claim(test, before);
    const [row] = (await test.database.execute({ sql: 'PRAGMA database_list' })).rows;
    const folder = dirname(String(row?.['file']));
    const files = readdirSync(folder).map(file => [file, contentOf(join(folder, file))] as const);
    expect(files.map(([file]) => file)).toContain('kac.db-wal');
    for (const [file, content] of files) {
      for (const secret of [name, 'gaida-Anna', words, sample.GPS_MARK, before, 'image/jpeg', 'jpeg'])
        expect(content.includes(Buffer.from(secret).toString('latin1')), `${secret} in ${file}`).toBe(false);
    }
  });

  it('holds a picture without its place, also for whoever has the key', async () => {
    const test = await started();
    const opened = await claimed(test, await upload(test.ask, 'foto.jpg', sample.jpeg()));
    if (!opened.ok) throw new Error(opened.reason);
    const content = Buffer.from(await bytesOf(opened.body)).toString('latin1');
    expect(content).toContain(Buffer.from(sample.jpegPicture()).toString('latin1'));
    expect(content).not.toMatch(new RegExp(`${sample.GPS_MARK}|${sample.OWNER_MARK}|html`));
    expect(opened.file).toMatchObject({ size: content.length, mediaType: 'image/jpeg', eSigned: false });
  });

  it('gives the room back with the submission, chunks and all', async () => {
    const test = await started();
    await claim(test, await upload(test.ask, 'x.pdf', pdfOf(2 * MB)));
    expect(await rowsOf(test, 'attachment_chunks')).toHaveLength(2);
    await test.database.execute({ sql: 'DELETE FROM submissions' });
    expect(await rowsOf(test, 'attachments')).toEqual([]);
    expect(await rowsOf(test, 'attachment_chunks')).toEqual([]);
  });

  it('refuses to hand a file to a submission that is not there', async () => {
    const test = await started();
    await upload(test.ask, 'x.pdf', sample.pdf);
    const [row] = await rowsOf(test, 'attachments');
    const key = new Uint8Array(60);
    const nowhere = test.deps.attachments.claim({ id: String(row?.['id']), key, reference: 'KAC-26-NONE' });
    await expect(test.database.batch([nowhere])).rejects.toThrow(/CHECK/);
  });
});

describe('a stored file that was touched', () => {
  const file = pdfOf(3 * MB + 100);
  /** Ciphertext has any byte anywhere: one in 256 is 0 already. */
  const other = (column: string, at: number): string =>
    `CASE substr(${column}, ${at}, 1) WHEN x'00' THEN x'01' ELSE x'00' END`;
  const damages: [string, string][] = [
    ['its last chunk is gone', 'DELETE FROM attachment_chunks WHERE n = 3'],
    ['a chunk in the middle is gone', 'DELETE FROM attachment_chunks WHERE n = 1'],
    ['all chunks are gone', 'DELETE FROM attachment_chunks'],
    [
      'a chunk too many',
      'INSERT INTO attachment_chunks SELECT file_id, 4, data FROM attachment_chunks WHERE n = 3',
    ],
    [
      'its chunks are in another order',
      'UPDATE attachment_chunks SET data = (SELECT data FROM attachment_chunks AS o WHERE o.n = CASE attachment_chunks.n WHEN 1 THEN 2 ELSE 1 END) WHERE n IN (1, 2)',
    ],
    [
      'its first chunk is another',
      'UPDATE attachment_chunks SET data = (SELECT data FROM attachment_chunks WHERE n = 1) WHERE n = 0',
    ],
    [
      'a byte is another',
      `UPDATE attachment_chunks SET data = CAST(substr(data, 1, 500) || ${other('data', 501)} || substr(data, 502) AS BLOB) WHERE n = 2`,
    ],
    [
      'a chunk is shorter',
      'UPDATE attachment_chunks SET data = CAST(substr(data, 1, length(data) - 1) AS BLOB) WHERE n = 2',
    ],
    [
      'what is known of it is another',
      `UPDATE attachments SET meta = CAST(${other('meta', 1)} || substr(meta, 2) AS BLOB)`,
    ],
  ];

  it.each(damages)('is never given out as whole: %s', async (_, sql) => {
    const test = await started();
    const { ids } = await claim(test, await upload(test.ask, 'x.pdf', file));
    await test.database.execute({ sql });
    const opened = await openAttachment(test.deps, contentKey, ids[0] ?? '');
    if (opened.ok) await expect(bytesOf(opened.body)).rejects.toMatchObject({ name: 'DamagedFile' });
    else expect(opened.reason).toBe('damaged');
  });

  it('has no chunk that opens in another place, or as the last when it was not', async () => {
    const { primitives } = (await started()).deps;
    const access = { id: 'a', key: new Uint8Array(randomBytes(32)) };
    const data = await sealChunk(primitives, access, { n: 1, last: false, bytes: sample.pdf });
    expect(await openChunk(primitives, access, { n: 1, last: false, data })).toEqual(sample.pdf);
    expect(await openChunk(primitives, access, { n: 1, last: true, data })).toBeNull();
    expect(await openChunk(primitives, access, { n: 0, last: false, data })).toBeNull();
    expect(await openChunk(primitives, { ...access, id: 'b' }, { n: 1, last: false, data })).toBeNull();
  });

  it('opens for nobody with another key, and not under the name of another file', async () => {
    const test = await started();
    const { ids, reference } = await claim(
      test,
      await upload(test.ask, 'x.pdf', sample.pdf),
      await upload(test.ask, 'y.pdf', pdfOf(300)),
    );
    const [x = '', y = ''] = ids;
    const other = new Uint8Array(randomBytes(32));
    expect(await openAttachment(test.deps, other, x)).toEqual({ ok: false, reason: 'sealed' });
    expect(await openAttachment(test.deps, contentKey, 'nothing')).toEqual({ ok: false, reason: 'unknown' });
    expect(await listAttachments(test.deps, other, reference)).toEqual(
      [x, y].map(id => ({ id, unreadable: 'sealed', message: null, draft: false })),
    );
    await test.database.execute({
      sql: 'UPDATE attachments SET key = (SELECT key FROM attachments WHERE id = ?) WHERE id = ?',
      args: [x, y],
    });
    expect(await openAttachment(test.deps, contentKey, y)).toEqual({ ok: false, reason: 'sealed' });
  });
});

describe('the files of a submission', () => {
  it('are listed with what staff need to know, e-signed containers as such', async () => {
    const test = await started();
    const { reference } = await claim(
      test,
      await upload(test.ask, 'foto.jpg', sample.jpeg()),
      await upload(test.ask, 'lūgums.edoc', sample.asice),
      await upload(test.ask, 'vecs.edoc', sample.edoc1),
    );
    const files = await listAttachments(test.deps, contentKey, reference);
    expect(files).toMatchObject([
      { name: 'foto.jpg', mediaType: 'image/jpeg', eSigned: false },
      { name: 'lūgums.edoc', mediaType: 'application/vnd.etsi.asic-e+zip', eSigned: true },
      { name: 'vecs.edoc', mediaType: 'application/zip', eSigned: true },
    ]);
    const text = attachmentsText(files);
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Pielikumi:',
      expect.stringMatching(/^ {4}foto\.jpg \(\d+ B\)$/),
      expect.stringMatching(/^ {4}lūgums\.edoc \(\d+ B; e-parakstīts konteiners, paraksts nav pārbaudīts\)$/),
    ]);
    expect(attachmentsText([])).toBe('');
    expect(attachmentsText([{ id: 'x', unreadable: 'damaged' }])).toContain('x (fails glabātavā ir bojāts)');
  });

  it('are answered to be saved, never to be shown', async () => {
    const test = await started();
    const opened = await claimed(test, await upload(test.ask, 'Rēķins “1”; x=.pdf', sample.pdf));
    if (!opened.ok) throw new Error(opened.reason);
    const app = new Hono<AppEnv>().use(securityHeaders);
    app.get('/', () => attachmentResponse(opened.file, opened.body));
    const answer = await app.request('/');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(sample.pdf.length),
      'content-disposition': `attachment; filename="Rekins _1__ x_.pdf"; filename*=UTF-8''R%C4%93%C4%B7ins%20%E2%80%9C1%E2%80%9D%3B%20x%3D.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sample.pdf);
  });

  it.each(["it's (1)*.pdf", 'ā"\\\r\nSet-Cookie: x', '😀.jpg', ''])(
    'named %j break out of no header',
    name => {
      const value = attachmentDisposition(name);
      expect(value).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/);
      expect(decodeURIComponent(value.split("''")[1] ?? '')).toBe(name);
    },
  );
});

it('the job removes every upload whose form never came, and no other', async () => {
  const test = await started();
  for (let i = 0; i < 9; i++) await upload(test.ask, 'x.pdf', sample.pdf);
  const kept = await claim(test, await upload(test.ask, 'x.pdf', sample.pdf));
  expect(await pruneUploads(test.deps)).toBe(0);
  test.at('2026-11-24T08:00:00Z');
  const young = await upload(test.ask, 'y.pdf', sample.pdf);
  test.at('2026-11-24T08:31:00Z');
  expect(await pruneUploads(test.deps)).toBe(9);
  expect(await rowsOf(test, 'attachments')).toHaveLength(2);
  expect(await listAttachments(test.deps, contentKey, kept.reference)).toHaveLength(1);
  expect((await claimed(test, young)).ok).toBe(true);
});

it('a server removes them by itself, and goes on when that fails', async () => {
  const test = await started();
  await upload(test.ask, 'x.pdf', sample.pdf);
  test.at('2026-11-24T08:31:00Z');
  await startHousekeeping(test.deps)();
  expect(await rowsOf(test, 'attachment_chunks')).toEqual([]);
  expect(test.log.at(-1)).toEqual({ level: 'info', event: 'uploads-expired', detail: { removed: 1 } });
  const prune = () => Promise.reject(new Error('the disk is full'));
  await startHousekeeping({ ...test.deps, attachments: { prune } })();
  expect(test.log.at(-1)).toMatchObject({ level: 'error', detail: { message: 'the disk is full' } });
});
