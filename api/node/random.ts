// Where randomness enters on Node.
import { randomFillSync } from 'node:crypto';

/** Drawn ahead: a call to the system for twelve bytes costs as much as sealing with them. */
const POOL_BYTES = 16_384;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Cryptographically strong random bytes in a buffer of their own. None are given twice, and none stay behind. */
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
