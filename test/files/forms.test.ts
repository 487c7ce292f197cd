// Files in the complaint form: by token, or in one request where no script runs; no chosen file or typed text
// is lost.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { listAttachments } from '../../api/domain/files/reading.ts';
import { contentOf, postForm, postJson, startApp, type TestApp } from '../api/harness.ts';
import { attribute, elements, textareaOf } from '../api/html.ts';
import { claimed, rowsOf } from './claimed.ts';
import { type Ask, begin, MB, pdfOf, token, upload } from './client.ts';
import * as sample from './samples.ts';

const PACKET = 60_000;
const KEY = 'key-7hQ2vX9mRk-abcdef';
const HTML = { accept: 'text/html,*/*;q=0.8' };

async function started(): Promise<TestApp & { ask: Ask }> {
  const test = await startApp();
  return { ...test, ask: (path, init) => test.app.request(path, init) };
}

type Part = [string, string | [fileName: string, bytes: Uint8Array]];

/** What a browser without scripts sends. */
function multipart(...parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value[1] as BlobPart]), value[0]);
  }
  return form;
}

/** In packets, as it arrives over a network. */
async function post(ask: Ask, ...parts: readonly Part[]): Promise<Response> {
  const encoded = new Response(multipart(...parts));
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + PACKET));
      at += PACKET;
      if (at >= bytes.length) controller.close();
    },
  });
  return ask('/api/complaints', {
    method: 'POST',
    body,
    headers: { ...HTML, 'content-type': encoded.headers.get('content-type') ?? '' },
    duplex: 'half',
  } as RequestInit);
}

const inputs = (html: string, name: string) =>
  [...elements(parse(html))].filter(
    element => element.tagName === 'input' && attribute(element, 'name') === name,
  );
const waiting = async (test: TestApp) =>
  (await rowsOf(test, 'attachments')).filter(row => row['submission_id'] === null);
const attached = async (test: TestApp) =>
  (await rowsOf(test, 'attachments')).filter(row => row['submission_id'] !== null);

describe('a complaint with the tokens of uploaded files', () => {
  it.each(['attachments', 'attachments[]'])('takes them as JSON under the name %s', async name => {
    const test = await started();
    const tokens = [
      await upload(test.ask, 'foto.jpg', sample.jpeg()),
      await upload(test.ask, 'l.edoc', sample.asice),
    ];
    const answer = await postJson(test.app, '/api/complaints', { text: 'Rinda', [name]: tokens });
    expect(answer.status).toBe(201);
    expect(await attached(test)).toHaveLength(2);
    const { reference } = (await answer.json()) as { reference: string };
    const content = JSON.stringify(await test.deps.submissions.findByReference(reference));
    for (const key of tokens) expect(content).not.toContain(key);
  });

  it('takes them from a form, and is one submission however often it is sent', async () => {
    const test = await started();
    const key = await upload(test.ask, 'x.pdf', sample.pdf);
    const fields: [string, string][] = [
      ['text', 'Rinda'],
      ['idempotencyKey', KEY],
      ['attachments', key],
    ];
    const answers = await Promise.all([1, 2, 3].map(() => postForm(test.app, '/api/complaints', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rowsOf(test, 'submissions')).toHaveLength(1);
    expect(await attached(test)).toHaveLength(1);
    expect((await postForm(test.app, '/api/complaints', fields)).status).toBe(303);
    const other = await postForm(test.app, '/api/complaints', [
      ['text', 'Rinda'],
      ['idempotencyKey', KEY],
    ]);
    expect(other.status).toBe(409);
  });

  it('does not give a file to a second submission', async () => {
    const test = await started();
    const key = await upload(test.ask, 'x.pdf', sample.pdf);
    const send = () => postJson(test.app, '/api/complaints', { text: 'Rinda', attachments: [key] });
    expect((await send()).status).toBe(201);
    const second = await send();
    expect(second.status).toBe(422);
    expect(await second.json()).toMatchObject({
      errors: [{ field: 'attachments', message: expect.stringContaining('jau ir nosūtīts') }],
    });
  });

  it('says which files are not there, not whole, too many or too much', async () => {
    const test = await started();
    const half = token();
    await begin(test.ask, half, 'puse.pdf', 100);
    const errors = async (attachments: unknown) => {
      const answer = await postJson(test.app, '/api/complaints', { text: 'Rinda', attachments });
      expect(answer.status).toBe(422);
      return ((await answer.json()) as { errors: { field: string; message: string }[] }).errors;
    };
    const at = (words: string) => [{ field: 'attachments', message: expect.stringContaining(words) }];
    expect(await errors([token()])).toEqual(at('vairs nav pieejams'));
    expect(await errors([half])).toEqual(at('“puse.pdf” vēl nav augšupielādēts'));
    expect(await errors(['x'])).toEqual(at('augšupielādēto failu atslēgām'));
    expect(await errors('x')).toEqual(at('augšupielādēto failu atslēgām'));
    expect(await errors([7])).toEqual(at('augšupielādēto failu atslēgām'));
    expect(await errors(Array.from({ length: 51 }, token))).toEqual(at('līdz 10 failiem'));
    const small = [];
    for (let i = 0; i < 11; i++) small.push(await upload(test.ask, `${i}.pdf`, sample.pdf));
    expect(await errors(small)).toEqual(at('līdz 10 failiem'));
    const large = [];
    for (let i = 0; i < 3; i++) large.push(await upload(test.ask, `${i}.pdf`, pdfOf(14 * MB), 14 * MB));
    expect(await errors(large)).toEqual(at('lielāki par 40 MB'));
    expect(await rowsOf(test, 'submissions')).toEqual([]);
  });

  it('takes no files where the form has no field for them', async () => {
    const test = await started();
    const key = await upload(test.ask, 'x.pdf', sample.pdf);
    const answer = await postJson(test.app, '/api/feedback', {
      kind: 'site',
      text: 'x',
      attachments: [key],
    });
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'attachments', message: expect.stringContaining('pievienot nevar') }],
    });
  });
});

