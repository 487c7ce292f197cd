// GET /api/health: whether the service can do its work; names and states only, nothing secret. It answers in time
// whatever hangs, because those who ask (a balancer, a watcher) give up after a few seconds.
import { Hono } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import type { AppEnv, Deps } from '../deps.ts';
import { dueFor } from '../domain/due.ts';
import { json } from '../http/reply.ts';

/** `no-answer`: it hangs. */
type Check = 'ok' | 'failed' | 'no-answer' | 'off';

/** Milliseconds for all checks together. */
const PATIENCE_MS = 1500;

interface Running {
  readonly database: Promise<Check>;
  readonly writing: Promise<Check>;
  readonly mail: Promise<Check>;
}

const stateOf = (work: Promise<unknown>): Promise<Check> =>
  work.then(
    () => 'ok',
    () => 'failed',
  );

/** A disk that is full or may only be read answers every question and takes no complaint. */
async function writing({ writeProbe }: Deps, database: Promise<Check>): Promise<Check> {
  if (!writeProbe) return 'off';
  // What can't be reached is not asked twice: that answer would outlast the outage.
  const reached = await database;
  return reached === 'ok' ? stateOf(writeProbe()) : reached;
}

/** What is asked at the moment. While it hangs, who asks again waits for the same answer and adds no work. */
const running = new WeakMap<Deps, Running>();

function checksOf(deps: Deps): Running {
  const present = running.get(deps);
  if (present) return present;
  const database = stateOf(deps.ping());
  // Dead letters, or one that has waited for an hour, are for the operator to look at.
  const mail = deps.mail.check().catch((): Check => 'failed');
  const checks = { database, writing: writing(deps, database), mail };
  running.set(deps, checks);
  void Promise.allSettled(Object.values(checks)).then(() => running.delete(deps));
  return checks;
}

/** A complaint received today must get a due date: the calendar reaches far enough. */
const calendar = ({ site, now }: Deps): Check => (dueFor(site, 'complaint', now()).dueOn ? 'ok' : 'failed');

const works = (check: Check): boolean => check === 'ok' || check === 'off';

export const healthRoutes = new Hono<AppEnv>().get('/', async c => {
  const { deps } = c.var;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Check>(resolve => {
    timer = setTimeout(() => resolve('no-answer'), PATIENCE_MS);
  });
  const asked = checksOf(deps);
  const [database, write, mail] = await Promise.all(
    [asked.database, asked.writing, asked.mail].map(check => Promise.race([check, late])),
  );
  clearTimeout(timer);
  const needed = { database, writing: write, calendar: calendar(deps) } as Record<string, Check>;
  const other = { mail, ...(deps.backups ? { backups: deps.backups().check } : {}) } as Record<string, Check>;
  const isWorking = Object.values(needed).every(works);
  // A visitor who gives an address that does not exist makes a dead letter: that must not take the service off line.
  const status = !isWorking ? 'failed' : Object.values(other).every(works) ? 'ok' : 'degraded';
  const body = { status, on: rigaDate(deps.now()), checks: { ...needed, ...other } };
  return json(c, body, isWorking ? 200 : 503);
});
