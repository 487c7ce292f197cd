// Front matter of `content/rules/*.mdx`: one edition of the rules. The body holds the text itself, word for word.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

/** Fields allowed in `toConfirm`: shown, but marked as not yet confirmed by the institution. */
const CONFIRMABLE = ['status'] as const;

const summary = z.strictObject({
  chapter: z
    .string()
    .regex(/^[IVXLC]+$/, 'roman')
    .describe('Nodaļas numurs, romiešu cipari bez punkta, piemēram, II'),
  text: z
    .string()
    .min(20)
    .max(600)
    .describe(
      'Nodaļas būtība vienkāršiem vārdiem, 2–5 īsi teikumi; lapā to atzīmē kā skaidrojumu, nevis tekstu',
    ),
});

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
  toConfirm: z
    .array(z.enum(CONFIRMABLE))
    .default([])
    .describe('status – ja iestādei vēl jāapstiprina, ka redakcija ir spēkā; citādi lauku nelieto'),
  summaries: z
    .array(summary)
    .min(1)
    .describe('Skaidrojums vienkāršiem vārdiem katrai nodaļai; tas nav noteikumu teksts'),
});
export type RuleEdition = z.infer<typeof ruleEditionSchema>;

/** An edition as the collections hold it. */
export interface EditionEntry {
  /** The date in force, `2017-11-06`: file name and address. */
  readonly id: string;
  readonly data: RuleEdition;
  readonly body?: string | undefined;
}
