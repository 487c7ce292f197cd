// Everything that content may refer to, collected from all files before references are checked. Pure.
import { currentEdition, editionPairs } from '../../rules/editions.ts';
import { allPoints, parseRules } from '../../rules/parse.ts';
import type { ParsedRules } from '../../rules/points.ts';
import {
  FILES,
  holderRoute,
  lifeEventRoute,
  pageRoute,
  pointAnchor,
  ROUTES,
  ruleDifferenceRoute,
  ruleEditionRoute,
  serviceRoute,
  staffCardRoute,
  staffRoute,
  surveyRoute,
} from '../../site/routes.ts';
import { EN_ROUTES, englishServiceRoute, englishSurveyRoute } from '../../site/routes-en.ts';
import type { ContentDocument, Kind } from './document.ts';
import { dateAt, textAt, textsAt } from './values.ts';
import type { Path } from './yaml.ts';

export interface SiteIndex {
  /** Ids by list of `content/site.yaml`; undefined when the list cannot be read, and then nothing is checked against it. */
  readonly posts: readonly string[] | undefined;
  readonly holders: readonly string[] | undefined;
  readonly lifeEvents: readonly string[] | undefined;
  /** Posts that a member of staff holds; undefined while any person's post is unreadable. */
  readonly heldPosts: ReadonlySet<string> | undefined;
  readonly services: readonly string[];
  readonly surveys: readonly string[];
  /** Point numbers of the edition at `/noteikumi/`; undefined when there is no edition. */
  readonly rulePoints: readonly string[] | undefined;
  /** Every address of the site. */
  readonly routes: ReadonlySet<string>;
  /** Anchors by address, for pages that guarantee their anchors. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
}

/** Collects ids, posts, points and addresses as of `today`. */
export function indexSite(documents: readonly ContentDocument[], today: string): SiteIndex {
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
  const editions = of('rules').map(datedEdition);
  const current = currentEdition(editions, today);
  const points = current && pointNumbers(current.document);
  return {
    posts,
    holders: list('holders'),
    lifeEvents: list('lifeEvents'),
    heldPosts: isHeldKnown ? new Set(held.filter(post => post !== undefined)) : undefined,
    services: ids('services'),
    surveys: ids('surveys'),
    rulePoints: points,
    routes: new Set([
      ...Object.values(ROUTES),
      ...Object.values(FILES),
      ...ids('rules').map(ruleEditionRoute),
      ...editionPairs(editions).map(({ newer, older }) =>
        ruleDifferenceRoute(newer.document.id, older.document.id),
      ),
      ...ids('services').map(serviceRoute),
      // An institution or a life event without services has no page.
      ...usedNames(of('services'), ['holder']).map(holderRoute),
      ...usedNames(of('services'), ['lifeEvents']).map(lifeEventRoute),
      ...Object.values(EN_ROUTES),
      ...ids('services-en').map(englishServiceRoute),
      ...ids('surveys-en').map(englishSurveyRoute),
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

/** The rules in the body of an edition, with the line numbers of its file. */
export const rulesOf = (edition: ContentDocument): ParsedRules => parseRules(edition.body, edition.bodyLine);

const pointNumbers = (edition: ContentDocument): readonly string[] =>
  allPoints(rulesOf(edition)).map(point => point.number);

const datedEdition = (document: ContentDocument) => ({
  document,
  data: {
    inForce: dateAt(document.data, ['inForce']) ?? '',
    repealed: dateAt(document.data, ['repealed']),
  },
});
const usedNames = (documents: readonly ContentDocument[], path: Path): readonly string[] =>
  documents.flatMap(({ data }) => [...textAt(data, path), ...textsAt(data, path)].map(({ value }) => value));
