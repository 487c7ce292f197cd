// The page of a submission: every text escaped and unchanged, both languages, what does not open, long
// histories.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sealFirstVersion } from '../../api/jobs/seal-first-version.ts';
import { postForm, postJson, startApp } from '../api/harness.ts';
import { attribute, elements, textareaOf } from '../api/html.ts';
import { htmlProblems } from '../support/html-check.ts';
import { bringTo, officeStep } from '../support/office-steps.ts';
import { type Filed, file } from './filed.ts';

const HOSTILE = `"><script>alert(1)</script>' & <b>\u202e $& \${x}\n\nrinda`;

const page = async (response: Response | Promise<Response>) => (await response).text();

/** The text of the elements of this class, in order, as a browser would show it. */
function textsOf(html: string, className: string): string[] {
  const all = (node: Parameters<typeof elements>[0]): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(all).join('') : '';
  return [...elements(parse(html))]
    .filter(element => attribute(element, 'class')?.split(' ').includes(className))
    .map(all);
}

describe('words from outside', () => {
  it('are escaped wherever they stand, and keep their lines', async () => {
    const filed = await file(undefined, { text: HOSTILE, name: HOSTILE, wish: HOSTILE });
    await filed.json('/messages', { text: HOSTILE });
    await filed.json('/erasure', { text: HOSTILE });
    await officeStep(filed.test, filed.reference, {
      state: 'answered',
      message: { kind: 'answer', text: HOSTILE },
    });
    await filed.json('/review', { text: HOSTILE });
    await filed.json('/rating', { satisfaction: 3, comment: HOSTILE });
    const html = await page(filed.look());
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('</b>');
    expect(textsOf(html, 'words')).toEqual(Array(7).fill(HOSTILE));
    expect(textareaOf(html, 'comment')).toBe(HOSTILE);
    const copy = await page(filed.form('/copy', { format: 'html' }));
    expect(copy).not.toContain('<script>alert');
    expect(textsOf(copy, 'words')).toEqual(Array(8).fill(HOSTILE));
  });

  it('an event that is the office’s own, or of a kind nobody knows, is not told', async () => {
    const filed = await file();
    for (const event of ['<b>x</b>', 'constructor', 'toString', 'viewed', 'noted-inside', 'conflict-noted'])
      await officeStep(filed.test, filed.reference, { event });
    await officeStep(filed.test, filed.reference, { event: 'message-sent' });
    const html = await page(filed.look());
    expect(html).not.toContain('Ieraksts reģistrā');
    expect(html).not.toContain('<b>x');
    expect((await filed.status()).history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'received',
      'message-sent',
    ]);
  });
});

describe('a form that did not pass', () => {
  const cases: [string, Record<string, string>, string, string][] = [
    ['/messages', { text: ' ' }, 'zina', 'Uzrakstiet, ko vēlaties teikt.'],
    ['/messages', { text: 'a'.repeat(10_001) }, 'zina', 'Teksts ir par garu'],
    ['/review', { text: '' }, 'parskatit', 'Uzrakstiet, kam nepiekrītat.'],
    ['/rating', { comment: 'Lēni' }, 'vertejums', 'Izvēlieties vērtējumu no 1 līdz 5.'],
    ['/erasure', { text: 'b'.repeat(2_001) }, 'dzest', 'Teksts ir par garu'],
  ];

  it.each(cases)(
    'at %s with %o comes back open, with everything typed',
    async (address, data, id, message) => {
      const filed = await file();
      await bringTo(filed.test, filed.reference, 'answered');
      const response = await filed.form(address, data, 'k7hQ2vX9mRkz4LpW1aBc');
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toMatch(/<title>Kļūda: Iesnieguma gaita/);
      expect(html).toContain(message);
      const open = [...elements(parse(html))].filter(
        element => element.tagName === 'details' && attribute(element, 'open') !== undefined,
      );
      expect(open).toHaveLength(1);
      const forms = open
        .flatMap(details => [...elements(details)])
        .filter(({ tagName }) => tagName === 'form');
      expect(forms.map(form => attribute(form, 'id'))).toEqual([id]);
      const [typed] = Object.entries(data);
      // The form's own field: other forms of the page have a field of the same name.
      const [own = ''] = new RegExp(`<form[^>]*id="${id}".*?</form>`, 's').exec(html) ?? [];
      if (typed) expect(textareaOf(own, typed[0])).toBe(typed[1]);
      expect(own).toContain(`value="k7hQ2vX9mRkz4LpW1aBc"`);
      expect(await htmlProblems(html)).toEqual([]);
    },
  );

  it('names every fault to a program, and looks nothing up', async () => {
    const filed = await file();
    const response = await filed.json('/messages', { text: 7, nezinams: 1 });
    expect(await response.json()).toMatchObject({
      status: 422,
      errors: [
        { field: 'text', message: 'Šeit jābūt tekstam.' },
        { field: 'nezinams', message: expect.stringContaining('nav lauka') },
      ],
    });
  });
});

describe('a step that comes too late', () => {
  it('gives the words back as a message, which is always taken', async () => {
    const filed = await file();
    const response = await filed.form('/review', { text: 'Nepiekrītu "<i>' });
    const html = await response.text();
    expect(response.status).toBe(409);
    expect(html).toContain('Pārskatīt vēl nav ko');
    const [own = ''] = /<form[^>]*id="zina".*?<\/form>/s.exec(html) ?? [];
    expect(textareaOf(own, 'text')).toBe('Nepiekrītu "<i>');
  });

  it('keeps the rating’s words, too', async () => {
    const filed = await file();
    const html = await page(filed.form('/rating', { satisfaction: '1', comment: 'Lēni' }));
    const [own = ''] = /<form[^>]*id="zina".*?<\/form>/s.exec(html) ?? [];
    expect(textareaOf(own, 'text')).toBe('Lēni');
  });
});

