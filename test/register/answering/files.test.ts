// Files that staff send with an answer or a message: kept with the draft, previewed before sending, saved by
// anyone with the code.
import { describe, expect, it } from 'vitest';
import { postForm, postJson } from '../../api/harness.ts';
import * as sample from '../../files/samples.ts';
import { firstFault } from '../../support/chain.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { eventsOf } from '../desk.ts';
import { ANSWER, type Desk, desk, textOf } from './desk.ts';

const PDF = ['Lēmums.pdf', sample.pdf] as const;
const PHOTO = ['foto.jpg', sample.jpeg()] as const;
const DRAFT = { text: ANSWER.text, reasons: ANSWER.reasons };

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly message: string | null;
}
const status = async ({ status }: Desk) =>
  (await status()) as unknown as { attachments: Listed[]; messages: { id: string }[]; state: string };

/** Tokens of the files that a form shows as attached or passes on. */
const tokensIn = (html: string): string[] =>
  [...html.matchAll(/name="attachments" value="([\w-]{43})"/g)].map(([, token]) => token ?? '');

const save = ({ test, trackingCode }: Desk, file: string, code = trackingCode) =>
  postForm(test.app, '/api/status/files', { trackingCode: code, file });

/** Several files share one field name, as in every form that accepts files. */
const problemsOf = async (html: string) =>
  (await htmlProblems(html)).filter(problem => !problem.includes('form control name "attachments"'));

const rows = async ({ test }: Desk) =>
  (await test.database.execute({ sql: 'SELECT * FROM attachments' })).rows;

describe('files of an answer', () => {
  it('are taken in with the form, shown before it is sent, and go with the answer', async () => {
    const at = await desk();
    const preview = await at.attach('director', 'answer', ANSWER, [PDF, PHOTO]);
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(await problemsOf(html)).toEqual([]);
    expect(textOf(html)).toContain('Lēmums.pdf');
    const tokens = tokensIn(html);
    expect(tokens).toHaveLength(2);
    expect((await status(at)).attachments).toEqual([]);
    const sent = { ...ANSWER, send: 'on' };
    const given = await at.act('director', 'answer', [
      ...Object.entries(sent),
      ...tokens.map((token): [string, string] => ['attachments', token]),
    ]);
    expect(given.status).toBe(303);
    const { attachments, messages } = await status(at);
    expect(attachments.map(({ name }) => name)).toEqual(['Lēmums.pdf', 'foto.jpg']);
    expect(new Set(attachments.map(({ message }) => message))).toEqual(new Set([messages.at(-1)?.id]));
    const answered = (await eventsOf(at.test, at)).find(({ kind }) => kind === 'answered');
    expect(answered?.detail).toMatchObject({ files: 2 });
    expect(JSON.stringify(await eventsOf(at.test, at))).not.toContain('foto');
    expect(await firstFault(at.test)).toBeNull();
  });

  it('lie sealed: neither name nor content stands in the database', async () => {
    const at = await desk();
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PDF]);
    const chunks = await at.test.database.execute({ sql: 'SELECT data FROM attachment_chunks' });
    const bytes = JSON.stringify([await rows(at), chunks.rows], (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(bytes).not.toContain('mums.pdf');
    expect(bytes).not.toContain('%PDF');
  });

  it('are saved with the code alone, as a file that no browser runs', async () => {
    const at = await desk();
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PHOTO]);
    const [file] = (await status(at)).attachments;
    const saved = await save(at, file?.id ?? '');
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-disposition')).toContain('attachment; filename="foto.jpg"');
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
    expect(saved.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await saved.arrayBuffer()).toString('latin1');
    // The submitter must not learn where and by whom a photo was taken either.
    expect(bytes).not.toContain(sample.GPS_MARK);
    const page = await (await at.look()).text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain(`name="file" value="${file?.id}"`);
  });

  it('open for nobody else', async () => {
    const [at, other] = [await desk(), await desk()];
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PDF]);
    const [file] = (await status(at)).attachments;
    expect((await save(at, file?.id ?? '', 'XXXX-XXXX-XXXX-XXXX-XXXX')).status).toBe(404);
    expect((await save(at, 'x'.repeat(22))).status).toBe(404);
    expect((await save(other, file?.id ?? '')).status).toBe(404);
    expect((await postJson(at.test.app, '/api/status/files', {})).status).toBe(404);
  });

  it('of a damaged database are told as damaged', async () => {
    const at = await desk();
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PDF]);
    const [file] = (await status(at)).attachments;
    await at.test.database.execute({ sql: "UPDATE attachment_chunks SET data = x'00'" });
    expect((await save(at, file?.id ?? '')).status).toBe(422);
  });

  it('stand in the copy, on paper and in the case, each once', async () => {
    const at = await desk({ text: 'Rinda', replyBy: 'post', name: 'Anna', address: 'Gaujas iela 1' });
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PDF]);
    const copy = await (await at.json('/copy')).json();
    expect(copy).toMatchObject({ attachments: [{ name: 'Lēmums.pdf' }] });
    for (const path of ['', 'druka/', 'vestule/']) {
      const html = await at.page('clerk', path);
      expect(await htmlProblems(html)).toEqual([]);
      expect(html.split('Lēmums.pdf')).toHaveLength(2);
    }
    expect(textOf(await at.page('clerk'))).toContain('pievienoti faili: 1');
    expect(textOf(await at.page('clerk', 'vestule/'))).toContain('Pielikumā:');
  });

  it('are gone with the case', async () => {
    const at = await desk();
    await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [PDF]);
    await at.test.deps.erase({
      reference: at.reference,
      at: '2026-11-24T08:00:00Z',
      actor: 'system',
      detail: {},
    });
    expect(await rows(at)).toEqual([]);
    expect((await at.test.database.execute({ sql: 'SELECT * FROM attachment_chunks' })).rows).toEqual([]);
  });
});

