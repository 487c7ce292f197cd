// `content/survey-versions/<id>.yaml`: what each version of a survey asked, written by `npm run content -- versions`.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

const named = z.strictObject({ id: z.string(), label: z.string() });
const condition = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).min(1)]),
);

/** One field of a survey as it was asked: what makes its answers comparable, and whether they may split results. */
const recordedQuestionSchema = z.strictObject({
  id: z.string().describe('Jautājuma kods, tabulas rindai – kods.rinda'),
  kind: z.string().describe('Atbildes veids'),
  label: z.string().describe('Formulējums'),
  of: z.string().optional().describe('Tabulas virsraksts'),
  options: z.array(named).optional().describe('Atbildes'),
  points: z.int().optional().describe('Skalas punkti'),
  labels: z.array(z.string()).optional().describe('Punktu nosaukumi'),
  low: z.string().optional().describe('Mazākā gala nosaukums'),
  high: z.string().optional().describe('Lielākā gala nosaukums'),
  cantSay: z.literal(true).optional().describe('Ir “Nevaru atbildēt”'),
  min: z.int().optional().describe('Mazākais skaitlis'),
  max: z.int().optional().describe('Lielākais skaitlis'),
  unit: z.string().optional().describe('Mērvienība'),
  from: isoDate.optional().describe('Agrākā diena'),
  to: isoDate.optional().describe('Vēlākā diena'),
  group: z.literal(true).optional().describe('Rezultātus var skatīt pa šīm atbildēm'),
  showIf: z.array(condition).optional().describe('Nosacījumi, kad jautā'),
});
export type RecordedQuestion = z.infer<typeof recordedQuestionSchema>;

const recordedVersionSchema = z.strictObject({
  version: z.int().min(1).describe('Redakcijas numurs'),
  recorded: isoDate.describe('Diena, kad ierakstīta'),
  audience: z.enum(['public', 'kiosk', 'staff']).describe('Kam aptauja domāta'),
  threshold: z.int().min(3).describe('Anonimitātes slieksnis'),
  questions: z.array(recordedQuestionSchema).describe('Kas tika jautāts'),
});
export type RecordedVersion = z.infer<typeof recordedVersionSchema>;

export const surveyVersionsSchema = z.strictObject({
  versions: z.array(recordedVersionSchema).min(1).describe('Redakcijas secībā'),
});
