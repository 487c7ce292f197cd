// Writes the fields of a new entry from the schema that will check it; the field descriptions become hints.
// Pure.
import { allowedValues, type Node } from '../../../site/field-table.ts';
import { UNFILLED, UNFILLED_HOST, UNFILLED_PHONE } from '../../check/unfilled.ts';
import { asItem, indented, wrappedComment } from './lines.ts';

/** A field value that is already known. */
export interface Given {
  /** As YAML; several lines are placed below the field name. */
  readonly text: string;
  /** True when it is a guess that an editor must check. */
  readonly isGuess?: boolean;
  /** Allowed codes, for the hint. */
  readonly codes?: readonly string[] | undefined;
}

export interface Drafting {
  /** By name as in the field tables: `checked.on`, `channels[].kind`. */
  readonly given: Readonly<Record<string, Given>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A value behind the field name, or lines below it. */
type Written = { readonly value: string; readonly isGuess: boolean } | { readonly block: readonly string[] };

/** The lines of an object: required fields with hints, then optional ones. */
export function draftFields(node: Node, drafting: Drafting, path = ''): readonly string[] {
  const { properties = {}, required = [] } = node;
  const all = Object.entries(properties).map(([key, field]) => ({
    key,
    field,
    name: path === '' ? key : `${path}.${key}`,
  }));
  const isWritten = ({ key, field, name }: (typeof all)[number]): boolean =>
    drafting.given[name] !== undefined || (required.includes(key) && field.default === undefined);
  return [
    ...all
      .filter(isWritten)
      .flatMap(({ key, field, name }) => [
        ...hint(field, drafting.given[name]?.codes),
        ...fieldLines(key, written(field, drafting, name)),
      ]),
    ...all
      .filter(entry => !isWritten(entry) && entry.key !== 'sample' && entry.field.description !== undefined)
      .flatMap(({ key, field }) => wrappedComment(`Nav obligāts – ${key}: ${meaning(field)}`)),
  ];
}

/** One entry of a list, with its hyphen. */
export const draftItem = (node: Node, drafting: Drafting, path = ''): readonly string[] =>
  asItem(node.properties === undefined ? [exampleOf(node, drafting)] : draftFields(node, drafting, path));

function fieldLines(key: string, field: Written): readonly string[] {
  if ('block' in field) return [`${key}:`, ...indented(field.block)];
  // A text placeholder says that the text is still to be written.
  const note = field.isGuess && !field.value.includes(UNFILLED) ? ` # ${UNFILLED}` : '';
  return [`${key}: ${field.value}${note}`];
}

function written(node: Node, drafting: Drafting, path: string): Written {
  const known = drafting.given[path];
  if (known !== undefined)
    return known.text.includes('\n')
      ? { block: known.text.split('\n') }
      : { value: known.text, isGuess: known.isGuess === true };
  const variants = node.anyOf ?? node.oneOf;
  const [first] = variants ?? [];
  if (variants?.some(({ type }) => type === 'null')) return { value: 'null', isGuess: true };
  if (first !== undefined) return written(first, drafting, path);
  if (node.items !== undefined)
    return node.items.type === 'string' && node.items.pattern !== undefined
      ? { value: '[]', isGuess: true }
      : { block: draftItem(kindOfItem(node.items), drafting, `${path}[]`) };
  if (node.properties !== undefined) return { block: draftFields(node, drafting, path) };
  const value = exampleOf(node, drafting);
  return { value, isGuess: node.const === undefined && !isTelling(value) };
}

/** When an entry may be of several kinds, the first one is used. */
const kindOfItem = (items: Node): Node => items.oneOf?.[0] ?? items;

/** True for a value that cannot be mistaken for a real one. */
const isTelling = (value: string): boolean =>
  value.includes(UNFILLED_PHONE) || value.includes(UNFILLED_HOST) || value.startsWith(UNFILLED);

const LONG_TEXT = `${UNFILLED} – šeit vēl nekas nav uzrakstīts`;

function exampleOf(node: Node, { today }: Drafting): string {
  if (node.const !== undefined) return String(node.const);
  if (node.enum !== undefined) return String(node.enum[0]);
  switch (node.type) {
    case 'integer':
    case 'number':
      return String(Math.max(node.minimum ?? 1, 1));
    case 'boolean':
      return 'false';
    default:
      return textValue(node, today);
  }
}

function textValue({ format, pattern, minLength = 0 }: Node, today: string): string {
  if (format === 'date') return today;
  if (format === 'uri') return `https://${UNFILLED_HOST}/`;
  if (format === 'email') return `aizpildiet@${UNFILLED_HOST}`;
  if (pattern?.includes('371')) return `"${UNFILLED_PHONE}"`;
  if (pattern !== undefined) return 'aizpildiet';
  return minLength > UNFILLED.length ? LONG_TEXT : UNFILLED;
}

const hint = (node: Node, codes: readonly string[] | undefined): readonly string[] => {
  if (node.description === undefined) return [];
  const known = codes === undefined ? '' : `. Kodi: ${codes.join(', ')}`;
  return wrappedComment(meaning(node) + known);
};

/** The description of a field, and the allowed values when the description does not say them. */
function meaning(node: Node): string {
  const description = node.description ?? '';
  const allowed = allowedValues(node);
  const isSaid =
    allowed === 'teksts' ||
    allowed.startsWith('saraksts') ||
    allowed.startsWith('lauku grupa') ||
    description.toLowerCase().includes(allowed.toLowerCase()) ||
    node.const !== undefined ||
    node.enum?.every(value => description.includes(value));
  return isSaid ? description : `${description} (${allowed})`;
}
