// The worst requests to an address: for each way to make one a generator of requests of size n.
import { MAX_BODY, MAX_NAME, MAX_VALUES } from '../../api/http/body-limits.ts';
import { HTML } from '../api/harness.ts';
import { SHAPES } from './shapes.ts';

export interface Attack {
  /** What is large in it. */
  readonly name: string;
  /** The largest size that is admitted, or the first that is refused at once. */
  readonly largest: number;
  readonly request: (n: number) => Request;
}

/** An address with what varies in it filled in, and headers that every request to it needs. */
export interface Target {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bytes of all headers that Node takes (`maxHeaderSize`), the address among them. */
const MAX_HEADERS = 16_384;

const URLENCODED = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=x';
const ORIGIN = 'http://localhost';

const request = ({ path, headers = {} }: Target, method: string, init: RequestInit = {}): Request =>
  new Request(new URL(path, ORIGIN), {
    ...init,
    method,
    headers: { accept: HTML, origin: ORIGIN, ...headers, ...(init.headers as Record<string, string>) },
  });

/** Lists in headers that some address reads: every unit is legal in a header. */
const HEADER_UNITS: Readonly<Record<string, string>> = {
  pairs: 'kac-sanemts=a; ',
  list: 'a;q=0.1,',
  tags: '"a",W/"b",',
  blanks: ' ,\t',
  addresses: '1.1.1.1, ',
  ranges: '0-1,',
  words: 'aA1-',
  quotes: '";=',
  percent: '%41%',
};

const LONG_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cookie',
  'idempotency-key',
  'if-none-match',
  'range',
  'referer',
  'upload-token',
  'user-agent',
  'x-forwarded-for',
  'x-test-address',
];

/** All headers that are read at once, each as long as all of them may be together; the session stays. */
function longHeaders(target: Target, unit: string, n: number): Record<string, string> {
  const long = unit.repeat(Math.floor(n / unit.length)).trim();
  const { cookie = '' } = target.headers ?? {};
  const headers = Object.fromEntries(LONG_HEADERS.map(name => [name, long]));
  return { ...headers, accept: `${HTML},${long}`, cookie: `${long}; ${cookie}` };
}

/** Reading an address: long headers, long queries, many of them. */
export function readingAttacks(target: Target, method = 'GET'): Attack[] {
  const { path } = target;
  const sign = path.includes('?') ? '&' : '?';
  const query = (name: string, make: (n: number) => string): Attack => ({
    name: `query of ${name}`,
    largest: MAX_HEADERS,
    request: n => request({ ...target, path: `${path}${sign}${make(n)}` }, method),
  });
  return [
    ...Object.entries(HEADER_UNITS).map(([name, unit]) => ({
      name: `headers of ${name}`,
      largest: MAX_HEADERS,
      request: (n: number) => request(target, method, { headers: longHeaders(target, unit, n) }),
    })),
    query('many names', n => 'a=b&'.repeat(n / 4)),
    query('one name', n => `q=${'a'.repeat(n)}`),
    query('words', n => `q=${'ab+'.repeat(n / 3)}&skats=${'a'.repeat(9)}`),
    query('escapes', n => `q=${'%25'.repeat(n / 3)}`),
  ];
}

/** How the fields of a body are written. */
const ENCODINGS = {
  [URLENCODED]: (pairs: Pairs) => pairs.map(pair => pair.map(escaped).join('=')).join('&'),
  [JSON_TYPE]: (pairs: Pairs) =>
    `{${pairs.map(pair => pair.map(text => JSON.stringify(text)).join(':')).join(',')}}`,
  [MULTIPART]: (pairs: Pairs) =>
    `${pairs.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--x--\r\n`,
} as const;
type Pairs = readonly (readonly [name: string, value: string])[];
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed());

const pairsOf = (n: number, pair: (i: number) => readonly [string, string]): Pairs =>
  Array.from({ length: n }, (_, i) => pair(i));

