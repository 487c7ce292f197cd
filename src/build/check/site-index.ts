// Everything content may refer to, gathered from all files before the references are checked. Pure.
import { allPoints, parseRules } from '../../rules/parse.ts';
import type { ParsedRules } from '../../rules/points.ts';
import {
  FILES,
  pageRoute,
  pointAnchor,
  ROUTES,
  ruleEditionRoute,
  serviceRoute,
  staffCardRoute,
  staffRoute,
  surveyRoute,
} from '../../site/routes.ts';
import { EN_ROUTES, englishServiceRoute } from '../../site/routes-en.ts';
import type { ContentDocument, Kind } from './document.ts';
import { dateAt, textAt, textsAt } from './values.ts';

export interface SiteIndex {
  /** Ids by list of `content/site.yaml`; undefined when the list cannot be read, and then nothing is checked against it. */
  readonly posts: readonly string[] | undefined;
  readonly holders: readonly string[] | undefined;
  readonly lifeEvents: readonly string[] | undefined;
  /** Posts somebody of the staff holds; undefined while the post of anyone is in doubt. */
  readonly heldPosts: ReadonlySet<string> | undefined;
  readonly services: readonly string[];
  /** Point numbers of the newest edition; undefined when there is no edition. */
  readonly rulePoints: readonly string[] | undefined;
  /** Every address of the site. */
  readonly routes: ReadonlySet<string>;
  /** Anchors by address, for the pages whose anchors are promised. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
}

/** Gathers ids, posts, points and addresses. */
export function indexSite(documents: readonly ContentDocument[]): SiteIndex {
  const of = (kind: Kind) => documents.filter(document => document.kind === kind);
  const ids = (kind: Kind) => of(kind).map(document => document.id);
  const site = of('site')[0];
  const list = (name: string) => {
    const found = site && textsAt(site.data, [name], 'id').map(entry => entry.value);
    return found === undefined || found.length === 0 ? undefined : found;
  };
  const posts = list('posts');
  const held = of('staff').map(({ data }) => textAt(data, ['post'])[0]?.value);
  const isHeldKnown = held.every(post => post !== undefined && posts?.includes(post));
  const newest = newestRules(of('rules'));
  const points = newest && pointNumbers(newest);
  return {
    posts,
    holders: list('holders'),
    lifeEvents: list('lifeEvents'),
    heldPosts: isHeldKnown ? new Set(held.filter(post => post !== undefined)) : undefined,
    services: ids('services'),
    rulePoints: points,
    routes: new Set([
      ...Object.values(ROUTES),
      ...Object.values(FILES),
      ...ids('rules').map(ruleEditionRoute),
      ...ids('services').map(serviceRoute),
      ...Object.values(EN_ROUTES),
      ...ids('services-en').map(englishServiceRoute),
      ...ids('staff').flatMap(id => [staffRoute(id), staffCardRoute(id)]),
      ...ids('surveys').map(surveyRoute),
      ...ids('pages').map(pageRoute),
    ]),
    anchors: new Map([
      ...(points ? [[ROUTES.rules, points.map(pointAnchor)] as const] : []),
      ...of('rules').map(
        edition => [ruleEditionRoute(edition.id), pointNumbers(edition).map(pointAnchor)] as const,
      ),
    ]),
  };
}

/** The rules in the body of an edition, with the lines of its file. */
export const rulesOf = (edition: ContentDocument): ParsedRules => parseRules(edition.body, edition.bodyLine);

const pointNumbers = (edition: ContentDocument): readonly string[] =>
  allPoints(rulesOf(edition)).map(point => point.number);

function newestRules(editions: readonly ContentDocument[]): ContentDocument | undefined {
  const date = (edition: ContentDocument) => dateAt(edition.data, ['inForce']) ?? '';
  return editions.toSorted((a, b) => date(b).localeCompare(date(a)))[0];
}
