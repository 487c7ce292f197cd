// When the facts of a service are too old; one rule for the page and for `npm run content -- stale`.
import { addDays } from '../calendar/dates.ts';

/** Days after which the facts of a service are to be checked again. */
export const FRESH_DAYS = 180;

/** Whether a check on the day `on` lies more than `FRESH_DAYS` before `today`; both `YYYY-MM-DD`. */
export const isStale = (on: string, today: string): boolean => on < addDays(today, -FRESH_DAYS);
