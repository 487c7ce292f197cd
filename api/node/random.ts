// Where randomness enters on Node.
import { randomBytes } from 'node:crypto';

/** Cryptographically strong random bytes in a buffer of their own. */
export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
