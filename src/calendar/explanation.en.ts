// A counted term in English sentences, for reading only; the Latvian lines of `explanation.ts` are the
// record.
import type { Calendar } from './calendar.ts';
import { addDays, yearOf } from './dates.ts';
import type { Deadline, SkippedDay } from './deadline.ts';
import { formatDateEn, formatDayEn, formatDaysEn, formatWeekdayEn, listOfEn } from './format.en.ts';
import { holidayNameEn } from './holidays.en.ts';

const WORKING_DAYS_RULE =
  'The term is counted in working days from the day after receipt (Administrative Procedure Law, Section 42, first paragraph).';
const MONTHS_RULE =
  'The term is counted from the day after receipt and ends on the same date of its last month or, where there is no such date, on the last day of that month. ' +
  'If that is not a working day, it ends on the next working day (Administrative Procedure Law, Section 42, first paragraph, and Section 43, first and second paragraphs).';

/** Why a day did not count. The calendar's reasons are in Latvian, so the kind of day is used instead. */
function reasonOf(calendar: Calendar, { date, kind }: SkippedDay): string {
  if (kind === 'weekend') return formatWeekdayEn(date);
  // By law a working day moves only to a Saturday (Darba likums 133(4)); the schema enforces it.
  if (kind === 'moved-off') return 'working day moved to a Saturday';
  const holidays = calendar.holidays(yearOf(date)).filter(holiday => holiday.date === date);
  return listOfEn(holidays.map(holidayNameEn));
}

const withReason = (calendar: Calendar, day: SkippedDay): string =>
  `${formatDayEn(day.date)} (${reasonOf(calendar, day)})`;

function workingDayLines(calendar: Calendar, { counted, skipped }: Deadline): string[] {
  const weekend = skipped.filter(day => day.kind === 'weekend').map(day => day.date);
  const others = skipped.filter(day => day.kind !== 'weekend').map(day => withReason(calendar, day));
  const days = counted.length === 1 ? 'working day' : 'working days';
  return [
    `${counted.length} ${days} counted: ${formatDaysEn(counted)}.`,
    ...(weekend.length > 0 ? [`Weekends left out: ${formatDaysEn(weekend)}.`] : []),
    ...(others.length > 0 ? [`Public holidays and moved days left out: ${listOfEn(others)}.`] : []),
  ];
}

function monthLines(calendar: Calendar, deadline: Deadline, months: number): string[] {
  const { receivedOn, endsOn, skipped } = deadline;
  const day = Number(receivedOn.slice(8));
  const where =
    day === Number(endsOn.slice(8))
      ? `ends on ${formatDateEn(endsOn)}`
      : `ends on the last day of the month, ${formatDateEn(endsOn)}, because that month has no day ${day}`;
  const moved = `Moved to the next working day, because these are not working days: ${listOfEn(skipped.map(each => withReason(calendar, each)))}.`;
  return [
    `The term is ${months === 1 ? '1 month' : `${months} months`} and ${where}.`,
    ...(skipped.length > 0 ? [moved] : []),
  ];
}

/**
 * The count in plain English, one sentence per line, then the due date and the rule with its legal ground.
 */
export function explanationLinesEn(calendar: Calendar, deadline: Deadline): string[] {
  const { receivedOn, term, dueOn } = deadline;
  const inMonths = 'months' in term;
  return [
    `Received on ${formatDateEn(receivedOn)}.`,
    `Counting starts on the day after receipt, ${formatDateEn(addDays(receivedOn, 1))}.`,
    ...(inMonths ? monthLines(calendar, deadline, term.months) : workingDayLines(calendar, deadline)),
    `Reply due: ${formatDateEn(dueOn)}.`,
    inMonths ? MONTHS_RULE : WORKING_DAYS_RULE,
  ];
}
