// `npm run keys` as a person runs it: its messages, its refusals, what it never prints, and the state after a
// kill.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hex } from '../../api/domain/crypto/bytes.ts';
import { sealWindow } from '../../api/domain/crypto/windows.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { keyFolder } from '../../api/node/key-folder.ts';
import { random } from '../../api/node/random.ts';
import { recoveryText } from '../../api/node/recovery-key.ts';
import { insertRows } from '../../api/store/rows.ts';
import { windowStore } from '../../api/store/windows.ts';
import { type Ran, runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startScript } from '../support/process.ts';
import { fileAt, serveSmall } from '../support/register.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
let data: string;
const keys = (command: string, more: { input?: string; env?: Record<string, string> } = {}): Promise<Ran> =>
  runRoot('keys.ts', command === '' ? [] : command.split(' '), {
    env: { KAC_DATA: data, ...more.env },
    ...(more.input === undefined ? {} : { input: more.input }),
  });
const register = (...args: string[]): Promise<Ran> =>
  runRoot('register.ts', args, { env: { KAC_DATA: data } });
const secretsIn = (file: string): string[] =>
  [...readFileSync(join(data, file), 'utf8').matchAll(/"(?:secret|privateKey|search)": "([^"]+)"/g)].map(
    ([, secret]) => secret ?? '',
  );
const RECOVERY = /^ {2}((?:[0-9A-Z]{4}-){13}[0-9A-Z]{4})$/m;

const serve = (env: Record<string, string> = {}) => serveSmall(folder(), { KAC_DATA: data, ...env });

const file = async (origin: string, body: object): Promise<string> => (await fileAt(origin, body)).reference;

/** A register with one complaint; its server is stopped. */
async function withComplaint(): Promise<{ reference: string; recoveryKey: string }> {
  const server = await serve();
  const reference = await file(server.origin, { text: 'Rinda bija gara.' });
  await server.stop();
  return { reference, recoveryKey: server.recoveryKey ?? '' };
}

beforeEach(() => {
  data = folder();
});

describe('npm run keys', () => {
  it.each(['', 'steal', 'rotate', 'rotate all', 'rewrap --all', 'restore ABCD'])(
    'shows what there is for “%s”',
    async command => {
      const { code, err, out } = await keys(command);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Lietošana: npm run keys');
    },
  );

  it.each(['show', 'rotate signing', 'rewrap', 'restore'])(
    'says that there are no keys yet: %s',
    async command => {
      const { code, err } = await keys(command);
      expect(code).toBe(1);
      expect(err).toContain('atslēgu vēl nav');
      expect(existsSync(join(data, 'keys.json'))).toBe(false);
    },
  );

  it('tells what is in use and how much is sealed to whom, also beside a running server', async () => {
    const server = await serve();
    await file(server.origin, { text: 'Rinda' });
    const { code, out } = await keys('show');
    expect(code).toBe(0);
    expect(out).toMatch(/k1 +izveidota 20\d\d-\d\d-\d\d {2}nospiedums (?:[0-9a-f]{4} ?){4} +ar šo paraksta/);
    expect(out).toMatch(/o1 .*biroja atslēga, šifrēti logi: 1/);
    expect(out).toMatch(/r1 .*atjaunošanas atslēga, šifrēti logi: 1/);
    expect(out).toContain('(office.json): ir šeit (o1)');
    expect((await keys('show', { env: { KAC_OFFICE_KEYS: 'off' } })).out).toContain('KAC_OFFICE_KEYS=off');
    rmSync(join(data, 'office.json'));
    expect((await keys('show')).out).toContain('(office.json): šeit nav');
  });

  it.each(['rotate signing', 'rotate office', 'rewrap', 'rewrap --drop', 'recovery', 'restore'])(
    'refuses %s while the server runs, and says who has the folder',
    async command => {
      const server = await serve();
      const before = readFileSync(join(data, 'keys.json'), 'utf8');
      const { code, err, out } = await keys(command);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(server.origin);
      expect(readFileSync(join(data, 'keys.json'), 'utf8')).toBe(before);
    },
  );

  it('goes through a change of every key; the complaint is read throughout; no secret is printed', async () => {
    const { reference } = await withComplaint();
    const said: Ran[] = [];
    const secrets = new Set([...secretsIn('keys.json'), ...secretsIn('office.json')]);
    for (const command of ['rotate signing', 'rotate office', 'rewrap', 'rewrap --drop', 'show']) {
      said.push(await keys(command));
      for (const name of ['keys.json', 'office.json'])
        for (const secret of secretsIn(name)) secrets.add(secret);
      expect((await register('show', reference)).out).toContain('Rinda bija gara.');
    }
    expect(said.map(({ code, err }) => [code, err])).toEqual(said.map(() => [0, '']));
    const out = said.map(one => one.out).join('');
    expect(out).toContain('Turpmāk paraksta ar atslēgu k2.');
    expect(out).toContain('Agrākās biroja atslēgas ir izņemtas: o1.');
    expect(secrets.size).toBeGreaterThanOrEqual(5);
    for (const secret of secrets) expect(out).not.toContain(secret);
    expect(out).not.toMatch(RECOVERY);
  });

  it('makes a recovery key that restores what a lost office.json opened', async () => {
    const { reference, recoveryKey } = await withComplaint();
    const [, fresh = ''] = RECOVERY.exec((await keys('recovery')).out) ?? [];
    rmSync(join(data, 'office.json'));
    expect((await register('show', reference)).out).toContain('biroja atslēgas, kas to atver, šeit nav');

    expect(await keys('restore', { input: recoveryKey })).toMatchObject({
      code: 1,
      err: expect.stringContaining('nepieder šim reģistram'),
    });
    expect(await keys('restore', { input: recoveryText(random(32)).slice(1) })).toMatchObject({ code: 1 });
    expect(existsSync(join(data, 'office.json'))).toBe(false);

    const restored = await keys('restore', { input: `${fresh}\n` });
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).not.toContain(fresh);
    expect((await register('show', reference)).out).toContain('Rinda bija gara.');
  });

  it('changes no office key where it must not be', async () => {
    await withComplaint();
    const env = { KAC_OFFICE_KEYS: 'off' };
    for (const command of ['rotate office', 'rewrap', 'recovery'])
      expect(await keys(command, { env })).toMatchObject({ code: 1, out: '' });
    expect(await keys('rotate signing', { env })).toMatchObject({ code: 0 });
  });

  it('says so when office.json is damaged, and leaves it as it is', async () => {
    await withComplaint();
    const path = join(data, 'office.json');
    const cut = readFileSync(path, 'utf8').slice(0, 60);
    writeFileSync(path, cut);
    for (const command of ['show', 'rewrap', 'restore', 'recovery']) {
      const { code, err } = await keys(command, { input: 'x' });
      expect([code, err.includes('    at ')]).toEqual([1, false]);
    }
    expect(readFileSync(path, 'utf8')).toBe(cut);
  });
});

