// Consistency of the calendar and policy files; the schema reports each problem at its field.
import { addDays, isWeekend, weekday, yearOf } from './dates.ts';
import { holidaysOf, type ListedHolidays } from './holidays.ts';

interface MovedDay {
  off: string;
  worked: string;
}

/** The facts compared here. Not the schema's type, because the schema imports this file. */
interface CalendarFacts extends ListedHolidays {
  from: number;
  through: number;
  years: readonly { year: number; movedDays: 'listed' | 'none' | 'unknown'; follows: boolean }[];
  movedDays: readonly MovedDay[];
}

export interface Problem {
  path: (string | number)[];
  /** What is wrong, in Latvian, for the editor. */
  message: string;
  /** What to write instead. */
  fix: string;
}

const rangeFix = ({ from, through }: CalendarFacts, correct: string): string =>
  `${correct} – kalendārs aptver laiku no ${from}. līdz ${through}. gadam – vai papildiniet “from”, “through” un “years”.`;

function yearProblems(data: CalendarFacts): Problem[] {
  if (data.from > data.through) {
    const fix = `Laukā “through” rakstiet gadu, kas nav agrāks par ${data.from}.`;
    return [{ path: ['through'], message: 'Pēdējais gads ir pirms pirmā gada.', fix }];
  }
  const problems: Problem[] = [];
  for (let year = data.from; year <= data.through; year += 1) {
    const entries = data.years.filter(entry => entry.year === year).length;
    if (entries === 1) continue;
    const what =
      entries === 0 ? `Sarakstā nav ieraksta par ${year}. gadu.` : `${year}. gads ierakstīts vairākkārt.`;
    const fix =
      entries === 0
        ? `Sarakstam “years” pievienojiet ierakstu “- year: ${year}” ar laukiem movedDays, follows, source un checked vai mainiet “from” un “through”.`
        : 'Atstājiet vienu ierakstu par šo gadu, otru izdzēsiet.';
    problems.push({ path: ['years'], message: what, fix });
  }
  return problems;
}

/** An order cannot be followed before it is known, and “listed” requires a list. */
function stateProblems(data: CalendarFacts): Problem[] {
  return data.years.flatMap((entry, i) => {
    const isListed = data.movedDays.some(day => yearOf(day.off) === entry.year);
    const problems: Problem[] = [];
    if (entry.year < data.from || entry.year > data.through) {
      problems.push({
        path: ['years', i, 'year'],
        message: `${entry.year}. gads ir ārpus kalendāra gadiem.`,
        fix: rangeFix(data, 'Labojiet gadu'),
      });
    }
    if (entry.movedDays === 'unknown' && entry.follows) {
      const message = 'Rīkojumu nevar ievērot, kamēr pārceltās dienas nav zināmas: follows jābūt false.';
      const fix =
        'Rakstiet follows: false vai, ja rīkojums jau zināms, ierakstiet tā dienas un movedDays: listed.';
      problems.push({ path: ['years', i, 'follows'], message, fix });
    }
    if ((entry.movedDays === 'listed') !== isListed) {
      const message = `${entry.year}. gada ieraksts nesaskan ar sarakstu “movedDays”.`;
      const fix = isListed
        ? 'Rakstiet movedDays: listed, jo šā gada dienas sarakstā ir.'
        : 'Ierakstiet šā gada dienas sarakstā “movedDays” vai te rakstiet none (neviena nav pārcelta) vai unknown (vēl nav zināms).';
      problems.push({ path: ['years', i, 'movedDays'], message, fix });
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
    const fix = 'Salīdziniet abus datumus ar Ministru kabineta rīkojumu un labojiet kļūdaino.';
    if (message) problems.push({ path: ['movedDays', i], message, fix });
    const holidays = new Set(holidaysOf(yearOf(day.off), data).map(holiday => holiday.date));
    for (const field of ['off', 'worked'] as const) {
      if (holidays.has(day[field])) {
        problems.push({
          path: ['movedDays', i, field],
          message: 'Šī diena jau ir svētku diena vai brīvdiena.',
          fix,
        });
      }
    }
    return problems;
  });
}

/** Every listed date occurs once and in a covered year; a date out of range would silently have no effect. */
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
    if (outside) {
      const fix = rangeFix(data, 'Labojiet gadu datumā');
      return [{ path, message: `${date} ir ārpus kalendāra gadiem.`, fix }];
    }
    const repeated = dates.findIndex(other => other.date === date) !== i;
    const fix = 'Lieko ierakstu izdzēsiet: katra diena rakstāma vienreiz.';
    return repeated ? [{ path, message: `${date} jau ir ierakstīts citā vietā.`, fix }] : [];
  });
}

/** All inconsistencies of the calendar file; empty when there are none. */
export function calendarProblems(data: CalendarFacts): Problem[] {
  const years = yearProblems(data);
  // With the years reversed, everything else would be outside them.
  if (data.from > data.through) return years;
  return [...years, ...stateProblems(data), ...movedDaysProblems(data), ...dateProblems(data)];
}

/** Policies must be in order with distinct dates, so that exactly one applies on any day. */
export function policyProblems(policies: readonly { inForce: string }[]): Problem[] {
  return policies.flatMap((policy, i) => {
    const previous = policies[i - 1];
    if (!previous || previous.inForce < policy.inForce) return [];
    return [
      {
        path: ['policies', i, 'inForce'],
        message: 'Kārtībām jābūt secībā pēc datuma, senākajai pirmajai.',
        fix: `Pārvietojiet ierakstus vai labojiet datumu: tam jābūt vēlākam par ${previous.inForce}.`,
      },
    ];
  });
}
