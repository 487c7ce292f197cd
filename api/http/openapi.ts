// The OpenAPI 3.1 document. Request bodies are generated from the forms' schemas; responses are written here.
import * as z from 'zod';
import { SEARCH_KINDS } from '../../src/contract/search.ts';
import type { FormDefinition } from '../../src/forms/field.ts';
import { statusForm, verifyForm } from '../../src/forms/status.ts';
import { schemaOf } from '../../src/forms/validate.ts';
import type { formsOf } from './forms.ts';
import { FOLLOW_UP_STATUS, FOLLOW_UPS } from './openapi-follow-up.ts';
import { uploadPath } from './openapi-uploads.ts';
import { type ProblemName, problemOf } from './problems.ts';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const integer = { type: 'integer' };
const nullable = (type: string): Json => ({ type: [type, 'null'] });
const list = (items: Json): Json => ({ type: 'array', items });

const object = (properties: Json): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

/** An object with optional properties. */
const withOptional = (base: Json, properties: Json): Json => ({
  ...base,
  properties: { ...(base['properties'] as Json), ...properties },
});

const SCHEMAS: Json = {
  Receipt: object({
    reference: text,
    trackingCode: nullable('string'),
    receivedAt: text,
    dueOn: nullable('string'),
    dueExplanation: list(text),
    receipt: text,
  }),
  Status: object({
    reference: text,
    kind: text,
    state: text,
    stateName: text,
    stateMeaning: text,
    receivedAt: text,
    dueOn: nullable('string'),
    dueExplanation: list(text),
    history: list(object({ at: text, kind: text, text })),
    messages: list(object({ at: text, author: text, kind: text, text: nullable('string') })),
    answer: nullable('string'),
    ...FOLLOW_UP_STATUS,
  }),
  Upload: object({ offset: integer, size: integer, partBytes: integer }),
  Progress: object({ offset: integer, size: nullable('integer'), complete: { type: 'boolean' } }),
  Copy: { type: 'object', description: 'Everything kept about the submission (GDPR 15)' },
  ReceiptCheck: { type: 'object', properties: { valid: { type: 'boolean' } }, required: ['valid'] },
  SearchAnswer: object({
    query: text,
    total: { type: 'integer' },
    results: list(
      withOptional(
        object({
          url: text,
          kind: { type: 'string', enum: SEARCH_KINDS },
          title: text,
          summary: text,
          headings: list(text),
          keywords: list(text),
        }),
        { lang: { type: 'string', const: 'en', description: 'Where the page is not Latvian' } },
      ),
    ),
    similar: list(text),
    nearest: list(text),
  }),
  Health: {
    ...object({ status: text, on: text, checks: { type: 'object' } }),
    description: 'Each check is `ok`, `failed`, `off`, or `no-answer` when it did not answer in time',
  },
  Live: object({ status: text }),
  Keys: object({ algorithm: text, keys: list(object({ id: text, key: text })) }),
  Challenge: {
    ...object({ parameters: { type: 'object' }, signature: text }),
    description:
      'ALTCHA, version 2. The field `proofOfWork` takes base64 of the JSON {"challenge": …, "solution": {"counter": …, "derivedKey": …}}',
  },
  Problem: {
    ...object({ type: text, title: text, status: { type: 'integer' }, detail: text }),
    description:
      'RFC 9457; `errors` names the first fields at fault of a 422 and `errorCount` counts all, `challenge` where a proof of work begins, `requestId` identifies an unexpected error in the log',
  },
};

const answer = (description: string, schema: string): Json => ({
  description,
  content: { 'application/json': { schema: ref(schema) } },
});

const RETRY_AFTER: Json = {
  description: 'Whole seconds after which the same request is let through',
  schema: { type: 'integer' },
};

const refusals = (names: readonly ProblemName[]): Json =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, name => String(problemOf(name, 'lv').status))).map(
      ([status, same]) => [
        status,
        {
          description: (same ?? []).map(name => problemOf(name, 'lv').title).join('; '),
          ...(status === '429' || status === '503' ? { headers: { 'Retry-After': RETRY_AFTER } } : {}),
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      ],
    ),
  );

const COMMON: readonly ProblemName[] = [
  'unreadable',
  'method',
  'too-large',
  'type',
  'invalid',
  'away',
  'fault',
];
const KEY_HEADER: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Random and secret, such as crypto.randomUUID() or 22 random characters of base64url; one for each filling-in, kept ' +
    'until its answer has arrived. The same key with the same content gives the same receipt and one row; with other ' +
    'content it is refused with 409 and nothing of the first is told. Keys that are easily guessed (counters, runs, ' +
    'repeated characters) are refused with 422',
  schema: { type: 'string', pattern: '^[\\w-]{16,100}$' },
};

