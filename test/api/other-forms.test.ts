// Feedback, surveys, looking up a submission, checking a receipt, health and the API description.
import { describe, expect, it } from 'vitest';
import { cookieOf, postForm, postJson, startApp } from './harness.ts';

const KEY = 'key-7hQ2vX9mRk-abcdef';
const UNKNOWN_CODE = '0000-0000-0000-0000';

describe('feedback', () => {
  it.each([
    ['suggestion', '2026-12-07'],
    ['question', '2026-12-07'],
    ['gratitude', null],
    ['site', null],
  ])('of kind %s is due %s', async (kind, dueOn) => {
    const { app } = await startApp();
    const response = await postJson(app, '/api/feedback', { kind, text: 'Teksts', page: '/darba-laiks/' });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ dueOn });
  });

  it('needs to know its kind', async () => {
    const { app } = await startApp();
    const response = await postJson(app, '/api/feedback', { text: 'Teksts' });
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'kind', message: 'Izvēlieties, par ko rakstāt.' }],
    });
  });
});

describe('a survey response', () => {
  const path = '/api/surveys/klientu-aptauja/responses';

  it('is stored without a time of day and leads to nothing', async () => {
    const test = await startApp();
    const answers = { laipniba: 'cant-say', ieteikt: 9, kanals: ['klatiene'], uzlabot: 'Neko.' };
    const response = await postJson(test.app, path, answers, { 'Idempotency-Key': KEY });
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body).toMatchObject({
      trackingCode: null,
      dueOn: null,
      dueExplanation: [],
      receivedAt: '2026-11-23',
    });
    const { rows } = await test.database.execute({ sql: 'SELECT * FROM survey_answers' });
    expect(rows).toHaveLength(1);
    const { uzlabot: _, ...choices } = answers;
    expect(JSON.parse(String(rows[0]?.['answers']))).toEqual({ ...choices, ieteikt: '9' });
    const again = await postJson(test.app, path, answers, { 'Idempotency-Key': KEY });
    expect(await again.json()).toEqual(body);
    const other = await postJson(test.app, path, { laipniba: '1' }, { 'Idempotency-Key': KEY });
    expect(other.status).toBe(409);
  });

  it('sent by a browser leads to thanks', async () => {
    const { app } = await startApp();
    const sent = await postForm(app, path, { laipniba: '5', idempotencyKey: KEY });
    expect(sent.status).toBe(303);
    const page = await app.request('/sanemts/', { headers: { cookie: cookieOf(sent), accept: 'text/html' } });
    expect(await page.text()).toContain('Jūsu atbildes palīdz strādāt labāk.');
  });

  it.each([
    ['slegta', 409, 'Aptauja ir beigusies'],
    ['gaidama', 409, 'Aptauja vēl nav sākusies'],
    ['nav-tadas', 404, 'Šādas aptaujas nav'],
  ])('to %s is refused: %s %s', async (id, status, title) => {
    const { app } = await startApp();
    const response = await postJson(app, `/api/surveys/${id}/responses`, { laipniba: '5' });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ title, instead: ['/aptaujas/klientu-aptauja/'] });
    const page = await postForm(app, `/api/surveys/${id}/responses`, { laipniba: '5' });
    const text = await page.text();
    expect(text).toContain(title);
    expect(text).toContain('<a href="/aptaujas/klientu-aptauja/">Klientu aptauja</a>');
  });

  it.each([
    [{}, 'laipniba', 'Atbildiet uz šo jautājumu.'],
    [{ laipniba: '6' }, 'laipniba', 'sarakstā nav'],
    [{ laipniba: '5', ieteikt: 11 }, 'ieteikt', 'sarakstā nav'],
    [{ laipniba: '5', kanals: ['pasts'] }, 'kanals', 'sarakstā nav'],
    [{ laipniba: '5', uzlabot: 'a'.repeat(501) }, 'uzlabot', 'par garu'],
    [{ laipniba: '5', nebijis: '1' }, 'nebijis', 'nav lauka'],
  ])('%j is refused at %s', async (answers, field, message) => {
    const { app } = await startApp();
    const response = await postJson(app, path, answers);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ field, message: expect.stringContaining(message) }],
    });
  });
});

