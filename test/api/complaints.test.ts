// Filing a complaint: what is accepted, what is returned, and that repeated sending stores one row.
import { describe, expect, it } from 'vitest';
import { contentOf, cookieOf, postForm, postJson, startApp } from './harness.ts';

const KEY = 'key-7hQ2vX9mRk-abcdef';
const count = async (test: Awaited<ReturnType<typeof startApp>>): Promise<number> =>
  Number((await test.database.execute({ sql: 'SELECT count(*) AS n FROM submissions' })).rows[0]?.['n']);

describe('a complaint sent as JSON', () => {
  it('is stored and answered with reference, code, due date, explanation and receipt', async () => {
    const test = await startApp();
    const response = await postJson(test.app, '/api/complaints', { text: 'Rinda bija gara.' });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      reference: expect.stringMatching(/^KAC-26-[2-9A-Y]{4}-[2-9A-Y]{3}$/),
      trackingCode: expect.stringMatching(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
      receivedAt: '2026-11-23T08:30:00Z',
      dueOn: '2026-12-07',
      dueExplanation: expect.arrayContaining([expect.stringContaining('2026. gada 7. decembris')]),
      receipt: expect.stringContaining('Paraksts: '),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await count(test)).toBe(1);
  });

  it('takes every field of the contract and keeps it as it was sent', async () => {
    const test = await startApp();
    const sent = {
      text: '  Rinda\r\nbija 🐕 gara.\t',
      name: 'Anna Parauga',
      address: 'Parauga iela 1',
      email: 'anna@paraugs.example',
      phone: '60000000',
      replyBy: 'email',
      subject: 'Rinda',
      occurredOn: '2026-11-20',
      rulePoints: ['5.1.1', '13'],
      service: 'suna-registracija',
      aboutStaff: 'Jānis',
      wish: 'Atvainošanos',
      keepFactsPrivate: true,
      consentToForward: false,
    };
    const { reference } = (await (await postJson(test.app, '/api/complaints', sent)).json()) as {
      reference: string;
    };
    expect(await contentOf(test, reference)).toEqual(sent);
  });

  it('answers a program that posts a form with JSON when it accepts JSON', async () => {
    const { app } = await startApp();
    const response = await postForm(
      app,
      '/api/complaints',
      { text: 'Rinda' },
      { accept: 'application/json' },
    );
    expect(response.status).toBe(201);
  });

  it('is due one month after receipt when received before 1 March 2026', async () => {
    const test = await startApp();
    test.at('2026-02-27T10:00:00Z');
    const response = await postJson(test.app, '/api/complaints', { text: 'Rinda' });
    expect(await response.json()).toMatchObject({ dueOn: '2026-03-27' });
  });

  it('counts the day of receipt in Latvia, not in UTC', async () => {
    const test = await startApp();
    test.at('2026-11-22T22:30:00Z');
    const response = await postJson(test.app, '/api/complaints', { text: 'Rinda' });
    expect(await response.json()).toMatchObject({ dueOn: '2026-12-07' });
  });

  it('is kept without a due date when the calendar ends before it, and says so', async () => {
    const test = await startApp();
    test.at('2099-01-05T10:00:00Z');
    const response = await postJson(test.app, '/api/complaints', { text: 'Rinda' });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      dueOn: null,
      dueExplanation: [expect.stringContaining('2099')],
    });
  });
});

