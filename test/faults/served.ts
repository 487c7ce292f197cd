// A real server on a real file that a test damages, and what is in the file afterwards.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { verifyRegister } from '../../api/node/register/verify.ts';
import { readKeyFile } from '../../api/node/secrets.ts';
import { type RunningServer, type StartOptions, startServer } from '../../api/node/start.ts';
import { testSite } from '../api/test-site.ts';

export interface Served extends RunningServer {
  readonly data: string;
  readonly port: number;
  readonly log: readonly LogEntry[];
}

/** Starts it on the data folder, without limits; it stops when the test ends. `root`: a folder for its small site. */
export async function serve(
  root: string,
  data: string,
  { env = {}, ...more }: Partial<Pick<StartOptions, 'env' | 'now' | 'timeouts'>> = {},
): Promise<Served> {
  const log: LogEntry[] = [];
  const server = await startServer({
    ...smallSite(root),
    env: { PORT: '0', KAC_LIMITS: 'off', KAC_DATA: data, ...env },
    log: entry => log.push(entry),
    ...more,
  });
  onTestFinished(() => server.stop());
  return { ...server, data, log, port: Number(new URL(server.origin).port) };
}

/** A built site with one page and the 404 page. */
function smallSite(root: string): { siteFolder: string; bundleFile: string } {
  const siteFolder = join(root, 'dist');
  const bundleFile = join(root, 'bundle.json');
  if (!existsSync(siteFolder)) {
    mkdirSync(siteFolder);
    writeFileSync(join(siteFolder, 'index.html'), '<!doctype html><title>Sākums</title>');
    writeFileSync(join(siteFolder, '404.html'), '<!doctype html><title>Lapas nav</title>');
    writeFileSync(bundleFile, JSON.stringify(testSite));
  }
  return { siteFolder, bundleFile };
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export async function complain(origin: string, body: object, headers: object = {}): Promise<Answered> {
  const answer = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
  };
}

export interface Register {
  readonly submissions: number;
  readonly events: number;
}

/** Reads the file of a stopped server: it must be intact and its chain whole; returns how much is in it. */
export async function soundRegister(data: string): Promise<Register> {
  const keys = readKeyFile(data);
  if (!keys) throw new Error('no keys');
  const database = await openEmbedded(join(data, 'kac.db'));
  try {
    const all = async (sql: string) => (await database.execute({ sql })).rows;
    expect(await all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await all('PRAGMA foreign_key_check')).toEqual([]);
    const verified = await verifyRegister(database, await createKeyring(keys, nodePrimitives), null);
    expect(verified).toMatchObject({ whole: true });
    const [row] = await all(
      "SELECT (SELECT count(*) FROM submissions) AS s, (SELECT count(*) FROM events WHERE kind = 'received') AS e",
    );
    return { submissions: Number(row?.['s']), events: Number(row?.['e']) };
  } finally {
    await database.close();
  }
}
