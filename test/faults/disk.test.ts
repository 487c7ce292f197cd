// A disk that is full, read-only or locked by another process: a proper refusal, nothing half-written, and
// the server continues.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client/node';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../api/node/refusal.ts';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { postForm, postJson, startApp, type TestApp } from '../api/harness.ts';
import { type Ask, begin, patch, pdfOf, state, token } from '../files/client.ts';
import { firstFault } from '../support/chain.ts';
import { temporaryFolders } from '../support/folder.ts';
import { holdWriteLock } from '../support/process.ts';
import { type Answered, complain, serve, soundRegister } from './served.ts';
import { canMount, smallDisk } from './small-disk.ts';

const folder = temporaryFolders();
const CALM = 'divreiz to nereģistrēsim';
const key = (i: number) => ({ 'idempotency-key': `key-7hQ2vX9mRk-${i}` });

function isCalm({ status, type, text }: Answered): void {
  expect(status).toBe(503);
  expect(type).toBe('application/problem+json');
  expect(text).toContain(CALM);
  expect(text).not.toMatch(/SQLITE|disk/i);
}

const healthOf = async ({ origin }: { readonly origin: string }) => {
  const answer = await fetch(`${origin}/api/health`);
  return { code: answer.status, ...((await answer.json()) as object) };
};

/** The current time, which tests can move forward. */
const movedClock = () => {
  let more = 0;
  return {
    now: () => new Date(Date.now() + more),
    pass: (ms: number) => {
      more += ms;
    },
  };
};

const counts = async ({ database }: TestApp) => {
  const { rows } = await database.execute({
    sql: "SELECT (SELECT count(*) FROM submissions) AS s, (SELECT count(*) FROM events WHERE kind = 'received') AS e, (SELECT count(*) FROM windows) AS w",
  });
  return rows[0];
};

