// Private by construction: nothing a person wrote is stored unencrypted, and only the two keys open it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyByCode } from '../../api/domain/crypto/content-key.ts';
import { place } from '../../api/domain/crypto/place.ts';
import { PURPOSES } from '../../api/domain/keyring.ts';
import { openContent } from '../../api/domain/submission.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { contentOf, postJson, startApp, type TestApp } from '../api/harness.ts';

const MARK = 'ZĪMEķļ7429';
const SENT = {
  text: `Rinda bija gara ${MARK}-teksts`,
  name: `Anna ${MARK}-vārds`,
  address: `${MARK}-iela 1`,
  email: 'zime7429@paraugs.example',
  phone: '29007429',
  aboutStaff: `${MARK}-darbinieks`,
  wish: `${MARK}-vēlme`,
  subject: `${MARK}-temats`,
  replyBy: 'email',
};
const TRACES = [MARK, 'zime7429', '29007429', 'Anna '];

interface Receipt {
  readonly reference: string;
  readonly trackingCode: string;
}

const file = async (test: TestApp, body: object = SENT): Promise<Receipt> =>
  (await (await postJson(test.app, '/api/complaints', body)).json()) as Receipt;

const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));

describe('what a person wrote', () => {
  it('lies in no file and no log: not the text, the name, the address, nor the code', async () => {
    const test = await startApp();
    const { trackingCode } = await file(test);
    const files = bytesIn(test.folder);
    expect(files.map(({ name }) => name).toSorted()).toEqual(
      expect.arrayContaining(['kac.db', 'kac.db-wal', 'keys.json', 'office.json']),
    );
    const traces = [...TRACES, trackingCode, trackingCode.replaceAll('-', '')];
    for (const { name, bytes } of files)
      for (const trace of traces) expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false);
    const log = JSON.stringify(test.log);
    for (const trace of traces) expect(log).not.toContain(trace);
  });

  it('opens with the office’s key and with the tracking code, alike', async () => {
    const test = await startApp();
    const { reference, trackingCode } = await file(test);
    expect(await contentOf(test, reference)).toEqual(SENT);
    const found = await test.deps.submissions.findByReference(reference);
    const key = found && (await keyByCode(nodePrimitives, found.submission, trackingCode));
    expect(key && (await openContent(nodePrimitives, key, found.submission))).toEqual(SENT);
  });

  it('opens with no other code', async () => {
    const test = await startApp();
    const { reference } = await file(test);
    const other = await file(test, { text: 'Cita' });
    const found = await test.deps.submissions.findByReference(reference);
    expect(found && (await keyByCode(nodePrimitives, found.submission, other.trackingCode))).toBeNull();
  });

  it('opens in no other row, and not when a byte was touched', async () => {
    const test = await startApp();
    const [one, two] = [await file(test), await file(test, { text: 'Cita' })];
    await test.database.execute({
      sql: `UPDATE submissions SET content = (SELECT content FROM submissions WHERE reference = ?),
        for_office = (SELECT for_office FROM submissions WHERE reference = ?), window_id = window_id WHERE reference = ?`,
      args: [one.reference, one.reference, two.reference],
    });
    expect(await contentOf(test, two.reference)).toBeNull();
    await test.database.execute({
      sql: `UPDATE submissions SET content = CAST(substr(content, 1, 40) || x'00' || substr(content, 42) AS BLOB) WHERE reference = ?`,
      args: [one.reference],
    });
    expect(await contentOf(test, one.reference)).toBeNull();
  });

  it('stays shut to whoever holds the database and the intake’s keys, but not the office’s', async () => {
    const test = await startApp();
    const { reference } = await file(test);
    const found = await test.deps.submissions.findByReference(reference);
    expect(found).not.toBeNull();
    const { keyring } = test.deps;
    const { forOffice, forCode, content } = found?.submission ?? {};
    const locks = { for_office: forOffice, for_code: forCode, content };
    for (const key of PURPOSES.map(purpose => keyring.key(purpose)))
      for (const [column, sealed] of Object.entries(locks))
        expect(
          sealed && (await nodePrimitives.open(key, sealed, place('submissions', column, reference))),
        ).toBeNull();
  });

  it('is sealed under one window a minute, which then is forgotten', async () => {
    const test = await startApp();
    await file(test);
    await file(test);
    test.at('2026-11-23T08:31:01Z');
    await file(test);
    test.at('2026-11-23T08:00:00Z');
    await file(test);
    const { rows } = await test.database.execute({
      sql: 'SELECT count(DISTINCT id) AS windows, count(*) AS sealed FROM windows',
    });
    // Each sealed to the office and to the recovery key.
    expect(rows).toEqual([{ windows: 3, sealed: 6 }]);
  });
});
