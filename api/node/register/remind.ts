// `npm run register -- remind --dry-run`: who would be reminded of how much today. Sends nothing.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { Config } from '../../config.ts';
import { REMINDED } from '../../domain/register/reminders.ts';
import { soonOn } from '../../http/register/worklist.ts';
import { reminders } from '../../jobs/remind.ts';
import type { Database } from '../../store/database.ts';
import { peopleStore } from '../../store/register/people.ts';
import { createWorklist } from '../../store/register/worklist.ts';
import { readBundle } from '../site-bundle.ts';

/** One line a person; no addresses. */
export async function remindText(config: Config, database: Database): Promise<string> {
  const [site, now] = [readBundle(), () => new Date()];
  const due = await reminders({
    people: peopleStore(database).list,
    worklist: createWorklist(database),
    site,
    origin: config.origin ?? `http://${config.host}:${config.port}`,
    days: () => ({ today: rigaDate(now()), soon: soonOn({ site, now }) }),
  });
  const lines = due.map(({ person, digest }) => {
    const parts = REMINDED.filter(part => digest[part].length > 0).map(
      part => `${part} ${digest[part].length}`,
    );
    return `${person.name} (${person.id}): ${parts.join(', ')}`;
  });
  return `${(lines.length > 0 ? lines : ['Nevienam nav par ko atgādināt.']).join('\n')}\n`;
}
