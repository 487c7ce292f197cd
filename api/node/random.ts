// The source of randomness on Node.
import { randomFillSync } from 'node:crypto';

/** Drawn in advance: a system call for twelve bytes costs as much as sealing with them. */
const POOL_BYTES = 16_384;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Cryptographically strong random bytes in their own buffer. No byte is given twice, and none remains in the
 * pool.
 */
export function random(length: number): Uint8Array {
  if (length > POOL_BYTES) return randomFillSync(new Uint8Array(length));
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
}
