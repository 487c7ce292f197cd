// Field data → zod schema, and a request's values → clean data or messages at the fields.
// The `mini` form of zod, because these schemas also run on the edge, where its size counts.
import * as z from 'zod/mini';
import { shownNames } from './conditions.ts';
import {
  BACK_FIELD,
  CANT_SAY,
  type ChoiceField,
  type ChoicesField,
  type Field,
  type FieldError,
  type FormDefinition,
  fieldsOf,
  type NumberField,
  PAGE_FIELD,
  type ScaleField,
  scaleValues,
  type TextField,
  type Values,
} from './field.ts';
import { isGuessable, KEY_SHAPE } from './idempotency-key.ts';
import type { FormMessages } from './messages.lv.ts';
import { messagesIn } from './messages.ts';
import { hasTrap, TRAP } from './trap.ts';
import { unstorable } from './unstorable.ts';

/** A text without NUL and lone surrogates, up to `max` UTF-16 units. */
const plainText = (say: FormMessages, max: number) =>
  z.string({ error: say.notText }).check(
    context => {
      const found = unstorable(context.value);
      if (found)
        context.issues.push({
          code: 'custom',
          message: say.badCharacter(found.position, found.code),
          input: context.value,
        });
      else if (context.value.length > max)
        context.issues.push({
          code: 'custom',
          message: say.tooLong(context.value.length, max),
          input: context.value,
        });
    },
    z.meta({ maxLength: max }),
  );

interface Context {
  readonly say: FormMessages;
  /** `YYYY-MM-DD`, Europe/Riga. */
  readonly today: string;
}

function textSchema(field: TextField, { say, today }: Context): z.ZodMiniType {
  if (field.kind === 'email') return z.pipe(plainText(say, field.maxLength), z.email({ error: say.email }));
  if (field.kind !== 'date') return plainText(say, field.maxLength);
  const date = z.pipe(plainText(say, field.maxLength), z.iso.date({ error: say.date }));
  const { from, to } = field;
  return date.check(context => {
    const fault =
      field.notAfterToday && context.value > today ? say.future : outside(context.value, from, to, say);
    if (fault) context.issues.push({ code: 'custom', message: fault, input: context.value });
  });
}

/** Days compare as texts. */
function outside(
  day: string,
  from: string | undefined,
  to: string | undefined,
  say: FormMessages,
): string | null {
  if (from && day < from) return say.dateFrom(from);
  return to && day > to ? say.dateTo(to) : null;
}

/** A whole number as it is written, without leading zeros, so that one number is one answer. */
const numberSchema = ({ min, max }: NumberField, say: FormMessages) =>
  z
    .string({ error: say.number(min, max) })
    .check(
      z.refine(
        value => /^(0|-?[1-9]\d{0,9})$/.test(value) && Number(value) >= min && Number(value) <= max,
        say.number(min, max),
      ),
    );

const oneOf = (say: FormMessages, values: readonly string[]) => {
  const known = new Set(values);
  return z.enum(values as [string, ...string[]], {
    error: ({ input }) =>
      typeof input === 'string' && !known.has(input) ? say.unknownOption(input.slice(0, 60)) : say.option,
  });
};

const ids = (field: ChoiceField | ChoicesField): string[] => [
  ...field.options.map(({ id }) => id),
  ...(field.kind === 'radio' && field.cantSay ? [CANT_SAY] : []),
];
const accepted = (field: ChoicesField): string[] => [
  ...new Set([...ids(field), ...(field.alsoAccepts ?? [])]),
];

/** More than may be sent, so that the message can count files and not keys; far fewer than would be work. */
export const MAX_TOKENS = 50;

/** Upload tokens: 32 bytes as base64url. How many and how large is looked at where the files are. */
const tokens = (say: FormMessages) =>
  z
    .array(z.string({ error: say.files.notTokens }).check(z.regex(/^[\w-]{43}$/, say.files.notTokens)), {
      error: say.files.notTokens,
    })
    .check(z.maxLength(MAX_TOKENS, say.files.tooMany));

function fieldSchema(field: Field, context: Context): z.ZodMiniType {
  const { say } = context;
  switch (field.kind) {
    case 'radio':
    case 'select':
      return oneOf(say, ids(field));
    case 'checkboxes':
      return z
        .array(oneOf(say, accepted(field)), { error: say.notList })
        .check(z.maxLength(accepted(field).length, say.option));
    case 'checkbox':
      return z.boolean({ error: say.notBoolean });
    case 'scale':
      return oneOf(say, scaleValues(field as ScaleField));
    case 'number':
      return numberSchema(field, say);
    case 'files':
      return tokens(say);
    case 'hidden':
      return field.flag
        ? z.literal(true, { error: field.required ?? say.notBoolean })
        : plainText(say, field.maxLength);
    default:
      return textSchema(field, context);
  }
}

