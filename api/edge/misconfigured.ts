// The answer to visitors while the worker's settings are wrong; the log tells the operator what to correct.
import { Hono } from 'hono';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { AppEnv } from '../deps.ts';
import { problemOf } from '../http/problems.ts';
import { wantsJson } from '../http/reply.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { renderPage } from '../views/page.ts';
import { problemPage } from '../views/problem.ts';

/** An app that answers every request with a server error, without any setting. */
export function misconfigured(site: SiteBundle): Hono<AppEnv> {
  const { status, title, detail } = problemOf('fault', 'lv');
  return new Hono<AppEnv>().use(securityHeaders).all('*', async c => {
    c.header('Cache-Control', 'no-store');
    if (!wantsJson(c)) return c.html(await renderPage(site, problemPage({ title, detail }, 'lv')), status);
    const body = JSON.stringify({ type: 'about:blank', title, status, detail });
    return c.body(body, status, { 'Content-Type': 'application/problem+json' });
  });
}
