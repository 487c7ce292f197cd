// The systems the journey runs on: Node with its file, Node with a server, the Workers runtime with a server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { bundleEdge } from '../../api/node/bundle-edge.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { migrate } from '../../api/store/migrate.ts';
import { remoteFetch } from '../../api/store/remote-fetch.ts';
import { runScript } from '../support/process.ts';
import { startWorkerd, type Workerd } from '../support/workerd.ts';
import type { Host } from './journey.ts';
import { writeSite } from './live-site.ts';

const COUNT = 'SELECT count(*) AS n FROM submissions';

/** The server on Node, with its data in `data`; its database too, unless `databaseUrl` names a server. */
export async function nodeHost(folder: string, data: string, databaseUrl = ''): Promise<Host> {
  const built = writeSite(folder);
  const env = { PORT: '0', KAC_DATA: data, KAC_DATABASE_URL: databaseUrl, KAC_LIMITS: 'off' };
  const start = (): Promise<RunningServer> => startServer({ ...built, env, log: () => {} });
  let server = await start();
  return {
    origin: () => server.origin,
    restart: async () => {
      await server.stop();
      server = await start();
    },
    count: async () => (databaseUrl === '' ? countInFile(join(data, 'kac.db')) : countOnServer(databaseUrl)),
    stop: () => server.stop(),
  };
}

/** Counted in another process: two SQLite libraries in one do not see each other's locks. */
const countInFile = (path: string): number =>
  Number(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const file = new DatabaseSync(process.argv[1], { readOnly: true });
       process.stdout.write(String(file.prepare(${JSON.stringify(COUNT)}).get().n));`,
      path,
    ),
  );

const openServer = (url: string) => libsqlDatabase(createClient({ url, fetch: remoteFetch() }));

async function countOnServer(url: string): Promise<number> {
  const { rows } = await openServer(url).execute({ sql: COUNT });
  return Number(rows[0]?.['n']);
}

/** What `npm run migrate` does to a server's database. */
export const migrateServer = (url: string): Promise<string[]> => migrate(openServer(url));

/** Secrets as bindings, from the key file of a data folder as `docs/edge.md` describes. */
export function secretBindings(data: string): Record<string, string> {
  const { secret, signing, recipients } = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8'));
  return {
    KAC_SECRET: secret,
    KAC_SIGNING_KEYS: JSON.stringify(signing),
    KAC_RECIPIENTS: JSON.stringify(recipients),
  };
}

/** The worker on the Workers runtime with these bindings; limits are off unless the bindings set them. */
export async function edgeHost(
  folder: string,
  given: Readonly<Record<string, string>>,
): Promise<Host & { log(): readonly string[] }> {
  const bindings = { KAC_LIMITS: 'off', ...given };
  const { bundleFile } = writeSite(folder);
  await bundleEdge({ siteBundle: bundleFile, outfile: join(folder, 'worker.js') });
  let server: Workerd = await startWorkerd(folder, bindings);
  return {
    origin: () => server.origin,
    restart: async () => {
      await server.stop();
      server = await startWorkerd(folder, bindings);
    },
    count: () => countOnServer(given['KAC_DATABASE_URL'] ?? ''),
    stop: () => server.stop(),
    log: () => server.log,
  };
}
