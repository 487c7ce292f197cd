// Front matter of `content/rules/*.mdx`: one edition of the rules. The body holds the text itself, word for word.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

export const ruleEditionSchema = z.strictObject({
  title: z.string().min(5).describe('Noteikumu pilns nosaukums'),
  shortTitle: z.string().min(3).describe('Īsais nosaukums, ko lieto atsaucēs'),
  issuer: z.string().min(3).describe('Izdevējs'),
  legalBasis: z.string().min(5).describe('Saskaņā ar ko noteikumi izdoti, vārds vārdā'),
  inForce: isoDate.describe('Spēkā stāšanās datums'),
  repealed: isoDate.optional().describe('Datums, ar kuru šī redakcija zaudēja spēku'),
  signatory: z.string().min(3).describe('Parakstītājs, kā dokumentā'),
  status: z.string().min(10).describe('Piezīme par redakcijas statusu šodien'),
  source: z.string().min(5).describe('No kurienes teksts ņemts'),
});
export type RuleEdition = z.infer<typeof ruleEditionSchema>;
