// Checks that every code an editor wrote refers to an existing item. Pure.
import { type ContentDocument, problemAt, SINGLE_FILES } from './document.ts';
import type { Problem } from './problem.ts';
import type { SiteIndex } from './site-index.ts';
import { entriesAt, type Found, surveyQuestions, textAt, textsAt } from './values.ts';
import { nearest, quoted, suggestion } from './wording.ts';

/** Unknown holders, life events, posts, services and rule points, and posts that nobody holds. */
export function referenceProblems(document: ContentDocument, site: SiteIndex): readonly Problem[] {
  const { data } = document;
  const unknown = (found: readonly Found[], known: readonly string[] | undefined, add: string) =>
    unknownNames(document, found, known, add);
  switch (document.kind) {
    case 'services':
      return [
        ...unknown(textAt(data, ['holder']), site.holders, listHint('holders')),
        ...unknown(textsAt(data, ['lifeEvents']), site.lifeEvents, listHint('lifeEvents')),
        ...unknown(textAt(data, ['responsible']), site.posts, listHint('posts')),
        ...vacantPost(document, site),
        ...unknown(textAt(data, ['checked', 'by']), site.posts, listHint('posts')),
        ...unknown(textsAt(data, ['related']), site.services, SERVICE_HINT),
        ...unknown(textsAt(data, ['rulePoints']), site.rulePoints, POINT_HINT),
      ];
    case 'services-en':
      return untranslatable(document, 'services', site.services);
    case 'surveys-en':
      return untranslatable(document, 'surveys', site.surveys);
    case 'staff':
      return unknown(textAt(data, ['post']), site.posts, listHint('posts'));
    case 'replies':
      return entriesAt(data, ['replies']).flatMap(({ path }) => [
        ...unknown(textsAt(data, [...path, 'rulePoints']), site.rulePoints, POINT_HINT),
        ...unknown(textsAt(data, [...path, 'services']), site.services, SERVICE_HINT),
      ]);
    case 'surveys':
      return unknown(
        surveyQuestions(data).flatMap(path => [
          ...textAt(data, [...path, 'rulePoint']),
          ...textsAt(data, [...path, 'rows'], 'rulePoint'),
        ]),
        site.rulePoints,
        POINT_HINT,
      );
    default:
      return [];
  }
}

const SERVICE_HINT = 'Jābūt faila nosaukumam no content/services bez paplašinājuma.';
const POINT_HINT = 'Jābūt punktam no noteikumu redakcijas, kas ir spēkā.';
/** An English file is the translation of the Latvian file of the same name. */
function untranslatable(
  { file, id }: ContentDocument,
  folder: 'services' | 'surveys',
  ids: readonly string[],
): readonly Problem[] {
  if (ids.includes(id)) return [];
  const near = nearest(id, ids);
  const meant = near === undefined ? '' : `Vai domājāt ${quoted(near)}? `;
  return [
    {
      file,
      line: 1,
      field: 'faila nosaukums',
      found: id,
      message: `mapē content/${folder} nav ${folder === 'services' ? 'pakalpojuma' : 'aptaujas'} ${quoted(id)}`,
      fix: `${meant}Tulkojumu nosauciet tāpat kā latviešu failu, kuru tas tulko.`,
      anchor: 'nezinama-atsauce',
    },
  ];
}

const listHint = (list: string): string =>
  `Jaunu vispirms pievienojiet ${SINGLE_FILES.site} sarakstam “${list}”.`;

function unknownNames(
  document: ContentDocument,
  found: readonly Found[],
  known: readonly string[] | undefined,
  add: string,
): readonly Problem[] {
  if (known === undefined) return [];
  return found
    .filter(({ value }) => !known.includes(value))
    .map(({ path, value }) =>
      problemAt(document, path, {
        found: value,
        message: `nezināma vērtība ${quoted(value)}`,
        fix: `${suggestion(value, known)} ${add}`.trim(),
        anchor: 'nezinama-atsauce',
      }),
    );
}

/** Rule point 5.2.3: a service must name a person, so its post must be held. */
function vacantPost(document: ContentDocument, site: SiteIndex): readonly Problem[] {
  const held = site.heldPosts;
  if (held === undefined) return [];
  return textAt(document.data, ['responsible'])
    .filter(({ value }) => site.posts?.includes(value) && !held.has(value))
    .map(({ path, value }) =>
      problemAt(document, path, {
        found: value,
        message: `amatu ${quoted(value)} neieņem neviens darbinieks`,
        fix: `Mapē content/staff pievienojiet darbinieku ar “post: ${value}” vai norādiet citu amatu. ${suggestion('', [...held].toSorted())}`,
        anchor: 'nezinama-atsauce',
      }),
    );
}
