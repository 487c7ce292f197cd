// `content/synonyms.yaml`: words with the same meaning for search, maintained by editors.
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
