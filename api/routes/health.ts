// GET /api/health: whether the service can do its work; names and states only, nothing secret.
import { Hono } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import type { AppEnv, Deps } from '../deps.ts';
import { dueFor } from '../domain/due.ts';
import { json } from '../http/reply.ts';

type Check = 'ok' | 'failed';

async function database(deps: Deps): Promise<Check> {
  try {
    await deps.ping();
    return 'ok';
  } catch {
    return 'failed';
  }
}

/** A complaint received today must get a due date: the calendar reaches far enough. */
const calendar = ({ site, now }: Deps): Check => (dueFor(site, 'complaint', now()).dueOn ? 'ok' : 'failed');

export const healthRoutes = new Hono<AppEnv>().get('/', async c => {
  const { deps } = c.var;
  const checks = { database: await database(deps), calendar: calendar(deps) };
  const healthy = Object.values(checks).every(check => check === 'ok');
  return json(
    c,
    { status: healthy ? 'ok' : 'failed', on: rigaDate(deps.now()), checks },
    healthy ? 200 : 503,
  );
});
