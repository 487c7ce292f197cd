// The service worker: opens form pages without a network, and says so instead of any other page. What the server
// answers is never kept; kept is only what the build lists (`src/build/offline.ts`), and only that build's.

/** Put before this script by the build. */
interface Kept {
  /** What the caches of this worker begin with: it leaves those of others alone. */
  readonly prefix: string;
  /** Changes with any of the files. */
  readonly version: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
  /** Hidden fields that the server fills in as it serves a page; the kept copy has them empty. */
  readonly served: readonly string[];
  /** Shown for a page that is not kept. The English one is null where there is no English edition. */
  readonly offline: { readonly lv: string; readonly en: string | null };
}

// A module for the compiler's sake; browsers run it as a plain script.
export {};

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  readonly KAC: Kept;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', act: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', act: (event: FetchEvent) => void): void;
}

const worker = globalThis as unknown as Worker;
const { prefix, version, pages, assets, served, offline } = worker.KAC;
const CACHE = `${prefix}${version}`;
/** On a line that is there in name only, the kept form is worth more than waiting; milliseconds. */
const PATIENCE = 8_000;

/** Headers that speak of the bytes as they were sent, or of a cache. */
const NOT_KEPT = ['content-length', 'content-encoding', 'etag', 'vary', 'cache-control'];

/** A copy for everybody: without what the server wrote in for this one view. */
async function copy(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok || response.redirected) throw new TypeError(`${address}: ${response.status}`);
  const text = served.reduce(
    (page, name) => page.replaceAll(new RegExp(`(name="${name}" value=")[^"]*`, 'g'), '$1'),
    await response.text(),
  );
  const headers = new Headers(response.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  return new Response(text, { headers });
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all([
    cache.addAll([...assets]),
    ...pages.map(async address => cache.put(address, await copy(address))),
  ]);
  await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await worker.clients.claim();
}

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return cache.match(address);
}

async function offlinePage({ pathname, searchParams }: URL): Promise<Response> {
  const english = pathname.startsWith('/en/') || searchParams.get('lang') === 'en';
  const page = await kept((english && offline.en) || offline.lv);
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: page.headers });
}

const later = (wait: number): Promise<undefined> =>
  new Promise(resolve => setTimeout(() => resolve(undefined), wait));

/** The network first: hours and texts are never older than the network. */
async function open(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const isKept = request.method === 'GET' && pages.includes(url.pathname);
  const fromNetwork = fetch(request);
  try {
    if (!isKept) return await fromNetwork;
    const first = await Promise.race([fromNetwork, later(PATIENCE)]);
    return first ?? (await kept(url.pathname)) ?? (await fromNetwork);
  } catch {
    return (isKept && (await kept(url.pathname))) || offlinePage(url);
  }
}

/** Staff pages and files on their way are none of our business. */
const isOurs = (request: Request, { origin, pathname }: URL): boolean =>
  origin === location.origin &&
  !pathname.startsWith('/registrs/') &&
  !request.headers.get('content-type')?.startsWith('multipart/');

worker.addEventListener('install', event => event.waitUntil(keepAll()));
worker.addEventListener('activate', event => event.waitUntil(takeOver()));
worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (!isOurs(request, url)) return;
  if (request.mode === 'navigate') event.respondWith(open(request));
  else if (request.method === 'GET' && assets.includes(url.pathname))
    event.respondWith(kept(url.pathname).then(response => response ?? fetch(request)));
});
