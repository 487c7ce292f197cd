// Field tables for editors, read off the zod schemas: what the schema demands and what the table says can't drift apart.
import * as z from 'zod';

export interface FieldRow {
  /** Path in the file: `checked.on`, `channels[].kind`. */
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  readonly allowed: string;
}

/** The parts of JSON Schema that our schemas produce. */
export interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  /** Of a record: what stands under each key. */
  readonly additionalProperties?: Node | boolean;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'datums GGGG-MM-DD',
  uri: 'tīmekļa adrese',
  email: 'e-pasta adrese',
};

function textKind({ format, maxLength }: Node): string {
  const known = format && FORMATS[format];
  if (known) return known;
  return maxLength === undefined ? 'teksts' : `teksts, līdz ${maxLength} rakstzīmēm`;
}

/** What may be written there, in words. */
export function allowedValues(node: Node): string {
  const variants = node.anyOf ?? node.oneOf;
  if (node.const !== undefined) return String(node.const);
  if (node.enum) return node.enum.join(', ');
  if (variants) return [...new Set(variants.map(allowedValues))].join(' vai ');
  switch (node.type) {
    case 'string':
      return textKind(node);
    case 'integer':
      return 'vesels skaitlis';
    case 'number':
      return 'skaitlis';
    case 'boolean':
      return 'true vai false';
    case 'null':
      return 'null';
    case 'array':
      return `saraksts${node.minItems ? `, vismaz ${node.minItems}` : ''}`;
    default:
      return 'lauku grupa';
  }
}

/** Fields inside a group, a list of groups, what stands under the keys of a record, or any variant of a union. */
function innerRows(node: Node, path: string): FieldRow[] {
  if (node.items) return innerRows(node.items, `${path}[]`);
  if (typeof node.additionalProperties === 'object')
    return innerRows(node.additionalProperties, `${path}.<kods>`);
  const kinds = (node.oneOf ?? []).flatMap(variant => innerRows(variant, path));
  return [...alternativeRows(node.anyOf ?? [], path), ...kinds, ...objectRows(node, path)];
}

/** Of several ways to write the same, a field is demanded only where every way has it; a list of one of them is none. */
function alternativeRows(variants: readonly Node[], path: string): FieldRow[] {
  const written = variants.map(variant => JSON.stringify(variant));
  const ways = variants
    .filter(({ items }) => items === undefined || !written.includes(JSON.stringify(items)))
    .map(variant => innerRows(variant, path))
    .filter(rows => rows.length > 0);
  const everywhere = (name: string) => ways.every(rows => rows.some(row => row.name === name));
  return ways.flat().map(row => ({ ...row, required: row.required && everywhere(row.name) }));
}

function objectRows({ properties = {}, required = [] }: Node, path: string): FieldRow[] {
  return Object.entries(properties).flatMap(([key, node]) => {
    const name = path ? `${path}.${key}` : key;
    const own: FieldRow = {
      name,
      meaning: node.description ?? '',
      required: required.includes(key) && node.default === undefined,
      allowed: allowedValues(node),
    };
    // What the schema does not describe (the days of a week table) is explained by the group's own sentence.
    return [...(own.meaning ? [own] : []), ...innerRows(node, name)];
  });
}

/** A schema as what both the field tables and new files are made from. */
export const schemaNode = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Node;

/** Every described field of a schema, groups before the fields in them, repeats of union variants left out. */
export function fieldRows(schema: z.ZodType): FieldRow[] {
  const rows = objectRows(schemaNode(schema), '');
  return [...new Map(rows.map(row => [`${row.name}|${row.meaning}`, row])).values()];
}
