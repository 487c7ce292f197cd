// The addresses of the site, the pages on which a content file shows, and targets for removed addresses.
// Pure.
import {
  pageRoute,
  ROUTES,
  ruleEditionRoute,
  serviceRoute,
  staffRoute,
  surveyResultsRoute,
  surveyRoute,
} from '../../../site/routes.ts';
import {
  EN_ROUTES,
  englishServiceRoute,
  englishSurveyResultsRoute,
  englishSurveyRoute,
  twinsOf,
} from '../../../site/routes-en.ts';
import type { ContentDocument } from '../../check/document.ts';
import { valueAt } from '../../check/schema-path.ts';
import { indexSite } from '../../check/site-index.ts';

/** Every public address as of `today` (`YYYY-MM-DD`). Contact cards are listed with their pages. */
export function publicAddresses(documents: readonly ContentDocument[], today: string): ReadonlySet<string> {
  const site = documents.find(({ kind }) => kind === 'site');
  const isEnglish = valueAt(site?.data, ['english']) === true;
  const surveys = documents.filter(({ kind }) => kind === 'surveys');
  const kiosk = new Set(
    surveys.filter(isForKiosk).flatMap(({ id }) => [surveyRoute(id), englishSurveyRoute(id)]),
  );
  const results = surveys
    .filter(({ data }) => valueAt(data, ['results', 'public']) === true)
    .flatMap(({ id, data }) => {
      const languages = valueAt(data, ['languages']);
      const hasEnglish = Array.isArray(languages) && languages.includes('en');
      return hasEnglish ? [surveyResultsRoute(id), englishSurveyResultsRoute(id)] : [surveyResultsRoute(id)];
    });
  const texts = new Set(documents.filter(({ kind }) => kind === 'pages').map(({ id }) => pageRoute(id)));
  const isThere = (route: string): boolean =>
    !route.endsWith('.vcf') &&
    !kiosk.has(route) &&
    (isEnglish || !route.startsWith(ROUTES.english)) &&
    (texts.has(route) || !ONLY_TEXTS.includes(route));
  return new Set([...indexSite(documents, today).routes, ...results].filter(isThere));
}

/** Addresses that the site links to and that only a file of `content/pages` can serve. */
const ONLY_TEXTS: readonly string[] = [
  ROUTES.about,
  ROUTES.easyRead,
  ROUTES.privacy,
  ROUTES.accessibility,
  EN_ROUTES.privacy,
];

const isForKiosk = ({ data }: ContentDocument): boolean => valueAt(data, ['audience']) === 'kiosk';

/** The pages on which a file shows, its own page first; empty when it is not for visitors. */
export function addressesOf(document: ContentDocument): readonly string[] {
  const { kind, id } = document;
  switch (kind) {
    case 'services':
      return [serviceRoute(id), englishServiceRoute(id)];
    case 'services-en':
      return [englishServiceRoute(id)];
    case 'staff':
      return [staffRoute(id)];
    case 'hours':
    case 'calendar':
      return [ROUTES.hours];
    case 'surveys':
      return isForKiosk(document) ? [ROUTES.kiosk] : [surveyRoute(id), englishSurveyRoute(id)];
    case 'surveys-en':
      return [englishSurveyRoute(id)];
    case 'pages':
      return [pageRoute(id)];
    case 'rules':
      return [ruleEditionRoute(id), ROUTES.rules];
    case 'policy':
      return [ROUTES.handling];
    case 'synonyms':
      return [ROUTES.search];
    default:
      return [];
  }
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The list pages above a page, the longest prefix first. */
const SECTIONS = [
  ROUTES.servicesByHolder,
  ROUTES.services,
  ROUTES.staff,
  ROUTES.surveys,
  ROUTES.rules,
  '/en/services/',
  '/en/surveys/',
  ROUTES.english,
];

/**
 * A target for each removed address: the page that replaced it, its Latvian twin, or its list page, whichever
 * exists.
 * @param renamed old address → new one
 * @param present addresses of the current site
 */
export const redirectsFor = (
  gone: readonly string[],
  renamed: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): readonly Redirect[] =>
  gone.map(from => {
    const candidates = [
      renamed.get(from),
      latvianTwin(from),
      ...SECTIONS.filter(each => from.startsWith(each)),
    ];
    const to = candidates.find(each => each !== undefined && each !== from && present.has(each));
    return { from, to: to ?? ROUTES.home };
  });

/** The Latvian page with the same content as an English one. */
function latvianTwin(address: string): string | undefined {
  const id = /^\/en\/(?:services|surveys)\/([^/]+)\//.exec(address)?.[1];
  const ids = id === undefined ? [] : [id];
  const twins = address.startsWith(ROUTES.english)
    ? twinsOf(address, { services: ids, surveys: ids })
    : undefined;
  return twins?.lv;
}
