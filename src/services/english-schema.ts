// Front matter of `content/services-en/*.mdx`: the English summary of the service whose Latvian file has the same name.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

export const englishServiceSchema = z.strictObject({
  title: z.string().min(5).max(90).describe('Pakalpojuma nosaukums angliski'),
  summary: z.string().min(20).max(220).describe('Īss apraksts angliski, viens vai divi teikumi'),
  translated: isoDate.describe(
    'Datums, kad tulkojums pēdējo reizi salīdzināts ar latviešu tekstu; ja latviešu teksts pārbaudīts vēlāk, lapa to pateiks',
  ),
  keywords: z
    .array(z.string().min(2))
    .default([])
    .describe('Ikdienas vārdi angliski, kādus cilvēks ieraksta meklēšanā, piemēram, moving house'),
  toConfirm: z.array(z.string().min(3)).default([]).describe('Kas šajā tulkojumā vēl jāapstiprina'),
});
export type EnglishService = z.infer<typeof englishServiceSchema>;
