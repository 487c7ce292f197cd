// The note of a contact card: room, reception, topics, and whether the person is a sample. Pure.
import { lv } from '../site/messages.lv.ts';
import { staffLv } from '../site/messages-staff.lv.ts';
import { groupedWeek } from '../site/week.ts';
import type { StaffMember } from './schema.ts';

/** One item per line. Absences are left out, because a saved card outlasts them. */
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
