// Recording a submission at the counter, by phone or from paper: read back, stored once, the same receipt and
// term.
import { describe, expect, it } from 'vitest';
import { checkReceipt } from '../../api/domain/receipt.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import { eventsOf, get, post, screen, standingOf } from './desk.ts';

const HREF = '/registrs/jauns/';
const KEY = 'counter-key-0000000001';
const SPOKEN: Readonly<Record<string, string>> = {
  idempotencyKey: KEY,
  channel: 'phone',
  kind: 'complaint',
  receivedOn: '2026-11-20',
  receivedAt: '15:40',
  text: 'Rinda <b>bija</b> gara.',
  name: 'Ilze Bērziņa',
  coSigners: 'Jānis Ozols',
};
const CODE = /<p class="code">([^<]+)<\/p>/;

const record = (test: TestApp, by: StaffMember, changed: Record<string, string> = {}) =>
  post(test, HREF, by, { ...SPOKEN, send: 'on', ...changed });

async function handedOut(response: Response) {
  expect(response.status).toBe(200);
  const text = await response.text();
  const reference = /receipt__reference">([^<]+)</.exec(text)?.[1] ?? '';
  return { text, reference, trackingCode: CODE.exec(text)?.[1] ?? '' };
}

const count = async ({ database }: TestApp) =>
  Number((await database.execute({ sql: 'SELECT count(*) AS n FROM submissions', args: [] })).rows[0]?.['n']);

describe('the form', () => {
  it('starts with now in Riga, asks for what is missing and keeps what was typed', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const empty = await (await get(test, HREF, clerk)).text();
    expect(empty).toContain('value="2026-11-23"');
    expect(empty).toContain('value="10:30"');
    expect(await htmlProblems(empty)).toEqual([]);
    const response = await post(test, HREF, clerk, { ...SPOKEN, channel: '', text: '' });
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain('Izvēlieties, kā iesniegums saņemts.');
    expect(text).toContain('value="Ilze Bērziņa"');
    expect(await htmlProblems(text)).toEqual([]);
  });

  it.each([
    ['2026-11-23', '10:31', 'Šis brīdis vēl nav pienācis'],
    ['2026-11-24', '09:00', 'nākotnē'],
    ['2026-11-20', '25:00', 'Laiku rakstiet kā stundas un minūtes'],
    ['2026-03-29', '03:30', 'pulksteni pagrieza'],
    ['1950-01-02', '09:00', 'nav darba dienu kalendārā'],
  ])('%s %s is no time to have received it', async (receivedOn, receivedAt, says) => {
    const test = await startApp();
    const response = await record(test, await staffMember(test), { receivedOn, receivedAt });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(says);
    expect(await count(test)).toBe(0);
  });

  it('is not for an auditor, nor for a page of another site', async () => {
    const test = await startApp();
    expect((await record(test, await staffMember(test, { roles: ['auditor'] }))).status).toBe(403);
    const foreign = await post(
      test,
      HREF,
      await staffMember(test),
      { ...SPOKEN, send: 'on' },
      { origin: 'https://example.com' },
    );
    expect(foreign.status).toBe(403);
    expect(await count(test)).toBe(0);
  });
});

describe('reading back', () => {
  it('shows all of it as it will be stored, and stores nothing', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const text = await (await post(test, HREF, clerk, SPOKEN)).text();
    for (const part of ['Rinda &lt;b&gt;bija&lt;/b&gt; gara.', 'Jānis Ozols', 'pa tālruni', '4. decembris'])
      expect(text).toContain(part);
    expect(await htmlProblems(text)).toEqual([]);
    expect(await count(test)).toBe(0);
    const again = await (await post(test, HREF, clerk, { ...SPOKEN, edit: 'on' })).text();
    for (const part of ['value="15:40"', 'Jānis Ozols</textarea>', `value="${KEY}"`])
      expect(again).toContain(part);
    expect(await count(test)).toBe(0);
  });
});

