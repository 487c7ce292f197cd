// Scans and photographs added at the counter, while recording a submission and to an existing case.
import { describe, expect, it } from 'vitest';
import { postForm, postJson, startApp, type TestApp } from '../api/harness.ts';
import * as sample from '../files/samples.ts';
import { firstFault } from '../support/chain.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import {
  caseHref,
  eventsOf,
  type Filed,
  type FormFile,
  file,
  get,
  post,
  postFiles,
  screen,
  standingOf,
  versionOf,
} from './desk.ts';

const SCAN = ['vēstule.pdf', sample.pdf] as const;
const PHOTO = ['foto.jpg', sample.jpeg()] as const;
const SPOKEN = {
  idempotencyKey: 'counter-key-0000000001',
  channel: 'letter',
  kind: 'complaint',
  receivedOn: '2026-11-20',
  receivedAt: '15:40',
  text: 'Skat. vēstuli.',
};
const tokensIn = (html: string): string[] =>
  [...html.matchAll(/name="attachments" value="([\w-]{43})"/g)].map(([, token]) => token ?? '');
const statusOf = async ({ app }: TestApp, trackingCode: string) =>
  (await (await postJson(app, '/api/status', { trackingCode })).json()) as {
    state: string;
    attachments: { id: string; name: string; message: string | null }[];
    messages: { id: string; kind: string; author: string; text: string }[];
    history: { kind: string; text: string }[];
  };

describe('recording with files', () => {
  const record = (test: TestApp, by: StaffMember, fields: object, files: readonly FormFile[]) =>
    postFiles(test, '/registrs/jauns/', by, { fields: { ...SPOKEN, ...fields }, files });

  it('reads them back with the rest, stores them in the same commit and shows them to the submitter', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const readBack = await (await record(test, clerk, {}, [SCAN, PHOTO])).text();
    expect(readBack).toContain('vēstule.pdf, foto.jpg');
    const tokens = tokensIn(readBack);
    expect(tokens).toHaveLength(2);
    const fields: [string, string][] = [
      ...Object.entries({ ...SPOKEN, send: 'on' }),
      ...tokens.map((token): [string, string] => ['attachments', token]),
    ];
    const done = await (await post(test, '/registrs/jauns/', clerk, fields)).text();
    const code = /<p class="code">([^<]+)<\/p>/.exec(done)?.[1] ?? '';
    expect((await statusOf(test, code)).attachments).toMatchObject([
      { name: 'vēstule.pdf', message: null },
      { name: 'foto.jpg', message: null },
    ]);
    // A double click is the same recording, which already owns its files.
    expect(await (await post(test, '/registrs/jauns/', clerk, fields)).text()).toContain(code);
    const { rows } = await test.database.execute({ sql: 'SELECT count(*) AS n FROM attachments' });
    expect(rows[0]?.['n']).toBe(2);
  });

  it('keeps them through a correction and a refusal', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const edit = await (await record(test, clerk, { edit: 'on' }, [SCAN])).text();
    expect(tokensIn(edit)).toHaveLength(1);
    expect(edit).toContain('vēstule.pdf (');
    const back = await record(test, clerk, { receivedAt: '25:00', send: 'on' }, [SCAN]);
    expect(back.status).toBe(422);
    expect(tokensIn(await back.text())).toHaveLength(1);
    const refused = await record(test, clerk, { send: 'on' }, [['arhīvs.zip', sample.plainZip]]);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('ZIP arhīvus nepieņemam');
  });
});