describe('following up', () => {
  async function file() {
    const test = await startApp();
    const response = await postJson(test.app, '/api/complaints', { text: 'SLEPENS-TEKSTS' });
    return {
      test,
      sent: (await response.json()) as { reference: string; trackingCode: string; receipt: string },
    };
  }

  it('finds the submission by its code in any case and spacing', async () => {
    const { test, sent } = await file();
    for (const code of [
      sent.trackingCode,
      sent.trackingCode.toLowerCase(),
      ` ${sent.trackingCode.replaceAll('-', ' ')} `,
      sent.trackingCode.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      const response = await postJson(test.app, '/api/status', { trackingCode: code });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        reference: sent.reference,
        state: 'received',
        dueOn: '2026-12-07',
        history: [{ at: '2026-11-23T08:30:00Z', kind: 'received' }],
      });
    }
  });

  it('shows a browser the state, the due date and why; the code only travels in its forms', async () => {
    const { test, sent } = await file();
    const response = await postForm(test.app, '/api/status', { trackingCode: sent.trackingCode });
    const page = await response.text();
    expect(page).toContain(sent.reference);
    expect(page).toContain('Kā aprēķināts termiņš');
    const carried = `<input type="hidden" name="trackingCode" value="${sent.trackingCode}">`;
    expect(page.replaceAll(carried, '')).not.toContain(sent.trackingCode);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([UNKNOWN_CODE, 'īss', 'x'.repeat(100)])('answers 404 to the code %s', async code => {
    const { app } = await startApp();
    const response = await postJson(app, '/api/status', { trackingCode: code });
    expect(response.status).toBe(404);
    const page = await postForm(app, '/api/status', { trackingCode: code });
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toContain('error-summary');
    expect(html).toContain(`value="${code}"`);
  });

  it('does not take the reference for a code', async () => {
    const { test, sent } = await file();
    expect((await postJson(test.app, '/api/status', { trackingCode: sent.reference })).status).toBe(404);
  });
});

describe('a receipt', () => {
  const verify = async (app: Awaited<ReturnType<typeof startApp>>['app'], receipt: string) =>
    (await postJson(app, '/api/receipts/verify', { receipt })).json();

  it('verifies as issued, with other line ends, with the code above it, and after a restart', async () => {
    const test = await startApp();
    const { receipt, reference } = (await (
      await postJson(test.app, '/api/complaints', { text: 'Rinda' })
    ).json()) as {
      receipt: string;
      reference: string;
    };
    for (const text of [
      receipt,
      receipt.replaceAll('\n', '\r\n'),
      `Izsekošanas kods: X\n\n${receipt}\n\n`,
      receipt.trim(),
    ])
      expect(await verify(test.app, text)).toMatchObject({
        valid: true,
        facts: { reference, kind: 'sūdzība' },
      });
    const again = await test.restart();
    expect(await verify(again.app, receipt)).toMatchObject({ valid: true });
  });

  it('fails when any line is changed, left out or added to', async () => {
    const test = await startApp();
    const { receipt } = (await (await postJson(test.app, '/api/complaints', { text: 'Rinda' })).json()) as {
      receipt: string;
    };
    const lines = receipt.trim().split('\n');
    for (const i of lines.keys()) {
      const altered = lines
        .with(i, `${lines[i]?.slice(0, -1)}${lines[i]?.endsWith('A') ? 'B' : 'A'}`)
        .join('\n');
      expect(await verify(test.app, altered), lines[i]).toMatchObject({ valid: false });
      expect(await verify(test.app, lines.toSpliced(i, 1).join('\n')), lines[i]).toMatchObject({
        valid: false,
      });
    }
  });

  it('of another centre is not ours', async () => {
    const [ours, theirs] = [await startApp(), await startApp()];
    const { receipt } = (await (await postJson(theirs.app, '/api/complaints', { text: 'Rinda' })).json()) as {
      receipt: string;
    };
    expect(await verify(ours.app, receipt)).toEqual({ valid: false, reason: 'altered' });
    expect(await verify(ours.app, receipt.replace('Atslēga: k1', 'Atslēga: k9'))).toEqual({
      valid: false,
      reason: 'unknown-key',
    });
  });

  it('can be downloaded where it was sent from, with the code only when asked', async () => {
    const { app } = await startApp();
    const sent = await postForm(app, '/api/complaints', { text: 'Rinda', idempotencyKey: KEY });
    const get = (path: string) => app.request(path, { headers: { cookie: cookieOf(sent) } });
    const plain = await get('/sanemts/apstiprinajums.txt');
    expect(plain.headers.get('content-disposition')).toMatch(/^attachment; filename="KAC-26-.*\.txt"$/);
    const text = await plain.text();
    expect(text).not.toContain('Izsekošanas kods');
    expect(await verify(app, text)).toMatchObject({ valid: true });
    expect(await (await get('/sanemts/apstiprinajums.txt?ar-kodu=1')).text()).toMatch(
      /^Izsekošanas kods .*: (\w{4}-){3}\w{4}\n/,
    );
    expect((await app.request('/sanemts/apstiprinajums.txt')).status).toBe(404);
  });

  it('is judged on a page, too', async () => {
    const { app } = await startApp();
    const page = await (await postForm(app, '/api/receipts/verify', { receipt: 'KAC <b>x</b>' })).text();
    expect(page).toContain('Apstiprinājums nav derīgs');
    expect(page).toContain('KAC &lt;b&gt;x&lt;/b&gt;');
  });

  it('can be checked by others with the published key', async () => {
    const { app } = await startApp();
    const { keys } = (await (await app.request('/api/receipts/keys')).json()) as {
      keys: { id: string; key: string }[];
    };
    const { receipt } = (await (await postJson(app, '/api/complaints', { text: 'Rinda' })).json()) as {
      receipt: string;
    };
    const [, signed = '', signature = ''] = /^(.*)\nParaksts: ([\w-]+)\n$/s.exec(receipt) ?? [];
    const key = await crypto.subtle.importKey(
      'raw',
      Buffer.from(keys[0]?.key ?? '', 'base64url'),
      'Ed25519',
      false,
      ['verify'],
    );
    expect(
      await crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64url'), Buffer.from(signed)),
    ).toBe(true);
  });
});

describe('the service about itself', () => {
  it('is healthy, and says when the database is gone or the calendar ends', async () => {
    const test = await startApp();
    const healthy = await test.app.request('/api/health');
    expect(healthy.status).toBe(200);
    expect(await healthy.json()).toEqual({
      status: 'ok',
      on: '2026-11-23',
      checks: { database: 'ok', writing: 'ok', calendar: 'ok', mail: 'off' },
    });
    test.at('2099-01-05T10:00:00Z');
    expect(await (await test.app.request('/api/health')).json()).toMatchObject({
      checks: { calendar: 'failed' },
    });
    await test.database.close();
    const failed = await test.app.request('/api/health');
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ status: 'failed', checks: { database: 'failed' } });
  });

  it('tries a write no more often than every five seconds, and leaves nothing of it behind', async () => {
    const test = await startApp();
    const written = async () => {
      const { rows } = await test.database.execute({ sql: 'SELECT total_changes() AS n' });
      return Number(rows[0]?.['n']);
    };
    const health = async () => (await test.app.request('/api/health')).status;
    const before = await written();
    expect(await Promise.all([health(), health(), health()])).toEqual([200, 200, 200]);
    const once = await written();
    expect(once).toBe(before + 2);
    test.at('2026-11-23T08:30:04Z');
    expect(await health()).toBe(200);
    expect(await written()).toBe(once);
    test.at('2026-11-23T08:30:05Z');
    expect(await health()).toBe(200);
    expect(await written()).toBe(once + 2);
    const { rows } = await test.database.execute({ sql: 'SELECT count(*) AS n FROM spent_proofs' });
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('answers a fault without saying what broke, and logs it', async () => {
    const test = await startApp();
    await test.database.close();
    const json = await postJson(test.app, '/api/complaints', { text: 'Rinda' });
    expect(json.status).toBe(503);
    expect(await json.json()).toMatchObject({ status: 503, title: 'Pašlaik nevaram piekļūt datubāzei' });
    const page = await postForm(test.app, '/api/complaints', { text: 'Rinda' });
    expect(await page.text()).toContain('Atkārtota sūtīšana'.slice(1));
    expect(test.log).toEqual([
      expect.objectContaining({ event: 'fault' }),
      expect.objectContaining({ event: 'fault' }),
    ]);
  });

  it('sends its security headers with every answer', async () => {
    const { app } = await startApp();
    for (const path of ['/api/health', '/api/nothing', '/sanemts/']) {
      const { headers } = await app.request(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('describes itself from the schemas it checks with', async () => {
    const { app } = await startApp();
    const document = await (await app.request('/api/openapi.json')).json();
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/complaints': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    required: ['text'],
                    additionalProperties: false,
                    properties: {
                      text: { maxLength: 10_000 },
                      replyBy: { enum: expect.arrayContaining(['e-address']) },
                    },
                  },
                },
              },
            },
            responses: { '201': {}, '303': {}, '409': {}, '413': {}, '415': {}, '422': {}, '500': {} },
          },
        },
        '/api/surveys/klientu-aptauja/responses': {},
        '/api/status': {},
        '/api/status/messages': {
          post: {
            requestBody: {
              content: { 'application/json': { schema: { required: ['trackingCode', 'text'] } } },
            },
            responses: { '200': {}, '404': {}, '409': {}, '422': {} },
          },
        },
        '/api/status/rating': {},
        '/api/status/review': {},
        '/api/status/withdraw': {
          post: {
            requestBody: {
              content: { 'application/json': { schema: { properties: { confirmed: { const: true } } } } },
            },
          },
        },
        '/api/status/copy': {},
        '/api/status/erasure': {},
      },
    });
    expect(document.paths['/api/status/messages'].post.responses).not.toHaveProperty('303');
    expect(document.paths['/api/status/messages'].post.responses).not.toHaveProperty('201');
  });
});
