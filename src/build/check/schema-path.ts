// Finds the part of a zod schema that belongs to a field, to show its description to the editor. Pure.
import type * as z from 'zod';
import type { Path } from './yaml.ts';

const kinds = (schema: z.core.$ZodType): z.core.$ZodTypes => schema as z.core.$ZodTypes;

/** The schema inside `optional`, `default`, `preprocess` and the like. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodTypes {
  const { def } = kinds(schema)._zod;
  if (def.type === 'pipe') return unwrapped(def.out);
  return 'innerType' in def ? unwrapped(def.innerType) : kinds(schema);
}

/** The text of `.describe()` for a field, whichever wrapper carries it. */
export function description(schema: z.core.$ZodType): string | undefined {
  const own = (schema as z.ZodType).description;
  const { def } = kinds(schema)._zod;
  if (own !== undefined) return own;
  if (def.type === 'pipe') return description(def.out);
  return 'innerType' in def ? description(def.innerType) : undefined;
}

/** The schema of the field at `path`; `data` selects the kind in a union. */
export function schemaAt(schema: z.core.$ZodType, path: Path, data: unknown): z.core.$ZodType | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return schema;
  const { def } = unwrapped(schema)._zod;
  const inner = valueAt(data, [part]);
  if (def.type === 'array') return schemaAt(def.element, rest, inner);
  if (def.type === 'record') return schemaAt(def.valueType, rest, inner);
  if (def.type === 'object') {
    const next = def.shape[String(part)];
    return next === undefined ? undefined : schemaAt(next, rest, inner);
  }
  if (def.type !== 'union') return undefined;
  const option = chosen(def, data) ?? def.options.find(candidate => keysOf(candidate).includes(String(part)));
  return option === undefined ? undefined : schemaAt(option, path, data);
}

/** For a discriminated union, the kind that `data` is; any other schema unchanged. */
export function narrowed(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  const { def } = unwrapped(schema)._zod;
  return (def.type === 'union' && chosen(def, data)) || schema;
}

/** The kinds of a union that have a field, by their discriminating value, for example `choice`. */
export function kindsWith(schema: z.core.$ZodType, key: string): readonly string[] {
  const { def } = unwrapped(schema)._zod;
  if (def.type !== 'union' || !('discriminator' in def)) return [];
  const discriminator = String(def.discriminator);
  return def.options
    .filter(option => keysOf(option).includes(key))
    .flatMap(option => {
      const field = schemaAt(option, [discriminator], undefined);
      return field === undefined ? [] : literals(field);
    });
}

function chosen(def: z.core.$ZodUnionDef, data: unknown): z.core.$ZodType | undefined {
  const key = 'discriminator' in def ? String(def.discriminator) : undefined;
  if (key === undefined) return undefined;
  const value = valueAt(data, [key]);
  return def.options.find(option => {
    const field = schemaAt(option, [key], undefined);
    return field !== undefined && literals(field).includes(String(value));
  });
}

function literals(schema: z.core.$ZodType): readonly string[] {
  const { def } = unwrapped(schema)._zod;
  return def.type === 'literal' ? def.values.map(String) : [];
}

/** The field names of an object schema; for a union, those of all its kinds. */
export function keysOf(schema: z.core.$ZodType): readonly string[] {
  const { def } = unwrapped(schema)._zod;
  if (def.type === 'union') return [...new Set(def.options.flatMap(keysOf))];
  return def.type === 'object' ? Object.keys(def.shape) : [];
}

/** The value at `path` in parsed YAML, whatever its shape. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.hasOwn(value, part) ? (value as Record<PropertyKey, unknown>)[part] : undefined;
  }, data);
}
