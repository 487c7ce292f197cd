// Bundles the worker for the edge: one file with the app, its libraries and the site bundle of the last build.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

export interface BundleOptions {
  /** The site bundle that goes in, `build/site-bundle.json`. */
  readonly siteBundle: string;
  /** Where the worker goes, `build/edge/worker.js`. */
  readonly outfile: string;
}

const root = resolve(import.meta.dirname, '../..');

const withoutDesk = (text: string, path: string): string =>
  path.endsWith('.json') ? JSON.stringify({ ...JSON.parse(text), desk: null }) : text;

/** The module `kac:site-bundle`: the file without what only the register needs, which is not served at the edge. */
const siteBundleModule = (file: string): Plugin => ({
  name: 'site-bundle',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^kac:site-bundle$/ }, () => ({ path: resolve(file), namespace: 'site-bundle' }));
    onLoad({ filter: /.*/, namespace: 'site-bundle' }, async ({ path }) => ({
      contents: withoutDesk(await readFile(path, 'utf8'), path),
      loader: path.endsWith('.json') ? 'json' : 'js',
      resolveDir: root,
    }));
  },
});

/**
 * Writes the worker and returns what went into it. The module `kac:site-bundle` stands for the given file, so
 * `api/edge.ts` names no path and a test can bundle a site of its own.
 *
 * `neutral` knows no Node modules: an import of one that slipped in fails the build instead of the first request.
 */
export async function bundleEdge({ siteBundle, outfile }: BundleOptions): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['api/edge.ts'],
    outfile,
    plugins: [siteBundleModule(siteBundle)],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    // As Cloudflare's own tool sets them; `workerd` chooses @libsql/client's and its WebSocket's native forms.
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['module', 'main'],
    minify: true,
    // Latvian as it is written; escaped, each letter with a mark takes six bytes.
    charset: 'utf8',
    metafile: true,
    logLevel: 'silent',
  });
  return metafile;
}
