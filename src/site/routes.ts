// Every public address of the site, defined once. Pages, navigation and the content check use these
// definitions.

/** Pages with a fixed address. */
export const ROUTES = {
  home: '/',
  about: '/par-mums/',
  rules: '/noteikumi/',
  services: '/pakalpojumi/',
  servicesByHolder: '/pakalpojumi/iestade/',
  servicesAz: '/pakalpojumi/a-z/',
  staff: '/darbinieki/',
  hours: '/darba-laiks/',
  complaint: '/sudziba/',
  feedback: '/atsauksme/',
  surveys: '/aptaujas/',
  received: '/sanemts/',
  status: '/gaita/',
  figures: '/parskats/',
  search: '/meklet/',
  print: '/drukai/',
  kiosk: '/kiosks/',
  data: '/dati/',
  easyRead: '/viegli-lasit/',
  privacy: '/privatums/',
  accessibility: '/pieklustamiba/',
  handling: '/ka-izskatam/',
  receiptCheck: '/parbaude/',
  styleGuide: '/stils/',
  editor: '/redaktors/',
  editorFields: '/redaktors/lauki/',
  offline: '/bezsaiste/',
  english: '/en/',
} as const;

/** Files and API documents with a fixed address that a text may link to. */
export const FILES = {
  servicesJson: '/dati/pakalpojumi.json',
  servicesJsonLd: '/dati/pakalpojumi.jsonld',
  servicesSchema: '/dati/schemas/pakalpojumi.schema.json',
  staffJson: '/dati/darbinieki.json',
  staffSchema: '/dati/schemas/darbinieki.schema.json',
  hoursJson: '/dati/darba-laiks.json',
  hoursIcs: '/dati/darba-laiks.ics',
  rulesJson: '/dati/noteikumi.json',
  rulesSchema: '/dati/schemas/noteikumi.schema.json',
  searchIndex: '/dati/meklesana.json',
  openApi: '/api/openapi.json',
  securityTxt: '/.well-known/security.txt',
  securityPolicy: '/.well-known/security-policy.txt',
} as const;

/** One edition of the rules, `/noteikumi/2017-11-06/`. */
export const ruleEditionRoute = (id: string): string => `${ROUTES.rules}${id}/`;

/** The differences between an edition and an older one, `/noteikumi/2027-01-01/pret/2017-11-06/`. */
export const ruleDifferenceRoute = (newer: string, older: string): string =>
  `${ruleEditionRoute(newer)}pret/${older}/`;

/**
 * The id of a point on a rules page: `p-5.2.3`. It never changes, so that complaints and laws can link to it.
 */
export const pointAnchor = (number: string): string => `p-${number}`;

/** One point of the edition in force, `/noteikumi/#p-5.2.3`. */
export const rulePointRoute = (number: string): string => `${ROUTES.rules}#${pointAnchor(number)}`;

/** The complaint form with this point of the rules preselected; needs scripts. */
export const pointComplaintRoute = (number: string): string => `${ROUTES.complaint}?punkts=${number}`;

export const serviceRoute = (id: string): string => `${ROUTES.services}${id}/`;

/** The services for one life event of `site.yaml`. */
export const lifeEventRoute = (id: string): string => `${ROUTES.services}dzives-situacija/${id}/`;

/** The services of one institution of `site.yaml`. */
export const holderRoute = (id: string): string => `${ROUTES.servicesByHolder}${id}/`;

/** Names under `/pakalpojumi/` that are views of the catalogue and cannot be service ids. */
export const RESERVED_SERVICE_IDS: readonly string[] = ['a-z', 'iestade', 'dzives-situacija'];

export const staffRoute = (id: string): string => `${ROUTES.staff}${id}/`;

/** A staff member's contact card. */
export const staffCardRoute = (id: string): string => `${ROUTES.staff}${id}.vcf`;

export const surveyRoute = (id: string): string => `${ROUTES.surveys}${id}/`;

/** The survey's results, where the editor makes them public. */
export const surveyResultsRoute = (id: string): string => `${surveyRoute(id)}rezultati/`;

/**
 * A page of running text: `content/pages/par-mums.mdx` is published at `/par-mums/`. English files begin with
 * `en-`: `en-home.mdx` is published at `/en/` and `en-privacy.mdx` at `/en/privacy/`.
 */
export function pageRoute(id: string): string {
  if (id === 'en-home') return ROUTES.english;
  return id.startsWith('en-') ? `${ROUTES.english}${id.slice(3)}/` : `/${id}/`;
}
