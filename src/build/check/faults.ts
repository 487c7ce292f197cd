// Explains one wrong value, from zod's issue and the schema at that place. Pure.
import * as z from 'zod';
import { formatFault } from './formats.ts';
import { keysOf, unwrapped } from './schema-path.ts';
import { counted, listed, quoted, suggestion } from './wording.ts';
import type { Path } from './yaml.ts';

/** What is wrong, and what to write instead. */
export interface Fault {
  readonly message: string;
  readonly fix: string;
}

type Schema = z.core.$ZodType | undefined;

/** The kinds that a discriminated union offers, when zod could not choose one. */
export const unionOptions = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []).map(String) : [];

/** Explains a value that is present but wrong. */
export function fault(
  issue: z.core.$ZodIssue,
  path: Path,
  value: unknown,
  found: string,
  schema: Schema,
): Fault {
  switch (issue.code) {
    case 'invalid_type':
      return unquotedText(issue, found, schema) ?? wrongType(issue.expected, path, found, schema);
    case 'invalid_value':
      return {
        message: `nezināma vērtība ${quoted(found)}`,
        fix: suggestion(found, issue.values.map(String)),
      };
    case 'invalid_union':
      return { message: `nezināma vērtība ${quoted(found)}`, fix: suggestion(found, unionOptions(issue)) };
    case 'too_small':
      return wrongSize(value, Number(issue.minimum), 'vismaz');
    case 'too_big':
      return wrongSize(value, Number(issue.maximum), 'ne vairāk kā');
    case 'invalid_format':
      return formatFault(issue.message, found) ?? formatFault(issue.format, found) ?? unexplained(found);
    case 'custom':
      return (
        formatFault(issue.message, found) ?? {
          message: lowered(issue.message),
          fix: String(issue.params?.['fix'] ?? ''),
        }
      );
    default:
      return unexplained(found);
  }
}

/**
 * A phone number without quotation marks is parsed as a number, and it would be wrong with quotation marks
 * too; both are said at once.
 */
function unquotedText(issue: z.core.$ZodIssueInvalidType, found: string, schema: Schema): Fault | undefined {
  if (issue.expected !== 'string' || found === '' || schema === undefined) return undefined;
  const next = z.safeParse(schema, found).error?.issues[0];
  return (
    next &&
    (formatFault(next.message, found) ?? formatFault('format' in next ? String(next.format) : '', found))
  );
}

const unexplained = (found: string): Fault => ({
  message: `vērtība ${quoted(found)} šeit neder`,
  fix: 'Salīdziniet ar citu failu tajā pašā mapē.',
});

/** Schemas with their own checks write whole Latvian sentences; our messages continue after a colon. */
const lowered = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

function wrongType(expected: string, path: Path, found: string, schema: Schema): Fault {
  const name = String(path.findLast(part => typeof part === 'string') ?? '');
  const shown = found === '' ? '…' : found;
  switch (expected) {
    case 'string':
      return { message: 'šeit vajadzīgs teksts', fix: `Lieciet vērtību pēdiņās: "${shown}".` };
    case 'array':
      return {
        message: 'šeit vajadzīgs saraksts',
        fix: `Rakstiet ${name}: ["${shown}"] vai katru vērtību savā rindā aiz “- ”.`,
      };
    case 'boolean':
      return {
        message: `nezināma vērtība ${quoted(shown)}`,
        fix: 'Rakstiet true (jā) vai false (nē), bez pēdiņām.',
      };
    case 'int':
      return {
        message: `šeit vajadzīgs vesels skaitlis, nevis ${quoted(shown)}`,
        fix: 'Rakstiet tikai ciparus, bez pēdiņām.',
      };
    case 'number':
      return {
        message: `šeit vajadzīgs skaitlis, nevis ${quoted(shown)}`,
        fix: `Rakstiet ciparus bez pēdiņām, decimāldaļu aiz punkta, piemēram, 4.50.`,
      };
    default:
      return {
        message: 'šeit vajadzīgi vairāki lauki',
        fix: `Rakstiet tos jaunās rindās ar lielāku atkāpi: ${listed(schema ? keysOf(schema) : [])}.`,
      };
  }
}

function wrongSize(value: unknown, limit: number, bound: 'vismaz' | 'ne vairāk kā'): Fault {
  if (typeof value === 'number')
    return { message: `skaitlis ${value} neder`, fix: `Skaitlim jābūt: ${bound} ${limit}.` };
  const [size, one, many] = Array.isArray(value)
    ? [value.length, 'ieraksts', 'ieraksti']
    : [String(value).length, 'rakstzīme', 'rakstzīmes'];
  const subject = Array.isArray(value) ? 'sarakstā' : 'tekstā';
  const count =
    size === 0
      ? `nav neviena ${one === 'ieraksts' ? 'ieraksta' : 'burta'}`
      : `ir ${counted(size, one, many)}`;
  return { message: `${subject} ${count}`, fix: `Jābūt: ${bound} ${counted(limit, one, many)}.` };
}

/** An example value of this schema, short enough for a sentence. */
export function example(schema: Schema): string {
  if (schema === undefined) return '…';
  const { def } = unwrapped(schema)._zod;
  if (def.type === 'enum') return Object.values(def.entries).join(' vai ');
  if (def.type === 'literal') return def.values.map(String).join(' vai ');
  if (def.type === 'boolean') return 'true vai false';
  if (def.type === 'number') return '10';
  if (def.type === 'array') return `[${example(def.element)}]`;
  if (def.type === 'object') return `{ ${Object.keys(def.shape).join(': …, ')}: … }`;
  return def.type === 'string' && 'format' in def && def.format === 'date' ? '2026-11-22' : '"…"';
}
