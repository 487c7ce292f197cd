// Bundles the worker for the edge: one file with the app, its libraries and the site bundle of the last build.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { formsOf } from '../http/forms.ts';
import { describeApi } from '../http/openapi.ts';
import { readBundle } from './site-bundle.ts';

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

/** The description of the API for a site; a test's site may be a module, which has none. */
async function describe(siteBundle: string): Promise<unknown> {
  if (!siteBundle.endsWith('.json')) return {};
  const site = readBundle(siteBundle);
  const today = new Date().toISOString().slice(0, 10);
  return describeApi(formsOf(site, 'lv'), today, '');
}

/**
 * What the worker never calls: zod's own making of JSON Schemas, the code that it writes where a program may (a worker may
 * not), its care for values that hold themselves (what comes over the wire does not), and its English messages, in whose place ours stand.
 */
const UNUSED: Readonly<Record<string, string>> = {
  'to-json-schema.js': `const none = () => () => { throw new Error('the API was described when the worker was made'); };
    export const createToJSONSchemaMethod = none, createStandardJSONSchemaMethod = none, toJSONSchema = none,
      initializeContext = none, process = none, processSchema = none, extractDefs = none, finalize = none;`,
  'json-schema-processors.js': '',
  'doc.js': `export class Doc { constructor() { throw new Error('a worker makes no code'); } }`,
  'memoizer.js': `export const memoizer = () => undefined;
    export const isBackEdge = () => false, isRecursiveSchema = () => false;`,
  'en.js': 'export default () => ({ localeError: () => undefined });',
};

/**
 * What the client of libSQL brings and never calls: it speaks version 2 of the protocol, which is JSON, and version 3 alone
 * has Protobuf and cursors (@libsql/hrana-client, `openHttp`).
 */
const UNSPOKEN = /hrana-client\/lib-esm\/(encoding\/protobuf\/|(http|shared)\/protobuf_|http\/cursor\.js)/;

/** The same names, and nothing behind them. */
function hollow(text: string): string {
  const names = [...text.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const none = "const none = () => { throw new Error('the worker speaks JSON with its database'); };";
  return `${none}\nexport const ${names.map(name => `${name} = none`).join(', ')};`;
}

/**
 * What the worker does without: base64 as a library, since the platform has it, and describing the API at each request.
 * The API is described once, while the worker is made, since it is the same for every request: what it takes to do so is
 * a twentieth of the worker (docs/decisions/0026).
 */
const slimmed = (file: string): Plugin => ({
  name: 'slimmed',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^js-base64$/ }, () => ({ path: resolve(root, 'api/edge/base64.ts') }));
    onLoad({ filter: /api\/http\/openapi\.ts$/ }, async () => ({
      contents: `const description = ${JSON.stringify(await describe(file))};
        export const describeApi = (forms, today, url) => ({ ...description, servers: [{ url }] });`,
      loader: 'js',
    }));
    onLoad({ filter: UNSPOKEN }, async ({ path }) => ({
      contents: hollow(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad(
      { filter: /zod\/v4\/(core\/(doc|memoizer|to-json-schema|json-schema-processors)|locales\/en)\.js$/ },
      ({ path }) => ({
        contents: UNUSED[basename(path)] ?? '',
        loader: 'js',
      }),
    );
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
    plugins: [siteBundleModule(siteBundle), slimmed(siteBundle)],
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
