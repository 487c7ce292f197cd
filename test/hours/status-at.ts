// Whether a channel is open at an instant, worked out from the whole schedule: what the display in the page, which has
// only the small form of it, is compared with.
import { addDays, rigaDate, rigaInstant } from '../../src/calendar/dates.ts';
import { hoursOn, type Schedule } from '../../src/hours/opening.ts';

interface Status {
  open: boolean;
  /** The next opening or closing; null when none comes within LOOKAHEAD_DAYS. */
  nextChange: Date | null;
}

/** Longer than any closure, short enough to answer at once for a table without a single open day. */
export const LOOKAHEAD_DAYS = 60;

/** Whether the channel is open at this instant and when that next changes. Throws YearMissingError like `hoursOn`. */
export function statusAt(schedule: Schedule, instant: Date): Status {
  const today = rigaDate(instant);
  for (let ahead = 0; ahead <= LOOKAHEAD_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    for (const { opens, closes } of hoursOn(schedule, date).ranges) {
      const opening = rigaInstant(date, opens);
      const closing = rigaInstant(date, closes);
      if (instant < opening) return { open: false, nextChange: opening };
      if (instant < closing) return { open: true, nextChange: closing };
    }
  }
  return { open: false, nextChange: null };
}
