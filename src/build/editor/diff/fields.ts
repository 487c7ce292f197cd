// The fields in which two versions of a content file differ, in the words of the field tables. Pure.
import { type ContentDocument, type Kind, SCHEMAS } from '../../check/document.ts';
import { description, schemaAt } from '../../check/schema-path.ts';
import type { Path } from '../../check/yaml.ts';
import { sharedPlaces } from '../line-changes.ts';

export interface FieldChange {
  /** `exceptions[2026-12-04].hours` */
  readonly field: string;
  /** The name in the field tables. */
  readonly label: string;
  /** Left out when there was, or is, no value. */
  readonly before?: unknown;
  readonly after?: unknown;
}

interface Place {
  readonly kind: Kind;
  /** Path in the data that has the field, for the schema. */
  readonly path: Path;
  readonly data: unknown;
  /** The same path in words: entries by their code or day. */
  readonly name: string;
}

/** Every changed field in the order of the file; the text below the fields is last, by paragraph. */
export function fieldChanges(before: ContentDocument, after: ContentDocument): readonly FieldChange[] {
  const start: Place = { kind: after.kind, path: [], data: after.data, name: '' };
  return [
    ...valueChanges(start, plain(before.data), plain(after.data)),
    ...textChanges(before.body, after.body),
  ];
}

/** Dates as text, so that both sides are comparable. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueChanges(place: Place, before: unknown, after: unknown): readonly FieldChange[] {
  if (isSame(before, after)) return [];
  if (isGroup(before) && isGroup(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap(key =>
      valueChanges(
        inner(place, key, place.name === '' ? key : `${place.name}.${key}`),
        before[key],
        after[key],
      ),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(place, before, after);
  return [change(place, before, after)];
}

const inner = (place: Place, key: PropertyKey, name: string): Place => ({
  ...place,
  path: [...place.path, key],
  name,
});

const change = (place: Place, before: unknown, after: unknown): FieldChange => ({
  field: place.name,
  label: labelOf(place),
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/**
 * Entries with a code or day are compared with their counterpart; other entries are listed as added or
 * removed.
 */
function listChanges(
  place: Place,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly FieldChange[] {
  const names = [before.map(identity), after.map(identity)] as const;
  const isNamed = names.every(
    list => list.every(name => name !== undefined) && new Set(list).size === list.length,
  );
  const keys = isNamed
    ? names
    : ([before, after].map(list => list.map(entry => JSON.stringify(entry))) as [string[], string[]]);
  const [old, now] = keys;
  const entry = (key: unknown, index: number) =>
    inner(place, index, isNamed ? `${place.name}[${String(key)}]` : place.name);
  const gone = before.flatMap((value, index) =>
    now.includes(old[index] as never) ? [] : [change(entry(old[index], index), value, undefined)],
  );
  const others = after.flatMap((value, index) => {
    const key = now[index];
    const was = old.indexOf(key as never);
    return was === -1
      ? [change(entry(key, index), undefined, value)]
      : valueChanges(entry(key, index), before[was], value);
  });
  const found = [...gone, ...others];
  // The same entries in another order.
  return found.length > 0 ? found : [change(place, before, after)];
}

const IDENTITIES = [
  'id',
  'version',
  'year',
  'inForce',
  'off',
  'date',
  'from',
  'chapter',
  'kind',
  'title',
  'question',
];

function identity(entry: unknown): string | undefined {
  if (!isGroup(entry)) return undefined;
  const key = IDENTITIES.find(name => ['string', 'number'].includes(typeof entry[name]));
  return key === undefined ? undefined : String(entry[key]);
}

/**
 * The schema's description of the field, or of the nearest described parent, up to the first break in the
 * sentence.
 */
function labelOf({ kind, path, data }: Place): string {
  for (let length = path.length; length > 0; length -= 1) {
    const schema = schemaAt(SCHEMAS[kind], path.slice(0, length), data);
    const said = schema && description(schema);
    if (said !== undefined) return said.split(/[;:]/)[0]?.trim() ?? said;
  }
  return '';
}

function textChanges(before: string, after: string): readonly FieldChange[] {
  const [old, now] = [paragraphs(before), paragraphs(after)];
  const shared = sharedPlaces(old, now);
  const [kept, stayed] = [new Set(shared.map(([i]) => i)), new Set(shared.map(([, j]) => j))];
  const gone = old.filter((_, index) => !kept.has(index));
  const came = now.filter((_, index) => !stayed.has(index));
  return Array.from({ length: Math.max(gone.length, came.length) }, (_, index) => ({
    field: 'teksts',
    label: 'Lapas teksts',
    ...(gone[index] === undefined ? {} : { before: gone[index] }),
    ...(came[index] === undefined ? {} : { after: came[index] }),
  }));
}

/** Paragraphs and list entries are one line each. */
const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(each => each.trim())
    .filter(each => each !== '');
