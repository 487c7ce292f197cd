// Whoever sends too many is not looked at any more, loses nothing typed, and still gets the receipt of what is stored.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../api/domain/limits.ts';
import { postForm, postJson, startApp, type TestApp } from './harness.ts';
import { textareaOf } from './html.ts';

const LIMITS: Limits = {
  submit: { ask: 5, refuse: 10 },
  survey: { ask: 5, refuse: 10 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 3 },
  upload: { ask: null, refuse: 300 },
};
/** As many as may be taken in, and sixty mistakes. */
const SENDS = 70;
const HERE = { 'x-test-address': '203.0.113.7' };

async function fill(test: TestApp, sends = SENDS): Promise<void> {
  for (let i = 0; i < sends; i += 1)
    expect((await postJson(test.app, '/api/complaints', { text: '' }, HERE)).status).toBe(422);
}

const rowsIn = async ({ database }: TestApp): Promise<number> =>
  Number((await database.execute({ sql: 'SELECT count(*) AS n FROM submissions' })).rows[0]?.['n']);

describe('too many mistakes', () => {
  it('150 invalid posts meet the limit, others go on undisturbed, and the hour ends', async () => {
    const test = await startApp({ limits: { ...LIMITS, submit: { ask: 10, refuse: 60 } } });
    const statuses: number[] = [];
    for (let i = 0; i < 150; i += 1)
      statuses.push((await postJson(test.app, '/api/complaints', { text: '' }, HERE)).status);
    expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([120, 429]);
    const other = { 'x-test-address': '203.0.113.8' };
    expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' }, other)).status).toBe(201);
    test.at('2026-11-23T09:40:00Z');
    expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' }, HERE)).status).toBe(201);
  });

  it('leave a person room to correct a form many times over', async () => {
    const test = await startApp({ limits: LIMITS });
    await fill(test, 60);
    expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' }, HERE)).status).toBe(201);
  });

  it('give a browser its form back, unchecked, with everything typed', async () => {
    const test = await startApp({ limits: LIMITS });
    await fill(test);
    const key = randomUUID();
    const typed = { text: '\n "Rinda" <b>', name: 'Anna', replyBy: 'post', nav: 'x', idempotencyKey: key };
    const answer = await postForm(test.app, '/api/complaints', typed, HERE);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000);
    const page = await answer.text();
    expect(page).toContain('Veidlapa vēl nav nosūtīta');
    expect(textareaOf(page, 'text')).toBe(typed.text);
    expect(page).toMatch(/value="Anna"[\s\S]*value="post" checked/);
    expect(page).toContain(`name="idempotencyKey" value="${key}"`);
    expect(page).not.toContain('nav lauka');
    expect(await rowsIn(test)).toBe(0);
  });

  it('give back what waits with it in a multipart form, and store no file of it', async () => {
    const test = await startApp({ limits: LIMITS });
    await fill(test);
    const body = new FormData();
    body.set('text', 'Ar failu');
    body.set('attachments', new File(['%PDF-1.7 saturs'], 'lapa.pdf', { type: 'application/pdf' }));
    const answer = await test.app.request('/api/complaints', {
      method: 'POST',
      body,
      headers: { ...HERE, accept: 'text/html' },
    });
    expect([answer.status, textareaOf(await answer.text(), 'text')]).toEqual([429, 'Ar failu']);
    const { rows } = await test.database.execute({ sql: 'SELECT count(*) AS n FROM attachments' });
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('keep the words of a message to a case', async () => {
    const test = await startApp({ limits: LIMITS });
    for (let i = 0; i < 3; i += 1) await postJson(test.app, '/api/status', {}, HERE);
    const typed = { trackingCode: '0000-0000-0000-0000', text: 'Gari vārdi' };
    const answer = await postForm(test.app, '/api/status/messages', typed, HERE);
    expect([answer.status, textareaOf(await answer.text(), 'text')]).toEqual([429, 'Gari vārdi']);
  });
});

describe('what is stored already', () => {
  it('gets its receipt again, as often as one may look up; other keys are not told apart from then on', async () => {
    const test = await startApp({ limits: LIMITS });
    const key = randomUUID();
    const send = (idempotencyKey: string, text = 'Rinda') =>
      postJson(test.app, '/api/complaints', { text }, { ...HERE, 'idempotency-key': idempotencyKey });
    const receipt = await (await send(key)).json();
    await fill(test, SENDS - 1);
    const again = await send(key);
    expect([again.status, await again.json()]).toEqual([201, receipt]);
    expect((await send(randomUUID())).status).toBe(429);
    expect((await send(key)).status).toBe(201);
    // The look-ups of the hour are used up: known and unknown keys get the same answer.
    expect([(await send(key)).status, (await send(randomUUID())).status]).toEqual([429, 429]);
    expect(await rowsIn(test)).toBe(1);
  });
});
