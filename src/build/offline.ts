// Tells the service worker which files make the form pages work without a network (Node).
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROUTES } from '../site/routes.ts';
import { EN_ROUTES } from '../site/routes-en.ts';

/** Where the worker stands; it may speak for the pages below its own address only. */
export const WORKER_FILE = 'sw.js';
export const WORKER_SOURCE = 'src/forms/browser/worker.ts';

/** A hidden field that is empty in the built page is filled in as the page is served. */
const SERVED_FIELD = /<input type="hidden" name="([\w-]+)" value="">/g;
/** A form with drafts: the small question under a service is none. */
const FORM_PAGE = /<form class="form"[^>]*>\s*<input type="hidden" name="idempotencyKey"/;
const ASSET = /\/_astro\/[\w.-]+/g;
/** How built scripts name one another. */
const SIBLING = /["'`]\.\/([\w.-]+\.js)["'`]/g;
/** Asks the server something, so it is of no use without a network; and it is larger than all the rest. */
const ONLINE_ONLY = /\/proof-of-work\.[\w-]+\.js$/;

/** Unregisters itself and takes its caches along: the way back, should a worker ever do harm. */
const FAREWELL = `addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('kac-')).map(name => caches.delete(name))))
    .then(() => registration.unregister()),
));
`;

/** Addresses of everything a page or a script of ours loads from `/_astro/`. */
async function assetsOf(dist: string, texts: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const queue = texts.flatMap(text => text.match(ASSET) ?? []);
  for (let asset = queue.pop(); asset !== undefined; asset = queue.pop()) {
    if (found.has(asset) || ONLINE_ONLY.test(asset)) continue;
    found.add(asset);
    if (!/\.(js|css)$/.test(asset)) continue;
    const text = await readFile(join(dist, asset), 'utf8');
    const siblings = [...text.matchAll(SIBLING)].map(([, name]) => `/_astro/${name}`);
    queue.push(...siblings, ...(text.match(ASSET) ?? []));
  }
  return [...found].toSorted();
}

/** Every page with a form that stores, and the pages that say there is no network. */
async function pagesOf(dist: string): Promise<{ address: string; html: string }[]> {
  const offline: string[] = [ROUTES.offline, EN_ROUTES.offline];
  const pages = await Promise.all(
    globSync('**/index.html', { cwd: dist }).map(async file => ({
      address: `/${file.slice(0, -'index.html'.length)}`,
      html: await readFile(join(dist, file), 'utf8'),
    })),
  );
  return pages
    .filter(({ address, html }) => FORM_PAGE.test(html) || offline.includes(address))
    .toSorted((a, b) => a.address.localeCompare(b.address));
}

/** Writes the list in front of the built worker. With `KAC_OFFLINE=off` browsers that have it drop it instead. */
export async function finishWorker(dist: string, setting: string | undefined): Promise<void> {
  const path = join(dist, WORKER_FILE);
  if (setting === 'off') return writeFile(path, FAREWELL);
  const worker = await readFile(path, 'utf8');
  const pages = await pagesOf(dist);
  const texts = pages.map(({ html }) => html);
  const assets = await assetsOf(dist, texts);
  const served = new Set(texts.flatMap(text => [...text.matchAll(SERVED_FIELD)].map(([, name]) => name)));
  const hash = createHash('sha256').update(worker);
  for (const text of [...texts, ...assets]) hash.update(text);
  const kept = {
    version: hash.digest('base64url').slice(0, 12),
    pages: pages.map(({ address }) => address),
    assets,
    served: [...served],
    offline: { lv: ROUTES.offline, en: existsSync(join(dist, EN_ROUTES.offline)) ? EN_ROUTES.offline : null },
  };
  await writeFile(path, `self.KAC=${JSON.stringify(kept)};${worker}`);
}
