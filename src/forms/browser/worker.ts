// The service worker: opens form pages without a network, and an explanation instead of any other page. It
// caches no answers of the server, only the files that the build lists (`src/build/offline.ts`), and only
// those of one build.

/** Written before this script by the build. */
interface Kept {
  /** Prefix of this worker's caches; it leaves other caches alone. */
  readonly prefix: string;
  /** Changes when any of the files changes. */
  readonly version: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
  /** Hidden fields that the server fills when it serves a page; empty in the cached copy. */
  readonly served: readonly string[];
  /** Shown for a page that is not cached. The English one is null when there is no English edition. */
  readonly offline: { readonly lv: string; readonly en: string | null };
}

// A module for the compiler only; browsers run it as a plain script.
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
/** On a very slow network, the cached form is better than a longer wait; milliseconds. */
const PATIENCE = 8_000;

/** Headers about the sent bytes or a cache, which do not apply to the copy. */
const NOT_KEPT = ['content-length', 'content-encoding', 'etag', 'vary', 'cache-control'];

/** A copy for all visitors: without the values that the server filled in for this view. */
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

/** The network first, so that hours and texts are up to date. */
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

/** Staff pages and uploads are not handled here. */
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