describe('a document that came by post', () => {
  const GIVEN = { text: 'Izziņas kopija.', channel: 'letter', on: '2026-11-23' };
  const add = async (
    test: TestApp,
    filed: Filed,
    by: StaffMember,
    { fields = {}, files = [SCAN] }: { fields?: object; files?: readonly FormFile[] } = {},
  ) =>
    postFiles(test, `${caseHref(filed)}pievienot-dokumentu/`, by, {
      fields: {
        version: await versionOf(test, filed),
        idempotencyKey: 'key-0123456789abcdef',
        ...GIVEN,
        ...fields,
      },
      files,
    });

  it('is put to the case as what the submitter sent; the history tells who did it, how and when it came', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test, { name: 'Skaidrīte Parauga' });
    const added = await add(test, filed, clerk);
    expect(added.status).toBe(303);
    // Sent again by a double click.
    expect((await add(test, filed, clerk)).status).toBe(303);
    const status = await statusOf(test, filed.trackingCode);
    expect(status.messages).toMatchObject([
      {
        kind: 'document',
        author: 'submitter',
        text: expect.stringContaining('Saņemts vēstulē 2026. gada 23. novembrī'),
      },
    ]);
    expect(status.attachments).toMatchObject([{ name: 'vēstule.pdf', message: status.messages[0]?.id }]);
    expect(status.history.at(-1)).toMatchObject({ text: 'Pievienots saņemts dokuments' });
    const event = (await eventsOf(test, filed)).find(({ kind }) => kind === 'document-added');
    expect(event).toMatchObject({
      actor: `staff:${clerk.person.id}`,
      detail: { files: 1, channel: 'letter', on: '2026-11-23' },
    });
    expect(JSON.stringify(event)).not.toMatch(/Izziņas|vēstule\.pdf/);
    const page = await (await get(test, caseHref(filed), clerk)).text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page.replaceAll(/<[^>]+>/g, '')).toContain(
      'Pievienots saņemts dokuments: vēstulē, 2026. gada 23. novembris, pievienoti faili: 1 – Skaidrīte Parauga',
    );
    const saved = await postForm(test.app, '/api/status/files', {
      trackingCode: filed.trackingCode,
      file: status.attachments[0]?.id ?? '',
    });
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(sample.pdf);
    expect(await firstFault(test)).toBeNull();
  });

  it('answers what the office asked, and has to be looked at by whose the case is', async () => {
    const test = await startApp();
    const filed = await file(test);
    const [owner, other] = [await staffMember(test), await staffMember(test)];
    const version = await versionOf(test, filed);
    await post(test, `${caseHref(filed)}lugt-informaciju/`, owner, { version, text: 'Lūdzu, izziņu.' });
    expect((await standingOf(test, filed)).state).toBe('needs-information');
    expect((await add(test, filed, other)).status).toBe(303);
    expect(await standingOf(test, filed)).toMatchObject({
      state: 'in-review',
      unreadSince: '2026-11-23T08:30:00Z',
    });
  });

  it('is nothing without a file, and says why one was not taken', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    const none = await add(test, filed, clerk, { files: [] });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Pievienojiet failu.');
    const bad = await add(test, filed, clerk, { files: [['x.exe', sample.exe]] });
    expect(bad.status).toBe(422);
    const html = await bad.text();
    expect(html).toContain('Fails “x.exe” nav pievienots');
    expect(html).not.toContain('Pievienojiet failu.');
    expect(html).toContain('Izziņas kopija.');
    const early = await add(test, filed, clerk, { fields: { on: '2026-11-22' } });
    expect(early.status).toBe(422);
    expect(tokensIn(await early.text())).toHaveLength(1);
    expect((await statusOf(test, filed.trackingCode)).messages).toEqual([]);
  });

  it('is taken for a closed case too, and by nobody whom the case is about', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'Par Annu.', aboutStaff: 'Anna Parauga' });
    const anna = await staffMember(test, { name: 'Anna Parauga', directoryId: 'anna-parauga' });
    await screen(test);
    expect((await add(test, filed, anna)).status).toBe(404);
    await postJson(test.app, '/api/status/withdraw', { trackingCode: filed.trackingCode, confirmed: true });
    expect((await add(test, filed, await staffMember(test))).status).toBe(303);
  });
});
