// What the note of a contact card says: where in the house, when, about what, and whether the person is made up. Pure.
import { lv } from '../site/messages.lv.ts';
import { staffLv } from '../site/messages-staff.lv.ts';
import { groupedWeek } from '../site/week.ts';
import type { StaffMember } from './schema.ts';

/** One thing a line. Absences are left out: a card stays in the address book long after them. */
export function cardNote({ room, reception, topics, sample }: StaffMember): string {
  const week = groupedWeek(reception, lv)
    .filter(({ closed }) => !closed)
    .map(({ days, hours }) => `${days} ${hours}`);
  return [
    ...(sample ? [staffLv.sampleNote] : []),
    `${lv.staff.room}: ${room}`,
    `${lv.staff.reception}: ${week.join('; ')}`,
    `${lv.staff.topics}: ${topics.join('; ')}`,
  ].join('\n');
}
