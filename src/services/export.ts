// The catalogue as plain JSON for anyone to use, and the schema that describes it. Pure.
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';
import type { Facts } from '../site/facts-schema.ts';
import { LICENCE } from '../site/open-data.ts';
import { FILES, ROUTES, serviceRoute } from '../site/routes.ts';
import { type ServiceEntry, sortByTitle } from './catalogue.ts';
import { isStale } from './freshness.ts';
import { serviceSchema } from './schema.ts';

const named = z.strictObject({ id: z.string().describe('Kods'), title: z.string().describe('Nosaukums') });

const service = serviceSchema.extend({
  id: z.string().describe('Pakalpojuma kods; nemainās'),
  url: z.url().describe('Pakalpojuma lapa'),
  stale: z.boolean().describe('true – saturs sen nav pārbaudīts'),
});

/** What stands in `/dati/pakalpojumi.json`. */
export const catalogueSchema = z
  .strictObject({
    $schema: z.url().describe('Šī apraksta adrese'),
    title: z.string().describe('Datu kopas nosaukums'),
    source: z.url().describe('Lapa, kurā tie paši dati ir cilvēkam'),
    licence: z.url().describe('Licence'),
    licenceToConfirm: z.boolean().describe('true – licenci iestāde vēl nav apstiprinājusi'),
    generatedOn: isoDate.describe('Diena, kurā dati izveidoti'),
    centre: z.string().describe('Centra nosaukums'),
    institution: z.string().describe('Iestāde, kurai centrs pieder'),
    holders: z
      .array(
        z.strictObject({
          id: z.string().describe('Kods'),
          name: z.string().describe('Pilns nosaukums'),
          short: z.string().describe('Īsais nosaukums'),
          level: z.enum(['municipality', 'state']).describe('Pašvaldība vai valsts'),
          url: z.url().describe('Tīmekļvietne'),
        }),
      )
      .describe('Pakalpojumu turētāji'),
    lifeEvents: z.array(named).describe('Dzīves situācijas'),
    posts: z.array(named).describe('Amati'),
    services: z.array(service).describe('Pakalpojumi alfabēta secībā'),
  })
  .describe('Klientu apkalpošanas centra pakalpojumi');

export interface ExportPlace {
  /** Public address of the site, `https://kac.example/`. */
  readonly origin: string;
  /** Day of the build, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The whole catalogue with the lists its codes come from. */
export function catalogueJson(
  services: readonly ServiceEntry[],
  facts: Facts,
  { origin, today }: ExportPlace,
): z.infer<typeof catalogueSchema> {
  const address = (path: string): string => new URL(path, origin).href;
  return {
    $schema: address(FILES.servicesSchema),
    title: `${facts.shortName}: pakalpojumi`,
    source: address(ROUTES.services),
    licence: LICENCE.url,
    licenceToConfirm: LICENCE.toConfirm,
    generatedOn: today,
    centre: facts.name,
    institution: facts.institution,
    holders: facts.holders,
    lifeEvents: facts.lifeEvents,
    posts: facts.posts,
    services: sortByTitle(services).map(({ id, data }) => ({
      id,
      url: address(serviceRoute(id)),
      ...data,
      stale: isStale(data.checked.on, today),
    })),
  };
}

/** The JSON Schema (2020-12) of the export, from the same zod schema the content is checked with. */
export const catalogueJsonSchema = (origin: string): object => ({
  $id: new URL(FILES.servicesSchema, origin).href,
  ...z.toJSONSchema(catalogueSchema, { io: 'output' }),
});