describe('rewrap, killed', () => {
  it('in the middle, goes on where it stood', async () => {
    await withComplaint();
    await keys('rotate office');
    const settings = { dataFolder: data, officeKeys: null };
    const former = keyFolder(settings).office()?.keys.at(-1);
    if (!former) throw new Error('no former key');
    const database = await openEmbedded(join(data, 'kac.db'));
    const ids = Array.from({ length: 120 }, () => hex(random(16)));
    const sealed = await Promise.all(ids.map(id => sealWindow(id, random(32), former)));
    await database.batch(
      insertRows(
        'windows',
        ['id', 'recipient', 'sealed'],
        sealed.map(one => [one.id, one.recipient, one.sealed]),
      ),
    );
    await database.close();

    const api = (path: string): string => new URL(`../../api/${path}`, import.meta.url).href;
    const running = await startScript(
      `const [openUrl, folderUrl, rewrapUrl, windowsUrl, data] = process.argv.slice(1);
       const { openEmbedded } = await import(openUrl);
       const { keyFolder } = await import(folderUrl);
       const { rewrap } = await import(rewrapUrl);
       const { windowStore } = await import(windowsUrl);
       const windows = windowStore(await openEmbedded(data + '/kac.db'));
       const folder = keyFolder({ dataFolder: data, officeKeys: null });
       await rewrap({ folder, windows, batch: 5, progress: done => console.log(done) }, { drop: true, shared: false });`,
      api('node/embedded.ts'),
      api('node/key-folder.ts'),
      api('node/renew.ts'),
      api('store/windows.ts'),
      data,
    );
    await running.stop('SIGKILL');
    // A copy to inspect: the folder is as the kill left it.
    const copy = folder();
    for (const name of ['kac.db', 'kac.db-wal', 'keys.json', 'office.json'])
      if (existsSync(join(data, name))) copyFileSync(join(data, name), join(copy, name));
    const left = await openEmbedded(join(copy, 'kac.db'));
    const counts = await windowStore(left).counts();
    await left.close();
    expect(counts.get('o1')).toBeGreaterThan(0);
    expect(counts.get('o2')).toBeGreaterThan(0);
    expect((counts.get('o1') ?? 0) + (counts.get('o2') ?? 0)).toBeGreaterThanOrEqual(121);

    expect((await keys('rewrap --drop')).out).toContain('Agrākās biroja atslēgas ir izņemtas: o1.');
    const after = (await keys('show')).out;
    expect(after).toMatch(/o2 .*šifrēti logi: 121/);
    expect(after).toContain('Visi atslēgu logi ir šifrēti pašreizējām atslēgām.');
  });
});

describe.skipIf(!hasSqld)('on a remote database', () => {
  it('rewraps while another server takes in with the former keys, and drops them only afterwards', async () => {
    const remote = await startSqld(folder());
    onTestFinished(() => remote.stop());
    const env = { KAC_DATABASE_URL: remote.url };
    const first = await serve(env);
    const reference = await file(first.origin, { text: 'Rinda bija gara.' });
    await first.stop();
    const office = data;
    // A separate intake with the keys from before and without the office's key.
    data = folder();
    copyFileSync(join(office, 'keys.json'), join(data, 'keys.json'));
    const intake = await serve({ ...env, KAC_OFFICE_KEYS: 'off' });
    data = office;

    expect(await keys('rotate office', { env })).toMatchObject({ code: 0 });
    const later = await file(intake.origin, { text: 'Vēl pa vecam.' });
    const dropped = await keys('rewrap --drop', { env });
    expect(dropped).toMatchObject({ code: 0, err: '' });
    expect(dropped.out).toContain('Agrākās atslēgas vēl paliek');
    for (const [which, text] of [
      [reference, 'Rinda bija gara.'],
      [later, 'Vēl pa vecam.'],
    ] as const) {
      const { out } = await runRoot('register.ts', ['show', which], { env: { KAC_DATA: data, ...env } });
      expect(out).toContain(text);
    }
    expect((await keys('rewrap --drop', { env })).out).toContain('Agrākās biroja atslēgas ir izņemtas: o1.');
  });
});
