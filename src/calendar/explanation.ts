// A counted term in sentences: the same lines for the submitter's receipt and the clerk's register.
import { addDays } from './dates.ts';
import type { Deadline, SkippedDay } from './deadline.ts';
import { formatDate, formatDay, formatDays, isSingular, listOf } from './format.ts';

const withReason = ({ date, reason }: SkippedDay): string => `${formatDay(date)} (${reason})`;

function skippedLines(skipped: readonly SkippedDay[]): string[] {
  const weekend = skipped.filter(day => day.kind === 'weekend').map(day => day.date);
  const others = skipped.filter(day => day.kind !== 'weekend').map(withReason);
  return [
    ...(weekend.length > 0 ? [`Izlaistas nedēļas nogales: ${formatDays(weekend)}.`] : []),
    ...(others.length > 0 ? [`Izlaistas svētku dienas un pārceltās dienas: ${listOf(others)}.`] : []),
  ];
}

function workingDayLines({ counted, skipped }: Deadline): string[] {
  const n = counted.length;
  const days = isSingular(n) ? `Skaitīta ${n} darba diena` : `Skaitītas ${n} darba dienas`;
  return [`${days}: ${formatDays(counted)}.`, ...skippedLines(skipped)];
}

function monthLines({ receivedOn, endsOn, skipped }: Deadline, months: number): string[] {
  const length = isSingular(months) ? `${months} mēnesis` : `${months} mēneši`;
  const sameDay = receivedOn.slice(8) === endsOn.slice(8);
  const where = sameDay
    ? `beidzas ${formatDate(endsOn, 'locative')}`
    : `beidzas mēneša pēdējā dienā – ${formatDate(endsOn, 'locative')}, jo ${Number(receivedOn.slice(8))}. datuma šajā mēnesī nav`;
  const moved = `Termiņš pārcelts uz nākamo darba dienu, jo šīs nav darba dienas: ${listOf(skipped.map(withReason))}.`;
  return [`Termiņš ir ${length}, un tas ${where}.`, ...(skipped.length > 0 ? [moved] : [])];
}

/**
 * The count in plain Latvian, one sentence per line, the due date last. `label` names the term, for example
 * “Atbildes termiņš” or “Pārsūtīšanas termiņš”.
 */
export function explanationLines(deadline: Deadline, label = 'Atbildes termiņš'): string[] {
  const { receivedOn, term, dueOn } = deadline;
  const start = formatDate(addDays(receivedOn, 1), 'locative');
  return [
    `Iesniegums saņemts ${formatDate(receivedOn, 'locative')}.`,
    `Skaitīšana sākas nākamajā dienā pēc saņemšanas – ${start}.`,
    ...('months' in term ? monthLines(deadline, term.months) : workingDayLines(deadline)),
    `${label}: ${formatDate(dueOn)}.`,
  ];
}
