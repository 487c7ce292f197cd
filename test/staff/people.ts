// People for the tests of the staff slice, made through the schema like content.
import type { StaffEntry } from '../../src/staff/directory.ts';
import { type StaffMember, staffSchema } from '../../src/staff/schema.ts';

/** A valid person with some fields replaced. */
export const member = (change: Partial<Record<keyof StaffMember, unknown>> = {}): StaffMember =>
  staffSchema.parse({
    name: 'Anna Parauga',
    post: 'specialists',
    room: '1. stāvs, 2. kabinets',
    phone: '+371 60000001',
    email: 'anna@paraugs.example',
    topics: ['Dzīvesvieta'],
    reception: {
      monday: ['09:00-12:00', '13:00-17:00'],
      tuesday: ['13:00-17:00'],
      wednesday: ['09:00-12:00'],
    },
    ...change,
  });

export const entry = (id: string, change: Partial<Record<keyof StaffMember, unknown>> = {}): StaffEntry => ({
  id,
  data: member(change),
});
