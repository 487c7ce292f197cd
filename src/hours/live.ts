// The browser's data about one channel, and the state derived from the clock. Pure and without imports,
// because every visitor downloads it; `live-data.ts` makes the data, `open-now.ts` shows the state.

/** Opening and closing as minutes of the Riga day: 8.30–12.30 is `[510, 750]`. */
export type Stretch = readonly [opens: number, closes: number];

/** Hours from `from` to `through`; other days are unknown. */
export interface LiveHours {
  readonly from: string;
  readonly through: string;
  /** Seven ordinary days, Monday first. */
  readonly w: readonly (readonly Stretch[])[];
  /** Days with unusual hours, with a Latvian reason when there is one. */
  readonly x: Readonly<Record<string, readonly [stretches: readonly Stretch[], reason?: string]>>;
}

/** A moment in Riga time. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly minute: number;
}

export interface Today {
  readonly stretches: readonly Stretch[];
  readonly reason?: string | undefined;
}

export type LiveStatus =
  /** The clock is outside the covered days. */
  | { readonly state: 'unknown' }
  | {
      readonly state: 'open';
      readonly until: number;
      readonly today: Today;
      readonly resumes?: number | undefined;
    }
  | { readonly state: 'break'; readonly opens: number; readonly today: Today }
  /** `next` is missing when nothing opens again within the data. */
  | { readonly state: 'closed'; readonly today: Today; readonly next?: WallTime | undefined };

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00Z`);

/** Own calendar arithmetic: `src/calendar/dates.ts` would also load the schema library. */
const dayAfter = (date: string, days = 1): string =>
  new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one date to another. */
export const daysApart = (from: string, to: string): number => (utc(to) - utc(from)) / DAY_MS;

/** 0 is Monday. */
export const weekdayIndex = (date: string): number => (new Date(utc(date)).getUTCDay() + 6) % 7;

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Riga',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function read(instant: number): WallTime {
  const part: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = value;
  const { year, month, day, hour, minute } = part;
  return { date: `${year}-${month}-${day}`, minute: Number(hour) * 60 + Number(minute) };
}

/**
 * Riga time of an instant (milliseconds since 1970), whatever the device's zone. In the repeated hour of
 * autumn, openings and closings belong to the first one; the second counts as that hour's last minute.
 */
export function wallTime(instant: number): WallTime {
  const now = read(instant);
  const isRepeated = read(instant - HOUR_MS).minute === now.minute;
  return isRepeated ? { date: now.date, minute: now.minute - (now.minute % 60) + 59 } : now;
}

/** The hours of one day; the caller ensures that the day is covered. */
function todayOf({ w, x }: LiveHours, date: string): Today {
  const [stretches, reason] = x[date] ?? [w[weekdayIndex(date)] ?? []];
  return { stretches, reason };
}

function nextOpening(live: LiveHours, { date, minute }: WallTime): WallTime | undefined {
  let after = minute;
  for (let day = date; day <= live.through; day = dayAfter(day)) {
    for (const [opens] of todayOf(live, day).stretches)
      if (opens > after) return { date: day, minute: opens };
    after = -1;
  }
  return undefined;
}

/** Whether it is open at this moment, and what comes next. */
export function liveStatus(live: LiveHours, now: WallTime): LiveStatus {
  const { date, minute } = now;
  if (date < live.from || date > live.through) return { state: 'unknown' };
  const today = todayOf(live, date);
  const current = today.stretches.find(([opens, closes]) => opens <= minute && minute < closes);
  const later = today.stretches.find(([opens]) => opens > minute)?.[0];
  if (current) return { state: 'open', until: current[1], today, resumes: later };
  const isBreak = later !== undefined && today.stretches.some(([, closes]) => closes <= minute);
  if (isBreak) return { state: 'break', opens: later, today };
  return { state: 'closed', today, next: nextOpening(live, now) };
}
