// The catalogue after the European vocabulary for public services, CPSV-AP 3.2.0, as JSON-LD (facts §7.1). Pure.
import type { Facts } from '../site/facts-schema.ts';
import { phoneLink } from '../site/format.ts';
import { holderRoute, lifeEventRoute, ROUTES, serviceRoute } from '../site/routes.ts';
import { byHolder, byLifeEvent, type Holder, type ServiceEntry, sortByTitle } from './catalogue.ts';
import { CPSV_CONTEXT, EUR, LATVIA, LATVIAN } from './cpsv-ap-context.ts';
import { duration } from './duration.ts';

type Node = Readonly<Record<string, unknown>>;

/** The input of the nodes; `at` makes an address of the site absolute. */
interface Source {
  readonly facts: Facts;
  readonly at: (path: string) => string;
}

const contactPoint = ({ at }: Source): string => at('/#kontakti');
const municipality = ({ at }: Source): string => at(`${ROUTES.data}#novads`);
const organisation = ({ at }: Source, id: string): string => at(`${holderRoute(id)}#iestade`);
const lifeEvent = ({ at }: Source, id: string): string => at(`${lifeEventRoute(id)}#situacija`);
const service = ({ at }: Source, id: string): string => at(`${serviceRoute(id)}#pakalpojums`);

const part = (of: string, name: string): string => of.replace(/#.*$/, `#${name}`);

function organisationNode(source: Source, { id, name, level, url }: Holder): Node {
  return {
    '@id': organisation(source, id),
    '@type': 'PublicOrganisation',
    identifier: id,
    prefLabel: name,
    spatial: level === 'state' ? LATVIA : municipality(source),
    homepage: url,
  };
}

function channelNodes(iri: string, { id, data }: ServiceEntry): Node[] {
  const time = duration(data.processingTime.workingDays);
  return data.channels.map(({ kind, note, url }, i) => ({
    '@id': part(iri, `kanals-${i + 1}`),
    '@type': 'Channel',
    identifier: `${id}/kanals-${i + 1}`,
    channelKind: kind,
    ...(note && { description: note }),
    ...(url && { page: url }),
    ...(time && { processingTime: time }),
  }));
}

/** Documents to bring, the result, the steps as one procedure, who may ask, what it costs. */
function partNodes(iri: string, { id, data }: ServiceEntry): Node[] {
  const { amount, note } = data.cost;
  const named = (type: string, name: string, title: string, more: Node = {}): Node => ({
    '@id': part(iri, name),
    '@type': type,
    identifier: `${id}/${name}`,
    title,
    ...more,
  });
  return [
    ...data.documents.map((title, i) => named('Evidence', `dokuments-${i + 1}`, title)),
    named('Output', 'rezultats', data.result),
    named('Requirement', 'sanemejs', data.recipient),
    named('Rule', 'kartiba', `${data.title}: kārtība`, {
      description: data.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'),
      implements: data.legalBasis.map(({ url }) => url),
    }),
    {
      '@id': part(iri, 'cena'),
      '@type': 'Cost',
      identifier: `${id}/cena`,
      ...(amount !== null && { hasValue: String(amount), currency: EUR }),
      ...(note && { description: note }),
    },
  ];
}

function serviceNode(source: Source, entry: ServiceEntry, parts: readonly Node[]): Node {
  const { id, data } = entry;
  const ids = (type: string) => parts.filter(node => node['@type'] === type).map(node => node['@id']);
  const time = duration(data.processingTime.workingDays);
  return {
    '@id': service(source, id),
    '@type': 'PublicService',
    identifier: id,
    title: data.title,
    description: data.summary,
    keyword: data.keywords,
    page: source.at(serviceRoute(id)),
    language: LATVIAN,
    spatial: municipality(source),
    hasCompetentAuthority: organisation(source, data.holder),
    contactPoint: contactPoint(source),
    hasChannel: ids('Channel'),
    hasInput: ids('Evidence'),
    produces: ids('Output'),
    holdsRequirement: ids('Requirement'),
    follows: ids('Rule'),
    hasCost: ids('Cost'),
    hasLegalResource: data.legalBasis.map(({ url }) => url),
    isGroupedBy: data.lifeEvents.map(event => lifeEvent(source, event)),
    relatedService: data.related.map(other => service(source, other)),
    ...(time && { processingTime: time }),
  };
}

function serviceNodes(source: Source, entry: ServiceEntry): Node[] {
  const iri = service(source, entry.id);
  const parts = [...channelNodes(iri, entry), ...partNodes(iri, entry)];
  const laws = entry.data.legalBasis.map(({ title, url }) => ({
    '@id': url,
    '@type': 'LegalResource',
    title,
  }));
  return [serviceNode(source, entry, parts), ...parts, ...laws];
}

/** What all services share: the place, the centre's contacts, institutions and life events. */
function sharedNodes(source: Source, services: readonly ServiceEntry[]): Node[] {
  const { facts, at } = source;
  const { email, phone, address } = facts;
  return [
    { '@id': LATVIAN, '@type': 'LinguisticSystem' },
    { '@id': LATVIA, '@type': 'Location' },
    {
      '@id': municipality(source),
      '@type': 'Location',
      geographicName: address.value.municipality,
      isPartOf: LATVIA,
    },
    {
      '@id': contactPoint(source),
      '@type': 'ContactPoint',
      contactPage: at(ROUTES.hours),
      // Sample contacts are left out of data that others copy.
      ...(!phone.sample && { telephone: phoneLink(phone.value).slice('tel:'.length) }),
      ...(!email.sample && { email: email.value }),
    },
    ...byHolder(services, facts).map(({ holder }) => organisationNode(source, holder)),
    ...byLifeEvent(services, facts).map(({ id, title }) => ({
      '@id': lifeEvent(source, id),
      '@type': 'LifeEvent',
      identifier: id,
      title,
    })),
  ];
}

/** The whole catalogue as one self-contained JSON-LD document. `origin` ends with a slash. */
export function cpsvAp(services: readonly ServiceEntry[], facts: Facts, origin: string): Node {
  const source: Source = { facts, at: path => new URL(path, origin).href };
  return {
    '@context': CPSV_CONTEXT,
    '@graph': [
      ...sharedNodes(source, services),
      ...sortByTitle(services).flatMap(entry => serviceNodes(source, entry)),
    ],
  };
}
