// The receipt page opens for the browser that sent the form, and for nobody who knows, chooses or guesses a key.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../api/domain/limits.ts';
import { readPointer, signPointer } from '../../api/domain/receipt-pointer.ts';
import { cookieOf, HTML, postForm, postJson, startApp, type TestApp } from './harness.ts';

const LIMITS: Limits = {
  submit: { ask: 10, refuse: 60 },
  survey: { ask: 60, refuse: 600 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 3 },
  upload: { ask: null, refuse: 300 },
};
const HERE = { 'x-test-address': '203.0.113.7' };
const PATHS = ['/sanemts/', '/sanemts/apstiprinajums.txt'] as const;

const look = ({ app }: TestApp, cookie: string, path: string = PATHS[0]) =>
  app.request(path, { headers: { ...HERE, cookie, accept: HTML } });

/** A complaint as a browser sends it: its key and the cookie it got. */
async function sent(test: TestApp): Promise<{ key: string; cookie: string }> {
  const key = randomUUID();
  const answer = await postForm(test.app, '/api/complaints', { text: 'Rinda', idempotencyKey: key }, HERE);
  expect(answer.status).toBe(303);
  return { key, cookie: cookieOf(answer) };
}

describe('a receipt', () => {
  it.each(PATHS)('opens by the cookie that sending gave: %s', async path => {
    const test = await startApp();
    const { cookie } = await sent(test);
    expect((await look(test, cookie, path)).status).toBe(200);
  });

  it('opens by no cookie made from the key, whatever its form', async () => {
    const test = await startApp();
    const { key, cookie } = await sent(test);
    const [name = '', value = ''] = cookie.split('=');
    const [expires = '', survey = '', , mac = ''] = value.split('.');
    const forged = [
      `${key}.`,
      `${expires}.${survey}.${key}.`,
      `${expires}.${survey}.${key}.${'A'.repeat(22)}`,
      `${Number(expires) + 3600}.${survey}.${key}.${mac}`,
      `${expires}.klientu-aptauja.${key}.${mac}`,
      `${expires}.${survey}.${randomUUID()}.${mac}`,
    ];
    for (const path of PATHS)
      for (const made of forged) {
        const answer = await look(test, `${name}=${made}`, path);
        expect([answer.status, made]).toEqual([404, made]);
        expect(await answer.text()).not.toContain('KAC-');
      }
    expect((await look(test, cookie)).status).toBe(200);
  });

  it('is shown for an hour, also to a browser that keeps its cookie for longer', async () => {
    const test = await startApp();
    const { cookie } = await sent(test);
    test.at('2026-11-23T09:29:59Z');
    expect((await look(test, cookie)).status).toBe(200);
    test.at('2026-11-23T09:30:00Z');
    expect((await look(test, cookie)).status).toBe(404);
  });

  it('can’t be guessed at: misses count as look-ups, the right cookie goes on opening', async () => {
    const test = await startApp({ limits: LIMITS });
    const { cookie, key } = await sent(test);
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await look(test, `kac-sanemts=${key}.`)).status);
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
    const refused = await look(test, `kac-sanemts=${key}.`, '/sanemts/apstiprinajums.txt');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    const code = { trackingCode: '0000-0000-0000-0000' };
    expect((await postJson(test.app, '/api/status', code, HERE)).status).toBe(429);
    expect((await look(test, cookie)).status).toBe(200);
    // Nobody is blamed for a page opened without a cookie, or after its hour.
    const other = { 'x-test-address': '203.0.113.8', accept: HTML };
    for (let i = 0; i < 6; i += 1)
      expect((await test.app.request('/sanemts/', { headers: other })).status).toBe(404);
  });

  it('a pointer to nothing counts too', async () => {
    const test = await startApp({ limits: LIMITS });
    const pointer = { kind: 'submission', idempotencyKey: randomUUID() } as const;
    const cookie = `kac-sanemts=${await signPointer(test.deps.keyring, pointer, test.deps.now())}`;
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await look(test, cookie)).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
  });

  it('is not told to who sends something else with a key they know', async () => {
    const test = await startApp();
    const { key } = await sent(test);
    const json = await postJson(test.app, '/api/complaints', { text: 'Cits' }, { 'idempotency-key': key });
    expect(json.status).toBe(409);
    expect(await json.text()).not.toMatch(/KAC-|trackingCode|Rinda/);
    const form = await postForm(test.app, '/api/complaints', { text: 'Cits', idempotencyKey: key });
    expect([form.status, form.headers.get('set-cookie')]).toEqual([409, null]);
    expect(await form.text()).not.toMatch(/KAC-26|Rinda/);
  });

  it('a key that is easily guessed is refused, and the message says what a key may be', async () => {
    const { app } = await startApp();
    const answer = await postJson(
      app,
      '/api/complaints?lang=en',
      { text: 'Queue' },
      { 'idempotency-key': '----------------' },
    );
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors).toMatchObject([{ field: 'idempotencyKey' }]);
    expect(errors[0]?.message).toMatch(/easily guessed.*random and secret.*randomUUID/);
    const form = await postForm(app, '/api/complaints', {
      text: 'Mans teksts',
      idempotencyKey: '----------------',
    });
    expect(form.status).toBe(422);
    const page = await form.text();
    expect(page).toContain('Mans teksts');
    expect(page).not.toContain('value="----------------"');
  });
});

describe('a pointer', () => {
  it('reads back for submissions and surveys, and under no other intake’s secret', async () => {
    const [mine, other] = [await startApp(), await startApp()];
    const now = mine.deps.now();
    for (const pointer of [
      { kind: 'submission', idempotencyKey: randomUUID() },
      { kind: 'survey', idempotencyKey: randomUUID(), survey: 'klientu-aptauja' },
    ] as const) {
      const text = await signPointer(mine.deps.keyring, pointer, now);
      expect(await readPointer(mine.deps.keyring, text, now)).toEqual(pointer);
      expect(await readPointer(other.deps.keyring, text, now)).toBe('forged');
    }
  });
});
