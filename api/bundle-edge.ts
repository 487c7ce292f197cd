// Command root: `npm run build:edge` makes `build/edge/worker.js` from the last build of the site (docs/edge.md).
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleEdge } from './node/bundle-edge.ts';
import { Refusal, runCommand } from './node/refusal.ts';

const inBuild = (path: string): string => fileURLToPath(new URL(`../build/${path}`, import.meta.url));

await runCommand(async () => {
  const siteBundle = inBuild('site-bundle.json');
  const outfile = inBuild('edge/worker.js');
  if (!existsSync(siteBundle)) throw new Refusal('Vietne vēl nav uzbūvēta. Palaidiet “npm run build”.');
  await bundleEdge({ siteBundle, outfile });
  const kilobytes = Math.ceil(gzipSync(readFileSync(outfile)).length / 1024);
  process.stdout.write(`Uzbūvēts ${outfile} (saspiests ${kilobytes} KB).\n`);
});
