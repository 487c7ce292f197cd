// The wrong method on a known address: 405 with what is allowed, read off the routes themselves (RFC 9110, 15.5.6).
import type { Hono, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../deps.ts';
import { isOpenData, PREFLIGHT_HEADERS } from './open-data.ts';
import { type AppContext, problem } from './reply.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What takes every method is middleware or answers for what is not there. */
const takes = (app: Hono<AppEnv>, method: string, path: string): boolean =>
  app.router.match(method, path)[0].some(([[, route]]) => route.method === method);

/** For the header `Allow`. Whoever answers GET answers HEAD. */
const allowOf = (methods: readonly string[]): string =>
  methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');

/** The answer to a method that an address does not take; `OPTIONS` asks just that. */
export function refuseMethod(c: AppContext, allow: string): Promise<Response> | Response {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allow });
  return problem(c, 'method', { headers: { Allow: allow } });
}

/** Stands before the routes of `app`, so that nothing is read or looked up for a request that no route takes. */
export function knownMethods(app: Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  return async function knownMethods(c, next) {
    const { method, path } = c.req;
    const asked = method === 'HEAD' ? 'GET' : method;
    if (matchedRoutes(c).some(route => route.method === asked)) return next();
    if (method === 'OPTIONS' && isOpenData(path))
      return c.body(null, 204, { Allow: allowOf(['GET']), ...PREFLIGHT_HEADERS });
    // The routes are there whether the institution has an English edition or not.
    const isOff = path.startsWith('/en/') && c.var.deps.site.shellEn === null;
    const taken = isOff ? [] : METHODS.filter(one => takes(app, one, path));
    return taken.length > 0 ? refuseMethod(c, allowOf(taken)) : next();
  };
}