describe('the page', () => {
  it('shows question and answer where they belong, each message once', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'needs-information');
    const asked = await page(filed.look());
    expect(asked).toContain('Centrs lūdz papildu informāciju');
    expect(asked.match(/Kurā dienā tas notika\?/g)).toHaveLength(1);
    expect(asked.match(/action="\/api\/status\/messages"/g)).toHaveLength(1);
    await filed.form('/messages', { text: 'Pirmdien' });
    await bringTo(filed.test, filed.reference, 'answered');
    const answered = await page(filed.look());
    expect(answered).not.toContain('Centrs lūdz papildu informāciju</h2>');
    expect(answered.match(/Rinda bija par garu\./g)).toHaveLength(1);
    expect(answered.match(/Kurā dienā tas notika\?/g)).toHaveLength(1);
  });

  it('says what a message can do in each stage', async () => {
    const open = await file();
    expect(await page(open.look())).toContain('Atbildes termiņš no tā nemainās.');
    await bringTo(open.test, open.reference, 'noted');
    expect(await page(open.look())).toContain('tikai pieņemt zināšanai');
    const gone = await file(open.test);
    await gone.json('/withdraw', { confirmed: true });
    const html = await page(gone.look());
    expect(html).toContain('izskatīšana no tās neatsākas');
    expect(html).not.toContain('Atbildes termiņš');
  });

  it('answers each step with a notice that takes the focus, and a title that says so', async () => {
    const filed = await file();
    const html = await page(filed.form('/messages', { text: 'Ziņa' }));
    expect(html).toContain('<title>Ziņa ir nosūtīta: Iesnieguma gaita');
    const [notice] = [...elements(parse(html))].filter(element => attribute(element, 'role') === 'status');
    expect(notice && [attribute(notice, 'tabindex'), attribute(notice, 'autofocus')]).toEqual(['-1', '']);
  });

  it('folds a long history and a long conversation, and keeps all of it', async () => {
    const filed = await file();
    for (let i = 1; i <= 15; i++) await filed.json('/messages', { text: `Ziņa ${i}.` });
    const html = await page(filed.look());
    expect(html).toContain('Agrākās ziņas: 5');
    expect(html).toContain('Agrākie notikumi: 4');
    expect(textsOf(html, 'talk__one')).toHaveLength(15);
  });

  it('offers no words where they could not be sealed, and says why', async () => {
    const test = await startApp();
    const trackingCode = 'AAAA-BBBB-CCCC-DDDD';
    await test.database.execute({
      sql: `INSERT INTO submissions_0001 (id, reference, kind, state, received_at, due_on, deadline, content,
        content_digest, idempotency_hash, code_hash, receipt)
        VALUES (7, 'KAC-26-7Q4W-X26', 'complaint', 'answered', '2026-11-20T08:00:00Z', '2026-12-04', '["Tā."]',
          '{"text":"Senā sūdzība"}', x'01', x'02', ?, 'R')`,
      args: [await test.deps.keyring.mac('code-hash', trackingCode)],
    });
    await sealFirstVersion(test.database, test.deps);
    const html = await page(postForm(test.app, '/api/status', { trackingCode }));
    expect(html).toContain('Jūsu rakstīto šeit parādīt nevaram');
    for (const address of ['messages', 'review']) expect(html).not.toContain(`/api/status/${address}"`);
    for (const [address, data, status] of [
      ['messages', { text: 'x' }, 409],
      ['review', { text: 'x' }, 409],
      ['erasure', { text: 'x' }, 409],
      ['erasure', {}, 200],
      ['rating', { satisfaction: 2, comment: 'x' }, 409],
      ['rating', { satisfaction: 2 }, 200],
      ['copy', {}, 200],
    ] as const) {
      const response = await postJson(test.app, `/api/status/${address}`, { trackingCode, ...data });
      expect([address, response.status]).toEqual([address, status]);
    }
  });
});

describe('in English', () => {
  it('every step and every refusal speaks it, and every form goes on in it', async () => {
    const filed: Filed = await file();
    await filed.form('/messages?lang=en', { text: 'The queue' });
    await bringTo(filed.test, filed.reference, 'answered');
    const html = await page(filed.look(true));
    for (const text of [
      'Reply',
      'What you can do',
      'Rate the handling',
      'Message received from you',
      'What you wrote',
    ])
      expect(html).toContain(text);
    const actions = [...elements(parse(html))].flatMap(element => attribute(element, 'action') ?? []);
    expect(actions.length).toBeGreaterThan(4);
    for (const action of actions) expect(action).toMatch(/\?lang=en$/);
    expect(await page(filed.form('/review?lang=en', { text: 'No' }))).toContain(
      'We have your request for a review',
    );
    expect(await page(filed.form('/review?lang=en', { text: 'No' }))).toContain('already asked for a review');
    expect(await page(filed.form('/rating?lang=en', {}))).toContain('Choose a rating from 1 to 5.');
    const late = await filed.json('/withdraw?lang=en', { confirmed: true });
    expect(await late.json()).toMatchObject({ title: 'The submission can no longer be withdrawn' });
    const other = await file(filed.test);
    const asked = await page(other.form('/withdraw?lang=en'));
    expect(asked).toContain('Withdraw the submission?');
    expect(asked).toContain('action="/api/status/withdraw?lang=en"');
    const copy = await other.form('/copy?lang=en', { format: 'html' });
    expect(copy.headers.get('content-disposition')).toContain('-copy.html"');
    expect(await copy.text()).toContain('<html lang="en">');
  });
});
