// Uploading one file at a time: what is accepted, how it resumes after a break, and what is refused and why.
import { describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../api/harness.ts';
import { claimed, rowsOf } from './claimed.ts';
import { type Ask, begin, bytesOf, MB, noise, patch, pdfOf, state, token, upload } from './client.ts';
import * as sample from './samples.ts';

async function started(): Promise<TestApp & { ask: Ask }> {
  const test = await startApp();
  return { ...test, ask: (path, init) => test.app.request(path, init) };
}

const problemOf = async (response: Response) => (await response.json()) as { title: string; detail: string };

describe('an upload', () => {
  it('is byte for byte what was sent, whatever the size of its parts', async () => {
    const test = await started();
    for (const [size, part] of [
      [1, MB],
      [MB, MB],
      [MB + 1, MB],
      [3 * MB + 5, 70_001],
      [2.5 * MB, 4 * MB],
    ] as const) {
      const file = pdfOf(Math.max(size, 10)).subarray(0, Math.max(size, 10));
      const key = await upload(test.ask, 'lēmums.pdf', file, part);
      const opened = await claimed(test, key);
      expect(opened).toMatchObject({ ok: true, file: { name: 'lēmums.pdf', size: file.length } });
      if (opened.ok) expect(Buffer.compare(await bytesOf(opened.body), file)).toBe(0);
    }
  });

  it('says where it stands, and begins only once', async () => {
    const { ask } = await started();
    const key = token();
    const file = pdfOf(2 * MB);
    const begun = await begin(ask, key, 'x.pdf', file.length);
    expect(begun.status).toBe(201);
    expect(await begun.json()).toEqual({ offset: 0, size: file.length, partBytes: MB });
    expect((await patch(ask, key, 0, file.slice(0, MB))).status).toBe(204);
    const again = await begin(ask, key, 'x.pdf', file.length);
    expect([again.status, await again.json()]).toEqual([
      201,
      { offset: MB, size: file.length, partBytes: MB },
    ]);
    const head = await state(ask, key, 'HEAD');
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      200,
      String(MB),
      String(file.length),
    ]);
    expect(head.headers.get('upload-complete')).toBe('?0');
    await patch(ask, key, MB, file.slice(MB));
    expect(await (await state(ask, key)).json()).toEqual({ offset: 2 * MB, size: 2 * MB, complete: true });
    expect((await begin(ask, key, 'other.pdf', 5)).status).toBe(409);
  });

  it('goes on where it broke off: what arrived before the break is kept', async () => {
    const test = await started();
    const { ask } = test;
    const file = pdfOf(3 * MB);
    const key = token();
    await begin(ask, key, 'x.pdf', file.length);
    let sent = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= 1.5 * MB) return controller.error(new Error('the line is dead'));
        controller.enqueue(file.slice(sent, sent + 100_000));
        sent += 100_000;
      },
    });
    await patch(ask, key, 0, broken);
    const { offset } = (await (await state(ask, key)).json()) as { offset: number };
    expect(offset).toBeGreaterThan(MB);
    expect(offset).toBeLessThanOrEqual(sent);
    const restarted = await test.restart();
    const later: Ask = (path, init) => restarted.app.request(path, init);
    expect((await patch(later, key, offset, file.slice(offset))).status).toBe(204);
    const opened = await claimed(restarted, key);
    if (opened.ok) expect(Buffer.compare(await bytesOf(opened.body), file)).toBe(0);
    expect(opened.ok).toBe(true);
  });

  it('refuses a wrong offset with the right one', async () => {
    const { ask } = await started();
    const key = token();
    const file = pdfOf(2 * MB);
    await begin(ask, key, 'x.pdf', file.length);
    await patch(ask, key, 0, file.slice(0, MB));
    for (const offset of [0, 1, 2 * MB, -1, Number.NaN]) {
      const answer = await patch(ask, key, offset, file.slice(0, MB));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([409, String(MB)]);
    }
  });

  it('is moved on by one of two that send at the same time', async () => {
    const test = await started();
    const key = token();
    const file = pdfOf(MB + 1000);
    await begin(test.ask, key, 'x.pdf', file.length);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => patch(test.ask, key, 0, file.slice(0, MB))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(409)]);
    await patch(test.ask, key, MB, file.slice(MB));
    const opened = await claimed(test, key);
    if (opened.ok) expect(Buffer.compare(await bytesOf(opened.body), file)).toBe(0);
    expect(opened.ok).toBe(true);
  });

  it('is removed on request, and is no more for anyone', async () => {
    const test = await started();
    const key = await upload(test.ask, 'x.pdf', sample.pdf);
    expect((await state(test.ask, key, 'DELETE')).status).toBe(204);
    expect((await state(test.ask, key)).status).toBe(404);
    expect(await rowsOf(test, 'attachment_chunks')).toEqual([]);
  });

  it('is nothing to whoever has another token, and asks for one', async () => {
    const { ask } = await started();
    await upload(ask, 'x.pdf', sample.pdf);
    for (const method of ['GET', 'HEAD', 'DELETE', 'PATCH'])
      expect((await state(ask, token(), method)).status).toBe(404);
    for (const key of ['', 'short', `${token()}x`, 'ā'.repeat(0)]) {
      expect((await state(ask, key)).status).toBe(400);
      expect((await begin(ask, key, 'x.pdf', 10)).status).toBe(400);
    }
    const answer = await ask('/api/uploads', { method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, PATCH, DELETE']);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['svg', sample.svg, 415, 'Šādu failu veidu nepieņemam'],
    ['html', sample.html, 415, 'JPEG, PNG un WebP'],
    ['exe', sample.exe, 415, '.edoc un .asice'],
    ['zip', sample.plainZip, 415, 'arhīvā esošos failus pa vienam'],
    ['docm', sample.docm, 415, 'makro'],
    ['heic', sample.heic, 415, 'Saglabājiet attēlu JPEG formātā'],
    ['jpg', sample.fakeJpeg, 422, 'bojāts vai nepilnīgs'],
    ['edoc', sample.bytesOf('PK\x03\x04'.repeat(100_000)), 422, 'no tik daudzām daļām'],
  ])('%s is told so at its first part, and nothing of it stays', async (ending, bytes, status, words) => {
    const test = await started();
    const key = token();
    await begin(test.ask, key, `fails.${ending}`, bytes.length);
    const answer = await patch(test.ask, key, 0, bytes);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect((await problemOf(answer)).detail).toContain(words);
    expect(await rowsOf(test, 'attachments')).toEqual([]);
    expect(await rowsOf(test, 'attachment_chunks')).toEqual([]);
  });

  it('speaks English where the address does', async () => {
    const test = await started();
    const key = token();
    await begin(test.ask, key, 'x.heic', sample.heic.length);
    const answer = await test.ask('/api/uploads?lang=en', {
      method: 'PATCH',
      body: sample.heic as BodyInit,
      headers: { 'upload-token': key, 'upload-offset': '0' },
    });
    expect((await problemOf(answer)).detail).toContain('Save the picture as JPEG');
  });

  it('is empty, or one byte over the limit', async () => {
    const { ask } = await started();
    expect((await begin(ask, token(), 'x.pdf', 0)).status).toBe(422);
    const over = await begin(ask, token(), 'x.pdf', 20 * MB + 1);
    expect([over.status, (await problemOf(over)).detail]).toEqual([413, expect.stringContaining('20 MB')]);
    expect((await begin(ask, token(), 'x.pdf', 20 * MB)).status).toBe(201);
  });

  it('brings more than it said, or dribbles', async () => {
    const { ask } = await started();
    const key = token();
    await begin(ask, key, 'x.pdf', 100_000);
    expect((await patch(ask, key, 0, pdfOf(100_001))).status).toBe(413);
    const small = await patch(ask, key, 0, pdfOf(1000));
    expect([small.status, small.headers.get('upload-offset')]).toEqual([400, '0']);
    expect((await patch(ask, key, 0, pdfOf(70_000))).status).toBe(204);
    expect((await patch(ask, key, 70_000, noise(30_000))).status).toBe(204);
  });

  it.each([
    ['no JSON', '{'],
    ['no size', '{"name":"x.pdf"}'],
    ['a fractional size', '{"name":"x.pdf","size":1.5}'],
    ['a negative size', '{"name":"x.pdf","size":-1}'],
    ['no name', '{"name":"","size":1}'],
    ['more than asked for', '{"name":"x.pdf","size":1,"type":"text/html"}'],
  ])('is announced with %s', async (_, body) => {
    const { ask } = await started();
    const answer = await ask('/api/uploads', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'upload-token': token() },
    });
    expect(answer.status).toBe(400);
  });
});

describe('uploads that wait for their form', () => {
  it('are gone after a day, with their chunks, as soon as somebody uploads', async () => {
    const test = await started();
    const key = await upload(test.ask, 'x.pdf', sample.pdf);
    test.at('2026-11-24T08:29:59Z');
    expect((await state(test.ask, key)).status).toBe(200);
    test.at('2026-11-24T08:30:01Z');
    expect((await state(test.ask, key)).status).toBe(404);
    await begin(test.ask, token(), 'y.pdf', 100);
    expect(await rowsOf(test, 'attachment_chunks')).toEqual([]);
    // The same token may be used again.
    expect(await (await begin(test.ask, key, 'x.pdf', 100)).json()).toMatchObject({ offset: 0 });
  });
});
