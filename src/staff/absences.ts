// Who is away, until when, and who stands in: the text, and how far ahead it is shown. Pure.
import { addDays, yearOf } from '../calendar/dates.ts';
import { formatDate, formatDay } from '../calendar/format.ts';
import { dative, unbroken } from '../site/format.ts';
import type { StaffEntry } from './directory.ts';
import type { Absence } from './schema.ts';

/** Absences are shown two months ahead, like changed hours; earlier publication is not needed. */
export const TOLD_DAYS = 60;

/**
 * `no 1. līdz 12. decembrim` · `no 28. novembra līdz 4. decembrim` · `1. decembrī`; with years when they
 * differ. The month is given once when both days are in it.
 */
export function periodText({ from, through }: Pick<Absence, 'from' | 'through'>): string {
  if (from === through) return unbroken(formatDay(from, 'locative'));
  const format = yearOf(from) === yearOf(through) ? formatDay : formatDate;
  const sameMonth = from.slice(0, 7) === through.slice(0, 7);
  const start = sameMonth ? `${Number(from.slice(8))}.` : format(from, 'genitive');
  return unbroken(`no ${start} līdz ${dative(format(through, 'locative'))}`);
}

export interface ToldAbsence {
  readonly from: string;
  readonly through: string;
  /** `no 1. līdz 12. decembrim` */
  readonly period: string;
  /** Undefined only in a preview of content that names nobody. */
  readonly standIn: StaffEntry | undefined;
}

/** Current absences and those starting within TOLD_DAYS of `today`, in order, with the stand-in. */
export function toldAbsences(
  absences: readonly Absence[] | undefined,
  staff: readonly StaffEntry[],
  today: string,
): ToldAbsence[] {
  return (absences ?? [])
    .filter(({ from, through }) => through >= today && from <= addDays(today, TOLD_DAYS))
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ from, through, standIn }) => ({
      from,
      through,
      period: periodText({ from, through }),
      standIn: staff.find(({ id }) => id === standIn),
    }));
}
