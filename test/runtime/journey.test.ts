// The complaint's journey, the same on Node with its file and on the Workers runtime with a libSQL server.
import { it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';
import { hasWorkerd } from '../support/workerd.ts';
import { edgeHost, migrateServer, nodeHost } from './hosts.ts';
import { describeJourney } from './journey.ts';
import { freshSecrets } from './secrets.ts';

const folder = temporaryFolders();

describeJourney('Node with a file', () => nodeHost(folder(), folder()));

if (hasSqld && hasWorkerd) {
  describeJourney('the Workers runtime with a libSQL server', async () => {
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
  it.skip(`the Workers runtime: no sqld or workerd for ${process.platform} ${process.arch}`);
}
