// Names and ages of backups: which are kept, which are deleted, and when the next one is due. Erased data
// must not remain in copies for longer than visitors are told (content/pages/privatums.mdx).
import { rigaDate } from '../../src/calendar/dates.ts';

/** State of the backups. `off`: this server makes none. */
export interface BackupState {
  readonly check: 'ok' | 'failed' | 'off';
  /** When the newest copy was made; null when there is none or it is unknown. */
  readonly last: Date | null;
}

/** All copies of this many days are kept; of older ones, one per week. */
const ALL_DAYS = 7;
/** Riga time: the hour with the fewest visitors. */
const NIGHT_HOUR = 3;
const DAY_MS = 86_400_000;

const NAME = /^kac-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;

/** A file name that sorts by time and is valid on every file system, `kac-2026-11-24T01-00-00Z.db`. */
export const backupName = (at: Date): string =>
  `kac-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`;

/** When a copy was made, from its name; null for any other file. */
export function timeOfBackup(name: string): Date | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * The copies to delete now: those older than `days`, and of those older than a week all but the newest of
 * each week. The newest of all is always kept, and so are copies dated after `now` (made with a wrong clock).
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

/** Hour in Riga, 0 to 23. */
const rigaHour = (at: Date): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

/** The night to which a moment belongs: before three o'clock it is still the previous day. */
const nightOf = (at: Date): string =>
  rigaDate(rigaHour(at) < NIGHT_HOUR ? new Date(at.getTime() - NIGHT_HOUR * 3_600_000) : at);

/** True when the copy of this night (or of the following day, if the server was off) has not been made. */
export const isDue = (last: Date | null, now: Date): boolean => last === null || nightOf(last) < nightOf(now);

/** Two nights without a copy are too many. */
export const isOverdue = (last: Date | null, now: Date): boolean =>
  last !== null && now.getTime() - last.getTime() > 2 * DAY_MS;
