// The two codes that a person gets: a public reference that can be dictated, and a secret tracking code.

/**
 * Without similar characters (0 O, 1 I L, 5 S, 8 B, Z, G, U V); 23 is prime, so the check character detects
 * every swap.
 */
const REFERENCE_ALPHABET = '234679ACDEFHJKMNPQRTWXY';

/** Crockford's base 32: commonly misread characters are accepted as the intended ones. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const REFERENCE = /^(?:KAC)?(\d{2})([2-9A-Y]{6})([2-9A-Y])$/;

const compact = (text: string): string => text.toUpperCase().replaceAll(/[\s\-–—.·]/g, '');

/**
 * Weighted sum modulo 23 over year and body; weights differ, so one wrong or two swapped characters are
 * always detected.
 */
function checkCharacter(year: string, body: string): string {
  const values = [...[...year].map(Number), ...[...body].map(char => REFERENCE_ALPHABET.indexOf(char))];
  const sum = values.reduce((total, value, i) => total + value * (i + 1), 0);
  return REFERENCE_ALPHABET.charAt(sum % REFERENCE_ALPHABET.length);
}

/**
 * A reference such as `KAC-26-7Q4W-X26` for the year of receipt (four digits, Europe/Riga).
 * `entropy`: at least 6 bytes that differ between submissions; the last character is the check.
 */
export function makeReference(year: string, entropy: Uint8Array): string {
  const size = BigInt(REFERENCE_ALPHABET.length);
  let rest = entropy.slice(0, 8).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let body = '';
  while (body.length < 6) {
    body += REFERENCE_ALPHABET.charAt(Number(rest % size));
    rest /= size;
  }
  const short = year.slice(-2);
  return `KAC-${short}-${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(short, body)}`;
}

/** Reads a reference in any case and spacing; null when it is not one or its check character is wrong. */
export function parseReference(text: string): string | null {
  const [, year = '', body = '', check = ''] = REFERENCE.exec(compact(text)) ?? [];
  const known = [...body].every(char => REFERENCE_ALPHABET.includes(char));
  if (!body || !known || checkCharacter(year, body) !== check) return null;
  return `KAC-${year}-${body.slice(0, 4)}-${body.slice(4)}${check}`;
}

/** Five bits as a number, starting at this bit; bit 0 is the highest bit of the first byte. */
function fiveBits(bytes: Uint8Array, from: number): number {
  const at = Math.floor(from / 8);
  const two = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (two >> (11 - (from % 8))) & 31;
}

/** A tracking code of 80 bits, `XXXX-XXXX-XXXX-XXXX`, from at least 10 secret bytes. */
export function makeTrackingCode(entropy: Uint8Array): string {
  let code = '';
  for (let i = 0; i < 16; i++)
    code += (i > 0 && i % 4 === 0 ? '-' : '') + CODE_ALPHABET.charAt(fiveBits(entropy, i * 5));
  return code;
}

/**
 * The intended characters of a code in any case and spacing, O as 0, I and L as 1; null when a character is
 * invalid.
 */
export function codeCharacters(text: string): string | null {
  const code = compact(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...code].every(char => CODE_ALPHABET.includes(char)) ? code : null;
}

/** Reads a tracking code in any case and spacing; null when it is not one. */
export function parseTrackingCode(text: string): string | null {
  const code = codeCharacters(text);
  if (code?.length !== 16) return null;
  return (code.match(/.{4}/g) ?? []).join('-');
}
