// Front matter of `content/staff/*.mdx`: the six fields of rule point 5.2.3, the person's topics, absences.
import * as z from 'zod';
import { isoDate, weekHours } from '../calendar/scalars.ts';

/**
 * There is no field for the reason of an absence, because it must not be published; an unknown field is
 * refused.
 */
const absence = z.strictObject({
  from: isoDate.describe('Pirmā prombūtnes diena'),
  through: isoDate.describe('Pēdējā prombūtnes diena'),
  standIn: z
    .string()
    .min(1)
    .describe('Kas aizvieto: darbinieka faila nosaukums no content/staff bez paplašinājuma'),
});
export type Absence = z.infer<typeof absence>;

/** Names that are safe in an address and of a format that every browser and the build can read. */
export const PHOTO_NAME = /^[a-z0-9][a-z0-9-]*\.(jpe?g|png|webp|avif)$/;

const photo = z.strictObject({
  file: z
    .string()
    .regex(PHOTO_NAME, 'photo-name')
    .describe('Attēla faila nosaukums mapē content/staff, piemēram, anna-parauga.jpg'),
  alt: z.string().min(3).describe('Attēla apraksts tiem, kas to neredz'),
});

export const staffSchema = z.strictObject({
  name: z.string().min(3).describe('Vārds un uzvārds'),
  post: z.string().describe('Amata kods no content/site.yaml saraksta “posts”'),
  room: z.string().min(1).describe('Kabinets vai vieta ēkā'),
  phone: z
    .string()
    .regex(/^\+371 \d{8}$/, 'phone')
    .describe('Tālrunis ar valsts kodu: +371 60000001'),
  email: z.email().describe('E-pasta adrese'),
  topics: z
    .array(z.string().min(3))
    .refine(topics => topics.length > 0, 'no-topic')
    .describe('Par kādiem jautājumiem vērsties pie šī darbinieka'),
  reception: weekHours
    .refine(week => Object.values(week).some(day => (day?.length ?? 0) > 0), 'no-reception')
    .describe('Apmeklētāju pieņemšanas laiks pa nedēļas dienām, piemēram, monday: ["09:00-12:00"]'),
  absences: z.array(absence).optional().describe('Prombūtne ar aizvietotāju; iemeslu neraksta'),
  photo: photo.optional().describe('Fotogrāfija, ja darbinieks tai piekritis'),
  sample: z.literal(true).optional().describe('true – parauga dati, kas pirms publicēšanas jāaizstāj'),
});
export type StaffMember = z.infer<typeof staffSchema>;
