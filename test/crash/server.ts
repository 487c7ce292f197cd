// The real server as a separate process that the crash test kills. Arguments: data folder, site, site bundle.
import { startServer } from '../../api/node/start.ts';

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
// A hundred rounds come from one address, so limits must be off.
const env = { PORT: '0', KAC_DATA: data, KAC_LIMITS: 'off' };
const server = await startServer({ env, siteFolder, bundleFile, log: () => {} });
process.stdout.write(`${server.origin}\n`);
