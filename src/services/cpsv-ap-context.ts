// The JSON-LD context of the CPSV-AP export, written out in the file so that reading it needs no network.

const CV = 'http://data.europa.eu/m8g/';
const CPSV = 'http://purl.org/vocab/cpsv#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

/** The EU's names for the language, the country and the currency. */
export const LATVIAN = 'http://publications.europa.eu/resource/authority/language/LAV';
export const LATVIA = 'http://publications.europa.eu/resource/authority/atu/LVA';
export const EUR = 'http://publications.europa.eu/resource/authority/currency/EUR';

const inLatvian = (id: string) => ({ '@id': id, '@language': 'lv' });
const reference = (id: string) => ({ '@id': id, '@type': '@id' });
const plain = (id: string) => ({ '@id': id, '@type': 'http://www.w3.org/2001/XMLSchema#string' });

/** Classes and properties by the names of CPSV-AP 3.2.0. */
export const CPSV_CONTEXT = {
  PublicService: `${CPSV}PublicService`,
  Rule: `${CPSV}Rule`,
  PublicOrganisation: `${CV}PublicOrganisation`,
  Channel: `${CV}Channel`,
  ContactPoint: `${CV}ContactPoint`,
  Cost: `${CV}Cost`,
  Evidence: `${CV}Evidence`,
  Output: `${CV}Output`,
  Requirement: `${CV}Requirement`,
  LifeEvent: `${CV}LifeEvent`,
  LegalResource: 'http://data.europa.eu/eli/ontology#LegalResource',
  Location: `${DCT}Location`,
  LinguisticSystem: `${DCT}LinguisticSystem`,
  identifier: plain(`${DCT}identifier`),
  title: inLatvian(`${DCT}title`),
  description: inLatvian(`${DCT}description`),
  prefLabel: inLatvian(`${SKOS}prefLabel`),
  keyword: inLatvian('http://www.w3.org/ns/dcat#keyword'),
  geographicName: inLatvian('http://www.w3.org/ns/locn#geographicName'),
  language: reference(`${DCT}language`),
  spatial: reference(`${DCT}spatial`),
  isPartOf: reference(`${DCT}isPartOf`),
  page: reference(`${FOAF}page`),
  homepage: reference(`${FOAF}homepage`),
  // The site's own names for kinds of channels; the EU's code list is not ours to map without its text.
  channelKind: plain(`${SKOS}notation`),
  hasCompetentAuthority: reference(`${CV}hasCompetentAuthority`),
  contactPoint: reference(`${CV}contactPoint`),
  contactPage: reference(`${CV}contactPage`),
  telephone: plain(`${CV}telephone`),
  email: plain(`${CV}email`),
  hasChannel: reference(`${CV}hasChannel`),
  hasCost: reference(`${CV}hasCost`),
  hasValue: { '@id': `${CV}hasValue`, '@type': 'http://www.w3.org/2001/XMLSchema#double' },
  currency: reference(`${CV}currency`),
  processingTime: { '@id': `${CV}processingTime`, '@type': 'http://www.w3.org/2001/XMLSchema#duration' },
  hasInput: reference(`${CPSV}hasInput`),
  produces: reference(`${CPSV}produces`),
  follows: reference(`${CPSV}follows`),
  implements: reference(`${CPSV}implements`),
  holdsRequirement: reference(`${CV}holdsRequirement`),
  hasLegalResource: reference(`${CV}hasLegalResource`),
  isGroupedBy: reference(`${CV}isGroupedBy`),
  relatedService: reference(`${CV}relatedService`),
} as const;
