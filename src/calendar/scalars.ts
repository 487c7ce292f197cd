// Dates, clock times and week tables as an editor writes them; shared by all schemas.
import * as z from 'zod';

/** A calendar date `YYYY-MM-DD`. YAML parsers may return a Date (UTC midnight) for an unquoted one. */
export const isoDate = z.preprocess(
  value => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);

const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d';

/** A time range of a day, `08:30-12:30`, end after start, Europe/Riga wall clock. */
const timeRange = z
  .string()
  .regex(new RegExp(`^${CLOCK}-${CLOCK}$`), 'time-range')
  .refine(range => range.slice(0, 5) < range.slice(6), 'time-order');

/** The time ranges of one day in order, without overlap; empty means closed. */
export const dayHours = z
  .array(timeRange)
  .refine(
    ranges => ranges.every((range, i) => i === 0 || (ranges[i - 1] ?? '').slice(6) <= range.slice(0, 5)),
    'time-overlap',
  );

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A week table; a missing day is closed. */
export const weekHours = z.strictObject({
  monday: dayHours.optional(),
  tuesday: dayHours.optional(),
  wednesday: dayHours.optional(),
  thursday: dayHours.optional(),
  friday: dayHours.optional(),
  saturday: dayHours.optional(),
  sunday: dayHours.optional(),
});
export type WeekHours = z.infer<typeof weekHours>;
