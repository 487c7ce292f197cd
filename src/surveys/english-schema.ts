// Front matter of `content/surveys-en/*.mdx`: the English words of the survey whose Latvian file has the same name.
import * as z from 'zod';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'slug');
const text = z.string().min(1);

const option = z.union([
  text,
  z.strictObject({
    label: text.describe('Atbildes teksts angliski'),
    hint: text.optional().describe('Paskaidrojums pie atbildes angliski'),
  }),
]);

const question = z.strictObject({
  label: z.string().min(3).describe('Jautājums angliski'),
  hint: text.optional().describe('Paskaidrojums angliski'),
  low: text.optional().describe('Skalas mazākā gala nosaukums angliski'),
  high: text.optional().describe('Skalas lielākā gala nosaukums angliski'),
  labels: z.array(text).optional().describe('Skalas punktu nosaukumi angliski, tādā pašā secībā'),
  unit: text.optional().describe('Mērvienība angliski'),
  options: z.record(code, option).optional().describe('Atbildes angliski: kods un teksts'),
  rows: z.record(code, text).optional().describe('Tabulas rindas angliski: kods un teksts'),
});

const section = z.strictObject({
  title: text.optional().describe('Sadaļas virsraksts angliski'),
  intro: text.optional().describe('Sadaļas ievads angliski'),
});

export const englishSurveySchema = z.strictObject({
  title: z.string().min(5).max(90).describe('Aptaujas nosaukums angliski'),
  summary: z.string().min(10).max(220).describe('Kam aptauja domāta un cik laika aizņem, angliski'),
  thanks: z.string().min(5).describe('Pateicība pēc nosūtīšanas, angliski'),
  version: z.int().min(1).describe('Latviešu aptaujas redakcija, kuras tulkojums tas ir'),
  sections: z.record(code, section).default({}).describe('Sadaļu virsraksti un ievadi pēc sadaļas koda'),
  questions: z.record(code, question).describe('Jautājumi pēc jautājuma koda'),
});
export type EnglishSurveyEntry = z.infer<typeof englishSurveySchema>;
