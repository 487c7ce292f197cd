// Combines staff, opening hours and calendar, because slices do not import each other; a closed centre has no
// reception.
import { getCollection } from 'astro:content';
import { createCalendar } from '../calendar/calendar.ts';
import { buildDate } from '../site/build-date.ts';
import { calendar } from '../site/facts.ts';
import { PLAN_DAYS, staffViews } from '../staff/view.ts';
import { centreDays } from './centre-days.ts';

/** All staff, as pages show them on the day of the build. */
export async function collectStaff() {
  const [staff, hours] = await Promise.all([getCollection('staff'), getCollection('hours')]);
  const days = centreDays(hours, createCalendar(calendar), buildDate, PLAN_DAYS);
  return staffViews(staff, calendar, days, buildDate);
}