describe('a complaint sent without a script, its files with it', () => {
  it('takes them in: stripped, sealed, its own', async () => {
    const test = await started();
    const answer = await post(
      test.ask,
      ['idempotencyKey', KEY],
      ['text', 'Rinda\r\nbija “gara”'],
      ['attachments', ['Foto ā.jpg', sample.jpeg()]],
      ['attachments', ['līgums.pdf', pdfOf(3 * MB)]],
      ['name', 'Anna'],
    );
    expect(answer.status).toBe(303);
    expect(await attached(test)).toHaveLength(2);
    const [row] = await test.deps.submissions.list({ limit: 1 });
    const reference = row?.reference ?? '';
    expect(await contentOf(test, reference)).toMatchObject({
      text: 'Rinda\nbija “gara”',
      name: 'Anna',
      attachments: [
        { name: 'Foto ā.jpg', digest: expect.any(String) },
        { name: 'līgums.pdf', size: 3 * MB },
      ],
    });
    const found = await test.deps.submissions.findByReference(reference);
    const key = found && (await test.office.contentKey(found.submission));
    const files = await listAttachments(test.deps, key ?? new Uint8Array(32), reference);
    expect(files.map(file => 'name' in file && file.name)).toEqual(['Foto ā.jpg', 'līgums.pdf']);
  });

  it('is one submission when it is sent twice', async () => {
    const test = await started();
    const send = () =>
      post(test.ask, ['idempotencyKey', KEY], ['text', 'Rinda'], ['attachments', ['x.pdf', sample.pdf]]);
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    expect(await rowsOf(test, 'submissions')).toHaveLength(1);
    expect(await attached(test)).toHaveLength(1);
    const other = await post(
      test.ask,
      ['idempotencyKey', KEY],
      ['text', 'Rinda'],
      // Same length as the first, different content.
      ['attachments', ['x.pdf', pdfOf(sample.pdf.length)]],
    );
    expect(other.status).toBe(409);
  });

  it('needs no file: an empty chooser sends a nameless one', async () => {
    const test = await started();
    const answer = await post(test.ask, ['text', 'Rinda'], ['attachments', ['', new Uint8Array()]]);
    expect(answer.status).toBe(303);
    expect(await rowsOf(test, 'attachments')).toEqual([]);
  });

  it('rejected for another field, shows the files as attached; sent again, they go with it', async () => {
    const test = await started();
    const answer = await post(
      test.ask,
      ['text', 'Rinda'],
      ['email', 'nav adrese'],
      ['attachments', ['rē"ķins.pdf', sample.pdf]],
      ['attachments', ['foto.jpg', sample.jpeg()]],
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textareaOf(page, 'text')).toBe('Rinda');
    const kept = inputs(page, 'attachments').filter(input => attribute(input, 'type') === 'checkbox');
    expect(kept.map(input => attribute(input, 'data-name'))).toEqual(['rē_ķins.pdf', 'foto.jpg']);
    expect(page).toContain(`rē_ķins.pdf (${sample.pdf.length} B)`);
    const tokens = kept.map(input => attribute(input, 'value') ?? '');
    const again = await post(
      test.ask,
      ['text', 'Rinda'],
      ['attachments', tokens[1] ?? ''],
      ['attachments', ['', new Uint8Array()]],
    );
    expect(again.status).toBe(303);
    expect(await attached(test)).toHaveLength(1);
    expect(await waiting(test)).toHaveLength(1);
  });

  it('with files that are refused says which and why, and keeps the rest and everything typed', async () => {
    const test = await started();
    const answer = await post(
      test.ask,
      ['text', 'Rinda'],
      ['attachments', ['lapa.html', sample.html]],
      ['attachments', ['IMG.heic', sample.heic]],
      ['attachments', ['tukšs.pdf', new Uint8Array()]],
      ['attachments', ['labs.pdf', sample.pdf]],
      ['wish', 'Atvainošanos'],
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const name of ['lapa.html', 'IMG.heic', 'tukšs.pdf'])
      expect(page).toContain(`Fails “${name}” nav pievienots.`);
    expect(page).toContain('href="#sudziba-attachments"');
    expect(textareaOf(page, 'wish')).toBe('Atvainošanos');
    const kept = inputs(page, 'attachments').map(input => attribute(input, 'data-name'));
    expect(kept).toEqual(['labs.pdf', undefined]);
    expect(await rowsOf(test, 'submissions')).toEqual([]);
    expect(await rowsOf(test, 'attachments')).toHaveLength(1);
  });

  it('with too many or too much is told so, and the words come back', async () => {
    const test = await started();
    const eleven = Array.from({ length: 11 }, (_, i): Part => ['attachments', [`${i}.pdf`, sample.pdf]]);
    const many = await post(test.ask, ['text', 'Rinda'], ...eleven);
    expect(many.status).toBe(422);
    expect(await many.text()).toContain('Var pievienot līdz 10 failiem');
    const much = await post(
      test.ask,
      ['text', 'Rinda'],
      ['attachments', ['a.pdf', pdfOf(6 * MB)]],
      ['attachments', ['b.pdf', pdfOf(6 * MB)]],
      ['attachments', ['c.pdf', sample.pdf]],
      ['name', 'Anna'],
    );
    expect(much.status).toBe(422);
    const page = await much.text();
    expect(page).toContain('Fails “b.pdf” nav pievienots. Vienā reizē bez JavaScript');
    expect(page).toContain('value="Anna"');
    expect(inputs(page, 'attachments').map(input => attribute(input, 'data-name'))).toEqual([
      'a.pdf',
      undefined,
    ]);
  });

  it('far beyond every limit is refused without being read to its end', async () => {
    const { ask } = await started();
    const head = new TextEncoder().encode(
      '--x\r\ncontent-disposition: form-data; name="attachments"; filename="a.pdf"\r\n\r\n%PDF-1.7',
    );
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? head : new Uint8Array(MB));
        sent += 1;
      },
    });
    const answer = await ask('/api/complaints', {
      method: 'POST',
      body,
      headers: { ...HTML, 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('kopā var būt līdz 10 MB');
    expect(sent).toBeLessThan(80);
  });

  it.each([
    ['that ends too early', '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nRin'],
    [
      'that ends within a file',
      '--x\r\ncontent-disposition: form-data; name="attachments"; filename="a.pdf"\r\n\r\n%PDF-1.7 and more',
    ],
    ['with a part without a name', '--x\r\ncontent-disposition: form-data\r\n\r\nx\r\n--x--\r\n'],
    ['without any boundary', 'text=Rinda'],
    ['that is not UTF-8', '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--x--\r\n'],
    ['with nothing in it', ''],
  ])('%s cannot be read, and leaves nothing behind', async (_, body) => {
    const test = await started();
    const answer = await test.ask('/api/complaints', {
      method: 'POST',
      body: Buffer.from(body, 'latin1'),
      headers: { ...HTML, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer.status).toBe(400);
    expect(await rowsOf(test, 'attachments')).toEqual([]);
  });

  it('keeps its text limit', async () => {
    const { ask } = await started();
    expect((await post(ask, ['text', 'a'.repeat(600 * 1024)])).status).toBe(413);
  });

  it('refuses a file where a text belongs', async () => {
    const { ask } = await started();
    const answer = await post(ask, ['text', ['x.pdf', sample.pdf]]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Šeit jābūt tekstam');
  });
});

it('a file sent with a form reads back as it was', async () => {
  const test = await started();
  const file = pdfOf(2 * MB);
  const answer = await post(test.ask, ['email', 'x'], ['attachments', ['x.pdf', file]]);
  const [kept] = inputs(await answer.text(), 'attachments');
  const opened = await claimed(test, attribute(kept as never, 'value') ?? '');
  if (!opened.ok) throw new Error(opened.reason);
  const body = new Response(opened.body as ReadableStream<Uint8Array<ArrayBuffer>>);
  expect(Buffer.compare(new Uint8Array(await body.arrayBuffer()), file)).toBe(0);
});
