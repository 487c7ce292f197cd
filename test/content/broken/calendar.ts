// Mistakes in opening hours and in the calendar of holidays and moved days.
import { type Broken, broken, hours } from './broken.ts';

const calendar = 'content/calendar/kalendars.yaml';
const MOVED =
  'movedDays:\n  - { off: 2026-06-22, worked: 2026-06-27, title: Par pārcelšanu, source: Rīkojums Nr. 1, checked: 2026-11-22 }';
const exception = (entry: string) => `\nexceptions:\n  - ${entry}\n---\n`;

export const CALENDAR: readonly Broken[] = [
  broken(
    'an exception without a reason',
    hours,
    '\n---\n',
    exception('{ date: 2026-12-04, hours: [] }'),
    '8 exceptions[1].reason: trūkst lauka “reason” | Pievienojiet rindu: reason: "…"',
  ),
  broken(
    'an exception with an empty reason',
    hours,
    '\n---\n',
    exception('{ date: 2026-12-04, hours: [], reason: "" }'),
    '8 exceptions[1].reason: tekstā nav neviena burta | vismaz 3 rakstzīmes',
  ),
  broken(
    'an exception whose hours overlap',
    hours,
    '\n---\n',
    exception('{ date: 2026-12-04, hours: ["09:00-12:00", "11:00-13:00"], reason: mācības }'),
    '8 exceptions[1].hours: laiki pārklājas | ["08:30-12:30", "13:00-17:00"]',
  ),
  broken(
    'a moved day without a source',
    calendar,
    'movedDays: []',
    MOVED.replace('source: Rīkojums Nr. 1, ', ''),
    '9 movedDays[1].source: trūkst lauka “source” | Avots: tiesību akts',
  ),
  broken(
    'a moved day in a year that lists none',
    calendar,
    'movedDays: []',
    MOVED,
    '7 years[1].movedDays: nesaskan ar sarakstu “movedDays” | movedDays: listed',
  ),
  broken(
    'a moved day of an unknown year',
    calendar,
    'movedDays: []',
    MOVED.replace('2026-06-22', '2031-06-16').replace('2026-06-27', '2031-06-21'),
    '9 movedDays[1].off: 2031-06-16 ir ārpus kalendāra gadiem | no 2026. līdz 2026. gadam',
    '9 movedDays[1].worked: 2031-06-21 ir ārpus kalendāra gadiem | Labojiet gadu datumā',
  ),
  broken(
    'a one-off holiday of an unknown year',
    calendar,
    'oneOffHolidays: []',
    'oneOffHolidays:\n  - { date: 2031-05-29, title: Diena pēc uzvaras, source: Likuma grozījums, checked: 2026-11-22 }',
    '10 oneOffHolidays[1].date: 2031-05-29 ir ārpus kalendāra gadiem | no 2026. līdz 2026. gadam',
  ),
  broken(
    'a calendar that ends before it starts',
    calendar,
    'through: 2026',
    'through: 2025',
    '2 through: pēdējais gads ir pirms pirmā | nav agrāks par 2026',
  ),
];
