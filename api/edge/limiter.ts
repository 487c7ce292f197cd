// Counts attempts in the database, because workers share no memory: one round trip, exact under concurrency.
import type { Limiter } from '../domain/limiter.ts';
import { ceilingOf, decide, type Limits, limitFor, limitOf, SLOTS, slotOf } from '../domain/limits.ts';
import type { LimitStore } from '../store/limits.ts';

/** The limiter over the store; `now` gives the present instant. */
export const storeLimiter = (store: LimitStore, limits: Limits, now: () => Date): Limiter => ({
  async look(action, source) {
    const at = now();
    const counts = await store.countsOf({ source: source ?? '', action, since: slotOf(at) - SLOTS + 1 });
    return decide(limitFor(limitOf(limits, action), source !== null), counts, at, true);
  },
  async hit(action, source, anyway = false) {
    const at = now();
    const slot = slotOf(at);
    const limit = limitFor(limitOf(limits, action), source !== null);
    const attempt = { source: source ?? '', action, slot, since: slot - SLOTS + 1 };
    const { counted, counts } = await store.count({ ...attempt, ceiling: ceilingOf(limit, anyway) });
    if (!counted) return decide(limit, counts, at, anyway);
    return { outcome: 'allowed', before: counts.reduce((sum, { n }) => sum + n, 0) - 1 };
  },
});