describe.skipIf(!canMount())('a real disk', () => {
  it('that is full refuses calmly, and takes the same submissions once there is room', async () => {
    const disk = smallDisk();
    const clock = movedClock();
    const server = await serve(folder(), disk.folder, { now: clock.now });
    expect((await complain(server.origin, { text: 'Pirms' }, key(0))).status).toBe(201);
    const makeRoom = disk.fill();
    const send = (i: number) => complain(server.origin, { text: 'x'.repeat(5000) }, key(i));
    expect(await healthOf(server)).toMatchObject({
      code: 503,
      status: 'failed',
      checks: { database: 'ok', writing: 'failed' },
    });
    for (const answer of await Promise.all([1, 2, 3, 4].map(send))) isCalm(answer);
    isCalm(await send(1));
    expect(server.log.at(-1)).toMatchObject({
      level: 'error',
      detail: { error: expect.stringMatching(/SQLITE_FULL/), database: 'away' },
    });

    makeRoom();
    clock.pass(5000);
    expect(await healthOf(server)).toMatchObject({ code: 200, status: 'ok', checks: { writing: 'ok' } });
    for (const { status } of await Promise.all([1, 2, 3, 4].map(send))) expect(status).toBe(201);
    expect((await send(1)).status).toBe(201);
    await server.stop();
    expect(await soundRegister(disk.folder)).toEqual({ submissions: 5, events: 5 });
  });

  it('that is full refuses a part of a file, a form with a file and a message, and takes them once there is room', async () => {
    const disk = smallDisk();
    const server = await serve(folder(), disk.folder);
    const ask: Ask = (path, init) => fetch(`${server.origin}${path}`, init);
    const answered = async (answer: Promise<Response>): Promise<Answered> => {
      const { status, headers } = await answer;
      return { status, type: headers.get('content-type') ?? '', text: await (await answer).text() };
    };
    const { trackingCode } = JSON.parse((await complain(server.origin, { text: 'Pirms' }, key(0))).text);
    const [upload, file] = [token(), pdfOf(60_000)];
    expect((await begin(ask, upload, 'a.pdf', file.length)).status).toBe(201);
    const form = () => {
      const body = new FormData();
      body.append('text', 'Ar failu');
      body.append('idempotencyKey', key(1)['idempotency-key']);
      body.append('attachments', new Blob([file as BlobPart]), 'b.pdf');
      return answered(
        Promise.resolve(
          ask('/api/complaints', { method: 'POST', body, headers: { accept: 'application/json' } }),
        ),
      );
    };
    const say = () =>
      answered(
        fetch(`${server.origin}/api/status/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...key(2) },
          body: JSON.stringify({ trackingCode, text: 'x'.repeat(5000) }),
        }),
      );
    const makeRoom = disk.fill();
    isCalm(await answered(Promise.resolve(patch(ask, upload, 0, file))));
    isCalm(await form());
    isCalm(await say());

    makeRoom();
    expect(await (await state(ask, upload)).json()).toMatchObject({ offset: 0, complete: false });
    expect((await patch(ask, upload, 0, file)).status).toBe(204);
    expect(
      (await complain(server.origin, { text: 'Ar to failu', attachments: [upload] }, key(3))).status,
    ).toBe(201);
    expect((await form()).status).toBe(201);
    expect((await say()).status).toBe(200);
    await server.stop();
    expect(await soundRegister(disk.folder)).toEqual({ submissions: 3, events: 3 });
  });

  it('that is full when the server stops keeps what was acknowledged', async () => {
    const disk = smallDisk();
    const server = await serve(folder(), disk.folder);
    for (let i = 0; i < 3; i += 1)
      expect((await complain(server.origin, { text: 'Rinda' }, key(i))).status).toBe(201);
    const makeRoom = disk.fill();
    await server.stop();
    makeRoom();
    expect(await soundRegister(disk.folder)).toEqual({ submissions: 3, events: 3 });
  });

  it.each(['full', 'read-only'])('that is %s is told at start', async what => {
    const disk = smallDisk();
    const root = folder();
    const server = await serve(root, disk.folder);
    expect((await complain(server.origin, { text: 'Rinda' })).status).toBe(201);
    await server.stop();

    const makeRoom = what === 'full' ? disk.fill() : () => disk.readOnly(false);
    if (what === 'read-only') disk.readOnly(true);
    const fault = await serve(root, disk.folder).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect((fault as Refusal).message).toMatch(/^Datu mapi “.*” nevar izmantot/);

    makeRoom();
    // Nothing was left behind that would prevent the next start.
    const again = await serve(root, disk.folder);
    expect((await complain(again.origin, { text: 'Rinda' })).status).toBe(201);
    await again.stop();
    expect(await soundRegister(disk.folder)).toEqual({ submissions: 2, events: 2 });
  });
});

describe('a database', () => {
  const send = async (test: TestApp, i: number): Promise<Answered> => {
    const answer = await postJson(test.app, '/api/complaints', { text: 'x'.repeat(9000) }, key(i));
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    };
  };
  const pragma = ({ database }: TestApp, sql: string) => database.execute({ sql: `PRAGMA ${sql}` });

  it('that may not grow refuses calmly, stores nothing of it, and goes on', async () => {
    const test = await startApp();
    expect((await send(test, 0)).status).toBe(201);
    const before = await counts(test);
    const { rows } = await pragma(test, 'page_count');
    // SQLITE_FULL without a full disk; the error makes the port reconnect, which removes the limit.
    await pragma(test, `max_page_count = ${rows[0]?.['page_count']}`);
    isCalm(await send(test, 1));
    expect(await counts(test)).toEqual(before);

    expect((await send(test, 1)).status).toBe(201);
    expect(await firstFault(test)).toBeNull();
    expect((await pragma(test, 'integrity_check')).rows).toEqual([{ integrity_check: 'ok' }]);
  });

  it('that may only be read refuses calmly, a browser with a page, and shows what is there', async () => {
    const test = await startApp();
    const { trackingCode } = JSON.parse((await send(test, 0)).text);
    const before = await counts(test);
    await pragma(test, 'query_only = ON');
    isCalm(await send(test, 1));
    await pragma(test, 'query_only = ON');
    const page = await postForm(test.app, '/api/complaints', { text: 'Rinda' });
    expect(page.status).toBe(503);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toMatch(/divreiz to nereģistrēsim[\s\S]*Rinda<\/textarea>/);
    await pragma(test, 'query_only = ON');
    expect((await postJson(test.app, '/api/status', { trackingCode })).status).toBe(200);
    await pragma(test, 'query_only = ON');
    const health = await test.app.request('/api/health');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ checks: { database: 'ok', writing: 'failed' } });

    await pragma(test, 'query_only = OFF');
    expect(await counts(test)).toEqual(before);
    expect((await send(test, 1)).status).toBe(201);
    expect(await firstFault(test)).toBeNull();
  });
});

describe('a file that another process has locked', () => {
  it('for longer than SQLite waits is waited for, and what was sent meanwhile is stored once', async () => {
    const data = folder();
    const server = await serve(folder(), data);
    expect((await complain(server.origin, { text: 'Pirms' })).status).toBe(201);
    const holder = await holdWriteLock(join(data, 'kac.db'));
    // SQLite waits for five seconds.
    setTimeout(() => holder.stop(), 5500);
    const sent = [1, 2, 3].map(i => complain(server.origin, { text: `Rinda ${i}` }, key(i)));
    for (const { status } of await Promise.all(sent)) expect(status).toBe(201);
    await server.stop();
    expect(await soundRegister(data)).toEqual({ submissions: 4, events: 4 });
  });

  it('and that stays locked refuses calmly, and goes on when it is free', async () => {
    const impatient = (file: string) =>
      Promise.resolve(libsqlDatabase(createClient({ url: pathToFileURL(file).href, timeout: 10 })));
    const test = await startApp({ open: impatient });
    await test.database.execute({ sql: 'PRAGMA journal_mode = WAL' });
    const send = async (i: number): Promise<Answered> => {
      const answer = await postJson(test.app, '/api/complaints', { text: 'Rinda' }, key(i));
      return {
        status: answer.status,
        type: answer.headers.get('content-type') ?? '',
        text: await answer.text(),
      };
    };
    expect((await send(0)).status).toBe(201);
    const holder = await holdWriteLock(join(test.folder, 'kac.db'));
    isCalm(await send(1));
    await holder.stop();
    expect((await counts(test))?.['s']).toBe(1);
    expect((await send(1)).status).toBe(201);
    expect(await firstFault(test)).toBeNull();
  });

  it('still shows who looks where a submission stands', async () => {
    const server = await serve(folder(), folder());
    const { trackingCode } = JSON.parse((await complain(server.origin, { text: 'Pirms' })).text);
    const holder = await holdWriteLock(join(server.data, 'kac.db'));
    const began = performance.now();
    const status = await fetch(`${server.origin}/api/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode }),
    });
    expect(status.status).toBe(200);
    // Waiting for the lock would have taken at least five seconds.
    expect(performance.now() - began).toBeLessThan(4000);
    await holder.stop();
  });
});
