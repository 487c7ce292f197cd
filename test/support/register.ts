// A real server over a small site, and complaints sent to it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { testSite } from '../api/test-site.ts';

/** Starts it; it stops when the test ends. `root`: an empty folder for its site. */
export async function serveSmall(root: string, env: Record<string, string>): Promise<RunningServer> {
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'bundle.json'), JSON.stringify(testSite));
  const server = await startServer({
    siteFolder: join(root, 'dist'),
    bundleFile: join(root, 'bundle.json'),
    env: { PORT: '0', ...env },
    log: () => undefined,
  });
  onTestFinished(() => server.stop());
  return server;
}

export interface Filed {
  readonly reference: string;
  readonly trackingCode: string;
  readonly receipt: string;
}

export async function fileAt(origin: string, body: object): Promise<Filed> {
  const answer = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Filed;
}
