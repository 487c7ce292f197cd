// `content/replies.yaml`: text templates for answers, by point of the rules and by service. Maintained by
// editors.
import * as z from 'zod';

const reply = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'slug')
    .describe('Teksta kods, piemēram, rindas-gaidisana; to nemaina'),
  title: z.string().min(5).max(90).describe('Nosaukums, pēc kura darbinieks tekstu atrod sarakstā'),
  rulePoints: z
    .array(z.string())
    .optional()
    .describe('Noteikumu punkti, par kuriem teksts ir; šādās lietās tas ir saraksta sākumā'),
  services: z
    .array(z.string())
    .optional()
    .describe('Pakalpojumi, par kuriem teksts ir (failu nosaukumi mapē content/services bez paplašinājuma)'),
  text: z
    .string()
    .min(20)
    .max(4_000)
    .describe('Pats teksts; vietas, kas darbiniekam jāaizpilda, liek kvadrātiekavās: [datums]'),
});

export const repliesSchema = z.strictObject({
  replies: z.array(reply).min(1).describe('Atbilžu sagataves'),
});
export type Replies = z.infer<typeof repliesSchema>;