describe('recording', () => {
  it('counts from when it was received and names who recorded it', async () => {
    const test = await startApp();
    const clerk = await staffMember(test, { name: 'Skaidrīte Parauga' });
    const { text, reference, trackingCode } = await handedOut(await record(test, clerk));
    expect(await htmlProblems(text)).toEqual([]);
    const found = await test.deps.submissions.findByReference(reference);
    expect(found?.submission).toMatchObject({ receivedAt: '2026-11-20T13:40:00Z', dueOn: '2026-12-04' });
    expect((await standingOf(test, { reference, trackingCode })).channel).toBe('phone');
    expect((await eventsOf(test, { reference, trackingCode }))[0]).toMatchObject({
      at: '2026-11-20T13:40:00Z',
      kind: 'received',
      actor: `staff:${clerk.person.id}`,
      detail: { channel: 'phone', recorded: '2026-11-23T08:30:00Z' },
    });
    const receipt = found?.submission.receipt ?? '';
    expect(await checkReceipt(test.deps.keyring, receipt)).toMatchObject({ valid: true });
    await screen(test);
    const page = await (await get(test, `/registrs/lietas/${reference}/`, clerk)).text();
    for (const part of ['pa tālruni', 'Pārējie iesniedzēji', 'Skaidrīte Parauga'])
      expect(page).toContain(part);
    const status = await postJson(test.app, '/api/status', { trackingCode });
    const told = await status.text();
    expect(status.status).toBe(200);
    expect(told).not.toMatch(/Skaidrīte|staff/);
  });

  it('twice is once, by the same person alone, and the code is handed out for a quarter of an hour', async () => {
    const test = await startApp();
    const [clerk, other] = [await staffMember(test), await staffMember(test)];
    const first = await handedOut(await record(test, clerk));
    test.at('2026-11-23T08:44:00Z');
    const second = await handedOut(await record(test, clerk));
    expect(second.trackingCode).toBe(first.trackingCode);
    test.at('2026-11-23T08:46:00Z');
    const late = await record(test, clerk);
    expect(late.status).toBe(409);
    expect(await late.text()).not.toContain(first.trackingCode);
    expect(await count(test)).toBe(1);
    const another = await handedOut(await record(test, other));
    expect(another.trackingCode).not.toBe(first.trackingCode);
  });

  it.each([{ text: 'Cits teksts.' }, { channel: 'letter' }, { receivedAt: '15:41' }])(
    'again with %j is told, not stored',
    async changed => {
      const test = await startApp();
      const clerk = await staffMember(test);
      await record(test, clerk);
      const response = await record(test, clerk, changed as Record<string, string>);
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('jau ir pierakstīta ar citu saturu');
      expect(await count(test)).toBe(1);
    },
  );

  it('leaves no cookie and nothing in a cache', async () => {
    const test = await startApp();
    const response = await record(test, await staffMember(test));
    expect(response.headers.get('set-cookie') ?? '').not.toContain('kac-');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('about whoever recorded it is out of their sight', async () => {
    const test = await startApp();
    const anna = await staffMember(test, { name: 'Anna Parauga', directoryId: 'anna-parauga' });
    const { reference } = await handedOut(await record(test, anna, { aboutStaff: 'Anna Parauga' }));
    await screen(test);
    expect((await get(test, `/registrs/lietas/${reference}/`, anna)).status).toBe(404);
    expect((await get(test, `/registrs/lietas/${reference}/`, await staffMember(test))).status).toBe(200);
  });

  it.each(['gratitude', 'site', 'question'])('takes a %s', async kind => {
    const test = await startApp();
    const { reference, trackingCode } = await handedOut(
      await record(test, await staffMember(test), { kind, phone: '+371 20000000' }),
    );
    const { kind: kept } = (await test.deps.submissions.findByReference(reference))?.submission ?? {};
    expect([kept, trackingCode]).toEqual([kind, expect.stringMatching(/^\w{4}-/)]);
  });
});
