// The real server with its real log, as a process of its own. Arguments: data folder, site, site bundle.
import { startServer } from '../../api/node/start.ts';

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
// A proxy in front is believed, so that the address of the visitor is known.
const { origin } = await startServer({
  env: { PORT: '0', KAC_DATA: data, KAC_PROXY: '1' },
  siteFolder,
  bundleFile,
});
process.stdout.write(`${origin}\n`);
