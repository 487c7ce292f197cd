// Room for files that wait for their form: what counts is what came in, nobody takes it all, and begins are limited.
import { describe, expect, it } from 'vitest';
import { EMPTY_MINUTES, UPLOAD_CAPS } from '../../api/http/receive-file.ts';
import { type AppOptions, startApp, type TestApp } from '../api/harness.ts';
import { claimed, rowsOf } from './claimed.ts';
import { type Ask, begin, bytesOf, MB, patch, pdfOf, state, token, upload } from './client.ts';
import * as sample from './samples.ts';

const START = Date.parse('2026-11-23T08:30:00Z');
const minutes = (n: number): string => new Date(START + n * 60_000).toISOString();
const LIMITS: NonNullable<AppOptions['limits']> = {
  submit: { ask: null, refuse: 60 },
  survey: { ask: null, refuse: 60 },
  'look-up': { ask: null, refuse: 60 },
  'sign-in': { ask: null, refuse: 60 },
  upload: { ask: null, refuse: 3 },
};

/** The app, asked from an address; from none unless told. */
async function started(options: AppOptions = {}) {
  const test = await startApp(options);
  const from =
    (address: string): Ask =>
    (path, init = {}) =>
      test.app.request(path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'x-test-address': address },
      });
  const ask: Ask = (path, init) => test.app.request(path, init);
  return { ...test, ask, from };
}

const beginOne = (ask: Ask, size = 20 * MB) => begin(ask, token(), 'x.pdf', size);
const detailOf = async (answer: Response) => ((await answer.json()) as { detail: string }).detail;

/** As if all uploads that were begun had brought this much. The bytes themselves would take a gigabyte. */
const allBrought = ({ database }: TestApp, received: number) =>
  database.execute({ sql: 'UPDATE attachments SET received = ?', args: [received] });

