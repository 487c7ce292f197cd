// Limits as seen by visitors and programs: first a proof is requested, later requests are refused; typed text
// is not lost and no visitor is stored.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../../api/deps.ts';
import type { Limits } from '../../api/domain/limits.ts';
import { postForm, postJson, startApp, type TestApp } from './harness.ts';
import { textareaOf } from './html.ts';
import { solve } from './proof.ts';

const LIMITS: Limits = {
  submit: { ask: 2, refuse: 4 },
  survey: { ask: 2, refuse: 4 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 3 },
  upload: { ask: null, refuse: 300 },
};
const SURVEY = '/api/surveys/klientu-aptauja/responses';
const from = (address: string) => ({ 'x-test-address': address });
const HERE = from('203.0.113.7');
const JSON_HERE = { ...HERE, accept: 'application/json' };
const freshKey = (): string => randomUUID();

const start = (): Promise<TestApp> => startApp({ limits: LIMITS });
const suspicionsIn = (test: TestApp): unknown[] =>
  test.log.filter(({ event }) => event === 'submission').map(({ detail }) => detail?.['suspicions']);
const complain = (app: Hono<AppEnv>, headers: Record<string, string> = HERE) =>
  postJson(app, '/api/complaints', { text: 'Rinda' }, headers);

/** Files as many complaints as are allowed without a proof of work. */
async function fill(test: TestApp, headers = HERE): Promise<void> {
  for (let i = 0; i < 2; i += 1) expect((await complain(test.app, headers)).status).toBe(201);
}

describe('over the soft limit', () => {
  const typed = { text: '\n "Rinda" <b> & $& 🐕', name: 'Anna', replyBy: 'post' };

  it('a browser gets its form back with everything typed, and what is sent again is taken in and flagged', async () => {
    const test = await start();
    await fill(test);
    const key = freshKey();
    const asked = await postForm(test.app, '/api/complaints', { ...typed, idempotencyKey: key }, HERE);
    expect(asked.status).toBe(429);
    expect(Number(asked.headers.get('retry-after'))).toBeGreaterThan(3000);
    const page = await asked.text();
    expect(page).toContain('<title>Vēl viens solis: Iesniegt sūdzību');
    expect(textareaOf(page, 'text')).toBe(typed.text);
    expect(page).toContain('value="Anna"');
    expect(page).toContain('value="post" checked');
    expect(page).toContain(`name="idempotencyKey" value="${key}"`);
    expect(page).toContain('Bez JavaScript');
    expect(page).toContain('<altcha-widget challenge="/api/challenge" name="proofOfWork"');
    // What a browser without scripts sends from that page.
    const again = { ...typed, idempotencyKey: key, proofAsked: 'on' };
    const sent = await postForm(test.app, '/api/complaints', again, HERE);
    expect(sent.status).toBe(303);
    expect(suspicionsIn(test)).toEqual([undefined, undefined, 'no-proof']);
  });

  it('the page is English where the form was', async () => {
    const test = await start();
    await fill(test);
    const asked = await postForm(test.app, '/api/complaints?lang=en', { text: 'Queue' }, HERE);
    expect(await asked.text()).toMatch(
      /One more step before sending[\s\S]*language="en"[\s\S]*Without JavaScript/,
    );
  });

  it('a program is told where the challenge is, and gets in by solving it', async () => {
    const test = await start();
    test.at(new Date().toISOString());
    await fill(test);
    const asked = await complain(test.app);
    expect(asked.status).toBe(429);
    expect(asked.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(asked.headers.get('retry-after'))).toBeGreaterThan(3000);
    const problem = (await asked.json()) as { challenge: string };
    expect(problem).toMatchObject({ status: 429, challenge: '/api/challenge' });
    const proofOfWork = await solve(test.app, problem.challenge);
    const sent = await postJson(test.app, '/api/complaints', { text: 'Rinda', proofOfWork }, HERE);
    expect(sent.status).toBe(201);
    expect(suspicionsIn(test)).toEqual([undefined, undefined, undefined]);
  });

  it('a program may also say that it was asked', async () => {
    const test = await start();
    await fill(test);
    const sent = await postJson(test.app, '/api/complaints', { text: 'Rinda', proofAsked: true }, HERE);
    expect(sent.status).toBe(201);
    expect(suspicionsIn(test).at(-1)).toBe('no-proof');
  });

  it('other networks go on undisturbed; a whole IPv6 household is one', async () => {
    const test = await start();
    await fill(test);
    expect((await complain(test.app, from('203.0.113.8'))).status).toBe(201);
    await fill(test, from('2001:db8:1:2::1'));
    expect((await complain(test.app, from('2001:db8:1:2:ffff::9'))).status).toBe(429);
    expect((await complain(test.app, from('2001:db8:1:3::1'))).status).toBe(201);
  });

  it('complaints and feedback are counted together', async () => {
    const test = await start();
    await fill(test);
    const sent = await postJson(test.app, '/api/feedback', { kind: 'question', text: 'Vai?' }, HERE);
    expect(sent.status).toBe(429);
  });

  it('what was refused for a mistake in it is not counted', async () => {
    const test = await start();
    for (let i = 0; i < 10; i += 1)
      expect((await postJson(test.app, '/api/complaints', { text: '' }, HERE)).status).toBe(422);
    await fill(test);
  });

  it('what is stored already is given its receipt again, unasked', async () => {
    const test = await start();
    const key = freshKey();
    const send = () =>
      postJson(test.app, '/api/complaints', { text: 'Rinda' }, { ...HERE, 'idempotency-key': key });
    const receipt = await (await send()).json();
    await complain(test.app);
    expect((await complain(test.app)).status).toBe(429);
    const again = await send();
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(receipt);
  });
});

