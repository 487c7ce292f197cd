// The centre's channels (counter, phone, cash desk), each with its periods of validity. Pure.
import type { Calendar } from '../calendar/calendar.ts';
import { hoursInForce, type Schedule } from './opening.ts';
import type { Hours } from './schema.ts';

export type ChannelId = Hours['channel'];

export interface HoursEntry {
  readonly id: string;
  readonly data: Hours;
}

export interface Channel<Entry extends HoursEntry = HoursEntry> {
  readonly id: ChannelId;
  /** The entry to show on a date: the one in force, else the next one, else the last one. */
  readonly current: Entry;
  /** Later periods that are already known, in order. */
  readonly later: readonly Entry[];
  readonly schedule: Schedule;
}

const ORDER: readonly ChannelId[] = ['counter', 'phone', 'cash-desk'];

/** The counter first, because most people come in person. */
export function channelsOf<Entry extends HoursEntry>(
  entries: readonly Entry[],
  calendar: Calendar,
  date: string,
): Channel<Entry>[] {
  return ORDER.flatMap(id => {
    const periods = entries
      .filter(({ data }) => data.channel === id)
      .toSorted((a, b) => a.data.validFrom.localeCompare(b.data.validFrom));
    const hours = periods.map(({ data }) => data);
    const inForce = hoursInForce(hours, date);
    const later = periods.filter(({ data }) => data.validFrom > date);
    const current = periods.find(({ data }) => data === inForce) ?? later[0] ?? periods.at(-1);
    if (!current) return [];
    return [{ id, current, later: later.filter(entry => entry !== current), schedule: { hours, calendar } }];
  });
}
