// Auditing the chain: its events as codes, whether it is whole, and a head kept by an outside person.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReceipt } from '../../../api/domain/receipt.ts';
import { signHead } from '../../../api/domain/register/chain-head.ts';
import { keptAsHead, verifyRegister } from '../../../api/node/register/verify.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { staffMember } from '../../support/staff.ts';
import { file, get, post } from '../desk.ts';

const HERE = '/registrs/kede/';
const auditor = (test: TestApp) => staffMember(test, { roles: ['auditor'], name: 'Rita Zvirbule' });

describe('the chain as a page', () => {
  it('shows codes, roles and ids, never content or names', async () => {
    const test = await startApp();
    const by = await auditor(test);
    const clerk = await staffMember(test, { name: 'Dace Liepa' });
    const filed = await file(test, { text: 'Rinda bija gara.', name: 'Anna Parauga' });
    await get(test, `/registrs/lietas/${filed.reference}/`, clerk);
    const html = await (await get(test, HERE, by)).text();
    expect(html).toContain('<code>received</code>');
    expect(html).toContain(filed.reference);
    expect(html).toContain(`darbinieks (${clerk.person.id})`);
    for (const word of ['Rinda', 'Anna', 'Dace']) expect(html).not.toContain(word);
    expect(await htmlProblems(html)).toEqual([]);
    // The auditor cannot open cases.
    expect((await get(test, `/registrs/lietas/${filed.reference}/`, by)).status).toBe(403);
  });

  it('is closed to clerks and administrators', async () => {
    const test = await startApp();
    await file(test);
    for (const role of ['clerk', 'administrator'] as const)
      for (const path of [HERE, `${HERE}gals/`])
        expect((await get(test, path, await staffMember(test, { roles: [role] }))).status).toBe(403);
  });

  it('tells nothing of a case that is about who looks, not even that there is one', async () => {
    const test = await startApp();
    const director = await staffMember(test, { roles: ['director'], directoryId: 'peteris-paraugs' });
    const filed = await file(test, { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' });
    const html = await (await get(test, HERE, director)).text();
    expect(html).not.toContain(filed.reference);
    for (const kind of ['received', 'conflict-noted']) expect(html).not.toContain(kind);
    // Nor after the case is erased.
    const act = {
      reference: filed.reference,
      at: '2026-11-23T08:40:00Z',
      actor: 'system',
      detail: {},
    } as const;
    await test.deps.erase(act);
    expect(await (await get(test, `${HERE}?veids=conflict-noted`, director)).text()).toContain(
      'Šādu notikumu nav.',
    );
    expect(await (await get(test, HERE, await auditor(test))).text()).toContain('conflict-noted');
  });

  it('tells of what left the ordinary register those alone who are trusted with it', async () => {
    const test = await startApp();
    const director = await staffMember(test, { roles: ['director'] });
    const filed = await file(test);
    await test.database.execute({ sql: "UPDATE submissions SET handling = 'whistleblower'" });
    expect(await (await get(test, HERE, director)).text()).toContain(filed.reference);
    expect(await (await get(test, HERE, await auditor(test))).text()).not.toContain(filed.reference);
  });

  it('shows what somebody made of a time as it stands', async () => {
    const test = await startApp();
    await file(test);
    await test.database.execute({ sql: "UPDATE events SET at = 'vakar' WHERE seq = 1" });
    const response = await get(test, HERE, await auditor(test));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('vakar');
  });

  it('goes page by page, by kind and by Riga day', async () => {
    const test = await startApp();
    const by = await auditor(test);
    for (let i = 0; i < 60; i++) await file(test);
    const shown = async (query: string) => {
      const html = await (await get(test, `${HERE}${query}`, by)).text();
      const cases = [...html.matchAll(/data-label="Numurs">([^<]+)</g)].map(([, reference]) => reference);
      return { cases, next: /href="[^"]*\?(pirms=[^"]+)"/.exec(html)?.[1] ?? '' };
    };
    const first = await shown('');
    expect(first.cases).toHaveLength(50);
    const rest = await shown(`?${first.next}`);
    const { rows } = await test.database.execute({ sql: 'SELECT reference FROM events ORDER BY seq DESC' });
    expect([...first.cases, ...rest.cases]).toEqual(rows.map(({ reference }) => reference));
    expect((await shown('?veids=received')).cases).toHaveLength(50);
    expect((await shown('?veids=erased')).cases).toEqual([]);
    expect((await shown('?diena=2026-11-22')).cases).toEqual([]);
    expect((await shown('?diena=2026-11-23')).cases).toHaveLength(50);
    for (const query of ['?diena=2026-13-45', '?diena=x', "?veids='", '?pirms=-1', '?pirms=REGISTRS.0'])
      expect((await get(test, `${HERE}${query}`, by)).status).toBe(200);
  });

  it('says whether it is whole, names what was changed, and records that somebody looked', async () => {
    const test = await startApp();
    const by = await auditor(test);
    const filed = await file(test);
    const check = async () => {
      const sent = await post(test, `${HERE}parbaudit/`, by, {});
      expect(sent.status).toBe(303);
      return (await get(test, sent.headers.get('location') ?? '', by)).text();
    };
    expect(await check()).toContain('Ķēde ir vesela');
    await test.database.batch([
      { sql: "UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE reference = ?", args: [filed.reference] },
    ]);
    const text = await check();
    expect(text).toContain('Ķēde ir bojāta');
    expect(text).toContain(filed.reference);
    const { rows } = await test.database.execute({
      sql: "SELECT actor FROM events WHERE kind = 'chain-checked'",
    });
    expect(rows).toEqual([{ actor: `staff:${by.person.id}` }, { actor: `staff:${by.person.id}` }]);
  });
});

describe('a head that somebody keeps', () => {
  it('is signed like a receipt, and shows later whether the chain still holds it', async () => {
    const test = await startApp();
    await file(test);
    await file(test);
    const head = await test.deps.chain.head();
    if (!head) throw new Error('no head');
    const signed = await signHead(test.deps.keyring, head, '2026-11-23T09:00:00Z', 'Paraugu KAC');
    expect(await checkReceipt(test.deps.keyring, signed)).toMatchObject({ valid: true });
    expect(await checkReceipt(test.deps.keyring, signed.replace('09:00', '10:00'))).toMatchObject({
      valid: false,
    });
    const path = join(mkdtempSync(join(tmpdir(), 'kac-head-')), 'gals.txt');
    writeFileSync(path, signed);
    const kept = await keptAsHead(test.deps.keyring, path);
    expect(kept).toMatchObject({ head: { seq: head.seq }, reference: null });
    await file(test);
    const verdict = () => verifyRegister(test.database, test.deps.keyring, kept);
    expect(await verdict()).toMatchObject({ whole: true });
    await test.database.batch([{ sql: 'DELETE FROM events WHERE seq >= ?', args: [head.seq] }]);
    expect(await verdict()).toMatchObject({ whole: false, text: expect.stringContaining('nogriezts gals') });
  });
});
