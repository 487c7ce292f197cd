// Public holidays of a year: the statutory ones by rule, and the one-off and festival days listed in the
// calendar. Law: “Par svētku, atceres un atzīmējamām dienām” s. 1, https://likumi.lv/ta/id/72608.
import { addDays, isWeekend, weekday, yearOf } from './dates.ts';
import { formatDay, formatWeekday } from './format.ts';

export interface Holiday {
  date: string;
  /** The name for visitors, for use in brackets or in a table cell. */
  name: string;
  kind: 'statutory' | 'one-off' | 'festival' | 'substitute';
}

/** The listed days that no rule can predict. */
export interface ListedHolidays {
  oneOffHolidays: readonly { date: string; title: string }[];
  songFestivalClosingDays: readonly { date: string; title: string }[];
}

const FIXED: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', 'Jaungada diena'],
  ['05-01', 'Darba svētki, Latvijas Republikas Satversmes sapulces sasaukšanas diena'],
  ['05-04', 'Latvijas Republikas Neatkarības atjaunošanas diena'],
  ['06-23', 'Līgo diena'],
  ['06-24', 'Jāņu diena'],
  ['11-18', 'Latvijas Republikas Proklamēšanas diena'],
  ['12-24', 'Ziemassvētku vakars'],
  ['12-25', 'Pirmie Ziemassvētki'],
  ['12-26', 'Otrie Ziemassvētki'],
  ['12-31', 'Vecgada diena'],
];

/** Days after Easter Sunday. */
const BY_EASTER: readonly (readonly [days: number, name: string])[] = [
  [-2, 'Lielā Piektdiena'],
  [0, 'Pirmās Lieldienas'],
  [1, 'Otrās Lieldienas'],
  [49, 'Vasarsvētki'],
];

/**
 * By law only these two (and the festival) give a substitute day off; Jāņi or Christmas on a Sunday do not.
 */
const SUBSTITUTED = ['05-04', '11-18'];

/** Easter Sunday of a Gregorian year, by the Meeus–Jones–Butcher rule. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearInCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - epact - (yearInCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  // Counted in days from 22 March, the earliest possible Easter.
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late);
}

function mothersDay(year: number): string {
  const eighth = `${year}-05-08`;
  const daysToSunday = [0, 1, 2, 3, 4, 5, 6].find(days => weekday(addDays(eighth, days)) === 'sunday');
  return addDays(eighth, daysToSunday ?? 0);
}

function statutory(year: number): Holiday[] {
  const easter = easterSunday(year);
  return [
    ...FIXED.map(([monthDay, name]) => ({ date: `${year}-${monthDay}`, name })),
    ...BY_EASTER.map(([days, name]) => ({ date: addDays(easter, days), name })),
    { date: mothersDay(year), name: 'Mātes diena' },
  ].map(day => ({ ...day, kind: 'statutory' as const }));
}

function listed(year: number, days: ListedHolidays): Holiday[] {
  const inYear = (day: { date: string }) => yearOf(day.date) === year;
  return [
    ...days.oneOffHolidays.filter(inYear).map(day => ({ ...day, kind: 'one-off' as const })),
    ...days.songFestivalClosingDays.filter(inYear).map(day => ({ ...day, kind: 'festival' as const })),
  ].map(({ date, title, kind }) => ({ date, name: title, kind }));
}

function substituteFor(holiday: Holiday, taken: ReadonlySet<string>): Holiday {
  let date = addDays(holiday.date, 1);
  while (isWeekend(date) || taken.has(date)) date = addDays(date, 1);
  const fallsOn = formatWeekday(weekday(holiday.date), 'locative');
  const name = `brīvdiena, jo ${formatDay(holiday.date)} ir svētku diena un iekrīt ${fallsOn}`;
  return { date, name, kind: 'substitute' };
}

/**
 * All holidays of a year in date order, substitute days included. 4 May, 18 November and the Song Festival's
 * closing day give the next working day off when they fall on Saturday or Sunday; no other holiday does.
 */
export function holidaysOf(year: number, days: ListedHolidays): Holiday[] {
  const holidays = [...statutory(year), ...listed(year, days)];
  const taken = new Set(holidays.map(day => day.date));
  const substitutes = holidays
    .filter(
      day => day.kind === 'festival' || (day.kind === 'statutory' && SUBSTITUTED.includes(day.date.slice(5))),
    )
    .filter(day => isWeekend(day.date))
    .map(day => substituteFor(day, taken));
  return [...holidays, ...substitutes].sort((a, b) => a.date.localeCompare(b.date));
}
