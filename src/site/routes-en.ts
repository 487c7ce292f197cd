// Addresses of the English edition, and the Latvian page each corresponds to. Pure.
import { ROUTES, serviceRoute, surveyResultsRoute, surveyRoute } from './routes.ts';

/** Pages with a fixed address under `/en/`. */
export const EN_ROUTES = {
  home: ROUTES.english,
  services: '/en/services/',
  hours: '/en/hours/',
  contact: '/en/contact/',
  complaint: '/en/complaint/',
  feedback: '/en/feedback/',
  surveys: '/en/surveys/',
  status: '/en/status/',
  receiptCheck: '/en/receipt-check/',
  privacy: '/en/privacy/',
  search: '/en/search/',
  figures: '/en/figures/',
  offline: '/en/offline/',
} as const;

/** A service in English; it keeps the id of the Latvian one. */
export const englishServiceRoute = (id: string): string => `${EN_ROUTES.services}${id}/`;

/** A survey in English; it keeps the id of the Latvian one. */
export const englishSurveyRoute = (id: string): string => `${EN_ROUTES.surveys}${id}/`;

/** A survey's results in English. */
export const englishSurveyResultsRoute = (id: string): string => `${englishSurveyRoute(id)}results/`;

/** Latvian page → English page with the same content. The contacts page has no Latvian page of its own. */
const PAIRS: readonly (readonly [lv: string, en: string])[] = [
  [ROUTES.home, EN_ROUTES.home],
  [ROUTES.services, EN_ROUTES.services],
  [ROUTES.hours, EN_ROUTES.hours],
  [ROUTES.complaint, EN_ROUTES.complaint],
  [ROUTES.feedback, EN_ROUTES.feedback],
  [ROUTES.surveys, EN_ROUTES.surveys],
  [ROUTES.status, EN_ROUTES.status],
  [ROUTES.receiptCheck, EN_ROUTES.receiptCheck],
  [ROUTES.privacy, EN_ROUTES.privacy],
  [ROUTES.search, EN_ROUTES.search],
  [ROUTES.figures, EN_ROUTES.figures],
  [ROUTES.offline, EN_ROUTES.offline],
];

export interface Twins {
  readonly lv: string;
  readonly en: string;
}

/** Ids of the content that has its own English page. */
export interface Translated {
  readonly services: readonly string[];
  readonly surveys: readonly string[];
}

/**
 * Both addresses of a page that exists in both languages, whichever is given; null for a page in one
 * language.
 */
export function twinsOf(path: string, { services, surveys }: Translated): Twins | null {
  const pairs = [
    ...PAIRS,
    ...services.map(id => [serviceRoute(id), englishServiceRoute(id)] as const),
    ...surveys.map(id => [surveyRoute(id), englishSurveyRoute(id)] as const),
    ...surveys.map(id => [surveyResultsRoute(id), englishSurveyResultsRoute(id)] as const),
  ];
  const pair = pairs.find(each => each.includes(path));
  return pair ? { lv: pair[0], en: pair[1] } : null;
}
