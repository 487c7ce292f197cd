// `content/synonyms.yaml`: words that mean the same to a person who searches. Editors keep it.
import * as z from 'zod';

const words = z
  .array(z.string().min(2).max(60).describe('Vārds vai vārdkopa pamatformā'))
  .min(2)
  .describe('Vārdi vai vārdkopas ar vienu nozīmi, vismaz divi, piemēram, [suns, kucēns]');

export const synonymsSchema = z.strictObject({
  groups: z
    .array(words)
    .min(1)
    .describe(
      'Vārdu grupas: kas meklē vienu no grupas vārdiem, atrod arī pārējos. Locījumi un garumzīmes nav jāraksta',
    ),
});