/** The key a form or a client gives so that a repeated send is the same submission. */
const idempotencyKey = (say: FormMessages) =>
  z
    .string({ error: say.key })
    .check(z.regex(KEY_SHAPE, say.key))
    .check(z.refine(key => !isGuessable(key), say.guessableKey));

/**
 * The schema of one form, strict: an unknown name is refused by name.
 * `today` (`YYYY-MM-DD`, Europe/Riga) bounds dates that may not lie in the future.
 */
export function schemaOf(form: FormDefinition, today: string): z.ZodMiniType<Record<string, unknown>> {
  const known = built.get(form);
  if (known?.today === today) return known.schema;
  const schema = buildSchema(form, today);
  built.set(form, { today, schema });
  return schema;
}

/** Building a schema costs more than checking with it; a form's changes once a day. */
const built = new WeakMap<
  FormDefinition,
  { today: string; schema: z.ZodMiniType<Record<string, unknown>> }
>();

function buildSchema(form: FormDefinition, today: string): z.ZodMiniType<Record<string, unknown>> {
  const say = messagesIn(form.lang);
  const shape: Record<string, z.ZodMiniType> = form.stores
    ? {
        idempotencyKey: z.optional(idempotencyKey(say)),
        proofOfWork: z.optional(
          z
            .string({ error: say.notText })
            .check(z.describe('Solution of a challenge from /api/challenge, as ALTCHA encodes it')),
        ),
        proofAsked: z.optional(
          z
            .boolean({ error: say.notBoolean })
            .check(z.describe('Sent again without a proof: it is taken in and flagged')),
        ),
      }
    : {};
  if (form.pages) {
    shape[PAGE_FIELD] = z.optional(z.string({ error: say.notText }).check(z.regex(/^\d{1,3}$/, say.notText)));
    shape[BACK_FIELD] = z.optional(z.string({ error: say.notText }));
  }
  for (const field of fieldsOf(form)) {
    const schema = fieldSchema(field, { say, today }).check(z.describe(field.label));
    // What is asked only now and then can't be demanded before it is known that it is asked.
    const required = field.showIf ? undefined : field.required;
    shape[field.name] = required ? present(schema, required) : z.optional(schema);
  }
  return z.strictObject(shape) as z.ZodMiniType<Record<string, unknown>>;
}

/** White space alone is no answer; an absent value gets the same sentence in `toErrors`. */
const present = (schema: z.ZodMiniType, message: string): z.ZodMiniType =>
  schema.check(z.refine(value => typeof value !== 'string' || value.trim() !== '', message));

/** How a value arrived: a form post has only texts, JSON has types. */
export type Encoding = 'form' | 'json';

const CRLF = /\r\n/g;

const isList = ({ kind }: Field): boolean => kind === 'checkboxes' || kind === 'files';

/** Brings what a browser sends into the shape the schema speaks of; JSON only loses its nulls and empty texts. */
function normalise(field: Field, value: unknown, encoding: Encoding): unknown {
  if (value === null || value === '') return undefined;
  if ((field.kind === 'scale' || field.kind === 'number') && typeof value === 'number') return String(value);
  if (field.kind === 'number' && typeof value === 'string') return value.trim();
  if (encoding === 'json') return value;
  if (field.kind === 'checkbox' || (field.kind === 'hidden' && field.flag))
    return value === 'on' || value === 'true';
  if (isList(field)) return [value].flat().filter(item => item !== '');
  // A browser sends line ends as CR LF; the person typed, and the limit counts, one character.
  return typeof value === 'string' ? value.replaceAll(CRLF, '\n') : value;
}

/** A value as it goes back into the form, unchecked. */
export const typedValue = (field: Field, value: unknown): ReturnType<typeof shown> =>
  shown(normalise(field, value, 'form'));

const shown = (value: unknown): string | readonly string[] | boolean | undefined => {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : undefined;
};

/** Beside the fields, on every form that stores; an empty one is an absent one. */
const BESIDE = new Set(['idempotencyKey', 'proofOfWork', 'proofAsked', PAGE_FIELD, BACK_FIELD]);

function normaliseBeside(name: string, value: unknown, encoding: Encoding): unknown {
  if (BESIDE.has(name) && value === '') return undefined;
  return name === 'proofAsked' && encoding === 'form' ? value === 'on' || value === 'true' : value;
}

