// Root: the same address without the actual work. It reads and checks the form, answers, and stores nothing.
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { formsOf } from '../../../api/http/forms.ts';
import { readBody } from '../../../api/http/read-body.ts';
import { securityHeaders } from '../../../api/http/security-headers.ts';
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { validate } from '../../../src/forms/validate.ts';
import { serveToBench } from './child.ts';

const bundle = new URL('../../../build/site-bundle.json', import.meta.url);
const site = JSON.parse(readFileSync(bundle, 'utf8')) as SiteBundle;
const form = formsOf(site, 'lv').complaint;

const app = new Hono().use(securityHeaders).post('/api/complaints', async c => {
  const body = await readBody(c.req.raw);
  if (!body.ok) return c.text(body.reason, 400);
  const checked = validate(form, body.payload, body.encoding, rigaDate(new Date()));
  if (!checked.ok) return c.text('invalid', 422);
  return body.encoding === 'json'
    ? c.json({ reference: 'KAC-26-7Q4W-X29' }, 201)
    : c.redirect('/sanemts/', 303);
});

await serveToBench(app.fetch);