describe('a proof of work', () => {
  const withProof = (test: TestApp, proofOfWork: string, more: object = {}) =>
    postJson(test.app, '/api/complaints', { text: 'Rinda', proofOfWork, ...more }, HERE);
  const overTheLimit = async (): Promise<TestApp> => {
    const test = await startApp({ limits: { ...LIMITS, submit: { ask: 2, refuse: 50 } } });
    test.at(new Date().toISOString());
    await fill(test);
    return test;
  };

  it('serves one submission: the next is asked anew, or flagged', async () => {
    const test = await overTheLimit();
    const proof = await solve(test.app);
    expect((await withProof(test, proof)).status).toBe(201);
    expect((await withProof(test, proof)).status).toBe(429);
    expect((await withProof(test, proof, { proofAsked: true })).status).toBe(201);
    expect(suspicionsIn(test).slice(2)).toEqual([undefined, 'bad-proof']);
  });

  it('serves one submission also when twenty come with it at once', async () => {
    const test = await overTheLimit();
    const proof = await solve(test.app);
    const sent = await Promise.all(Array.from({ length: 20 }, () => withProof(test, proof)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('serves the same submission sent twice', async () => {
    const test = await overTheLimit();
    const more = { idempotencyKey: freshKey() };
    const proof = await solve(test.app);
    const sent = await Promise.all([withProof(test, proof, more), withProof(test, proof, more)]);
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    const [one, two] = await Promise.all(sent.map(answer => answer.json()));
    expect(two).toEqual(one);
    expect(suspicionsIn(test).slice(2)).toEqual([undefined, undefined]);
  });

  it('is no longer good after its time, and never under other keys', async () => {
    const test = await overTheLimit();
    const proof = await solve(test.app);
    const stranger = await solve((await overTheLimit()).app);
    expect((await withProof(test, stranger)).status).toBe(429);
    test.at(new Date(test.deps.now().getTime() + 16 * 60_000).toISOString());
    expect((await withProof(test, proof)).status).toBe(429);
  });

  it('made easier, unsolved or broken is none, and never a fault', async () => {
    const test = await overTheLimit();
    const proof = JSON.parse(atob(await solve(test.app)));
    const { challenge, solution } = proof;
    const encode = (value: unknown): string => btoa(JSON.stringify(value));
    const forged = [
      encode({ challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution }),
      encode({ challenge: { ...challenge, signature: undefined }, solution }),
      encode({ challenge: { ...challenge, signature: 'x' }, solution }),
      encode({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
      encode({ challenge, solution: { ...solution, derivedKey: 7 } }),
      encode({ challenge, solution: {} }),
      encode({ challenge: { parameters: { ...challenge.parameters, expiresAt: 'x' } }, solution }),
      encode({ challenge: { parameters: null }, solution }),
      ...[null, [], 7, 'x', {}].map(encode),
      'nav base64!',
      btoa('{'),
      'A'.repeat(100_000),
    ];
    for (const each of forged) expect((await withProof(test, each)).status, each.slice(0, 80)).toBe(429);
    expect((await withProof(test, encode(proof))).status).toBe(201);
  });
});

describe('over the hard limit', () => {
  const overTheLimit = async (): Promise<TestApp> => {
    const test = await start();
    for (let i = 0; i < 4; i += 1)
      expect(
        (await postJson(test.app, '/api/complaints', { text: 'x', proofAsked: true }, HERE)).status,
      ).toBe(201);
    return test;
  };

  it('a browser gets its form back, when to send it and other ways to the centre', async () => {
    const test = await overTheLimit();
    const typed = { text: 'Rinda "bija" <gara>', name: 'Anna', idempotencyKey: freshKey() };
    const refused = await postForm(test.app, '/api/complaints', typed, HERE);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(3000);
    const page = await refused.text();
    expect(page).toContain('<title>Vēl nav nosūtīts: Iesniegt sūdzību');
    expect(textareaOf(page, 'text')).toBe(typed.text);
    expect(page).toContain(`value="${typed.idempotencyKey}"`);
    // It is 10.30 in Riga; the slot leaves the window 65 minutes later.
    expect(page).toMatch(/pēc plkst\.\u00a011\.35/);
    for (const way of ['tel:+37160000000', 'mailto:kac@paraugs.example', 'Parauga iela 1, Paraugi'])
      expect(page).toContain(way);
    // The form on this page states that a proof was requested, so that it is not requested again: the rate
    // will still be unusual.
    expect(page).toContain('name="proofAsked" value="on"');
    test.at(new Date(test.deps.now().getTime() + seconds * 1000).toISOString());
    const again = { ...typed, proofAsked: 'on' };
    expect((await postForm(test.app, '/api/complaints', again, HERE)).status).toBe(303);
  });

  it('a program is told when to come again, proof or not', async () => {
    const test = await overTheLimit();
    const refused = await complain(test.app);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(await refused.json()).toMatchObject({ title: 'Pārāk daudz iesniegumu' });
  });

  it('counts outlive a restart, and every midnight in Riga they begin anew', async () => {
    const test = await (await overTheLimit()).restart();
    expect((await complain(test.app)).status).toBe(429);
    test.at('2026-11-23T21:59:00Z');
    for (let i = 0; i < 4; i += 1)
      await postJson(test.app, '/api/complaints', { text: 'x', proofAsked: true }, HERE);
    expect((await complain(test.app)).status).toBe(429);
    test.at('2026-11-23T22:00:00Z');
    expect((await complain(test.app)).status).toBe(201);
  });
});

describe('an unknown address', () => {
  it('is asked at the hard figure and never refused: nobody shuts out a stranger', async () => {
    const test = await start();
    for (let i = 0; i < 4; i += 1) expect((await complain(test.app, {})).status).toBe(201);
    expect((await complain(test.app, from('unknown'))).status).toBe(429);
    for (let i = 0; i < 10; i += 1)
      expect((await postJson(test.app, '/api/complaints', { text: 'x', proofAsked: true })).status).toBe(201);
  });
});

describe('a survey', () => {
  const answer = (test: TestApp) => postJson(test.app, SURVEY, { laipniba: '5' }, HERE);
  const stored = async (test: TestApp) =>
    (await test.database.execute({ sql: 'SELECT flags FROM survey_answers ORDER BY flags' })).rows.map(
      row => row['flags'],
    );

  it('is never held up at a kiosk, only marked, and refused at its own hard limit', async () => {
    const test = await start();
    for (let i = 0; i < 4; i += 1) expect((await answer(test)).status).toBe(201);
    expect(await stored(test)).toEqual(['', 'duplicate', 'unusual-rate duplicate', 'unusual-rate duplicate']);
    const refused = await postForm(test.app, SURVEY, { laipniba: '4', uzlabot: 'Soliņu' }, HERE);
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(textareaOf(page, 'uzlabot')).toBe('Soliņu');
    expect(page).not.toContain('altcha');
    expect((await complain(test.app)).status).toBe(201);
  });
});

describe('look-ups', () => {
  const lookUp = (test: TestApp, trackingCode: string, headers: Record<string, string> = JSON_HERE) =>
    postJson(test.app, '/api/status', { trackingCode }, headers);

  it('are limited, the right code and the wrong one alike', async () => {
    const test = await start();
    const { trackingCode } = (await (await complain(test.app)).json()) as { trackingCode: string };
    expect((await lookUp(test, trackingCode)).status).toBe(200);
    expect((await lookUp(test, '0000-0000-0000-0000')).status).toBe(404);
    expect((await lookUp(test, 'nav koda')).status).toBe(404);
    for (const code of [trackingCode, '0000-0000-0000-0000']) {
      const refused = await lookUp(test, code);
      expect([refused.status, refused.headers.get('content-type')]).toEqual([
        429,
        'application/problem+json',
      ]);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    }
    expect((await lookUp(test, trackingCode, from('203.0.113.8'))).status).toBe(200);
  });

  it('give a browser its form back and say when', async () => {
    const test = await start();
    for (let i = 0; i < 3; i += 1) await lookUp(test, '0000-0000-0000-0000');
    const refused = await postForm(test.app, '/api/status', { trackingCode: '"><b>' }, HERE);
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain('<title>Pagaidiet: Iesnieguma gaita');
    expect(page).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(page).toContain('tel:+37160000000');
  });
});

describe('signs of spam', () => {
  it('the field nobody sees, filled in, is no part of what is stored and no secret to staff', async () => {
    const test = await start();
    const idempotencyKey = freshKey();
    const filled = { text: 'Rinda', website: 'https://spam.example', idempotencyKey };
    const sent = await postForm(test.app, '/api/complaints', filled, HERE);
    expect(sent.status).toBe(303);
    // The same without it is the same content: the same receipt is returned, not a refusal.
    const again = { text: 'Rinda', idempotencyKey };
    expect((await postJson(test.app, '/api/complaints', again, HERE)).status).toBe(201);
    expect(suspicionsIn(test)).toEqual(['honeypot', undefined]);
  });

  it('left empty, as people leave it, says nothing', async () => {
    const test = await start();
    await postForm(test.app, '/api/complaints', { text: 'Rinda', website: '' }, HERE);
    expect(suspicionsIn(test)).toEqual([undefined]);
  });

  it('a form that has no such field still refuses it by name', async () => {
    const { app } = await start();
    const refused = await postJson(app, '/api/status', { trackingCode: 'x', website: 'x' }, HERE);
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'website' }] });
  });
});

it('no address is stored or logged', async () => {
  const test = await start();
  await fill(test);
  await complain(test.app);
  await postJson(test.app, '/api/status', { trackingCode: 'x' }, from('2001:db8:77:66::1'));
  const { rows } = await test.database.execute({ sql: 'PRAGMA database_list' });
  const folder = dirname(String(rows[0]?.['file']));
  await test.restart();
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(0);
  const everything = names.map(name => readFileSync(join(folder, name), 'latin1')).join('\n');
  expect(everything).toContain('look-up');
  for (const text of [everything, JSON.stringify(test.log)])
    for (const address of ['203.0.113', '2001:db8', '77:66']) expect(text).not.toContain(address);
});