const LANGUAGE: Json = {
  name: 'lang',
  in: 'query',
  description: 'Language of the answer; Latvian where English is switched off',
  schema: { type: 'string', enum: ['lv', 'en'], default: 'lv' },
};

function bodyOf(form: FormDefinition, today: string): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(schemaOf(form, today), {
    io: 'input',
    unrepresentable: 'any',
  });
  const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
  return { required: true, content: Object.fromEntries(types.map(type => [type, { schema }])) };
}

interface Post {
  readonly summary: string;
  readonly form: FormDefinition;
  readonly success: Json;
  readonly refused?: readonly ProblemName[];
}

const post = ({ summary, form, success, refused = [] }: Post, today: string): Json => ({
  post: {
    summary,
    parameters: form.stores ? [KEY_HEADER, LANGUAGE] : [LANGUAGE],
    requestBody: bodyOf(form, today),
    responses: {
      ...success,
      ...('201' in success ? { '303': { description: 'A browser’s form post: the receipt page' } } : {}),
      ...refusals([...COMMON, ...refused]),
    },
  },
});

const get = (summary: string, responses: Json): Json => ({ get: { summary, responses } });

const search: Json = {
  get: {
    summary: 'Search services, hours, staff, pages and rule points',
    parameters: [
      {
        name: 'q',
        in: 'query',
        description: 'Latvian words, point numbers, names; without diacritics and in any form',
        schema: text,
      },
      { ...LANGUAGE, description: 'Whose pages stand first' },
    ],
    responses: {
      '200': answer('Best first, at most 30', 'SearchAnswer'),
      ...refusals(['method', 'away', 'fault']),
    },
  },
};

/** The document for the forms as of `today`, at the public address `origin`. */
export function describeApi(forms: ReturnType<typeof formsOf>, today: string, origin: string): Json {
  const [look, check] = [statusForm('lv'), verifyForm('lv')];
  const created = { '201': answer('Stored', 'Receipt') };
  const stored = { success: created, refused: ['conflict', 'prove', 'limited'] } as const;
  const surveys = [...forms.surveys.values()].map(({ survey, form }) => [
    form.action,
    post(
      {
        summary: survey.title,
        form,
        // By invitation: a token in the body allows one answer, and no receipt is returned.
        success: survey.audience === 'staff' ? { '201': { description: 'Taken in' } } : created,
        refused: [
          ...(survey.audience === 'staff' ? (['survey-staff'] as const) : []),
          'conflict',
          'unknown-survey',
          'survey-future',
          'survey-closed',
          'survey-superseded',
          'limited',
        ],
      },
      today,
    ),
  ]);
  const followUps = FOLLOW_UPS.map(({ form, success, refused }) => [
    form.action,
    post({ summary: form.title, form, success: { '200': answer(...success) }, refused }, today),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'KAC',
      version: '1',
      description: 'Complaints, feedback, surveys and look-ups of a customer service centre',
    },
    servers: [{ url: origin }],
    paths: {
      [forms.complaint.action]: post(
        { summary: forms.complaint.title, form: forms.complaint, ...stored },
        today,
      ),
      [forms.feedback.action]: post(
        { summary: forms.feedback.title, form: forms.feedback, ...stored },
        today,
      ),
      ...Object.fromEntries(surveys),
      '/api/uploads': uploadPath({ answer, refusals }),
      [look.action]: post(
        {
          summary: look.title,
          form: look,
          success: { '200': answer('Found', 'Status') },
          refused: ['unknown-code', 'looked-up-often'],
        },
        today,
      ),
      ...Object.fromEntries(followUps),
      '/api/status/files': {
        post: {
          summary: 'A file of the submission; `file` is an id of its status',
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { trackingCode: text, file: text } },
              },
            },
          },
          responses: {
            '200': { description: 'The file, to be saved' },
            ...refusals([...COMMON, 'unknown-code', 'not-found', 'file-damaged', 'looked-up-often']),
          },
        },
      },
      [check.action]: post(
        {
          summary: check.title,
          form: check,
          success: { '200': answer('Checked', 'ReceiptCheck') },
        },
        today,
      ),
      '/api/receipts/keys': get('Public keys of receipts', { '200': answer('Keys', 'Keys') }),
      '/api/search': search,
      '/api/challenge': get('A challenge for the proof of work, asked for at an unusual rate', {
        '200': answer('Good for fifteen minutes and for one submission', 'Challenge'),
      }),
      '/api/health': get('State of the service', {
        '200': answer('Healthy', 'Health'),
        '503': answer('Failing', 'Health'),
      }),
      '/api/live': get('The process answers', { '200': answer('It does', 'Live') }),
      '/api/openapi.json': get('This document', {
        '200': { description: 'OpenAPI 3.1', content: { 'application/json': {} } },
      }),
    },
    components: { schemas: SCHEMAS },
  };
}
