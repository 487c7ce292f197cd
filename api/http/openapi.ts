// The OpenAPI 3.1 document. Request bodies come from the forms' schemas; answers are written down here.
import * as z from 'zod';
import type { FormDefinition } from '../../src/forms/field.ts';
import { statusForm, verifyForm } from '../../src/forms/status.ts';
import { schemaOf } from '../../src/forms/validate.ts';
import type { formsOf } from './forms.ts';
import { FOLLOW_UP_STATUS, FOLLOW_UPS } from './openapi-follow-up.ts';
import { type ProblemName, problemOf } from './problems.ts';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const nullable = (type: string): Json => ({ type: [type, 'null'] });
const list = (items: Json): Json => ({ type: 'array', items });

const object = (properties: Json): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
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
  Copy: { type: 'object', description: 'Everything kept about the submission (GDPR 15)' },
  ReceiptCheck: { type: 'object', properties: { valid: { type: 'boolean' } }, required: ['valid'] },
  Health: object({ status: text, on: text, checks: { type: 'object' } }),
  Keys: object({ algorithm: text, keys: list(object({ id: text, key: text })) }),
  Problem: {
    ...object({ type: text, title: text, status: { type: 'integer' }, detail: text }),
    description: 'RFC 9457; `errors` names the fields of a 422',
  },
};

const answer = (description: string, schema: string): Json => ({
  description,
  content: { 'application/json': { schema: ref(schema) } },
});

const refusals = (names: readonly ProblemName[]): Json =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, name => String(problemOf(name, 'lv').status))).map(
      ([status, same]) => [
        status,
        {
          description: (same ?? []).map(name => problemOf(name, 'lv').title).join('; '),
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      ],
    ),
  );

const COMMON: readonly ProblemName[] = ['unreadable', 'method', 'too-large', 'type', 'invalid', 'fault'];
const KEY_HEADER: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key gives the same receipt and one row',
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

/** The document for the forms as they stand on `today`, at the public address `origin`. */
export function describeApi(forms: ReturnType<typeof formsOf>, today: string, origin: string): Json {
  const [look, check] = [statusForm('lv'), verifyForm('lv')];
  const created = { '201': answer('Stored', 'Receipt') };
  const stored = { success: created, refused: ['conflict'] } as const;
  const surveys = [...forms.surveys.values()].map(({ survey, form }) => [
    form.action,
    post(
      {
        summary: survey.title,
        form,
        success: created,
        refused: ['conflict', 'unknown-survey', 'survey-future', 'survey-closed'],
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
      [look.action]: post(
        {
          summary: look.title,
          form: look,
          success: { '200': answer('Found', 'Status') },
          refused: ['unknown-code'],
        },
        today,
      ),
      ...Object.fromEntries(followUps),
      [check.action]: post(
        {
          summary: check.title,
          form: check,
          success: { '200': answer('Checked', 'ReceiptCheck') },
        },
        today,
      ),
      '/api/receipts/keys': get('Public keys of receipts', { '200': answer('Keys', 'Keys') }),
      '/api/health': get('State of the service', {
        '200': answer('Healthy', 'Health'),
        '503': answer('Failing', 'Health'),
      }),
      '/api/openapi.json': get('This document', {
        '200': { description: 'OpenAPI 3.1', content: { 'application/json': {} } },
      }),
    },
    components: { schemas: SCHEMAS },
  };
}
