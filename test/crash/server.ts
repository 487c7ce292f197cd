// The real server as a process of its own, for the crash test to kill. Arguments: data folder, site, site bundle.
import { startServer } from '../../api/node/start.ts';

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
// A hundred rounds from one address: no limit may stand in their way.
const env = { PORT: '0', KAC_DATA: data, KAC_LIMITS: 'off' };
const server = await startServer({ env, siteFolder, bundleFile, log: () => {} });
process.stdout.write(`${server.origin}\n`);
