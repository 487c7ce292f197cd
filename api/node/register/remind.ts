// `npm run register -- remind --dry-run`: who would be reminded today, with the number of cases and ending
// terms. Sends nothing.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { Config } from '../../config.ts';
import { createMarks } from '../../domain/register/marks.ts';
import { REMINDED } from '../../domain/register/reminders.ts';
import { soonOn } from '../../http/register/worklist.ts';
import { reminders } from '../../jobs/remind.ts';
import { fallingIn } from '../../jobs/retention.ts';
import { termWarnings } from '../../jobs/warn-terms.ts';
import type { Database } from '../../store/database.ts';
import { markedRows } from '../../store/register/marked-rows.ts';
import { peopleStore } from '../../store/register/people.ts';
import { retentionStore } from '../../store/register/retention.ts';
import { termsTold } from '../../store/register/terms-told.ts';
import { createWorklist } from '../../store/register/worklist.ts';
import { readBundle } from '../site-bundle.ts';
import { keyringOf } from './verify.ts';

/** One line per person; no addresses. */
export async function remindText(config: Config, database: Database): Promise<string> {
  const [site, now] = [readBundle(), () => new Date()];
  const marks = createMarks(await keyringOf(config));
  const people = peopleStore(markedRows(database, { marks })).list;
  const today = () => rigaDate(now());
  const due = await reminders({
    people,
    worklist: createWorklist(database),
    site,
    origin: config.origin ?? `http://${config.host}:${config.port}`,
    days: () => ({ today: today(), soon: soonOn({ site, now }) }),
  });
  const lines = due.map(({ person, digest }) => {
    const parts = REMINDED.filter(part => digest[part].length > 0).map(
      part => `${part} ${digest[part].length}`,
    );
    return `${person.name} (${person.id}): ${parts.join(', ')}`;
  });
  const store = retentionStore(database);
  const ending = await termWarnings({
    people,
    retention: { falling: viewer => fallingIn({ store, policies: site.desk?.retention ?? [], now }, viewer) },
    told: termsTold(database),
    site,
    today,
  });
  for (const { person, terms } of ending) lines.push(`${person.name} (${person.id}): terms ${terms.length}`);
  return `${(lines.length > 0 ? lines : ['Nevienam nav par ko atgādināt.']).join('\n')}\n`;
}
