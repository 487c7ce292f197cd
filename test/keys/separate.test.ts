// The office's key on another machine: one server takes submissions in and can read none; the holder of the
// key file can read them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWindow } from '../../api/domain/crypto/windows.ts';
import { createKeyring, PURPOSES } from '../../api/domain/keyring.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { keyFolder } from '../../api/node/key-folder.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { windowStore } from '../../api/store/windows.ts';
import { runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fileAt, serveSmall } from '../support/register.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
const register = (env: Record<string, string>, ...args: string[]) => runRoot('register.ts', args, { env });
const SENT = { text: 'Rinda bija gara.', name: 'Anna Parauga' };

/** A data folder after its first start. */
async function setUp(env: Record<string, string> = {}): Promise<string> {
  const data = folder();
  await (await serveSmall(folder(), { KAC_DATA: data, ...env })).stop();
  return data;
}

describe('KAC_OFFICE_KEYS=off', () => {
  it('takes submissions in and reads none, though the file is there', async () => {
    const data = await setUp();
    const env = { KAC_DATA: data, KAC_OFFICE_KEYS: 'off' };
    const server = await serveSmall(folder(), env);
    expect(server.canRead).toBe(false);
    const { reference, trackingCode } = await fileAt(server.origin, SENT);
    const { out, code } = await register(env, 'show', reference);
    expect(code).toBe(0);
    expect(out).toContain('Saturs ir šifrēts, un biroja atslēgas, kas to atver, šeit nav');
    expect(out).not.toContain('Rinda bija gara.');
    expect(out).not.toContain('Anna');
    expect(await register(env, 'find', 'Anna')).toMatchObject({ code: 1, out: '' });
    // The submitter can still read it, and so can users of the key file.
    const status = await fetch(`${server.origin}/api/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode }),
    });
    expect(status.status).toBe(200);
    expect((await register({ KAC_DATA: data }, 'show', reference)).out).toContain('Rinda bija gara.');
  });

  it('leaves nothing on an intake host that opens a submission', async () => {
    const data = await setUp();
    renameSync(join(data, 'office.json'), join(folder(), 'office.json'));
    const server = await serveSmall(folder(), { KAC_DATA: data, KAC_OFFICE_KEYS: 'off' });
    await fileAt(server.origin, SENT);
    await server.stop();
    expect(existsSync(join(data, 'office.json'))).toBe(false);
    // Every key that can be derived from the stored data, tried as a private key of every recipient.
    const keys = keyFolder({ dataFolder: data, officeKeys: 'off' }).keys();
    const keyring = await createKeyring(keys, nodePrimitives);
    const database = await openEmbedded(join(data, 'kac.db'));
    onTestFinished(() => database.close());
    const windows = windowStore(database);
    const sealed = await windows.of(await windows.toRewrap([], '', 9));
    expect(sealed).toHaveLength(2);
    const candidates = [keys.secret, ...PURPOSES.map(purpose => keyring.key(purpose))];
    for (const one of sealed)
      for (const privateKey of candidates)
        for (const { id, publicKey } of keys.recipients)
          expect(await openWindow(one, { id, publicKey, privateKey })).toBeNull();
    for (const name of readdirSync(data)) expect(readFileSync(join(data, name)).includes('Anna')).toBe(false);
  });

  it('does not set a register up: its first start makes the office’s key', async () => {
    const data = folder();
    await expect(serveSmall(folder(), { KAC_DATA: data, KAC_OFFICE_KEYS: 'off' })).rejects.toThrow(
      /KAC_OFFICE_KEYS=off te liedz biroja atslēgu/,
    );
    expect(existsSync(join(data, 'keys.json'))).toBe(false);
  });
});

describe('KAC_OFFICE_KEYS as a path', () => {
  it('keeps the office’s key there and nowhere else; without it submissions still come in', async () => {
    const [data, safe] = [folder(), folder()];
    const path = join(safe, 'birojs.json');
    const env = { KAC_DATA: data, KAC_OFFICE_KEYS: path };
    const first = await serveSmall(folder(), env);
    expect([first.canRead, existsSync(path), existsSync(join(data, 'office.json'))]).toEqual([
      true,
      true,
      false,
    ]);
    await first.stop();
    renameSync(path, `${path}.away`);
    const second = await serveSmall(folder(), env);
    expect(second.canRead).toBe(false);
    const { reference } = await fileAt(second.origin, SENT);
    expect((await register(env, 'show', reference)).out).toContain('šeit nav');
    renameSync(`${path}.away`, path);
    expect((await register(env, 'show', reference)).out).toContain('Rinda bija gara.');
  });

  it('refuses a first start where its folder is not there: a key must not land on a disk by mistake', async () => {
    const [data, safe] = [folder(), join(folder(), 'nesējs')];
    const env = { KAC_DATA: data, KAC_OFFICE_KEYS: join(safe, 'office.json') };
    await expect(serveSmall(folder(), env)).rejects.toThrow(/Mapes biroja atslēgai .* nav/);
    mkdirSync(safe);
    expect((await serveSmall(folder(), env)).canRead).toBe(true);
  });

  it('says that nobody reads where office.json is another register’s', async () => {
    const [data, other] = [await setUp(), await setUp()];
    const env = { KAC_DATA: data, KAC_OFFICE_KEYS: join(other, 'office.json') };
    const server = await serveSmall(folder(), env);
    expect(server.canRead).toBe(false);
    const { reference } = await fileAt(server.origin, SENT);
    expect((await register(env, 'show', reference)).out).toContain('šeit esošā biroja atslēga to neatver');
  });
});

describe.skipIf(!hasSqld)('an intake and a register on two machines', () => {
  it('share a database; one takes in, the other reads, finds and verifies', async () => {
    const remote = await startSqld(folder());
    onTestFinished(() => remote.stop());
    const office = await setUp({ KAC_DATABASE_URL: remote.url });
    const intakeData = folder();
    const keys = readFileSync(join(office, 'keys.json'));
    writeFileSync(join(intakeData, 'keys.json'), keys);
    const intakeEnv = { KAC_DATA: intakeData, KAC_DATABASE_URL: remote.url, KAC_OFFICE_KEYS: 'off' };
    const intake = await serveSmall(folder(), intakeEnv);
    const { reference } = await fileAt(intake.origin, SENT);
    const officeEnv = { KAC_DATA: office, KAC_DATABASE_URL: remote.url };
    expect((await register(intakeEnv, 'show', reference)).out).toContain('šeit nav');
    expect((await register(officeEnv, 'show', reference)).out).toContain('Rinda bija gara.');
    expect((await register(officeEnv, 'index')).out).toContain('iesniegumi: 1.');
    expect((await register(officeEnv, 'find', 'anna')).out).toContain(reference);
    expect((await register(intakeEnv, 'verify')).code).toBe(0);
    expect(readdirSync(intakeData)).not.toContain('office.json');
  });
});
