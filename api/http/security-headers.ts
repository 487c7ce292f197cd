// Headers of every response: only our own scripts and styles, no framing, no referrer, no sniffing.
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../deps.ts';
import { HSTS } from '../domain/hsts.ts';
import { isOpenData, OPEN_HEADERS } from './open-data.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  // The proof of work is computed in a worker, and a service worker makes the form pages available offline.
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/**
 * Headers that a response may set itself: an uploaded file has a stricter policy, and a form of the register
 * must send its origin, which a browser withholds under a no-referrer policy.
 */
const OWN: ReadonlySet<string> = new Set(['Content-Security-Policy', 'Referrer-Policy']);

/** Sets them on the app's responses; HSTS only when the public address is https. */
export const securityHeaders = createMiddleware<AppEnv>(async function securityHeaders(c, next) {
  await next();
  const headers = isOpenData(c.req.path) ? { ...HEADERS, ...OPEN_HEADERS } : HEADERS;
  for (const [name, value] of Object.entries(headers)) {
    if (OWN.has(name) && c.res.headers.has(name)) continue;
    c.res.headers.set(name, value);
  }
  // Redirects and empty answers among them: what says nothing of its own is kept by no cache.
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  const { settings } = c.get('deps') ?? {};
  const hsts = HSTS[settings?.hsts ?? 'host'];
  if (hsts !== null && settings?.origin?.startsWith('https:'))
    c.res.headers.set('Strict-Transport-Security', hsts);
});
