// `npm run register -- find | index | erase | verify` as a person runs them, with and without a running
// server.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeReference } from '../../api/domain/codes.ts';
import { type Ran, runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fileAt, serveSmall } from '../support/register.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
let data: string;
let env: Record<string, string>;
const register = (args: string[], input?: string): Promise<Ran> =>
  runRoot('register.ts', args, { env, ...(input === undefined ? {} : { input }) });
const serve = () => serveSmall(folder(), env);

const ANNA = {
  text: 'Rinda bija gara.',
  name: 'Anna Parauga',
  email: 'anna@paraugs.example',
  phone: '29 123 456',
};
const ACT = ['--act', 'Nr. 5, 2031-01-10'];

beforeEach(() => {
  data = folder();
  env = { KAC_DATA: data };
});

describe('find', () => {
  it('finds beside the running server what it has indexed by itself, shortly after arrival', async () => {
    const server = await serve();
    const { reference } = await fileAt(server.origin, ANNA);
    await fileAt(server.origin, { text: 'Cita', name: 'Ieva Ozola' });
    await expect
      .poll(async () => (await register(['find', 'Anna', 'Parauga'])).out, {
        timeout: 60_000,
        interval: 1000,
      })
      .toMatch(new RegExp(`^${reference} .*sūdzība.*\n$`));
    expect((await register(['find', '+371 29123456'])).out).toContain(reference);
    expect((await register(['find', 'anna@paraugs.example'])).out).toContain(reference);
    expect((await register(['find', 'Anna Ozola'])).out).toBe('Nekas nav atrasts.\n');
    expect(await register(['find', '?'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Ierakstiet vārdu'),
    });
    expect(await register(['find'])).toMatchObject({ code: 1 });
    expect(await register(['index'])).toMatchObject({ code: 1, err: expect.stringContaining(server.origin) });
  });

  it('says what is not indexed yet, and indexes it by command', async () => {
    const server = await serve();
    const { reference } = await fileAt(server.origin, ANNA);
    await server.stop();
    expect((await register(['find', 'Anna'])).out).toContain('Meklēšanai vēl nav sagatavoti iesniegumi: 1.');
    expect(await register(['index'])).toMatchObject({
      code: 0,
      out: 'Meklēšanai sagatavoti iesniegumi: 1.\n',
    });
    expect((await register(['find', 'Anna'])).out).toMatch(new RegExp(`^${reference}.*\n$`));
    expect((await register(['index'])).out).toBe('Meklēšanai sagatavoti iesniegumi: 0.\n');
    expect((await register(['index', '--anew'])).out).toBe('Meklēšanai sagatavoti iesniegumi: 1.\n');
    rmSync(join(data, 'office.json'));
    for (const args of [['find', 'Anna'], ['index']])
      expect(await register(args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('(office.json) šeit nav'),
      });
  });
});

describe('erase', () => {
  it('refuses without an act, without a confirmation, while the server runs, and what is not there', async () => {
    const server = await serve();
    const { reference } = await fileAt(server.origin, ANNA);
    const refused = async (args: string[], message: string, input?: string) => {
      const { code, out, err } = await register(['erase', ...args], input);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(message);
    };
    await refused([reference, '--yes', ...ACT], server.origin);
    await server.stop();
    await refused([], 'nav reģistrācijas numurs');
    await refused([reference, '--yes'], 'Arhīvu likums');
    await refused([reference, '--act', 'bez numura', '--yes'], 'Arhīvu likums');
    await refused([reference, ...ACT], 'Nav apstiprināts', '');
    await refused([reference, ...ACT], 'Nav apstiprināts', 'jā\n');
    await refused([makeReference('2026', new Uint8Array(8)), '--yes', ...ACT], 'reģistrā nav');
    expect((await register(['show', reference])).out).toContain('Rinda bija gara.');
  });

  it('destroys it once its number is typed, and tells ever after that and why', async () => {
    const server = await serve();
    const { reference } = await fileAt(server.origin, ANNA);
    await server.stop();
    const { code, out } = await register(['erase', reference, ...ACT], `${reference.toLowerCase()}\n`);
    expect(code).toBe(0);
    expect(out).toContain(`Iesniegums ${reference} ir iznīcināts (akts Nr. 5, 2031-01-10).`);
    expect(out).toContain('Rezerves kopijās iesniegums vēl ir');
    expect(out).not.toContain('žurnālu');
    expect(await register(['show', reference])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/ir iznīcināts 20\d\d\. gada .* \(akts Nr\. 5, 2031-01-10\)/),
    });
    expect((await register(['list'])).out).toBe('Neviens iesniegums vēl nav saņemts.\n');
    expect((await register(['verify'])).code).toBe(0);
    const again = await serve();
    expect((await fileAt(again.origin, ANNA)).reference).not.toBe(reference);
  });
});

describe('verify', () => {
  it('ends with 0 for a whole chain and with 1 for another, also by a receipt file', async () => {
    const server = await serve();
    const sent = await fileAt(server.origin, ANNA);
    const path = join(data, 'apliecinājums.txt');
    writeFileSync(path, sent.receipt);
    const whole = await register(['verify', '--receipt', path]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain('Uzrādītais ķēdes gals Nr. 3 ķēdē ir.');
    const [, head = ''] = /Ķēdes gals: (\S+)/.exec(whole.out) ?? [];
    expect((await register(['verify', '--head', head])).code).toBe(0);
    expect(await register(['verify', '--head', `99${head.slice(head.indexOf('-'))}`])).toMatchObject({
      code: 1,
      out: expect.stringContaining('nogriezts gals'),
    });
    writeFileSync(path, sent.receipt.replace('sūdzība', 'pateicība'));
    expect(await register(['verify', '--receipt', path])).toMatchObject({ code: 1, out: '' });
    expect(await register(['verify', '--head', 'x'])).toMatchObject({ code: 1 });
    expect(await register(['verify', '--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Lietošana'),
    });
  });

  it('needs the keys and says so', async () => {
    const server = await serve();
    await server.stop();
    rmSync(join(data, 'keys.json'));
    expect(await register(['verify'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('atslēgu vēl nav'),
    });
  });
});

describe.skipIf(!hasSqld)('on a remote database', () => {
  it('finds, verifies and erases while the server goes on', async () => {
    const remote = await startSqld(folder());
    onTestFinished(() => remote.stop());
    env = { KAC_DATA: data, KAC_DATABASE_URL: remote.url };
    const server = await serve();
    const { reference, trackingCode } = await fileAt(server.origin, ANNA);
    expect((await register(['index'])).code).toBe(0);
    expect((await register(['find', 'Anna', 'Parauga'])).out).toContain(reference);
    const erased = await register(['erase', reference, '--yes', ...ACT]);
    expect(erased).toMatchObject({ code: 0, err: '' });
    const status = await fetch(`${server.origin}/api/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode }),
    });
    expect(status.status).toBe(404);
    // The server's cached end of the chain is outdated; it still takes in the next submission.
    await fileAt(server.origin, ANNA);
    const verified = await register(['verify']);
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('iesniegumu skaits reģistrā: 1.');
    expect((await register(['find', 'Anna'])).out).not.toContain(reference);
  });
});

it('the help names every command', async () => {
  const { err } = await register([]);
  for (const command of ['list', 'show', 'find', 'index', 'verify', 'erase'])
    expect(err).toContain(`  ${command}`);
});
