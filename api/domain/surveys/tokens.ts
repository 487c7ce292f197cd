// The one-time right to answer a staff survey (rule point 10.2): 80 random bits and a check character, on a slip of paper.
// Whoever wrote a token down can't be told by it: only a keyed hash is kept, and nothing leads from it to an answer.
import { CODE_ALPHABET, codeCharacters, makeTrackingCode } from '../codes.ts';
import type { Awaitable } from '../crypto/primitives.ts';
import type { Keyring } from '../keyring.ts';

/** Secret bytes a token is made of. */
export const TOKEN_BYTES = 10;
/** Letters and digits, the check character among them. */
const TOKEN_LENGTH = 17;

/** Twice as much in the field of 32 elements (x⁵ + x² + 1). */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Every character counts with another power of two in that field: any one wrong character and any two that changed
 * places show.
 */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = doubled(sum ^ CODE_ALPHABET.indexOf(character));
  return CODE_ALPHABET.charAt(sum);
}

/** `XXXX-XXXX-XXXX-XXXXX`: the check character stands last. */
const spaced = (characters: string): string =>
  [0, 4, 8, 12].map((at, i) => characters.slice(at, i === 3 ? undefined : at + 4)).join('-');

/** A token from `TOKEN_BYTES` secret bytes. */
export function makeToken(entropy: Uint8Array): string {
  const characters = makeTrackingCode(entropy).replaceAll('-', '');
  return spaced(characters + checkCharacter(characters));
}

/** Reads a token in any case and spacing, look-alikes taken for what was meant; null when it is mistyped. */
export function parseToken(text: string): string | null {
  const characters = codeCharacters(text);
  if (characters?.length !== TOKEN_LENGTH) return null;
  const [body, check] = [characters.slice(0, -1), characters.slice(-1)];
  return checkCharacter(body) === check ? spaced(characters) : null;
}

/** Under which a token is kept. It is another one for each survey: a token gives no right to answer the next one. */
export const tokenHashOf = (keyring: Keyring, survey: string, token: string): Awaitable<Uint8Array> =>
  keyring.mac('survey-token', `${survey} ${token}`);
