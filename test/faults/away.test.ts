// A database server that is gone, hangs, or does not accept our token: nothing typed is lost, and the log names the
// cause and nothing of what was typed. A real server of libSQL behind a gate that the test closes.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@libsql/client/web';
import { describe, expect, it, onTestFinished } from 'vitest';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { remoteFetch } from '../../api/store/remote-fetch.ts';
import { postForm, postJson, startApp, type TestApp } from '../api/harness.ts';
import { temporaryFolders } from '../support/folder.ts';
import { htmlProblems } from '../support/html-check.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
/** Of what somebody typed or came with; none of it may be in the log. */
const MARK = 'zīmīte7391';
const KEY = 'key-0123456789-zimite7391';

type Gate = 'open' | 'gone' | 'hangs' | 401 | 403 | 503;

interface Away extends TestApp {
  close(how: Gate): void;
  /** Requests that came to the gate since it was closed last. */
  asked(): number;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function forward(to: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await bodyOf(request);
  const answer = await fetch(`${to}${url}`, {
    method,
    headers: { 'content-type': String(headers['content-type'] ?? '') },
    ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(new Uint8Array(await answer.arrayBuffer()));
}

async function started(): Promise<Away> {
  const sqld = await startSqld(folder());
  onTestFinished(() => sqld.stop());
  let gate: Gate = 'open';
  let asked = 0;
  const front = createServer((request, response) => {
    asked += 1;
    if (gate === 'gone') request.socket.destroy();
    else if (typeof gate === 'number') response.writeHead(gate).end('no');
    else if (gate === 'open') void forward(sqld.url, request, response);
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  onTestFinished(() => {
    front.closeAllConnections();
    front.close();
  });
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const test = await startApp({
    open: async () => libsqlDatabase(createClient({ url, fetch: remoteFetch() })),
  });
  return {
    ...test,
    close: how => {
      gate = how;
      asked = 0;
    },
    asked: () => asked,
  };
}

const faultsIn = ({ log }: TestApp) => log.filter(({ event }) => event === 'fault');

describe.skipIf(!hasSqld)('a database server that is gone', () => {
  it('gives a form back as it was filled in, and takes it once the server is there', async () => {
    const test = await started();
    test.close('gone');
    const fields = { text: `${MARK}\n<b>"&`, name: `Vārds ${MARK}`, idempotencyKey: KEY };
    const answer = await postForm(test.app, '/api/complaints', fields);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).toContain('Vēl neesam saņēmuši');
    // The form itself, and no mere copy of what was sent.
    expect(html).toContain('Nosūtīt sūdzību</button>');
    expect(html).toContain(`${MARK}\n&lt;b&gt;&quot;&amp;</textarea>`);
    expect(html).toContain(`value="Vārds ${MARK}"`);
    expect(html).toContain(`value="${KEY}"`);
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(html).toContain(`<code>${id}</code>`);
    expect(faultsIn(test)).toEqual([
      {
        level: 'error',
        event: 'fault',
        detail: {
          at: '2026-11-23T08:30:00.000Z',
          request: id,
          method: 'POST',
          route: '/api/complaints',
          error: 'DatabaseUnreachable',
          cause: expect.stringMatching(/^TypeError < (SocketError|Error) [A-Z_]+$/),
          place: expect.stringMatching(/^api\/store\/remote-fetch\.ts:\d+/),
          database: 'away',
        },
      },
    ]);

    test.close('open');
    const again = await postForm(test.app, '/api/complaints', fields);
    expect(again.status).toBe(303);
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  it('is told in English where the form was English', async () => {
    const test = await started();
    test.close('gone');
    const answer = await postForm(test.app, '/api/feedback?lang=en', { text: MARK, kind: 'question' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch(/We have not received it yet[\s\S]*Error number:/);
  });

  it('gives a form with a file its words back', async () => {
    const test = await started();
    test.close('gone');
    const body = new FormData();
    body.append('text', MARK);
    body.append('attachments', new Blob(['%PDF-1.7\n']), 'a.pdf');
    const answer = await test.app.request('/api/complaints', {
      method: 'POST',
      body,
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(503);
    const html = await answer.text();
    expect(html).toContain(`${MARK}</textarea>`);
    expect(html).toContain('pievienojiet tos vēlreiz');
  });

  it('tells a program so, with the number of the log line', async () => {
    const test = await started();
    test.close('gone');
    const answer = await postJson(test.app, '/api/complaints', { text: MARK });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 503,
      title: 'Pašlaik nevaram piekļūt datubāzei',
      requestId: faultsIn(test)[0]?.detail?.['request'],
    });
  });

  it('gives staff back what they sent, to be sent again as it is', async () => {
    const test = await started();
    test.close('gone');
    const path = '/registrs/lietas/KAC-26-7Q4W-X26/atbilde/?no=zimite7391';
    const fields: [string, string][] = [
      ['text', `${MARK} "<&`.repeat(10)],
      ['services', 'viens'],
      ['services', 'divi'],
      ['version', '3'],
    ];
    const answer = await postForm(test.app, path, fields, {
      cookie: `kac-registrs=${'a'.repeat(43)}`,
      origin: 'http://localhost',
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    const html = await answer.text();
    // A list of checkboxes is sent under one name, and so it goes back.
    expect((await htmlProblems(html)).filter(found => !found.endsWith('(form-dup-name)'))).toEqual([]);
    expect(html).toContain(`<form method="post" action="${path}">`);
    expect(html).toContain(`${`${MARK} &quot;&lt;&amp;`.repeat(10)}</textarea>`);
    for (const [name, value] of fields.slice(1))
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    const [fault] = faultsIn(test);
    expect(fault?.detail).toMatchObject({ method: 'POST', database: 'away' });
    expect(String(fault?.detail?.['route'])).toMatch(/^\/registrs\/[*:]/);
  });

  it('puts nothing into the log that came with a request', async () => {
    const test = await started();
    test.close('gone');
    const cookie = { cookie: `kac-registrs=${'b'.repeat(43)}`, origin: 'http://localhost' };
    await postForm(test.app, '/api/complaints', { text: MARK, idempotencyKey: KEY });
    await postJson(test.app, '/api/status', { trackingCode: '7391-7391-7391-7391' });
    await test.app.request('/registrs/lietas/KAC-26-7391-X26/?q=zimite7391', { headers: cookie });
    await test.app.request('/registrs/cilveki/zimite7391/', { headers: cookie });
    await postForm(test.app, '/registrs/meklet/', { ko: MARK }, cookie);
    await test.app.request('/parskats/2026/?zimite7391', { headers: { 'user-agent': 'zimite7391' } });
    const text = JSON.stringify(test.log);
    expect(faultsIn(test).length).toBeGreaterThan(4);
    expect(text).not.toMatch(/7391|KAC-26|bbbb|cookie/i);
  });
});

describe.skipIf(!hasSqld)('a database server that answers', () => {
  it.each([401, 403] as const)('%i does not accept our token: the log names the setting', async status => {
    const test = await started();
    test.close(status);
    expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' })).status).toBe(503);
    expect(faultsIn(test)[0]?.detail).toMatchObject({
      error: `DatabaseUnreachable HTTP ${status}`,
      database: 'denied',
      setting: 'KAC_DATABASE_TOKEN',
    });
  });

  it('503 is away', async () => {
    const test = await started();
    test.close(503);
    expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' })).status).toBe(503);
    expect(faultsIn(test)[0]?.detail).toMatchObject({ database: 'away' });
  });

  it('with a fault of ours in the SQL is no reason to come back later', async () => {
    const test = await started();
    await test.database.execute({ sql: 'DROP TABLE survey_publications' }).catch(() => undefined);
    await test.database.execute({ sql: 'ALTER TABLE submissions RENAME TO moved' });
    const answer = await postForm(test.app, '/api/complaints', { text: MARK });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(await answer.text()).toMatch(new RegExp(`nezinām, vai[\\s\\S]*${MARK}</textarea>`));
    expect(faultsIn(test)[0]?.detail).not.toHaveProperty('database');
  });
});

describe.skipIf(!hasSqld)('a database server that hangs', () => {
  const health = async (test: TestApp) => {
    const answer = await test.app.request('/api/health');
    return { code: answer.status, ...((await answer.json()) as object) };
  };

  it('is told by /api/health long before it gives up on it, and asked once however many ask', async () => {
    const test = await started();
    test.close('hangs');
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => health(test)));
    // The client waits ten seconds for the server; the promise is two.
    expect(performance.now() - began).toBeLessThan(6000);
    for (const answer of answers)
      expect(answer).toMatchObject({
        code: 503,
        status: 'failed',
        checks: { database: 'no-answer', writing: 'no-answer', calendar: 'ok' },
      });
    expect(test.asked()).toBe(1);
    const live = await test.app.request('/api/live');
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    expect(test.asked()).toBe(1);
  });

  it('is asked anew when it is back', async () => {
    const test = await started();
    test.close('gone');
    expect(await health(test)).toMatchObject({ code: 503, checks: { database: 'failed' } });
    test.close('open');
    expect(await health(test)).toMatchObject({ code: 200, status: 'ok', checks: { database: 'ok' } });
  });
});
