// Tells the service workers which files make the form pages, and the kiosk, work without a network (Node).
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KIOSK } from '../kiosk/routes.ts';
import { ROUTES } from '../site/routes.ts';
import { EN_ROUTES } from '../site/routes-en.ts';

/** Where the worker stands; it may speak for the pages below its own address only. */
export const WORKER_FILE = 'sw.js';
export const WORKER_SOURCE = 'src/forms/browser/worker.ts';
/** The same worker for the screen in the hall: visitors need not fetch the kiosk's pages, nor the screen theirs. */
const KIOSK_WORKER = 'kiosks/sw.js';

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
const farewell = (prefix: string): string => `addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('${prefix}')).map(name => caches.delete(name))))
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

/** One worker: where it stands, what its caches begin with, which pages it keeps, what it shows for any other. */
interface Kind {
  readonly file: string;
  readonly prefix: string;
  readonly keeps: (page: Page) => boolean;
  readonly offline: { readonly lv: string; readonly en: string | null };
}

/** The kiosk's start and what a tile on it opens; a thousand services are too many to fetch with every build. */
const FIRST_OF_KIOSK = new RegExp(`^${KIOSK.home}([a-z-]+/)?$`);

function kindsFor(dist: string): readonly Kind[] {
  const sorry: string[] = [ROUTES.offline, EN_ROUTES.offline];
  const english = existsSync(join(dist, EN_ROUTES.offline)) ? EN_ROUTES.offline : null;
  return [
    {
      file: WORKER_FILE,
      prefix: 'kac-',
      // Every page with a form that stores, and the pages that say there is no network.
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

/** Writes the lists in front of the built worker. With `KAC_OFFLINE=off` browsers that have it drop it instead. */
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
