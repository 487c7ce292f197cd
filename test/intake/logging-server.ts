// The real server with its real log, as a separate process. Arguments: data folder, site, site bundle.
import { startServer } from '../../api/node/start.ts';

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
// One trusted proxy, so that the visitor's address is known.
const { origin } = await startServer({
  env: { PORT: '0', KAC_DATA: data, KAC_PROXY: '1' },
  siteFolder,
  bundleFile,
});
process.stdout.write(`${origin}\n`);
