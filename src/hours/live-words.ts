// Latvian words for the present state: “Atvērts līdz 12.30”. Pure; runs in the browser.
import { type LiveWords, ON_WEEKDAY, onDay, TODAY, TOMORROW } from '../site/messages-hours.lv.ts';
import {
  daysApart,
  type LiveHours,
  liveStatus,
  type Stretch,
  type Today,
  type WallTime,
  weekdayIndex,
} from './live.ts';

export interface Saying {
  /** `open`, `break`, `closed` or `unknown`, for the colour. */
  readonly state: string;
  readonly head: string;
  /** Further information about today; empty when there is none. */
  readonly detail: string;
}

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;

const span = ([opens, closes]: Stretch): string => `${clock(opens)}–${clock(closes)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * `šodien 8.30`, `rīt 8.30`, `pirmdien 8.30`; from a week on with the date, because the weekday alone is
 * ambiguous.
 */
function whenText(date: string, { date: day, minute }: WallTime): string {
  const ahead = daysApart(date, day);
  const weekday = ON_WEEKDAY[weekdayIndex(day)];
  const name =
    ahead === 0 ? TODAY : ahead === 1 ? TOMORROW : ahead < 7 ? weekday : `${weekday}, ${onDay(day)},`;
  return `${name} ${clock(minute)}`;
}

const todayText = ({ stretches, reason }: Today): string =>
  reason && stretches.length > 0 ? `${capital(TODAY)} ${stretches.map(span).join(', ')}: ${reason}` : '';

/** The text to show at this moment. */
export function saying(live: LiveHours, words: LiveWords, now: WallTime): Saying {
  const status = liveStatus(live, now);
  if (status.state === 'unknown') return { state: 'unknown', head: words.unknown, detail: '' };
  const { state, today } = status;
  const detail = todayText(today);
  if (state === 'break')
    return { state, head: `${words.pause} – ${words.opens} ${clock(status.opens)}`, detail };
  if (state === 'open') {
    const pause =
      status.resumes === undefined ? '' : `${words.pause} ${span([status.until, status.resumes])}`;
    return { state, head: `${words.open} ${clock(status.until)}`, detail: detail || pause };
  }
  const next = status.next && `${words.opens} ${whenText(now.date, status.next)}`;
  if (today.reason && today.stretches.length === 0)
    return { state, head: `${words.closedToday}: ${today.reason}`, detail: next ? capital(next) : '' };
  return { state, head: next ? `${words.closed} – ${next}` : words.closed, detail };
}
