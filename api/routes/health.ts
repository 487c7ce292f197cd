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

/** A disk that is full or may only be read answers every question and takes no complaint. */
async function writing({ writeProbe }: Deps): Promise<Check | 'off'> {
  if (!writeProbe) return 'off';
  try {
    await writeProbe();
    return 'ok';
  } catch {
    return 'failed';
  }
}

/** Dead letters, or one that has waited for an hour, are for the operator to look at. */
async function mail(deps: Deps): Promise<Check | 'off'> {
  try {
    return await deps.mail.check();
  } catch {
    return 'failed';
  }
}

/** A complaint received today must get a due date: the calendar reaches far enough. */
const calendar = ({ site, now }: Deps): Check => (dueFor(site, 'complaint', now()).dueOn ? 'ok' : 'failed');

export const healthRoutes = new Hono<AppEnv>().get('/', async c => {
  const { deps } = c.var;
  const reached = await database(deps);
  const needed = {
    database: reached,
    // What can't be reached is not asked twice: that answer would outlast the outage.
    writing: reached === 'ok' ? await writing(deps) : reached,
    calendar: calendar(deps),
  };
  const checks = {
    ...needed,
    mail: await mail(deps),
    ...(deps.backups ? { backups: deps.backups().check } : {}),
  };
  const works = Object.values(needed).every(check => check !== 'failed');
  // A visitor who gives an address that does not exist makes a dead letter: that must not take the service off line.
  const degraded = checks.mail === 'failed' || checks.backups === 'failed';
  const status = !works ? 'failed' : degraded ? 'degraded' : 'ok';
  return json(c, { status, on: rigaDate(deps.now()), checks }, works ? 200 : 503);
});
