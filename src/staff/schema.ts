// Front matter of `content/staff/*.mdx`: the six fields rule point 5.2.3 asks for, and what the person handles.
import * as z from 'zod';
import { weekHours } from '../calendar/scalars.ts';

export const staffSchema = z.strictObject({
  name: z.string().min(3).describe('Vārds un uzvārds'),
  post: z.string().describe('Amata kods no content/site.yaml saraksta “posts”'),
  room: z.string().min(1).describe('Kabinets vai vieta ēkā'),
  phone: z
    .string()
    .regex(/^\+371 \d{8}$/, 'phone')
    .describe('Tālrunis ar valsts kodu: +371 60000001'),
  email: z.email().describe('E-pasta adrese'),
  topics: z.array(z.string().min(3)).min(1).describe('Par kādiem jautājumiem vērsties pie šī darbinieka'),
  reception: weekHours
    .refine(week => Object.values(week).some(day => (day?.length ?? 0) > 0), 'no-reception')
    .describe('Apmeklētāju pieņemšanas laiks pa nedēļas dienām, piemēram, monday: ["09:00-12:00"]'),
  sample: z.literal(true).optional().describe('true – parauga dati, kas pirms publicēšanas jāaizstāj'),
});
export type StaffMember = z.infer<typeof staffSchema>;
