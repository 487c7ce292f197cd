// Tells the service workers which files the form pages and the kiosk need to work without a network (Node).
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KIOSK } from '../kiosk/routes.ts';
import { ROUTES } from '../site/routes.ts';
import { EN_ROUTES } from '../site/routes-en.ts';

/** Path of the worker; it controls only pages below its own address. */
export const WORKER_FILE = 'sw.js';
export const WORKER_SOURCE = 'src/forms/browser/worker.ts';
/**
 * The same worker for the kiosk screen: visitors need not download the kiosk's pages, nor the screen theirs.
 */
const KIOSK_WORKER = 'kiosks/sw.js';

/** A hidden field that is empty in the built page and filled when the page is served. */
const SERVED_FIELD = /<input type="hidden" name="([\w-]+)" value="">/g;
/** A form with drafts; the small question under a service is not one. */
const FORM_PAGE = /<form class="form"[^>]*>\s*<input type="hidden" name="idempotencyKey"/;
const ASSET = /\/_astro\/[\w.-]+/g;
/** How built scripts refer to one another. */
const SIBLING = /["'`]\.\/([\w.-]+\.js)["'`]/g;
/** It needs the server, so it is useless without a network, and it is larger than all the rest together. */
const ONLINE_ONLY = /\/proof-of-work\.[\w-]+\.js$/;

/** A worker that unregisters itself and deletes its caches: the way back if a worker ever causes harm. */
const farewell = (prefix: string): string => `addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('${prefix}')).map(name => caches.delete(name))))
    .then(() => registration.unregister()),
));
`;

/** Addresses of all files that a page or script of ours loads from `/_astro/`. */
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

interface Page {
  readonly address: string;
  readonly html: string;
}

async function builtPages(dist: string): Promise<Page[]> {
  const pages = await Promise.all(
    globSync('**/index.html', { cwd: dist }).map(async file => ({
      address: `/${file.slice(0, -'index.html'.length)}`,
      html: await readFile(join(dist, file), 'utf8'),
    })),
  );
  return pages.toSorted((a, b) => a.address.localeCompare(b.address));
}

/**
 * One worker: its path, the prefix of its caches, the pages it keeps, and the page it shows for all others.
 */
interface Kind {
  readonly file: string;
  readonly prefix: string;
  readonly keeps: (page: Page) => boolean;
  readonly offline: { readonly lv: string; readonly en: string | null };
}

/**
 * The kiosk's start page and the pages its tiles open. All services would be too many to download after every
 * build.
 */
const FIRST_OF_KIOSK = new RegExp(`^${KIOSK.home}([a-z-]+/)?$`);

function kindsFor(dist: string): readonly Kind[] {
  const sorry: string[] = [ROUTES.offline, EN_ROUTES.offline];
  const english = existsSync(join(dist, EN_ROUTES.offline)) ? EN_ROUTES.offline : null;
  return [
    {
      file: WORKER_FILE,
      prefix: 'kac-',
      // Every page with a form that stores, and the offline pages.
      keeps: ({ address, html }) => FORM_PAGE.test(html) || sorry.includes(address),
      offline: { lv: ROUTES.offline, en: english },
    },
    {
      file: KIOSK_WORKER,
      prefix: 'kiosks-',
      keeps: ({ address }) => FIRST_OF_KIOSK.test(address),
      offline: { lv: KIOSK.offline, en: null },
    },
  ];
}

/**
 * Writes the lists in front of the built worker. With `KAC_OFFLINE=off`, browsers that have the worker remove
 * it.
 */
export async function finishWorker(dist: string, setting: string | undefined): Promise<void> {
  const worker = await readFile(join(dist, WORKER_FILE), 'utf8');
  const pages = setting === 'off' ? [] : await builtPages(dist);
  for (const kind of kindsFor(dist)) {
    const text = setting === 'off' ? farewell(kind.prefix) : await listed(dist, worker, pages, kind);
    await mkdir(join(dist, dirname(kind.file)), { recursive: true });
    await writeFile(join(dist, kind.file), text);
  }
}

async function listed(dist: string, worker: string, built: readonly Page[], kind: Kind): Promise<string> {
  const pages = built.filter(kind.keeps);
  const texts = pages.map(({ html }) => html);
  const assets = await assetsOf(dist, texts);
  const served = new Set(texts.flatMap(text => [...text.matchAll(SERVED_FIELD)].map(([, name]) => name)));
  const hash = createHash('sha256').update(worker);
  for (const text of [...texts, ...assets]) hash.update(text);
  const kept = {
    prefix: kind.prefix,
    version: hash.digest('base64url').slice(0, 12),
    pages: pages.map(({ address }) => address),
    assets,
    served: [...served],
    offline: kind.offline,
  };
  return `self.KAC=${JSON.stringify(kept)};${worker}`;
}
