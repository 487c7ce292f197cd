// A service as schema.org describes one, for search engines (facts §7.3, schema.org 30.0). Pure.
import type { Facts } from '../site/facts-schema.ts';
import { serviceRoute } from '../site/routes.ts';
import { holderOf, type ServiceEntry } from './catalogue.ts';
import { duration } from './duration.ts';
import type { Service } from './schema.ts';

type Node = Readonly<Record<string, unknown>>;

const typed = (type: string, properties: Node): Node => ({ '@type': type, ...properties });

function office({ name, address, phone }: Facts, origin: string): Node {
  const { street, locality, municipality, postalCode } = address.value;
  return typed('GovernmentOffice', {
    '@id': `${origin}#centrs`,
    name,
    url: origin,
    telephone: phone.value,
    address: typed('PostalAddress', {
      streetAddress: street,
      addressLocality: locality,
      addressRegion: municipality,
      postalCode,
      addressCountry: 'LV',
    }),
  });
}

function channels({ channels, processingTime }: Service, { phone }: Facts, origin: string): Node[] {
  const time = duration(processingTime.workingDays);
  return channels.map(({ kind, url }) =>
    typed('ServiceChannel', {
      availableLanguage: 'lv',
      ...(url && { serviceUrl: url }),
      ...(kind === 'counter' && { serviceLocation: { '@id': `${origin}#centrs` } }),
      ...(kind === 'phone' && { servicePhone: typed('ContactPoint', { telephone: phone.value }) }),
      ...(time && { processingTime: time }),
    }),
  );
}

/** `GovernmentService` with its provider, channels, price and result; what is not known is left out. */
export function governmentService({ id, data }: ServiceEntry, facts: Facts, origin: string): Node {
  const holder = holderOf(data, facts);
  const url = new URL(serviceRoute(id), origin).href;
  const area = typed('AdministrativeArea', { name: facts.address.value.municipality });
  return {
    '@context': 'https://schema.org',
    ...typed('GovernmentService', {
      '@id': `${url}#pakalpojums`,
      name: data.title,
      description: data.summary,
      url,
      ...(holder && {
        provider: typed('GovernmentOrganization', { name: holder.name, url: holder.url }),
        jurisdiction: holder.level === 'state' ? typed('Country', { name: 'Latvija' }) : area,
      }),
      serviceOperator: office(facts, origin),
      areaServed: area,
      audience: typed('Audience', { audienceType: data.recipient }),
      availableChannel: channels(data, facts, origin),
      serviceOutput: typed('Thing', { name: data.result }),
      ...(data.cost.amount !== null && {
        offers: typed('Offer', { price: data.cost.amount, priceCurrency: 'EUR' }),
      }),
    }),
  };
}
