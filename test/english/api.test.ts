// The API in English: rejected form, receipt, look-up, problems; and in Latvian where English is off.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { contentOf, cookieOf, postForm, postJson, startApp } from '../api/harness.ts';
import { attribute, elements } from '../api/html.ts';
import { testSite } from '../api/test-site.ts';

const HTML = { accept: 'text/html' };
const KEY = 'key-7hQ2vX9mRk-abcdef';
const langOf = (html: string): string | undefined => {
  const [root] = [...elements(parse(html))].filter(({ tagName }) => tagName === 'html');
  return root && attribute(root, 'lang');
};

describe('a form sent in English', () => {
  it('comes back in English with everything typed, and posts to the English address again', async () => {
    const { app } = await startApp();
    const response = await postForm(app, '/api/complaints?lang=en', {
      text: ' ',
      email: 'nobody',
      name: 'Ann',
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(langOf(html)).toBe('en');
    for (const part of [
      '<title>Error: Make a complaint',
      'The form has not been sent yet',
      'Write what your complaint is about.',
      'Check the e-mail address',
      'value="nobody"',
      'value="Ann"',
      'action="/api/complaints?lang=en"',
      '<option value="suna-registracija" lang="lv">',
    ])
      expect(html).toContain(part);
  });

  it('leads to an English receipt, while the signed text stays Latvian', async () => {
    const { app } = await startApp();
    const sent = await postForm(app, '/api/complaints?lang=en', { text: 'Queue', idempotencyKey: KEY });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sanemts/?lang=en']);
    const cookie = cookieOf(sent);
    const open = async (path: string) => (await app.request(path, { headers: { ...HTML, cookie } })).text();
    const english = await open('/sanemts/?lang=en');
    expect(langOf(english)).toBe('en');
    for (const part of [
      'Thank you, we have your complaint',
      '7 December 2026',
      '23 November 2026 at 10:30',
      '10 working days counted: 24, 25, 26, 27 and 30 November; 1, 2, 3, 4 and 7 December.',
      'The official record and the signed receipt are in Latvian.',
    ])
      expect(english).toContain(part);
    expect(await open('/sanemts/')).toContain('Paldies, sūdzība ir saņemta');
    const file = await open('/sanemts/apstiprinajums.txt?lang=en&ar-kodu=1');
    expect(file).toMatch(/^Tracking code \(keep it secret\): .+\n\nKAC saņemšanas apstiprinājums\n/);
    const forgotten = await postForm(app, '/sanemts/aizmirst?lang=en', {});
    expect(forgotten.headers.get('location')).toBe('/en/');
  });

  it('is stored as if sent in Latvian: same fields, Latvian explanation, one row for one key', async () => {
    const test = await startApp();
    const first = await postJson(
      test.app,
      '/api/complaints?lang=en',
      { text: 'Queue' },
      { 'Idempotency-Key': KEY },
    );
    const second = await postJson(test.app, '/api/complaints', { text: 'Queue' }, { 'Idempotency-Key': KEY });
    const [english, latvian] = [await first.json(), await second.json()] as Record<string, unknown>[];
    expect(english).toEqual({
      ...latvian,
      dueExplanation: expect.arrayContaining(['Reply due: 7 December 2026.']),
    });
    const stored = await test.deps.submissions.findByReference(String(latvian?.['reference']));
    expect(stored?.submission.dueExplanation).toEqual(latvian?.['dueExplanation']);
    expect(await contentOf(test, String(latvian?.['reference']))).toEqual({ text: 'Queue' });
  });

  it('names faults of a program in English', async () => {
    const { app } = await startApp();
    const response = await postJson(app, '/api/feedback?lang=en', { text: 7, lang: 'en' });
    expect(await response.json()).toMatchObject({
      title: 'Some of the data are not valid',
      errors: expect.arrayContaining([
        { field: 'kind', message: 'Choose what you are writing about.' },
        { field: 'text', message: 'This has to be a text.' },
        { field: 'lang', message: expect.stringContaining('no field “lang”') },
      ]),
    });
  });
});

describe('following up in English', () => {
  it('shows state, date and history, to people and to programs', async () => {
    const { app } = await startApp();
    const { trackingCode } = (await (await postJson(app, '/api/complaints', { text: 'Rinda' })).json()) as {
      trackingCode: string;
    };
    const page = await (await postForm(app, '/api/status?lang=en', { trackingCode })).text();
    expect(langOf(page)).toBe('en');
    expect(page).toContain('Submission received and registered');
    expect(await (await postJson(app, '/api/status?lang=en', { trackingCode })).json()).toMatchObject({
      stateName: 'Received',
      dueExplanation: expect.arrayContaining(['Received on 23 November 2026.']),
      history: [{ text: 'Submission received and registered' }],
    });
  });

  it('shows the stored Latvian lines, marked, where the count would come out differently today', async () => {
    const { app, deps } = await startApp();
    const { trackingCode } = (await (await postJson(app, '/api/complaints', { text: 'Rinda' })).json()) as {
      trackingCode: string;
    };
    const [policy] = testSite.policies.slice(-1);
    if (!policy) throw new Error('no policy');
    const changed = { ...policy, reply: { ...policy.reply, term: { workingDays: 3 } } };
    const later = createApp(() => ({ ...deps, site: { ...testSite, policies: [changed] } }));
    const page = await (await postForm(later, '/api/status?lang=en', { trackingCode })).text();
    expect(page).toContain('<ul lang="lv"><li>Iesniegums saņemts');
    expect(page).toContain('7 December 2026');
  });

  it('says that a code is unknown, and checks receipts', async () => {
    const { app } = await startApp();
    const unknown = await postForm(app, '/api/status?lang=en', { trackingCode: '0000-0000-0000-0000' });
    expect([unknown.status, await unknown.text()]).toEqual([
      404,
      expect.stringContaining('No submission with this code'),
    ]);
    const { receipt } = (await (await postJson(app, '/api/complaints', { text: 'Rinda' })).json()) as {
      receipt: string;
    };
    const valid = await (await postForm(app, '/api/receipts/verify?lang=en', { receipt })).text();
    expect(valid).toContain('The receipt is genuine');
    expect(valid).toContain('<dl class="facts" lang="lv">');
    expect(await (await postForm(app, '/api/receipts/verify?lang=en', { receipt: 'x' })).text()).toContain(
      'The receipt is not valid',
    );
  });
});

describe('a refusal', () => {
  it('speaks the language of the address, whatever the browser prefers', async () => {
    const { app } = await startApp();
    const ask = async (path: string, headers: Record<string, string>) =>
      (await app.request(path, { headers })).text();
    expect(await ask('/api/nothing?lang=en', HTML)).toContain('<h1>There is no such address</h1>');
    expect(await ask('/api/nothing?lang=en', {})).toContain('"title":"There is no such address"');
    const english = { ...HTML, 'accept-language': 'en-GB,en' };
    expect(await ask('/api/nothing', english)).toContain('<h1>Šādas adreses nav</h1>');
    expect(await ask('/api/nothing?lang=de', HTML)).toContain('<h1>Šādas adreses nav</h1>');
    expect(await ask('/sanemts/?lang=en', HTML)).toContain('The receipt is no longer shown');
  });

  it('of a database that is away is in English, too', async () => {
    const test = await startApp();
    await test.database.close();
    const page = await (await postForm(test.app, '/api/complaints?lang=en', { text: 'Queue' })).text();
    expect(page).toContain('We cannot reach our database at the moment');
  });
});

it('with English switched off every address answers in Latvian', async () => {
  const { deps } = await startApp();
  const app = createApp(() => ({ ...deps, site: { ...testSite, shellEn: null } }));
  const rejected = await (await postForm(app, '/api/complaints?lang=en', { text: '' })).text();
  expect(langOf(rejected)).toBe('lv');
  expect(rejected).toContain('Uzrakstiet, par ko sūdzaties');
  const sent = await postForm(app, '/api/complaints?lang=en', { text: 'Rinda' });
  expect(sent.headers.get('location')).toBe('/sanemts/');
  expect(await (await app.request('/api/nothing?lang=en', { headers: HTML })).text()).toContain(
    'Šādas adreses nav',
  );
});
