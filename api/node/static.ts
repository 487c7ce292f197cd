// Serves the built site from memory: cache headers, 304, compressed forms, redirects, the site's own 404
// page.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Env, MiddlewareHandler } from 'hono';
import { EMPTY_KEY } from '../../src/forms/empty-key.ts';
import type { Awaitable } from '../domain/crypto/primitives.ts';
import { type Encoding, rememberingNegotiator } from './negotiate.ts';
import type { StaticFile, StaticSite, Variant } from './static-site.ts';

export { loadStatic, type StaticSite } from './static-site.ts';

export interface StaticOptions<E extends Env> {
  /** A new idempotency key, letters of base64url only: it is inserted into the page unescaped. */
  readonly newKey: () => Awaitable<string>;
  /** Answers another method than GET and HEAD on an address of the site. */
  readonly refuseMethod: (c: Context<E>, allow: string) => Awaitable<Response>;
}

const BROTLI_QUALITY = 4;
/** A page may move with the next build. */
const REDIRECT_CACHING = { 'Cache-Control': 'max-age=0, must-revalidate' } as const;

/** The last handler of the app: it answers every request that reaches it. */
export function staticHandler<E extends Env>(
  site: StaticSite,
  { newKey, refuseMethod }: StaticOptions<E>,
): MiddlewareHandler<E> {
  const negotiate = rememberingNegotiator();
  return async c => {
    const file = site.files.get(c.req.path);
    const target = file ? null : redirectTarget(site, c.req.path);
    const { method } = c.req;
    if ((file || target) && method !== 'GET' && method !== 'HEAD') return refuseMethod(c, 'GET, HEAD');
    if (target)
      return c.body(null, 301, { Location: encodeURI(target) + query(c.req.url), ...REDIRECT_CACHING });
    const answer = file ?? site.notFound;
    if (!answer) return c.text('Lapa nav atrasta.', 404);
    const accepted = negotiate(c.req.header('Accept-Encoding'));
    if (answer.template) return withKey(c, answer.template, file ? 200 : 404, accepted, newKey);
    return asStored(c, answer, file ? 200 : 404, accepted);
  };
}

function asStored(c: Context, file: StaticFile, status: 200 | 404, accepted: readonly Encoding[]): Response {
  const variant = best(file, accepted);
  if (status === 200 && matches(c.req.header('If-None-Match'), variant.etag)) {
    return c.body(null, 304, variant.validators);
  }
  return send(c, variant.bytes, status, status === 200 ? variant.full : variant.untagged);
}

/** A form page gets a new key on every view, so no cache may store it. */
async function withKey(
  c: Context,
  [start = '', ...rest]: readonly string[],
  status: 200 | 404,
  accepted: readonly Encoding[],
  newKey: StaticOptions<Env>['newKey'],
): Promise<Response> {
  let filled = start;
  for (const piece of rest) filled += EMPTY_KEY.replace('""', `"${await newKey()}"`) + piece;
  const page = new TextEncoder().encode(filled);
  const encoding = accepted[0] ?? 'identity';
  const bytes = compress(page, encoding);
  return send(c, bytes, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(bytes.length),
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
}

function send(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  status: 200 | 404,
  headers: Readonly<Record<string, string>>,
): Response {
  return c.req.method === 'HEAD' ? c.body(null, status, headers) : c.body(bytes, status, headers);
}

function compress(page: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'identity') return page;
  if (encoding === 'gzip') return new Uint8Array(gzipSync(page));
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  return new Uint8Array(brotliCompressSync(page, { params }));
}

function best(file: StaticFile, accepted: readonly Encoding[]): Variant {
  for (const encoding of accepted) {
    const variant = file.variants[encoding];
    if (variant) return variant;
  }
  return file.variants.identity;
}

/** One address per page: `/gaita` and `/gaita/index.html` redirect to `/gaita/`. */
function redirectTarget(site: StaticSite, path: string): string | null {
  const target = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : `${path}/`;
  return site.files.has(target) ? target : null;
}

function query(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

/** If-None-Match, compared weakly as RFC 9110, 13.1.2 requires. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
