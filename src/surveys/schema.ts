// Front matter of `content/surveys/*.mdx`: a questionnaire as data (rule points 10, 10.1; facts §8).
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

const base = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'slug')
    .describe('Jautājuma kods: mazie burti bez garumzīmēm, cipari, defise'),
  label: z.string().min(5).describe('Jautājums vai apgalvojums'),
  hint: z.string().min(3).optional().describe('Paskaidrojums zem jautājuma'),
  required: z.boolean().default(false).describe('true, ja bez atbildes nevar nosūtīt'),
  rulePoint: z
    .string()
    .optional()
    .describe('Noteikumu punkts, ko jautājums mēra, piemēram, "5.1.1" (pēdiņās)'),
};
const option = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'slug')
    .describe('Atbildes kods'),
  label: z.string().min(1).describe('Atbildes teksts'),
});

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scale').describe('Skala 1–5 ar galu nosaukumiem'),
    ...base,
    low: z.string().min(3).describe('Ko nozīmē 1'),
    high: z.string().min(3).describe('Ko nozīmē 5'),
    cantSay: z.boolean().default(true).describe('Vai piedāvāt “Nevaru atbildēt”'),
  }),
  z.strictObject({
    kind: z.literal('nps').describe('Skala 0–10'),
    ...base,
    low: z.string().min(3).describe('Ko nozīmē 0'),
    high: z.string().min(3).describe('Ko nozīmē 10'),
  }),
  z.strictObject({
    kind: z.literal('choice').describe('Viena atbilde no saraksta'),
    ...base,
    options: z.array(option).min(2),
  }),
  z.strictObject({
    kind: z.literal('choices').describe('Vairākas atbildes no saraksta'),
    ...base,
    options: z.array(option).min(2),
  }),
  z.strictObject({
    kind: z.literal('text').describe('Brīvs teksts'),
    ...base,
    maxLength: z.int().min(50).max(5000).default(2000),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

export const surveySchema = z.strictObject({
  title: z.string().min(5).describe('Aptaujas nosaukums'),
  summary: z.string().min(10).max(220).describe('Kam aptauja domāta un cik laika aizņem'),
  audience: z.enum(['public', 'kiosk', 'staff']).describe('Kam aptauja domāta'),
  version: z.int().min(1).describe('Redakcijas numurs; jauns, ja maiņa lauž salīdzināmību'),
  opens: isoDate.describe('Pirmā diena, kad var atbildēt'),
  closes: isoDate.describe('Pēdējā diena, kad var atbildēt'),
  thanks: z.string().min(5).describe('Pateicība pēc nosūtīšanas'),
  questions: z.array(questionSchema).min(1).describe('Jautājumi secībā'),
});
export type Survey = z.infer<typeof surveySchema>;
