// Shape of `content/policy/glabasana.yaml`: how long closed cases are kept, by class; described for editors.
import * as z from 'zod';
import { KINDS } from '../contract/kinds.ts';
import { retentionProblems } from './retention-consistency.ts';
import { isoDate } from './scalars.ts';
import { provenance, report } from './schema.ts';

export const RETENTION_FILE = 'content/policy/glabasana.yaml';

export const KEPT_OUTCOMES = ['justified', 'partly', 'not'] as const;

const count = z.int().min(1).max(120);
const term = z
  .union([
    z.strictObject({ years: count.describe('Gadu skaits') }),
    z.strictObject({ months: count.describe('Mēnešu skaits') }),
  ])
  .describe('Glabāšanas termiņš: years (gadi) vai months (mēneši)');

const kept = {
  term,
  law: z.string().min(5).describe('Pamats: likuma pants vai lietu nomenklatūras punkts'),
  ...provenance,
};

const only = z
  .strictObject({
    kinds: z
      .array(z.enum(KINDS))
      .min(1)
      .optional()
      .describe(
        'Iesnieguma veidi: complaint – sūdzība, suggestion – ierosinājums, question – jautājums, gratitude – pateicība, site – atsauksme par vietni',
      ),
    outcomes: z
      .array(z.enum(KEPT_OUTCOMES))
      .min(1)
      .optional()
      .describe('Sūdzības iznākums: justified – pamatota, partly – daļēji pamatota, not – nepamatota'),
    spam: z.literal(true).optional().describe('true – tikai tas, kas atzīts par surogātpastu'),
    whistleblower: z
      .literal(true)
      .optional()
      .describe('true – tikai iespējamie trauksmes cēlēju ziņojumi, kas izņemti no parastā reģistra'),
  })
  .describe('Kuras lietas klasē ir; lieta pieder pirmajai klasei, kuras nosacījumi tai visi der');

const keptClass = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'slug')
    .describe('Klases kods, piemēram, iesniegumi; to nemaina'),
  title: z.string().min(5).max(90).describe('Klases nosaukums, kā tas būs aktā'),
  only,
  ...kept,
});

const policy = z.strictObject({
  inForce: isoDate.describe('No kuras dienas slēgtajām lietām kārtība piemērojama'),
  title: z.string().min(5).describe('Kārtības nosaukums'),
  countFrom: z
    .enum(['year-end', 'closing'])
    .describe(
      'No kā termiņu skaita: year-end – no tā gada beigām, kurā lieta slēgta; closing – no slēgšanas dienas',
    ),
  classes: z.array(keptClass).min(1).describe('Klases; svarīga ir to secība'),
  surveys: z
    .strictObject({
      ...kept,
      figures: z
        .enum(['keep', 'destroy'])
        .describe(
          'Skaitļi, kas jau publicēti: keep – paliek arī pēc atbilžu iznīcināšanas; destroy – iznīcina līdz ar atbildēm',
        ),
    })
    .describe('Aptauju atbildes'),
  note: z.string().min(5).optional().describe('Piezīme redaktoram'),
});
export type RetentionPolicy = z.infer<typeof policy>;
export type RetentionClass = z.infer<typeof keptClass>;

export const retentionSchema = z
  .strictObject({ policies: z.array(policy).min(1).describe('Kārtības, senākā pirmā') })
  .superRefine((data, context) => report(context, retentionProblems, data));
export type Retention = z.infer<typeof retentionSchema>;
