// Later texts of a person are never stored unencrypted, the code is in no address, and no one can write in
// another person's name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMessage, sealMessage } from '../../api/domain/messages.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { postForm, postJson, startApp } from '../api/harness.ts';
import { bringTo, officeStep } from '../support/office-steps.ts';
import { file } from './filed.ts';

const MARK = 'ZĪMEķļ8153';

const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));

async function written() {
  const filed = await file(undefined, { text: `${MARK}-sākums` });
  await filed.json('/messages', { text: `${MARK}-ziņa` });
  await filed.form('/erasure', { text: `${MARK}-dzēst` });
  await officeStep(filed.test, filed.reference, {
    state: 'answered',
    message: { kind: 'answer', text: `${MARK}-atbilde` },
  });
  await filed.json('/rating', { satisfaction: 1, comment: `${MARK}-vērtējums` });
  await filed.form('/review', { text: `${MARK}-pārskatīt` });
  await filed.json('/copy');
  return filed;
}

describe('what is written on the way', () => {
  it('lies in no file and no log, nor does the code', async () => {
    const { test, trackingCode } = await written();
    const files = bytesIn(test.folder);
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['kac.db', 'kac.db-wal']));
    for (const { name, bytes } of files)
      for (const trace of [MARK, trackingCode, trackingCode.replaceAll('-', '')])
        expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false);
    const log = JSON.stringify(test.log);
    expect(log).toContain('"action":"review"');
    for (const trace of [MARK, trackingCode]) expect(log).not.toContain(trace);
  });

  it('is in no event', async () => {
    const { test } = await written();
    const { rows } = await test.database.execute({ sql: 'SELECT kind, actor, detail FROM events' });
    expect(JSON.stringify(rows)).not.toContain(MARK);
    // Codes, ids, days and numbers only: a text would have a space in it.
    for (const { detail } of rows) expect(String(detail)).toMatch(/^\{[\w":,.-]*\}$/);
  });

  it('is read by the office with its own key', async () => {
    const { test, reference } = await written();
    const found = await test.deps.submissions.findByReference(reference);
    const key = found && (await test.office.contentKey(found.submission));
    const read = await Promise.all(
      (found?.messages ?? []).map(message => openMessage(nodePrimitives, key ?? null, message)),
    );
    expect(read.map(({ text }) => text)).toEqual(
      ['ziņa', 'dzēst', 'atbilde', 'pārskatīt'].map(word => `${MARK}-${word}`),
    );
  });
});

describe('a message in the database', () => {
  const seal = async () => {
    const key = nodePrimitives.random(32);
    const words = { author: 'office', kind: 'message', text: 'Sveiki', at: '2026-11-23T08:30:00Z' } as const;
    return { key, sealed: await sealMessage(nodePrimitives, key, words) };
  };
  const open = async (change: object, other = false) => {
    const { key, sealed } = await seal();
    const used = other ? nodePrimitives.random(32) : key;
    return (await openMessage(nodePrimitives, used, { ...sealed, ...change })).text;
  };

  it('opens as it was sealed', async () => expect(await open({})).toBe('Sveiki'));
  it('opens under no other key', async () => expect(await open({}, true)).toBeNull());
  it('opens in no other row', async () => expect(await open({ id: 'ab'.repeat(16) })).toBeNull());
  it('can’t be put into another mouth', async () => expect(await open({ author: 'submitter' })).toBeNull());
  it('can’t be made an answer', async () => expect(await open({ kind: 'answer' })).toBeNull());
  it('says that it does not open where somebody touched it', async () => {
    const filed = await file();
    await filed.json('/messages', { text: 'Ziņa' });
    await filed.test.database.execute({ sql: "UPDATE messages SET author = 'office'" });
    expect((await filed.status()).messages).toMatchObject([{ text: null }]);
    expect(await (await filed.look()).text()).toContain('Šo ziņu ar Jūsu kodu neizdevās atvērt');
  });
});

describe('the code', () => {
  const addresses = ['/messages', '/review', '/rating', '/withdraw', '/copy', '/erasure'];

  it.each(addresses)(
    'at %s stands in no header of an answer, and the page sends no referrer',
    async address => {
      const filed = await file();
      await bringTo(filed.test, filed.reference, 'answered');
      for (const response of [
        await filed.form(address, { text: 'x', satisfaction: '3' }),
        await filed.form(address, { satisfaction: '3', confirmed: 'on' }),
      ]) {
        expect([...response.headers.values()].join('\n')).not.toContain(filed.trackingCode);
        expect(response.headers.get('location')).toBeNull();
        expect(response.headers.get('referrer-policy')).toBe('no-referrer');
        expect(response.headers.get('cache-control')).toBe('no-store');
      }
    },
  );

  it.each(addresses)('that is unknown at %s is refused as at a look-up', async address => {
    const { app } = await startApp();
    const data = { trackingCode: '0000-0000-0000-0000', text: 'x', satisfaction: '3', confirmed: 'on' };
    const fields = { ...data } as Record<string, string>;
    for (const name of ['text', 'satisfaction', 'confirmed'])
      if (!ALLOWED[address]?.includes(name)) delete fields[name];
    const looked = await postForm(app, '/api/status', { trackingCode: data.trackingCode });
    const stepped = await postForm(app, `/api/status${address}`, fields);
    expect([stepped.status, await stepped.text()]).toEqual([looked.status, await looked.text()]);
    const json = { ...fields, ...(fields['confirmed'] ? { confirmed: true } : {}) };
    const program = await postJson(app, `/api/status${address}`, json);
    expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it.each(addresses)('is asked for again when it is missing at %s', async address => {
    const { app } = await startApp();
    const page = await postForm(app, `/api/status${address}`, {});
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('Ierakstiet izsekošanas kodu.');
  });

  it.each(addresses)('is not taken from an address: %s answers only to POST', async address => {
    const filed = await file();
    const response = await filed.test.app.request(`/api/status${address}?trackingCode=${filed.trackingCode}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '/messages': ['text'],
  '/review': ['text'],
  '/rating': ['satisfaction'],
  '/withdraw': ['confirmed'],
  '/erasure': ['text'],
};