describe('what does not pass', () => {
  it('is refused by name, and the rest comes back with everything typed', async () => {
    const at = await desk();
    const back = await at.attach('director', 'answer', { ...ANSWER, send: 'on' }, [
      PDF,
      ['ļauns.html', sample.html],
    ]);
    expect(back.status).toBe(422);
    const html = await back.text();
    expect(await problemsOf(html)).toEqual([]);
    expect(textOf(html)).toContain('Fails “ļauns.html” nav pievienots.');
    expect(html).toContain(ANSWER.reasons);
    expect(tokensIn(html)).toHaveLength(1);
    expect(textOf(html)).toContain('Lēmums.pdf (');
    expect((await status(at)).state).toBe('received');
  });

  it('comes back with its files when a colleague was quicker, and when something was left out', async () => {
    const at = await desk();
    const stale = await at.attach('director', 'answer', { ...ANSWER, send: 'on', version: '7' }, [PDF]);
    expect(stale.status).toBe(409);
    expect(tokensIn(await stale.text())).toHaveLength(1);
    const { reasons: _, ...without } = ANSWER;
    const missing = await at.attach('director', 'answer', { ...without, send: 'on' }, [PDF]);
    expect(missing.status).toBe(422);
    expect(tokensIn(await missing.text())).toHaveLength(1);
    expect((await status(at)).attachments).toEqual([]);
  });
});

describe('files of a draft', () => {
  const drafted = async (at: Desk, ...files: (typeof PDF | typeof PHOTO)[]) => {
    const saved = await at.attach('clerk', 'draft', DRAFT, files);
    expect(saved.status).toBe(303);
  };

  it('wait with it, known to staff alone', async () => {
    const at = await desk();
    await drafted(at, PDF);
    expect(await rows(at)).toMatchObject([{ complete: 1, expires_at: null }]);
    expect((await status(at)).attachments).toEqual([]);
    expect(await (await at.json('/copy')).text()).not.toContain('Lēmums.pdf');
    expect(await (await at.look()).text()).not.toContain('Lēmums.pdf');
    const { id } = (await rows(at))[0] as unknown as { id: string };
    expect((await save(at, id)).status).toBe(404);
    expect(textOf(await at.page('director'))).toContain('Lēmums.pdf');
  });

  it('begin the answer and go out with it', async () => {
    const at = await desk();
    await drafted(at, PDF, PHOTO);
    const tokens = tokensIn(await at.page('director', 'atbilde/'));
    expect(tokens).toHaveLength(2);
    await at.act('director', 'answer', { ...ANSWER, send: 'on', attachments: tokens[1] ?? '' });
    expect((await status(at)).attachments.map(({ name }) => name)).toEqual(['foto.jpg']);
    // A file that was left out belongs to nothing and is not kept.
    expect(await rows(at)).toHaveLength(1);
  });

  it('are replaced by those of the next draft', async () => {
    const at = await desk();
    await drafted(at, PDF);
    await drafted(at, PHOTO);
    expect(await rows(at)).toHaveLength(1);
    expect(textOf(await at.page('director'))).not.toContain('Lēmums.pdf');
  });

  it('that went out with an answer do not begin the next one', async () => {
    const at = await desk();
    await drafted(at, PDF);
    const [token = ''] = tokensIn(await at.page('director', 'atbilde/'));
    await at.act('director', 'answer', { ...ANSWER, send: 'on', attachments: token });
    await at.act('director', 'reopen', { text: 'Jauni apstākļi.' });
    expect(tokensIn(await at.page('director', 'atbilde/'))).toEqual([]);
    await at.act('director', 'answer', { ...ANSWER, send: 'on' });
    expect((await status(at)).attachments).toHaveLength(1);
  });
});

it.each(['message', 'ask'] as const)('files of “%s” go with it', async action => {
  const at = await desk();
  const sent = await at.attach('clerk', action, { text: 'Lūdzu, aizpildiet.' }, [PDF]);
  expect(sent.status).toBe(303);
  const { attachments, messages } = await status(at);
  expect(attachments).toMatchObject([{ name: 'Lēmums.pdf', message: messages[0]?.id }]);
});
