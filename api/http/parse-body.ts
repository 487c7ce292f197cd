// From the text of a body to one flat record of fields. Counts values, levels and names before anything is built.
import { BodyRefused, MAX_DEPTH, MAX_NAME, MAX_VALUES } from './body-limits.ts';

/**
 * Fields that stand more than once become lists; own properties only, whatever the name.
 *
 * @throws {BodyRefused} for a name that is too long.
 */
export function collect(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const grouped = Map.groupBy(entries, ([name]) => name);
  checkNames(grouped.keys());
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => [
      name,
      pairs.length > 1 ? pairs.map(([, value]) => value) : pairs[0]?.[1],
    ]),
  );
}

function checkNames(names: Iterable<string>): void {
  for (const name of names) if (name.length > MAX_NAME) throw new BodyRefused('name-too-long');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const COMMA = 0x2c;

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/**
 * Counts what a JSON text would become, without building it; whether it is well-formed is for the parser to say.
 *
 * @throws {BodyRefused} at the first value or level too many.
 */
function checkSize(text: string): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (CLOSING.has(code)) depth -= 1;
    else if (OPENING.has(code)) {
      depth += 1;
      values += 1;
    } else if (code === COMMA) values += 1;
    if (values > MAX_VALUES) throw new BodyRefused('too-many-values');
    if (depth > MAX_DEPTH) throw new BodyRefused('too-deep');
  }
}

/** @throws {BodyRefused} past a limit, {SyntaxError} for what is no JSON object. */
export function parseJson(text: string): Record<string, unknown> {
  checkSize(text);
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError('not an object');
  checkNames(Object.keys(value));
  return value as Record<string, unknown>;
}

/** @throws {BodyRefused} past a limit, {SyntaxError} for what is not UTF-8. */
export function parseUrlencoded(text: string): Record<string, unknown> {
  let pairs = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    pairs += 1;
    if (pairs > MAX_VALUES) throw new BodyRefused('too-many-values');
  }
  const entries = [...new URLSearchParams(text)];
  // Percent-encoded bytes that are not UTF-8 decode to U+FFFD without an error; a typed one is sent as EF BF BD.
  const typed = text.match(/%EF%BF%BD/gi)?.length ?? 0;
  const found = entries.flat().join('').split('\ufffd').length - 1;
  if (found > typed) throw new SyntaxError('not UTF-8');
  return collect(entries);
}
