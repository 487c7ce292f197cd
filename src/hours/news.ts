// Notices of changed days: which ones to show, and their text. Pure.
import { daysBetween, weekday } from '../calendar/dates.ts';
import { formatDay } from '../calendar/format.ts';
import { WEEKDAYS } from '../calendar/scalars.ts';
import { capital, unbroken } from '../site/format.ts';
import { ON_WEEKDAY } from '../site/messages-hours.lv.ts';
import { hoursPageLv as say } from '../site/messages-hours-page.lv.ts';
import { type ChangedDay, SHOWN_DAYS } from './coming.ts';

interface NewsItem {
  readonly date: string;
  /** Within `SHOWN_DAYS` of the build; the script shows the others later. */
  readonly isShown: boolean;
  /** `Piektdien` */
  readonly weekday: string;
  /** `4. decembrī` */
  readonly day: string;
  /** ` klātienē strādāsim 10.00–12.00: darbinieku mācības`, placed after the day. */
  readonly text: string;
}

export interface News {
  readonly items: readonly NewsItem[];
  /** Days a visitor is shown. */
  readonly days: number;
  /** True when there is nothing to show at the build. */
  readonly isQuiet: boolean;
}

/** The notices of changes; those of the first `SHOWN_DAYS` days from `today` are shown. */
export function newsOf(changes: readonly ChangedDay[], channels: number, today: string): News {
  const items = changes.map(({ date, hours, reason, channels: whose }): NewsItem => {
    const where = whose.length < channels ? whose : [];
    const what = hours ? say.newsOpen(where, hours) : say.newsClosed(where);
    return {
      date,
      isShown: daysBetween(today, date) < SHOWN_DAYS,
      weekday: capital(ON_WEEKDAY[WEEKDAYS.indexOf(weekday(date))] ?? ''),
      day: unbroken(formatDay(date, 'locative')),
      text: `${what}: ${reason}`,
    };
  });
  return { items, days: SHOWN_DAYS, isQuiet: !items.some(({ isShown }) => isShown) };
}
