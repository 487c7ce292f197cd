// The port for counting attempts: in memory on Node, in the database on the edge.
import type { Awaitable } from './crypto/primitives.ts';
import type { Action, Decision } from './limits.ts';

/** Keyed hash of a network address, new every day; null when the address is unknown. */
export type Source = string | null;

export interface Limiter {
  /**
   * Decides about one more attempt and counts it if allowed. `anyway`: the request for a proof was answered.
   */
  hit(action: Action, source: Source, anyway?: boolean): Awaitable<Decision>;
  /** What `hit` would decide now with `anyway`; counts nothing. */
  look(action: Action, source: Source): Awaitable<Decision>;
}

/** For load tests on one machine. */
export const unlimited: Limiter = {
  hit: () => ({ outcome: 'allowed', before: 0 }),
  look: () => ({ outcome: 'allowed', before: 0 }),
};