const body = (target: Target, type: string, text: string): Request =>
  request(target, 'POST', { body: text, headers: { 'content-type': type } });

/** Sends texts in packets of one byte, without a declared length. */
const dripped = (target: Target, type: string, text: string): Request => {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, ++at));
      else controller.close();
    },
  });
  return request(target, 'POST', {
    body: stream,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);
};

/** Bytes sent one by one. More would measure the stream's own cost, some microseconds a packet. */
const MOST_PACKETS = 16_000;

/** The fields of a form as its page offers them, each with the values that are offered for it. */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** A body is written in every encoding; a size is a number of values unless the name says bytes. */
export function bodyAttacks(target: Target, known: KnownFields): Attack[] {
  const first = Object.keys(known)[0] ?? 'text';
  const whole: Pairs = Object.entries(known).map(([name, [value = '']]) => [name, value]);
  return (Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]).flatMap(type => {
    const write = ENCODINGS[type];
    const short = type.split('/')[1]?.split(';')[0] ?? type;
    const attack = (name: string, largest: number, make: (n: number) => string): Attack => ({
      name: `${name} (${short})`,
      largest,
      request: n => body(target, type, make(n)),
    });
    return [
      attack('unknown names', MAX_VALUES, n => write(pairsOf(n, i => [`k${i}`, '']))),
      attack('more names than are admitted', MAX_BODY / 8, n => write(pairsOf(n, i => [i.toString(36), '']))),
      attack('one name again and again', MAX_VALUES, n => write(pairsOf(n, () => [first, 'a']))),
      attack('a list', MAX_VALUES, n => write(pairsOf(n, i => [`${first}[]`, `${i}`]))),
      attack('long names', MAX_VALUES, n => write(pairsOf(n, i => [`${i}`.padEnd(MAX_NAME, 'n'), '']))),
      attack('one name, bytes', MAX_BODY, n => write([['n'.repeat(n - 100), '']])),
      attack('nothing but separators, bytes', MAX_BODY, n => '&;,:\r\n--x'.repeat((n - 10) / 10)),
      {
        name: `packets of one byte (${short})`,
        largest: MOST_PACKETS,
        request: n => dripped(target, type, write([...whole, ['text', 'a'.repeat(n)]])),
      },
    ];
  });
}

/** JSON that is deep rather than long. */
export const nestingAttacks = (target: Target): Attack[] =>
  (['[', '{"a":', '[[],'] as const).map(unit => ({
    name: `nesting by ${unit}`,
    largest: Math.floor(MAX_BODY / unit.length / 2),
    request: n => body(target, JSON_TYPE, `{"text":${unit.repeat(n)}`),
  }));

/** One of each kind: `texts.test.ts` tries every reader of texts with all of them. */
const TRIED_AT_ADDRESSES = [
  'one word',
  'vowels before a consonant',
  'names in a row',
  'marks out of order',
  'at signs',
  'less-than signs',
  'empty lines',
  'covered passages',
];

/** Characters of the longest text of a form; of a field whose page names no limit, a hundred. */
const LONGEST_TEXT = 10_000;
const SHORT_TEXT = 100;

/** A body with what a form offers, and every free text as long as its field admits. */
export function textAttacks(target: Target, known: KnownFields, limits: Limits = {}): Attack[] {
  const free = new Set(Object.keys(known).filter(name => known[name]?.every(value => value === '')));
  if (free.size === 0) return [];
  const filled = (text: string): string =>
    ENCODINGS[URLENCODED](
      Object.entries(known).map(([name, [value = '']]) => [
        name,
        free.has(name) ? text.slice(0, limits[name] ?? SHORT_TEXT) : value,
      ]),
    );
  return TRIED_AT_ADDRESSES.map(name => ({
    name: `texts of ${name}`,
    largest: LONGEST_TEXT,
    request: n => body(target, URLENCODED, filled(SHAPES[name]?.(n) ?? '')),
  }));
}

/** Characters, by the field's name. */
export type Limits = Readonly<Record<string, number>>;