describe('a complaint sent by a browser', () => {
  it('leads to a receipt page whose address holds no code, and back again on refresh', async () => {
    const test = await startApp();
    const response = await postForm(test.app, '/api/complaints', { text: 'Rinda', idempotencyKey: KEY });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sanemts/');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/Path=\/sanemts\/; HttpOnly; SameSite=Strict/);
    for (const visit of [1, 2]) {
      const page = await test.app.request('/sanemts/', { headers: { cookie: cookieOf(response) } });
      expect(page.status, `visit ${visit}`).toBe(200);
      const html = await page.text();
      expect(html).toMatch(/KAC-26-/);
      expect(html).toContain('class="code"');
    }
  });

  it('marks the cookie Secure on https', async () => {
    const { app } = await startApp();
    const response = await app.request('https://kac.example/api/complaints', {
      method: 'POST',
      body: new URLSearchParams({ text: 'Rinda' }),
    });
    expect(response.headers.get('set-cookie')).toContain('Secure');
  });

  it('shows no receipt without the cookie or with an invented one', async () => {
    const { app } = await startApp();
    for (const cookie of ['', 'kac-sanemts=', `kac-sanemts=${KEY}.`, 'kac-sanemts=../../x']) {
      const page = await app.request('/sanemts/', { headers: { cookie, accept: 'text/html' } });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('vairs nav redzams');
    }
  });

  it('forgets the receipt on request', async () => {
    const { app } = await startApp();
    const response = await postForm(app, '/sanemts/aizmirst', {});
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/kac-sanemts=; Max-Age=0/);
  });

  it('accepts multipart and treats fields a browser leaves empty as not given', async () => {
    const test = await startApp();
    const body = new FormData();
    for (const [name, value] of [
      ['text', 'Viens\r\nDivi'],
      ['email', ''],
      ['service', ''],
      ['keepFactsPrivate', 'on'],
    ] as const)
      body.append(name, value);
    const response = await test.app.request('/api/complaints', { method: 'POST', body });
    expect(response.status).toBe(303);
    const [summary] = await test.deps.submissions.list({ limit: 1 });
    expect(await contentOf(test, summary?.reference ?? '')).toEqual({
      text: 'Viens\nDivi',
      keepFactsPrivate: true,
    });
  });
});

describe('the same key', () => {
  it('gives the same receipt and one row, under 50 concurrent posts and after a restart', async () => {
    const test = await startApp();
    const send = async (app = test.app): Promise<string> =>
      (await postJson(app, '/api/complaints', { text: 'Rinda' }, { 'Idempotency-Key': KEY })).text();
    const answers = new Set(await Promise.all(Array.from({ length: 50 }, () => send())));
    expect(answers.size).toBe(1);
    expect(await count(test)).toBe(1);
    const again = await test.restart();
    again.at('2026-11-24T09:00:00Z');
    expect(answers.has(await send(again.app))).toBe(true);
    expect(await count(again)).toBe(1);
  });

  it('with other content is refused, and the first stays', async () => {
    const test = await startApp();
    const first = await postJson(test.app, '/api/complaints', { text: 'Viens' }, { 'Idempotency-Key': KEY });
    expect(first.status).toBe(201);
    const second = await postJson(test.app, '/api/complaints', { text: 'Divi' }, { 'Idempotency-Key': KEY });
    expect(second.status).toBe(409);
    expect(second.headers.get('content-type')).toBe('application/problem+json');
    const page = await postForm(test.app, '/api/complaints', { text: 'Divi', idempotencyKey: KEY });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain('jau ir nosūtīta');
    expect(await count(test)).toBe(1);
  });

  it('malformed, is refused by name', async () => {
    const { app } = await startApp();
    const response = await postJson(
      app,
      '/api/complaints',
      { text: 'Rinda' },
      { 'Idempotency-Key': 'short' },
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'idempotencyKey' }] });
  });
});

describe('what the store keeps', () => {
  it('holds neither the tracking code nor the key', async () => {
    const test = await startApp();
    const response = await postJson(
      test.app,
      '/api/complaints',
      { text: 'Rinda' },
      { 'Idempotency-Key': KEY },
    );
    const { trackingCode } = (await response.json()) as { trackingCode: string };
    const { rows } = await test.database.execute({ sql: 'SELECT * FROM submissions' });
    const dump = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(dump).not.toContain(trackingCode);
    expect(dump).not.toContain(trackingCode.replaceAll('-', ''));
    expect(dump).not.toContain(KEY);
  });

  it('logs the event without anything that was typed', async () => {
    const test = await startApp();
    await postJson(test.app, '/api/complaints', { text: 'SLEPENS-TEKSTS', name: 'SLEPENS-VARDS' });
    expect(test.log).toEqual([
      { level: 'info', event: 'submission', detail: { kind: 'complaint', outcome: 'stored' } },
    ]);
  });
});
