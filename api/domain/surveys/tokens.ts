// The one-time right to answer a staff survey (rule point 10.2): 80 random bits and a check character, on a
// paper slip. Only a keyed hash is stored, and nothing connects it to an answer or a person.
import { CODE_ALPHABET, codeCharacters, makeTrackingCode } from '../codes.ts';
import type { Awaitable } from '../crypto/primitives.ts';
import type { Keyring } from '../keyring.ts';

/** Secret bytes of a token. */
export const TOKEN_BYTES = 10;
/** Letters and digits, including the check character. */
const TOKEN_LENGTH = 17;

/** Multiplication by two in the field of 32 elements (x⁵ + x² + 1). */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Every character is weighted with another power of two in that field, so any wrong character and any swap of
 * two is detected.
 */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = doubled(sum ^ CODE_ALPHABET.indexOf(character));
  return CODE_ALPHABET.charAt(sum);
}

/** `XXXX-XXXX-XXXX-XXXXX`: the check character is the last. */
const spaced = (characters: string): string =>
  [0, 4, 8, 12].map((at, i) => characters.slice(at, i === 3 ? undefined : at + 4)).join('-');

/** A token from `TOKEN_BYTES` secret bytes. */
export function makeToken(entropy: Uint8Array): string {
  const characters = makeTrackingCode(entropy).replaceAll('-', '');
  return spaced(characters + checkCharacter(characters));
}

/** Reads a token in any case and spacing, with look-alike characters accepted; null when it is mistyped. */
export function parseToken(text: string): string | null {
  const characters = codeCharacters(text);
  if (characters?.length !== TOKEN_LENGTH) return null;
  const [body, check] = [characters.slice(0, -1), characters.slice(-1)];
  return checkCharacter(body) === check ? spaced(characters) : null;
}

/**
 * The hash under which a token is stored. It differs for each survey: a token gives no right to answer
 * another one.
 */
export const tokenHashOf = (keyring: Keyring, survey: string, token: string): Awaitable<Uint8Array> =>
  keyring.mac('survey-token', `${survey} ${token}`);
