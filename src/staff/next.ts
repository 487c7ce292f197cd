// The next reception, from a small plan in the page. Pure and without imports, because the browser downloads
// this file and must not load the schemas.
import { receptionWords as say } from '../site/messages-staff.lv.ts';

/** Reception hours as of a day, with everything that changes them until `through`. Riga wall clock. */
export interface ReceptionPlan {
  /** Seven days, Monday first; the time ranges of each as `09:00-12:00`, in order, not adjacent. */
  readonly week: readonly (readonly string[])[];
  /** Dates with other hours than the weekly table; an empty list means no reception. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
  /** First and last day of absences. */
  readonly away: readonly (readonly [from: string, through: string])[];
  /** The last day this plan covers. */
  readonly through: string;
}

export interface Reception {
  readonly date: string;
  /** `09:00` */
  readonly opens: string;
  readonly closes: string;
  /** True while it is going on. */
  readonly now: boolean;
}

const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** Monday is 0; 1 January 1970 was a Thursday. */
const weekdayOf = (date: string): number => (utc(date) / DAY_MS + 3) % 7;

function rangesOn(plan: ReceptionPlan, date: string): readonly string[] {
  if (plan.away.some(([from, through]) => from <= date && date <= through)) return [];
  return plan.changes[date] ?? plan.week[weekdayOf(date)] ?? [];
}

/**
 * The present or next reception.
 * @param today date in Riga, `YYYY-MM-DD`
 * @param time wall clock in Riga, `HH:MM`; a reception ends on its last minute
 * @returns null when none comes within the plan
 */
export function nextIn(plan: ReceptionPlan, today: string, time: string): Reception | null {
  for (let date = today; date <= plan.through; date = iso(utc(date) + DAY_MS)) {
    for (const range of rangesOn(plan, date)) {
      const [opens = '', closes = ''] = range.split('-');
      if (date > today || time < closes) return { date, opens, closes, now: date === today && time >= opens };
    }
  }
  return null;
}

const clock = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

/** `šodien` · `rīt, 25. novembrī` · `trešdien, 25. novembrī`, with non-breaking spaces. */
function dayText(date: string, today: string): string {
  const away = (utc(date) - utc(today)) / DAY_MS;
  if (away === 0) return say.today;
  const name = away === 1 ? say.tomorrow : say.on[weekdayOf(date)];
  return `${name}, ${Number(date.slice(8))}.\u00a0${say.months[Number(date.slice(5, 7)) - 1]}`;
}

/**
 * The text for a visitor: “Pieņem tagad līdz 12.00”, “Nākamā pieņemšana: trešdien, 25. novembrī,
 * 14.00–17.00”.
 */
export function receptionText({ date, opens, closes, now }: Reception, today: string): string {
  if (now) return `${say.now} ${clock(closes)}`;
  return `${say.next} ${dayText(date, today)}, ${clock(opens)}–${clock(closes)}`;
}
