// What the parts of the calendar and policy files must agree on; the schema reports each problem at its field.
import { addDays, isWeekend, weekday, yearOf } from './dates.ts';
import { holidaysOf, type ListedHolidays } from './holidays.ts';

interface MovedDay {
  off: string;
  worked: string;
}

/** The facts compared here. Own shape instead of the schema's type, because the schema imports this file. */
interface CalendarFacts extends ListedHolidays {
  from: number;
  through: number;
  years: readonly { year: number; movedDays: 'listed' | 'none' | 'unknown'; follows: boolean }[];
  movedDays: readonly MovedDay[];
}

export interface Problem {
  path: (string | number)[];
  /** For the editor, in Latvian. */
  message: string;
}

function yearProblems(data: CalendarFacts): Problem[] {
  if (data.from > data.through) return [{ path: ['through'], message: 'Pēdējais gads ir pirms pirmā gada.' }];
  const problems: Problem[] = [];
  for (let year = data.from; year <= data.through; year += 1) {
    const entries = data.years.filter(entry => entry.year === year).length;
    if (entries === 1) continue;
    const what =
      entries === 0 ? `Sarakstā nav ieraksta par ${year}. gadu.` : `${year}. gads ierakstīts vairākkārt.`;
    problems.push({ path: ['years'], message: what });
  }
  return problems;
}

/** An order cannot be followed before it is known, and “listed” must not promise an empty list. */
function stateProblems(data: CalendarFacts): Problem[] {
  return data.years.flatMap((entry, i) => {
    const isListed = data.movedDays.some(day => yearOf(day.off) === entry.year);
    const problems: Problem[] = [];
    if (entry.year < data.from || entry.year > data.through) {
      problems.push({
        path: ['years', i, 'year'],
        message: `${entry.year}. gads ir ārpus kalendāra gadiem.`,
      });
    }
    if (entry.movedDays === 'unknown' && entry.follows) {
      const message = 'Rīkojumu nevar ievērot, kamēr pārceltās dienas nav zināmas: follows jābūt false.';
      problems.push({ path: ['years', i, 'follows'], message });
    }
    if ((entry.movedDays === 'listed') !== isListed) {
      const message = `${entry.year}. gada ieraksts nesaskan ar sarakstu “movedDays”.`;
      problems.push({ path: ['years', i, 'movedDays'], message });
    }
    return problems;
  });
}

const mondayOf = (date: string): string => {
  let day = date;
  while (weekday(day) !== 'monday') day = addDays(day, -1);
  return day;
};

/** Darba likums 133(4): a working day moves to a Saturday of the same week, or of another week in the same month. */
function movedDayProblem(day: MovedDay): string | null {
  if (isWeekend(day.off)) return 'Par brīvdienu var kļūt tikai darba diena no pirmdienas līdz piektdienai.';
  if (weekday(day.worked) !== 'saturday') return 'Darba dienu pārceļ tikai uz sestdienu.';
  if (yearOf(day.off) !== yearOf(day.worked)) return 'Abām dienām jābūt vienā gadā.';
  const near = day.off.slice(0, 7) === day.worked.slice(0, 7) || mondayOf(day.off) === mondayOf(day.worked);
  return near ? null : 'Sestdienai jābūt tajā pašā nedēļā vai mēnesī (Darba likuma 133. panta ceturtā daļa).';
}

function movedDaysProblems(data: CalendarFacts): Problem[] {
  return data.movedDays.flatMap((day, i) => {
    const problems: Problem[] = [];
    const message = movedDayProblem(day);
    if (message) problems.push({ path: ['movedDays', i], message });
    const holidays = new Set(holidaysOf(yearOf(day.off), data).map(holiday => holiday.date));
    for (const field of ['off', 'worked'] as const) {
      if (holidays.has(day[field])) {
        problems.push({
          path: ['movedDays', i, field],
          message: 'Šī diena jau ir svētku diena vai brīvdiena.',
        });
      }
    }
    return problems;
  });
}

/** Every listed date stands once and in a covered year; a date out of range would silently do nothing. */
function dateProblems(data: CalendarFacts): Problem[] {
  const dates = [
    ...data.movedDays.flatMap((day, i) => [
      { path: ['movedDays', i, 'off'], date: day.off },
      { path: ['movedDays', i, 'worked'], date: day.worked },
    ]),
    ...data.oneOffHolidays.map((day, i) => ({ path: ['oneOffHolidays', i, 'date'], date: day.date })),
    ...data.songFestivalClosingDays.map((day, i) => ({
      path: ['songFestivalClosingDays', i, 'date'],
      date: day.date,
    })),
  ];
  return dates.flatMap(({ path, date }, i) => {
    const outside = yearOf(date) < data.from || yearOf(date) > data.through;
    if (outside) return [{ path, message: `${date} ir ārpus kalendāra gadiem.` }];
    const repeated = dates.findIndex(other => other.date === date) !== i;
    return repeated ? [{ path, message: `${date} jau ir ierakstīts citā vietā.` }] : [];
  });
}

/** All disagreements within the calendar file; empty when it is sound. */
export const calendarProblems = (data: CalendarFacts): Problem[] => [
  ...yearProblems(data),
  ...stateProblems(data),
  ...movedDaysProblems(data),
  ...dateProblems(data),
];

/** Policies must stand in order, each with its own date, so that exactly one holds on any day. */
export function policyProblems(policies: readonly { inForce: string }[]): Problem[] {
  return policies.flatMap((policy, i) => {
    const previous = policies[i - 1];
    if (!previous || previous.inForce < policy.inForce) return [];
    return [
      { path: ['policies', i, 'inForce'], message: 'Kārtībām jābūt secībā pēc datuma, senākajai pirmajai.' },
    ];
  });
}
