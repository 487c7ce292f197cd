// Bundles the worker for the edge: one file with the app, its libraries and the site bundle of the last build.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { formsOf } from '../http/forms.ts';
import { describeApi } from '../http/openapi.ts';
import { readBundle } from './site-bundle.ts';

export interface BundleOptions {
  /** The site bundle to include, `build/site-bundle.json`. */
  readonly siteBundle: string;
  /** The output file, `build/edge/worker.js`. */
  readonly outfile: string;
}

const root = resolve(import.meta.dirname, '../..');

const withoutDesk = (text: string, path: string): string =>
  path.endsWith('.json') ? JSON.stringify({ ...JSON.parse(text), desk: null }) : text;

/**
 * The module `kac:site-bundle`: the file without the parts only the register needs, which is not served at
 * the edge.
 */
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
 * Leaves out what the worker does not need: the base64 library, since the platform has base64, and describing
 * the API on each request. The description is the same for every request, so it is generated at build time:
 * the code for it is a twentieth of the worker (docs/decisions/0026).
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
 * Writes the worker and returns esbuild's metafile. The module `kac:site-bundle` is the given file, so that
 * `api/edge.ts` contains no path and a test can bundle its own site.
 * `neutral` knows no Node modules: an accidental import of one fails the build instead of the first request.
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
    // As set by Cloudflare's own tool; `workerd` selects the native variants of @libsql/client and its
    // WebSocket.
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['module', 'main'],
    minify: true,
    // Keeps Latvian letters unescaped; escaped, each letter with a diacritic takes six bytes.
    charset: 'utf8',
    metafile: true,
    logLevel: 'silent',
  });
  return metafile;
}
