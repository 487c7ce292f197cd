// `content/site.yaml`: the facts about the institution that stand on every page, each written once.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

/** A fact with where it comes from; `sample` marks one we made up and the release check refuses. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value: value.describe('Pati vērtība'),
    source: z.string().min(3).optional().describe('Avots'),
    checked: isoDate.optional().describe('Kad pārbaudīts'),
    sample: z.literal(true).optional().describe('true – parauga dati, kas pirms publicēšanas jāaizstāj'),
  });

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'slug');
const phone = z.string().regex(/^\+371 \d{8}$/, 'phone');

export const factsSchema = z.strictObject({
  name: z.string().min(5).describe('Centra pilns nosaukums'),
  shortName: z.string().min(2).describe('Īsais nosaukums galvenē'),
  institution: z.string().min(5).describe('Iestāde, kurai centrs pieder'),
  english: z
    .boolean()
    .describe(
      'Vai publicēt angļu valodas daļu /en/ (vajadzīgs tiesisks pamats, Valsts valodas likuma 21. pants)',
    ),
  address: sourced(
    z.strictObject({
      street: z.string().describe('Iela un numurs'),
      locality: z.string().describe('Apdzīvota vieta'),
      parish: z.string().describe('Pagasts'),
      municipality: z.string().describe('Novads'),
      postalCode: z
        .string()
        .regex(/^LV-\d{4}$/, 'postal-code')
        .describe('Pasta indekss, piemēram, LV-4125'),
    }),
  ).describe('Centra adrese'),
  phone: sourced(phone).describe('Centra tālrunis'),
  trustPhone: sourced(phone).describe('Uzticības tālrunis (noteikumu 10.1. punkts)'),
  email: sourced(z.email()).describe('Centra e-pasts'),
  municipalityEmail: sourced(z.email()).describe('Pašvaldības e-pasts'),
  dataProtection: sourced(z.email()).describe('Datu aizsardzības speciālista e-pasts'),
  security: sourced(
    z.strictObject({
      contact: z
        .union([z.email(), z.url({ protocol: /^https$/ })])
        .describe('E-pasta adrese vai https adrese, kur ziņot par drošības nepilnību'),
    }),
  ).describe('Kam ziņot par drošības nepilnību vietnē; no tā veido /.well-known/security.txt'),
  posts: z
    .array(z.strictObject({ id: slug, title: z.string().min(3).describe('Amata nosaukums') }))
    .min(1)
    .describe('Amati'),
  holders: z
    .array(
      z.strictObject({
        id: slug,
        name: z.string().min(2).describe('Pilns nosaukums'),
        short: z.string().min(2).describe('Īsais nosaukums'),
        level: z.enum(['municipality', 'state']).describe('Pašvaldība vai valsts'),
        url: z.url().describe('Tīmekļvietne'),
      }),
    )
    .min(1)
    .describe('Pakalpojumu turētāji'),
  lifeEvents: z
    .array(z.strictObject({ id: slug, title: z.string().min(3).describe('Dzīves situācija') }))
    .min(1)
    .describe('Dzīves situācijas katalogam'),
});
export type Facts = z.infer<typeof factsSchema>;
