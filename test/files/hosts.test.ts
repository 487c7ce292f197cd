// Files on Node with its database file, and on the Workers runtime with a libSQL server.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { edgeHost, migrateServer, nodeHost } from '../runtime/hosts.ts';
import type { Host } from '../runtime/journey.ts';
import { freshSecrets } from '../runtime/secrets.ts';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';
import { hasWorkerd } from '../support/workerd.ts';
import { describeFiles } from './journey.ts';

const folder = temporaryFolders();

function hosted(name: string, open: () => Promise<Host>): void {
  describe(name, () => {
    let host: Host;
    beforeAll(async () => {
      host = await open();
    });
    afterAll(() => host.stop());
    describeFiles('files', () => host);
  });
}

hosted('Node with a file', () => nodeHost(folder(), folder()));

if (hasSqld && hasWorkerd) {
  hosted('the Workers runtime with a libSQL server', async () => {
    const server = await startSqld(folder());
    await migrateServer(server.url);
    const host = await edgeHost(folder(), { ...freshSecrets(folder()), KAC_DATABASE_URL: server.url });
    const stop = async () => {
      await host.stop();
      await server.stop();
    };
    return { ...host, stop };
  });
} else {
  it.skip('the Workers runtime with a libSQL server: no sqld or workerd for this system');
}
