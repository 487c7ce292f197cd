// Generates requests: valid beginnings with an error in them reach deeper than random noise.
import fc from 'fast-check';
import { ADDRESSES, type Target } from './addresses.ts';
import type { Raw } from './ask.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary="',
  'multipart/form-data',
  'application/octet-stream',
  'application/problem+json',
  'text/plain',
  '*/*',
  ';',
  '',
];
/** The required and optional fields of each form: with fields of other forms a request gets no further. */
const COMPLAINT = [
  ...[
    'text',
    'name',
    'email',
    'phone',
    'address',
    'replyBy',
    'subject',
    'occurredOn',
    'rulePoints',
    'service',
  ],
  ...['aboutStaff', 'wish', 'keepFactsPrivate', 'consentToForward', 'attachments', 'attachments[]'],
];
const FORMS: readonly (readonly [RegExp, Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [/complaints/, { text: 'Rinda' }, COMPLAINT],
  [/feedback/, { kind: 'question', text: 'Cikos?' }, ['kind', 'text', 'service', 'page', 'name', 'email']],
  [/surveys/, { laipniba: '5' }, ['laipniba', 'ieteikt', 'kanals', 'uzlabot']],
  [/uploads/, { name: 'a.pdf', size: 100 }, ['name', 'size']],
  [/rating/, { satisfaction: '4', effort: '2' }, ['satisfaction', 'effort', 'comment']],
  [/withdraw|erasure/, { confirmed: 'on' }, ['confirmed', 'text']],
  [/copy/, { format: 'json' }, ['format']],
  [/verify/, { receipt: 'x' }, ['receipt']],
  [/./, { text: 'Vēl' }, ['text']],
];
const ANYWHERE = ['idempotencyKey', 'proofOfWork', 'proofAsked', 'trackingCode'];
const ODD = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** Values of a field, some of them valid somewhere. */
const someValue = (target: Target) =>
  fc.oneof(
    fc.constantFrom<unknown>(
      ...Object.values(target),
      'suggestion',
      '2026-11-20',
      '2026-02-30',
      '+275760-09-13',
      '5',
      'on',
      'json',
      '1e400',
      true,
      null,
      Number.MAX_VALUE,
      -0,
      2 ** 63,
      '\0',
      '\ud800',
      'a'.repeat(10_001),
      nested(2000),
      { length: -1, toString: 1, valueOf: null },
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.double(),
    fc.array(fc.oneof(fc.string(), fc.constant(target.uploadToken), fc.integer()), { maxLength: 5 }),
    fc.jsonValue(),
  );

type Fields = readonly (readonly [string, unknown])[];

/** Fields for an address: mostly those of its form, one or two of them corrupted. */
function fieldsOf(target: Target, path: string): fc.Arbitrary<Fields> {
  const [, least = {}, names = []] = FORMS.find(([pattern]) => pattern.test(path)) ?? [];
  const code = path.startsWith('/api/status') ? { trackingCode: target.trackingCode } : {};
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    fc.constantFrom(...ANYWHERE, ...ODD),
    fc.string({ maxLength: 10 }),
  );
  const more = fc.array(fc.tuple(name, someValue(target)), { maxLength: 3 });
  const kept = fc.oneof(
    { weight: 4, arbitrary: fc.constant(Object.entries({ ...code, ...least })) },
    fc.subarray(Object.entries({ ...code, ...least })),
  );
  return fc.tuple(kept, more).map(([right, odd]) => [...right, ...odd]);
}

/** JSON as text, so that names may be duplicated and `__proto__` is an ordinary name. */
const toJson = (fields: Fields): string =>
  `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? '';
};

const toForm = (fields: Fields): string =>
  fields
    .map(([name, value]) => `${escaped(name)}=${encodeURIComponent(asText(value).toWellFormed())}`)
    .join('&');
const escaped = (name: string): string => encodeURIComponent(name.toWellFormed());

/** `files`: how many of the fields are sent as files. */
const toParts = (fields: Fields, files: number): string =>
  [
    ...fields.map(([name, value], i) => {
      const file = i < files ? '; filename="a.pdf"\r\nContent-Type: application/pdf' : '';
      return `--x\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${asText(value)}\r\n`;
    }),
    '--x--\r\n',
  ].join('');

const bodyOf = (target: Target, path: string): fc.Arbitrary<{ type: string; body: Uint8Array }> => {
  const fields = fieldsOf(target, path);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  return fc.oneof(
    { weight: 4, arbitrary: fields.map(f => ({ type: 'application/json', body: utf8(toJson(f)) })) },
    {
      weight: 3,
      arbitrary: fields.map(f => ({ type: 'application/x-www-form-urlencoded', body: utf8(toForm(f)) })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fields, fc.nat(3))
        .map(([f, files]) => ({ type: 'multipart/form-data; boundary=x', body: utf8(toParts(f, files)) })),
    },
    fc.record({ type: fc.constantFrom(...TYPES), body: fc.uint8Array({ maxLength: 300 }) }),
    fc.record({ type: fc.constantFrom(...TYPES), body: fields.map(f => utf8(toJson(f))) }),
  );
};

/** Cuts off bytes or flips some: what a bad connection does to a valid body. */
const spoilt = (body: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(body) },
    fc.nat(body.length).map(end => body.slice(0, end)),
    fc
      .tuple(fc.nat(Math.max(0, body.length - 1)), fc.nat(255))
      .map(([at, byte]) => body.map((old, i) => (i === at ? byte : old))),
  );

/** What a header may contain: no line ends, which Node's client does not send. */
const headerText = fc
  .string({ unit: 'binary-ascii', maxLength: 60 })
  .map(text => text.replace(/[^\x20-\x7e]/g, ''));

const headersOf = (target: Target): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      accept: fc.constantFrom('text/html', 'application/json', '*/*', '', 'text/html;q=x', ',,,'),
      'idempotency-key': fc.oneof(fc.constant(target.idempotencyKey), headerText),
      cookie: fc.oneof(
        fc.constantFrom(
          `kac-sanemts=${target.idempotencyKey}.`,
          `kac-sanemts=${target.idempotencyKey}.klientu-aptauja`,
          `kac-sanemts=${target.idempotencyKey}.nav-tadas`,
          'kac-sanemts=%E0%A4%A',
        ),
        headerText,
      ),
      'upload-token': fc.oneof(fc.constant(target.uploadToken), headerText),
      'upload-offset': fc.constantFrom('0', '-1', '1e9', '99999999999999999999', '', 'x'),
      'accept-encoding': fc.constantFrom('br;q=0', 'gzip, br', '*;q=nan', ''),
      'if-none-match': headerText,
      range: fc.constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1', 'x'),
      'content-encoding': fc.constantFrom('gzip', 'identity', 'x'),
      'x-forwarded-for': headerText,
      'accept-language': headerText,
      referer: headerText,
    },
    { requiredKeys: [] },
  );

const concrete = Object.values(ADDRESSES).flat();

const pathOf: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...concrete) },
  fc
    .tuple(fc.constantFrom(...concrete), fc.webQueryParameters())
    .map(([path, query]) => `${path}${path.includes('?') ? '&' : '?'}${query}`),
  fc.webPath().map(path => (path.startsWith('/') ? path : `/${path}`)),
);

/** Any request; mostly POSTs, since those reach furthest. */
export const anyRequest = (target: Target): fc.Arbitrary<Raw> =>
  pathOf.chain(path =>
    fc
      .tuple(
        fc.oneof({ weight: 2, arbitrary: fc.constant('POST') }, fc.constantFrom(...METHODS)),
        headersOf(target),
        bodyOf(target, path).chain(({ type, body }) => fc.tuple(fc.constant(type), spoilt(body))),
      )
      .map(([method, headers, [type, body]]) => {
        if (method === 'GET' || method === 'HEAD') return { method, path, headers };
        const described = { 'content-type': type, 'content-length': String(body.length) };
        return { method, path, headers: { ...headers, ...described }, body };
      }),
  );
