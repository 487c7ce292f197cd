// GET /api/openapi.json: the API description, derived from the schemas that check requests.
import { Hono } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import type { AppEnv } from '../deps.ts';
import { formsOf } from '../http/forms.ts';
import { describeApi } from '../http/openapi.ts';
import { json } from '../http/reply.ts';

export const openapiRoutes = new Hono<AppEnv>().get('/', c => {
  const { site, now, settings } = c.var.deps;
  return json(
    c,
    describeApi(formsOf(site, 'lv'), rigaDate(now()), settings.origin ?? new URL(c.req.url).origin),
  );
});
