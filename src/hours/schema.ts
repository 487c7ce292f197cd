// Front matter of `content/hours/*.mdx`: one channel's week and its dated exceptions (rule point 6).
import * as z from 'zod';
import { dayHours, isoDate, weekHours } from '../calendar/scalars.ts';

const exception = z.strictObject({
  date: isoDate.describe('Datums, kurā darba laiks atšķiras'),
  hours: dayHours.describe('Darba laiks šajā dienā; tukšs saraksts [] – slēgts'),
  reason: z.string().min(3).describe('Iemesls, ko redzēs apmeklētājs, ar mazo burtu: inventarizācija'),
});

export const hoursSchema = z.strictObject({
  title: z.string().min(3).describe('Virsraksts, piemēram, “Klientu apkalpošana klātienē”'),
  channel: z
    .enum(['counter', 'phone', 'cash-desk'])
    .describe('Kanāls: counter (klātiene), phone, cash-desk (kase)'),
  validFrom: isoDate.describe('No kuras dienas šis darba laiks ir spēkā'),
  validThrough: isoDate.optional().describe('Līdz kurai dienai, ja zināms'),
  weekly: weekHours.describe('Nedēļas darba laiks'),
  exceptions: z.array(exception).default([]).describe('Dienas ar citu darba laiku'),
  sample: z.literal(true).optional().describe('true – parauga dati, kas pirms publicēšanas jāaizstāj'),
});
export type Hours = z.infer<typeof hoursSchema>;
