// A person as pages show them: the facts of the file, with the effects of the calendar and of absences as of
// a day. Pure.
import { type Calendar, createCalendar } from '../calendar/calendar.ts';
import type { CalendarData } from '../calendar/schema.ts';
import { TOLD_DAYS, type ToldAbsence, toldAbsences } from './absences.ts';
import type { StaffEntry } from './directory.ts';
import type { ReceptionPlan } from './next.ts';
import { type CentreDay, type ChangedReception, changedReceptions, receptionPlan } from './reception.ts';

/** How far ahead pages know receptions; a site that is not rebuilt for longer shows no next one. */
export const PLAN_DAYS = 200;

export interface StaffView extends StaffEntry {
  readonly away: readonly ToldAbsence[];
  readonly plan: ReceptionPlan;
  readonly changes: readonly ChangedReception[];
}

function viewOf<Entry extends StaffEntry>(
  person: Entry,
  staff: readonly StaffEntry[],
  calendar: Calendar,
  exceptions: readonly CentreDay[],
  today: string,
): Entry & StaffView {
  const { data } = person;
  return {
    ...person,
    away: toldAbsences(data.absences, staff, today),
    plan: receptionPlan(data, calendar, exceptions, today, PLAN_DAYS),
    changes: changedReceptions(data, calendar, exceptions, today, TOLD_DAYS),
  };
}

/** Everybody as of `today`. */
export function staffViews<Entry extends StaffEntry>(
  staff: readonly Entry[],
  data: CalendarData,
  exceptions: readonly CentreDay[],
  today: string,
): (Entry & StaffView)[] {
  const calendar = createCalendar(data);
  return staff.map(person => viewOf(person, staff, calendar, exceptions, today));
}
