// The facts that can be confirmed, each with the places of its check date, its source and its "to confirm"
// mark. Pure.
import { type ContentDocument, fieldName } from '../../check/document.ts';
import { valueAt } from '../../check/schema-path.ts';
import { entriesAt } from '../../check/values.ts';
import type { Path } from '../../check/yaml.ts';

export interface Fact {
  readonly document: ContentDocument;
  /** Path of the entry; empty for a whole file. */
  readonly at: Path;
  readonly date?: Path;
  readonly source?: Path;
  readonly by?: Path;
  /** Path of its "to confirm" mark: `true`, or the list of parts. */
  readonly marks: Path;
}

/** Every fact of a document that can be checked; none in files that only list options. */
export function factsOf(document: ContentDocument): readonly Fact[] {
  const whole = { document, at: [], marks: ['toConfirm'] };
  switch (document.kind) {
    case 'services':
      return [
        {
          ...whole,
          date: ['checked', 'on'],
          source: ['checked', 'source'],
          by: ['checked', 'by'],
        },
      ];
    case 'services-en':
      return [{ ...whole, date: ['translated'] }];
    case 'pages':
      return [{ ...whole, date: ['updated'] }];
    case 'rules':
      return [whole];
    case 'site':
    case 'calendar':
    case 'policy':
    case 'retention':
      return entriesWith(document, document.data, []);
    default:
      return [];
  }
}

/** Every entry that has a check date, or, in `site.yaml`, that may have one. */
function entriesWith(document: ContentDocument, value: unknown, at: Path): readonly Fact[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const isFact = 'checked' in value || (document.kind === 'site' && 'value' in value);
  const own: Fact[] = isFact
    ? [{ document, at, date: [...at, 'checked'], source: [...at, 'source'], marks: [...at, 'toConfirm'] }]
    : [];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...inner.flatMap(([key, each]) => entriesWith(document, each, [...at, key]))];
}

/** The parts still to be confirmed, where they are named: fields of a service, sentences of a page. */
export const markedParts = ({
  document,
  marks,
}: Fact): readonly { readonly path: Path; readonly text: string }[] =>
  entriesAt(document.data, marks).map(({ path, value }) => ({ path, text: String(value) }));

export const isMarked = (fact: Fact): boolean =>
  valueAt(fact.document.data, fact.marks) === true || markedParts(fact).length > 0;

/** Its name after the file name, for example `years[3]`; empty for the whole file. */
export const factName = ({ document, at }: Fact): string =>
  at.length === 0 ? document.file : `${document.file}:${fieldName(at)}`;

/** The lines of its fields. */
export function linesOf({ document, at, date, source, by, marks }: Fact): ReadonlySet<number> {
  const value = valueAt(document.data, at);
  const own = typeof value === 'object' && value !== null ? Object.keys(value).map(key => [...at, key]) : [];
  const paths = [...own, marks, ...[date, source, by].filter(path => path !== undefined)];
  const there = paths.filter(path => valueAt(document.data, path) !== undefined);
  const entry = at.length === 0 ? [] : [at];
  return new Set([...entry, ...there].map(path => document.yaml.lineOf(path)));
}
