// The rules as open data, `/dati/noteikumi.json`: every edition with its chapters and points. The schema of the file
// (`/dati/schemas/noteikumi.schema.json`) is made from the same description. Pure.
import * as z from 'zod';
import { rulesLv } from '../site/messages-rules.lv.ts';
import { FILES, pointAnchor, ruleEditionRoute } from '../site/routes.ts';
import { byInForce, currentEdition, forceOf } from './editions.ts';
import { chapterAnchor } from './outline.ts';
import { parseRules } from './parse.ts';
import type { EditionEntry } from './schema.ts';

const date = z.iso.date();

const point = z.strictObject({
  number: z.string().describe('Numurs bez punkta beigās, 5.2.3; redakcijā tas ir vienreiz'),
  parent: z.string().nullable().describe('Punkts, kuram šis apakšpunkts pieder'),
  text: z.string().describe('Teksts vārds vārdā'),
  chapter: z.string().describe('Nodaļas numurs'),
  citation: z.string().describe('Kā uz punktu atsaukties'),
  address: z.url().describe('Pastāvīgā adrese šajā redakcijā'),
});

const edition = z.strictObject({
  id: date.describe('Redakcijas kods: spēkā stāšanās datums'),
  title: z.string(),
  shortTitle: z.string(),
  issuer: z.string().describe('Izdevējs'),
  legalBasis: z.string().describe('Saskaņā ar ko izdoti'),
  signatory: z.string().describe('Parakstītājs'),
  inForce: date.describe('Spēkā stāšanās datums'),
  repealed: date.nullable().describe('Datums, ar kuru redakcija zaudē spēku'),
  force: z.enum(['coming', 'in-force', 'repealed']).describe('Stāvoklis faila dienā pēc datumiem'),
  forceConfirmed: z.boolean().describe('Vai iestāde apstiprinājusi, ka stāvoklis ir tāds'),
  statusNote: z.string().describe('Piezīme par redakcijas statusu'),
  source: z.string().describe('No kurienes teksts ņemts'),
  address: z.url().describe('Redakcijas pastāvīgā adrese'),
  chapters: z.array(
    z.strictObject({
      numeral: z.string(),
      title: z.string(),
      address: z.url(),
      explanation: z.string().nullable().describe('Skaidrojums vienkāršiem vārdiem; nav noteikumu teksts'),
    }),
  ),
  points: z.array(point).describe('Punkti dokumenta secībā'),
});

export const rulesData = z
  .strictObject({
    $schema: z.url(),
    date: date.describe('Diena, kurā fails sagatavots'),
    current: date.describe('Redakcija, kas stāv adresē /noteikumi/'),
    editions: z.array(edition).min(1).describe('Visas redakcijas, jaunākā vispirms'),
  })
  .describe('Klientu apkalpošanas noteikumi pa redakcijām, nodaļām un punktiem');
export type RulesData = z.infer<typeof rulesData>;

/** The JSON Schema (2020-12) of the file. */
export const rulesDataSchema = (origin: URL | undefined) => ({
  ...z.toJSONSchema(rulesData),
  $id: new URL(FILES.rulesSchema, origin).href,
  title: 'noteikumi.json',
});

/** The file's content on `today`. */
export function rulesOpenData(
  editions: readonly EditionEntry[],
  today: string,
  origin: URL | undefined,
): RulesData {
  return {
    $schema: new URL(FILES.rulesSchema, origin).href,
    date: today,
    current: currentEdition(editions, today)?.id ?? '',
    editions: byInForce(editions).map(entry => editionData(entry, today, origin)),
  };
}

function editionData({ id, data, body }: EditionEntry, today: string, origin: URL | undefined) {
  const { summaries, toConfirm, status, repealed, ...facts } = data;
  const { chapters } = parseRules(body ?? '', 1);
  const address = new URL(ruleEditionRoute(id), origin).href;
  const explanations = new Map(summaries.map(({ chapter, text }) => [chapter, text]));
  return {
    id,
    ...facts,
    repealed: repealed ?? null,
    force: forceOf(data, today),
    forceConfirmed: !toConfirm.includes('status'),
    statusNote: status,
    address,
    chapters: chapters.map(({ numeral, title }) => ({
      numeral,
      title,
      address: `${address}#${chapterAnchor(numeral)}`,
      explanation: explanations.get(numeral) ?? null,
    })),
    points: chapters.flatMap(({ numeral, points }) =>
      points.map(({ number, text }) => ({
        number,
        parent: number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null,
        text,
        chapter: numeral,
        citation: rulesLv.citation(data.shortTitle, number),
        address: `${address}#${pointAnchor(number)}`,
      })),
    ),
  };
}