describe('an upload that was announced and brings nothing', () => {
  it('takes next to no room from others, however much it announced', async () => {
    const test = await started();
    for (let i = 0; i < 60; i += 1) expect((await beginOne(test.ask)).status).toBe(201);
    for (let i = 0; i < 40; i += 1) expect((await beginOne(test.from('203.0.113.5'))).status).toBe(201);
    const key = await upload(test.from('203.0.113.6'), 'x.pdf', pdfOf(2 * MB));
    expect((await claimed(test, key)).ok).toBe(true);
  });

  it('is gone after ten minutes, and what brought something is not', async () => {
    const test = await started();
    const [empty, some] = [token(), token()];
    for (const key of [empty, some]) await begin(test.ask, key, 'x.pdf', 2 * MB);
    test.at(minutes(EMPTY_MINUTES - 1));
    expect((await state(test.ask, empty)).status).toBe(200);
    expect((await patch(test.ask, some, 0, pdfOf(2 * MB).slice(0, MB))).status).toBe(204);
    test.at(minutes(EMPTY_MINUTES));
    expect((await state(test.ask, empty)).status).toBe(404);
    await beginOne(test.ask);
    expect(await rowsOf(test, 'attachments')).toHaveLength(2);
    test.at(minutes(23 * 60));
    expect(await (await state(test.ask, some)).json()).toMatchObject({ offset: MB });
  });

  it('is not kept alive by forms that name it', async () => {
    const test = await started();
    const key = token();
    await begin(test.ask, key, 'x.pdf', 2 * MB);
    const named = await test.ask('/api/complaints', {
      method: 'POST',
      body: JSON.stringify({ text: 'Rinda', attachments: [key] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(named.status).toBe(422);
    test.at(minutes(EMPTY_MINUTES + 1));
    expect((await state(test.ask, key)).status).toBe(404);
  });

  it('begins anew with the same token, so that a line that was dead for an hour loses nothing', async () => {
    const test = await started();
    const key = token();
    const file = pdfOf(2 * MB);
    await begin(test.ask, key, 'x.pdf', file.length);
    test.at(minutes(60));
    // As the browser's script does: the part finds nothing, the file begins anew.
    expect((await patch(test.ask, key, 0, file.slice(0, MB))).status).toBe(404);
    expect((await begin(test.ask, key, 'x.pdf', file.length)).status).toBe(201);
    for (const at of [0, MB])
      expect((await patch(test.ask, key, at, file.slice(at, at + MB))).status).toBe(204);
    const opened = await claimed(test, key);
    if (opened.ok) expect(Buffer.compare(await bytesOf(opened.body), file)).toBe(0);
    expect(opened.ok).toBe(true);
  });
});

describe('room for files', () => {
  it('ends, is told of with what to do, and comes back', async () => {
    const test = await started();
    for (let i = 0; i < Math.floor(UPLOAD_CAPS.total / (20 * MB)); i += 1) await beginOne(test.ask);
    const late = token();
    await begin(test.ask, late, 'x.pdf', 20 * MB);
    await test.database.execute({
      sql: 'UPDATE attachments SET received = ? WHERE rowid <= 51',
      args: [20 * MB],
    });
    const answer = await beginOne(test.ask);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600']);
    expect(await detailOf(answer)).toContain('bez failiem');
    // What was announced while there was room is not taken beyond the room.
    const part = await patch(test.ask, late, 0, pdfOf(20 * MB));
    expect([part.status, part.headers.get('retry-after')]).toEqual([503, '600']);
    const { offset } = (await (await state(test.ask, late)).json()) as { offset: number };
    expect(offset).toBeLessThanOrEqual(UPLOAD_CAPS.total - 51 * 20 * MB);
    test.at('2026-11-25T08:30:00Z');
    expect((await beginOne(test.ask)).status).toBe(201);
  });

  it('from one network is a share of it; small files count, too; no address is kept', async () => {
    const test = await started();
    const one = test.from('203.0.113.5');
    for (let i = 0; i < 10; i += 1) expect((await beginOne(one)).status).toBe(201);
    await allBrought(test, 20 * MB);
    const answer = await beginOne(one, 1);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    expect((await beginOne(test.from('203.0.113.6'), 1)).status).toBe(201);
    expect((await beginOne(test.from('127.0.0.1'))).status).toBe(201);
    expect(JSON.stringify(await rowsOf(test, 'attachments'))).not.toContain('203.0');
  });

  it('is left for the next network, after six that took all they could get', async () => {
    const test = await started();
    for (let n = 0; n < 6; n += 1) {
      while ((await beginOne(test.from(`203.0.113.${n}`))).status === 201)
        await test.database.execute({ sql: 'UPDATE attachments SET received = ?', args: [20 * MB] });
    }
    const key = await upload(test.from('198.51.100.7'), 'x.pdf', pdfOf(3 * MB));
    expect((await claimed(test, key)).ok).toBe(true);
  });

  it('is shared by all of an IPv6 site: whoever has 65 000 networks is still one', async () => {
    const test = await started();
    for (let i = 0; i < 10; i += 1)
      expect((await beginOne(test.from(`2001:db8:1:${i}::1`))).status).toBe(201);
    await allBrought(test, 20 * MB);
    expect((await beginOne(test.from('2001:db8:1:ff::1'))).status).toBe(429);
    expect((await beginOne(test.from('2001:db8:2:1::1'))).status).toBe(201);
  });
});

describe('begins from one network', () => {
  it('are limited by the hour, told when to try again, and let in then', async () => {
    const test = await started({ limits: LIMITS });
    const ask = test.from('203.0.113.5');
    for (let i = 0; i < 3; i += 1) expect((await beginOne(ask, 100)).status).toBe(201);
    const refused = await beginOne(ask, 100);
    expect(refused.status).toBe(429);
    expect(await detailOf(refused)).toContain('pēdējā stundā');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3000);
    expect((await beginOne(test.from('203.0.113.6'), 100)).status).toBe(201);
    test.at(new Date(START + wait * 1000).toISOString());
    expect((await beginOne(ask, 100)).status).toBe(201);
  });

  it('count when they are refused for want of room, and not when they go on after a break', async () => {
    const test = await started({ limits: LIMITS });
    const ask = test.from('203.0.113.5');
    const key = token();
    const file = pdfOf(5 * MB);
    // A slow line that breaks after each part: the script asks each time how far the file is.
    for (let at = 0; at < file.length; at += MB) {
      const again = await begin(ask, key, 'x.pdf', file.length);
      expect([again.status, await again.json()]).toEqual([
        201,
        { offset: at, size: file.length, partBytes: MB },
      ]);
      expect((await patch(ask, key, at, file.slice(at, at + MB))).status).toBe(204);
    }
    expect((await claimed(test, key)).ok).toBe(true);
    await test.database.execute({ sql: 'DELETE FROM submissions' });
    await upload(ask, 'x.pdf', sample.pdf);
    await allBrought(test, UPLOAD_CAPS.perSource);
    const full = await beginOne(ask);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await detailOf(await beginOne(ask))).toContain('pēdējā stundā');
  });

  it('count files in forms as well, which come back with the reason and everything typed', async () => {
    const test = await started({ limits: LIMITS });
    const form = new FormData();
    form.append('text', 'Rinda');
    for (let n = 0; n < 4; n += 1) form.append('attachments', new Blob([sample.pdf as BlobPart]), `${n}.pdf`);
    const answer = await test.from('203.0.113.5')('/api/complaints', {
      method: 'POST',
      body: form,
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Fails “3.pdf” nav pievienots. No šī interneta pieslēguma pēdējā stundā');
    expect(page).not.toContain('Fails “2.pdf” nav pievienots.');
    expect(page).toContain('Rinda');
    expect(await rowsOf(test, 'attachments')).toHaveLength(3);
  });
});

describe('files in a form from a network over its limit', () => {
  it('are not read; the form comes back as typed, and says which to choose again', async () => {
    const test = await started({ limits: { ...LIMITS, submit: { ask: null, refuse: 1 } } });
    const send = (accept: string) => {
      const form = new FormData();
      form.append('text', 'Rinda, kas paliek');
      form.append('attachments', new Blob([sample.pdf as BlobPart]), 'līgums.pdf');
      return test.from('203.0.113.5')('/api/complaints', { method: 'POST', body: form, headers: { accept } });
    };
    expect((await send('text/html')).status).toBe(303);
    const answer = await send('text/html');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000);
    const page = await answer.text();
    expect(page).toContain('Rinda, kas paliek');
    expect(page).toContain(
      'Fails “līgums.pdf” nav pievienots. Kad sūtīsiet veidlapu vēlreiz, izvēlieties to no jauna.',
    );
    expect((await send('application/json')).status).toBe(429);
    // The file of the first alone was taken in.
    expect(await rowsOf(test, 'attachments')).toHaveLength(1);
  });
});
