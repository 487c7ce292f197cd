// Names and ages of backups: which are kept, which go, and when the next one is due. Erased people must not live on in
// copies for longer than visitors are told (content/pages/privatums.mdx), so nothing here keeps one for longer.
import { rigaDate } from '../../src/calendar/dates.ts';

/** How making backups goes. `off`: this server makes none by itself. */
export interface BackupState {
  readonly check: 'ok' | 'failed' | 'off';
  /** When the newest copy was made; null where there is none, or nobody looks. */
  readonly last: Date | null;
}

/** Every copy of so many days stays; of older ones, one a week. */
const ALL_DAYS = 7;
/** By Riga's clock: the hour with the fewest visitors. */
const NIGHT_HOUR = 3;
const DAY_MS = 86_400_000;

const NAME = /^kac-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;

/** A file name that sorts by time and that every file system takes, `kac-2026-11-24T01-00-00Z.db`. */
export const backupName = (at: Date): string =>
  `kac-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`;

/** When a copy was made, by its name; null for any other file. */
export function timeOfBackup(name: string): Date | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * Which of these copies go now: those older than `days`, and of those older than a week all but the newest of each week.
 * The newest of all always stays. What was made after `now` (a clock that was wrong) stays too.
 */
export function outdated(names: readonly string[], now: Date, days: number): string[] {
  const dated = names
    .flatMap(name => {
      const at = timeOfBackup(name);
      return at ? [{ name, at: at.getTime() }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
  const weeks = new Set<number>();
  return dated
    .slice(1)
    .filter(({ at }) => {
      const age = now.getTime() - at;
      if (age <= Math.min(days, ALL_DAYS) * DAY_MS) return false;
      if (age > days * DAY_MS) return true;
      const week = Math.floor(at / (7 * DAY_MS));
      const repeated = weeks.has(week);
      weeks.add(week);
      return repeated;
    })
    .map(({ name }) => name);
}

/** Riga's hour, 0 to 23. */
const rigaHour = (at: Date): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

/** The night a moment belongs to: before three o'clock still the day before. */
const nightOf = (at: Date): string =>
  rigaDate(rigaHour(at) < NIGHT_HOUR ? new Date(at.getTime() - NIGHT_HOUR * 3_600_000) : at);

/** Whether the copy of this night (or of the day after it, where the server was off) is still to be made. */
export const isDue = (last: Date | null, now: Date): boolean => last === null || nightOf(last) < nightOf(now);

/** Two nights without a copy are one too many. */
export const isOverdue = (last: Date | null, now: Date): boolean =>
  last !== null && now.getTime() - last.getTime() > 2 * DAY_MS;
