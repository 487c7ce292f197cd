// Hostile, broken and oversize input: always a clear answer, never a server error, and every text comes back
// exactly as typed.
import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { MAX_BODY, MAX_DEPTH, MAX_NAME, MAX_VALUES } from '../../api/http/body-limits.ts';
import { complaintForm } from '../../src/forms/complaint.ts';
import { fieldsOf } from '../../src/forms/field.ts';
import { contentOf, postForm, postJson, startApp } from './harness.ts';
import { textareaOf } from './html.ts';
import { testSite } from './test-site.ts';

const raw = (body: BodyInit, headers: Record<string, string>) => ({ method: 'POST', body, headers });
const ACCEPT_JSON = { accept: 'application/json' };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('an unreadable request', () => {
  const cases: [string, RequestInit, number][] = [
    ['malformed JSON', raw('{"text": ', JSON_TYPE), 400],
    ['JSON that is no object', raw('["text"]', JSON_TYPE), 400],
    ['JSON null', raw('null', JSON_TYPE), 400],
    ['an empty body', raw('', JSON_TYPE), 400],
    ['bytes that are not UTF-8', raw(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22]), JSON_TYPE), 400],
    [
      'percent-encoding that is not UTF-8',
      raw('text=%FF%FE', { 'content-type': 'application/x-www-form-urlencoded', ...ACCEPT_JSON }),
      400,
    ],
    [
      'multipart without its boundary',
      raw('x', { 'content-type': 'multipart/form-data', ...ACCEPT_JSON }),
      400,
    ],
    ['plain text', raw('text=Rinda', { 'content-type': 'text/plain' }), 415],
    ['XML', raw('<text/>', { 'content-type': 'application/xml' }), 415],
    ['no type', { method: 'POST', body: new Uint8Array([1]) }, 415],
    ['a body over the limit', raw(`{"text":"${'a'.repeat(MAX_BODY)}"}`, JSON_TYPE), 413],
  ];
  it.each(cases)('%s is refused with problem+json in Latvian', async (_, init, status) => {
    const { app } = await startApp();
    const response = await app.request('/api/complaints', init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.stringMatching(/[āčēģīķļņšūž]/),
    });
    expect(JSON.stringify(body)).not.toMatch(/\bat \w+ \(|Error:/);
  });

  const many = Array.from({ length: MAX_VALUES + 1 }, (_, i) => `k${i}`);
  const FORM = { 'content-type': 'application/x-www-form-urlencoded', ...ACCEPT_JSON };
  const PARTS = { 'content-type': 'multipart/form-data; boundary=x', ...ACCEPT_JSON };
  const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\na\r\n`;
  const object = (names: readonly string[]) =>
    JSON.stringify(Object.fromEntries(names.map(name => [name, 1])));
  const long = 'n'.repeat(MAX_NAME + 1);
  const tooMuch: [string, RequestInit, number, string][] = [
    ['too many names in a form', raw(many.join('=&'), FORM), 413, `${MAX_VALUES}`],
    ['too many keys', raw(object(many), JSON_TYPE), 413, `${MAX_VALUES}`],
    ['a list that is too long', raw(JSON.stringify({ text: many }), JSON_TYPE), 413, `${MAX_VALUES}`],
    ['too many parts', raw(`${many.map(part).join('')}--x--\r\n`, PARTS), 413, `${MAX_VALUES}`],
    ['JSON that is too deep', raw(`{"text":${'['.repeat(MAX_DEPTH)}`, JSON_TYPE), 400, `${MAX_DEPTH}`],
    ['a long name in a form', raw(`${long}=a`, FORM), 400, `${MAX_NAME}`],
    ['a long key', raw(object([long]), JSON_TYPE), 400, `${MAX_NAME}`],
    ['a long name of a part', raw(`${part(long)}--x--\r\n`, PARTS), 400, `${MAX_NAME}`],
  ];
  it.each(tooMuch)('%s is refused and told how much is allowed', async (_, init, status, most) => {
    const { app } = await startApp();
    // With files and without: two readers.
    for (const path of ['/api/complaints', '/api/feedback', '/api/receipts/verify']) {
      const response = await app.request(path, init);
      expect(response.status, path).toBe(status);
      const { detail } = (await response.json()) as { detail: string };
      expect(detail, path).toContain(most);
    }
  });

  it('counts neither commas nor brackets within texts', async () => {
    const { app } = await startApp();
    const text = ',[{"\\'.repeat(1500);
    const response = await postJson(app, '/api/complaints', { text });
    expect(response.status).toBe(201);
  });

  it('names fifty errors and counts the rest, for programs and for people', async () => {
    const { app } = await startApp();
    const names = Object.fromEntries(many.slice(0, 60).map(name => [name, 'a']));
    const told = await postJson(app, '/api/complaints', names);
    expect(told.status).toBe(422);
    const problem = (await told.json()) as {
      errors: { field: string }[];
      errorCount: number;
      detail: string;
    };
    expect(problem.errors).toHaveLength(50);
    // What the form itself misses is named first.
    expect(problem.errors[0]?.field).toBe('text');
    expect(problem.errorCount).toBe(61);
    expect(problem.detail).toContain('Un vēl 11 kļūdu.');
    const english = await postJson(app, '/api/complaints?lang=en', names);
    expect(((await english.json()) as { detail: string }).detail).toContain('And 11 more errors.');
    const page = await (await postForm(app, '/api/complaints', names)).text();
    expect(page.match(/Šajā veidlapā nav lauka/g)).toHaveLength(49);
    expect(page).toContain('<li>Un vēl 11 kļūdu.</li>');
  });

  it('is refused past the limit without a length header', async () => {
    const { app } = await startApp();
    const chunk = new TextEncoder().encode('a'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 100) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const response = await app.request(
      new Request('http://x/api/complaints', {
        method: 'POST',
        body,
        headers: JSON_TYPE,
        duplex: 'half',
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  it('is a page for a browser', async () => {
    const { app } = await startApp();
    const response = await postForm(app, '/api/complaints', { text: 'a'.repeat(MAX_BODY) });
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('iesniegt sūdzību');
  });

  it('by a wrong method or at an unknown address says so', async () => {
    const { app } = await startApp();
    const method = await app.request('/api/complaints');
    expect(method.status).toBe(405);
    expect(method.headers.get('allow')).toBe('POST');
    expect((await app.request('/api/nothing')).status).toBe(404);
    const page = await app.request('/api/nothing', { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<h1>Šādas adreses nav</h1>');
  });
});

describe('a field at fault', () => {
  const form = complaintForm(testSite);
  it.each([
    ['text', undefined, 'Uzrakstiet, par ko sūdzaties'],
    ['text', '   \n', 'Uzrakstiet, par ko sūdzaties'],
    ['text', 7, 'jābūt tekstam'],
    ['text', ['a'], 'jābūt tekstam'],
    ['text', 'a'.repeat(10_001), 'ierakstītas 10\u00a0001 rakstzīme, atļautas 10\u00a0000 rakstzīmju'],
    ['text', 'a\0b', '2. vietā ir rakstzīme, ko nevar saglabāt (U+0000)'],
    ['text', 'ab\ud800', '3. vietā ir rakstzīme, ko nevar saglabāt (U+D800)'],
    ['email', 'nav adrese', 'Pārbaudiet e-pasta adresi'],
    ['occurredOn', '2026-02-30', 'Norādiet īstu datumu'],
    ['occurredOn', '2026-11-24', 'Datums ir nākotnē'],
    ['replyBy', 'balodis', 'Atbildes “balodis” sarakstā nav'],
    ['service', 'nav-tada', 'Atbildes “nav-tada” sarakstā nav'],
    ['rulePoints', ['99'], 'Atbildes “99” sarakstā nav'],
    ['rulePoints', '5.1.1', 'jābūt sarakstam'],
    ['keepFactsPrivate', 'varbūt', 'true vai false'],
    ['attachments', ['x'], 'augšupielādēto failu atslēgām'],
    ['__proto__x', 'x', 'nav lauka “__proto__x”'],
    ['constructor', 'x', 'nav lauka “constructor”'],
  ])('%s = %j is named with a message', async (field, value, message) => {
    const { app } = await startApp();
    const response = await postJson(app, '/api/complaints', { text: 'Rinda', [field]: value });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ field, message: expect.stringContaining(message) }],
    });
  });

  it('is taken at its limit and refused one above, in every field with one', async () => {
    const { app } = await startApp();
    const limited = fieldsOf(form).filter(
      field => 'maxLength' in field && (field.kind === 'text' || field.kind === 'textarea'),
    );
    for (const field of limited) {
      const max = 'maxLength' in field ? field.maxLength : 0;
      const send = (length: number) =>
        postJson(app, '/api/complaints', { text: 'Rinda', [field.name]: 'a'.repeat(length) });
      expect((await send(max)).status, field.name).toBe(201);
      expect((await send(max + 1)).status, field.name).toBe(422);
    }
  });

  it('comes with the whole form, a summary that links to it, and everything typed', async () => {
    const { app } = await startApp();
    const text = '\n  <b>"Rinda" & co\'</b></textarea> 🐕\u202e';
    const response = await postForm(app, '/api/complaints', [
      ['text', text],
      ['email', 'nav adrese'],
      ['replyBy', 'post'],
      ['rulePoints', '5.1.1'],
      ['keepFactsPrivate', 'on'],
      ['idempotencyKey', 'key-7hQ2vX9mRk-abcdef'],
    ]);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>Kļūda: Iesniegt sūdzību');
    expect(page).toContain('<a href="#sudziba-email">Pārbaudiet e-pasta adresi');
    expect(page).toMatch(
      /id="sudziba-email" name="email" aria-describedby="[^"]*sudziba-email-error" aria-invalid="true"/,
    );
    expect(textareaOf(page, 'text')).toBe(text);
    expect(page).toContain('value="nav adrese"');
    expect(page).toContain('value="post" checked');
    expect(page).toContain('value="5.1.1" checked');
    expect(page).toMatch(/name="keepFactsPrivate" value="on"[^>]* checked/);
    expect(page).toContain('name="idempotencyKey" value="key-7hQ2vX9mRk-abcdef"');
  });
});

describe('461 naughty strings', () => {
  it('are stored as they are, or refused with a message, in every field', async () => {
    const test = await startApp();
    const names = fieldsOf(complaintForm(testSite)).map(({ name }) => name);
    const stored: { value: string; reference: string }[] = [];
    for (const value of blns) {
      const fields = names.map(name => ({ name, body: { text: 'Rinda', [name]: value } }));
      const answers = await Promise.all(
        fields.map(({ body }) => postJson(test.app, '/api/complaints', body)),
      );
      for (const [i, answer] of answers.entries()) {
        expect([201, 422], `${names[i]}: ${JSON.stringify(value)}`).toContain(answer.status);
        const body = (await answer.json()) as { reference: string };
        if (names[i] === 'text' && answer.status === 201) stored.push({ value, reference: body.reference });
      }
    }
    expect(stored.length).toBeGreaterThan(450);
    for (const { value, reference } of stored) {
      expect((await contentOf(test, reference))?.['text']).toBe(value);
    }
  });

  it('come back as typed in a rejected form', async () => {
    const { app } = await startApp();
    for (const value of blns.filter(text => text.trim() !== '')) {
      const page = await (await postForm(app, '/api/complaints', { text: value, email: '@' })).text();
      // A page can return line ends and NUL only as an HTML parser reads them.
      expect(textareaOf(page, 'text')).toBe(value.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'));
      expect(parse(page).childNodes.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      '/api/feedback',
      { kind: 'suggestion', text: 'Teksts' },
      ['kind', 'text', 'service', 'page', 'name', 'email'],
    ],
    [
      '/api/surveys/klientu-aptauja/responses',
      { laipniba: '5' },
      ['laipniba', 'ieteikt', 'kanals', 'uzlabot'],
    ],
  ])('never break %s', async (path, least, names) => {
    const { app } = await startApp();
    for (const value of blns) {
      const answers = await Promise.all(names.map(name => postJson(app, path, { ...least, [name]: value })));
      for (const answer of answers) expect([201, 422], JSON.stringify(value)).toContain(answer.status);
    }
  });

  it('as the name of a field are refused by name', async () => {
    const { app } = await startApp();
    for (const name of blns.filter(text => text !== '')) {
      const response = await postJson(app, '/api/complaints', { text: 'Rinda', [name]: 'x' });
      expect(response.status, JSON.stringify(name)).toBe(name.length > MAX_NAME ? 400 : 422);
    }
  });

  it('as a tracking code or a receipt are refused', async () => {
    const { app } = await startApp();
    for (const value of blns) {
      expect([404, 422]).toContain((await postJson(app, '/api/status', { trackingCode: value })).status);
      const check = await postJson(app, '/api/receipts/verify', { receipt: value });
      if (check.status !== 422) expect(await check.json()).toEqual({ valid: false, reason: 'unreadable' });
    }
  });
});
