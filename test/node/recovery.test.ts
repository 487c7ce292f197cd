// The recovery key is shown until somebody confirms it, whatever happened at the first start. Real processes, ended by
// force at each step.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { publicHalf, toPkcs8 } from '../../api/node/key-files.ts';
import { parseRecoveryText } from '../../api/node/recovery-key.ts';
import { readKeyFile } from '../../api/node/secrets.ts';
import { runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { runScript } from '../support/process.ts';
import { serveSmall } from '../support/register.ts';

const folder = temporaryFolders();
const FILE = 'recovery-key.txt';
const serve = (data: string) => serveSmall(folder(), { KAC_DATA: data });

/** Whether what comes in is sealed to this key. */
function isInUse(data: string, words: string | null): boolean {
  const key = parseRecoveryText(words ?? '');
  const mine = key && Buffer.from(publicHalf(toPkcs8('x25519', key)));
  return readKeyFile(data)?.recipients.some(({ publicKey }) => mine?.equals(publicKey)) ?? false;
}

/** Starts anew and gives the key that is shown. */
async function shownBy(data: string): Promise<string | null> {
  const server = await serve(data);
  await server.stop();
  return server.recoveryKey;
}

it('is shown at each start until it is confirmed, then deleted and never shown again', async () => {
  const data = folder();
  const first = await shownBy(data);
  expect([isInUse(data, first), await shownBy(data)]).toEqual([true, first]);
  expect(statSync(join(data, FILE)).mode & 0o777).toBe(0o600);
  // Also beside a running server.
  const server = await serve(data);
  const env = { KAC_DATA: data };
  const confirmed = await runRoot('keys.ts', ['confirm'], { env });
  await server.stop();
  expect([confirmed.code, confirmed.err]).toEqual([0, '']);
  expect(confirmed.out).toContain('izdzēsta');
  expect([existsSync(join(data, FILE)), await shownBy(data)]).toEqual([false, null]);
  expect((await runRoot('keys.ts', ['confirm'], { env })).out).toContain('Apstiprināt nav ko');
  for (const name of readdirSync(data))
    expect(readFileSync(join(data, name)).includes(first ?? 'nekas')).toBe(false);
});

it('a start on a port in use makes no keys, and says which port', async () => {
  const data = folder();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise(listening => other.once('listening', listening));
  const { port } = other.address() as { port: number };
  const build = folder();
  await (await serveSmall(build, { KAC_DATA: folder() })).stop();
  const failed = await serveSmall(folder(), { KAC_DATA: data, PORT: String(port) }).catch(String);
  expect(failed).toContain(`Ports ${port} jau ir aizņemts`);
  expect(readdirSync(data).filter(name => /keys|office|recovery|\.db/.test(name))).toEqual([]);
  expect(isInUse(data, await shownBy(data))).toBe(true);
});

/** Makes keys and is killed as it draws random bytes for the nth time, or when all is written. */
const KILLED = `
  const [data, after] = process.argv.slice(1);
  const { loadSecrets } = await import(process.argv[3]);
  const { randomBytes } = await import('node:crypto');
  let drawn = 0;
  const random = length => {
    drawn += 1;
    if (drawn > Number(after)) process.kill(process.pid, 'SIGKILL');
    return new Uint8Array(randomBytes(length));
  };
  loadSecrets(data, { random, now: new Date(), databaseExists: false });
  process.kill(process.pid, 'SIGKILL');
`;

it.each([0, 1, 2, 3, 4, 99])('is shown after a first start that was killed after %i draws', async draws => {
  const data = folder();
  const secrets = new URL('../../api/node/secrets.ts', import.meta.url).href;
  expect(() => runScript(KILLED, data, String(draws), secrets)).toThrow();
  const shown = await shownBy(data);
  expect(isInUse(data, shown)).toBe(true);
  expect(await shownBy(data)).toBe(shown);
});

it('a key that was replaced is not shown any more', async () => {
  const data = folder();
  await shownBy(data);
  const renewed = await runRoot('keys.ts', ['recovery'], { env: { KAC_DATA: data } });
  expect([renewed.code, existsSync(join(data, FILE)), await shownBy(data)]).toEqual([0, false, null]);
});