export type Validation =
  | {
      readonly ok: true;
      readonly data: Readonly<Record<string, unknown>>;
      readonly values: Values;
      /** The field that nobody sees was filled in. */
      readonly trapped: boolean;
    }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly values: Values };

/** zod's issues as messages at fields, one a field: those of the form in its order, then names that it does not know. */
function toErrors(form: FormDefinition, issues: readonly z.core.$ZodIssue[], data: object): FieldError[] {
  const say = messagesIn(form.lang);
  const required = new Map(fieldsOf(form).map(({ name, required }) => [name, required]));
  const errors = new Map<string, string>();
  const note = (field: string, message: string) => errors.has(field) || errors.set(field, message);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        note(key, key === 'attachments' ? say.noFiles : say.unknownField(key.slice(0, 60)));
      continue;
    }
    const field = String(issue.path[0] ?? '');
    const missing = !(field in data) && required.get(field);
    note(field, missing || issue.message);
  }
  return [...errors].map(([field, message]) => ({ field, message }));
}

/** Lists may also be called `name[]`, as the contract writes them (design §3); both together are one list. */
function withListNames(fields: ReadonlyMap<string, Field>, payload: Readonly<Record<string, unknown>>) {
  const sent = Object.entries(payload);
  if (!sent.some(([name]) => name.endsWith('[]'))) return sent;
  const entries = sent.map(([name, value]): [string, unknown] => {
    const field = name.endsWith('[]') ? fields.get(name.slice(0, -2)) : undefined;
    return field && isList(field) ? [field.name, value] : [name, value];
  });
  const grouped = Map.groupBy(entries, ([name]) => name);
  return [...grouped].map(([name, pairs]): [string, unknown] => [
    name,
    pairs.length > 1 ? pairs.flatMap(([, value]) => value) : pairs[0]?.[1],
  ]);
}

const named = new WeakMap<FormDefinition, ReadonlyMap<string, Field>>();

function byName(form: FormDefinition): ReadonlyMap<string, Field> {
  const known = named.get(form);
  if (known) return known;
  const fields = new Map(fieldsOf(form).map(field => [field.name, field]));
  named.set(form, fields);
  return fields;
}

/**
 * Checks what was sent against the form. On failure every value comes back as it was typed, with a message at each
 * field at fault; nothing is trimmed or corrected behind the person's back.
 */
export function validate(
  form: FormDefinition,
  payload: Readonly<Record<string, unknown>>,
  encoding: Encoding,
  today: string,
): Validation {
  const fields = byName(form);
  const input: Record<string, unknown> = {};
  const values: Record<string, string | readonly string[] | boolean | undefined> = {};
  let trapped = false;
  for (const [name, value] of withListNames(fields, payload)) {
    if (name === TRAP && hasTrap(form)) {
      trapped = value !== '';
      continue;
    }
    const field = fields.get(name);
    const clean = field ? normalise(field, value, encoding) : normaliseBeside(name, value, encoding);
    if (field) values[name] = shown(clean);
    if (clean === undefined) continue;
    // A field of that name is refused as unknown, like any other; assigned, it would vanish.
    if (name === '__proto__') Object.defineProperty(input, name, { value: clean, enumerable: true });
    else input[name] = clean;
  }
  const unasked = withoutUnasked(form, input, encoding);
  const result = schemaOf(form, today).safeParse(input);
  const errors = result.success ? unasked : [...toErrors(form, result.error.issues, input), ...unasked];
  if (result.success && errors.length === 0) return { ok: true, data: result.data, values, trapped };
  return { ok: false, errors, values };
}

/**
 * Takes out of `input` what is answered and not asked: a person who went back and changed an answer meant it so. A
 * program is told instead, and so is a person who left a required question unanswered.
 */
function withoutUnasked(
  form: FormDefinition,
  input: Record<string, unknown>,
  encoding: Encoding,
): FieldError[] {
  const fields = fieldsOf(form);
  if (!fields.some(({ showIf }) => showIf)) return [];
  const shown = shownNames(fields, input);
  return fields.flatMap(({ name, showIf, required }): FieldError[] => {
    if (!showIf) return [];
    const given = input[name];
    if (shown.has(name)) {
      const open = given === undefined || (Array.isArray(given) && given.length === 0);
      return required && open ? [{ field: name, message: required }] : [];
    }
    delete input[name];
    return given !== undefined && encoding === 'json'
      ? [{ field: name, message: messagesIn(form.lang).notAsked }]
      : [];
  });
}
