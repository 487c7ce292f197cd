// Search words as keyed hashes: the database, even with the intake's host, does not allow guessing names.
import type { Primitives } from './crypto/primitives.ts';
import type { SearchWord, Term } from './search-words.ts';

/** 128 bits, so that no two words collide. */
const TOKEN_BYTES = 16;
const CHECK_BYTES = 8;
const utf8 = new TextEncoder();

export interface SearchTokens {
  token(word: SearchWord): Promise<Uint8Array>;
  tokens(term: Term): Promise<readonly Uint8Array[]>;
  /** Identifies the key of the stored tokens without revealing it. */
  keyCheck(): Promise<Uint8Array>;
}

/** `key`: the office's search key, 32 bytes. */
export function searchTokens({ hmac }: Pick<Primitives, 'hmac'>, key: Uint8Array): SearchTokens {
  const hash = async (text: string, length: number): Promise<Uint8Array> =>
    (await hmac(key, utf8.encode(text))).slice(0, length);
  const token = (word: SearchWord) => hash(`kac/1 word ${word}`, TOKEN_BYTES);
  return {
    token,
    tokens: term => Promise.all(term.map(token)),
    keyCheck: () => hash('kac/1 check', CHECK_BYTES),
  };
}
