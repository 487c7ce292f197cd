// Attempts counted in the database, because no worker remembers another's: one round trip, and exact under concurrency.
import type { Limiter } from '../domain/limiter.ts';
import { ceilingOf, decide, type Limits, limitFor, SLOTS, slotOf } from '../domain/limits.ts';
import type { LimitStore } from '../store/limits.ts';

/** The limiter over the store; `now` gives the present instant. */
export const storeLimiter = (store: LimitStore, limits: Limits, now: () => Date): Limiter => ({
  async look(action, source) {
    const at = now();
    const counts = await store.countsOf({ source: source ?? '', action, since: slotOf(at) - SLOTS + 1 });
    return decide(limitFor(limits[action], source !== null), counts, at, true);
  },
  async hit(action, source, anyway = false) {
    const at = now();
    const slot = slotOf(at);
    const limit = limitFor(limits[action], source !== null);
    const attempt = { source: source ?? '', action, slot, since: slot - SLOTS + 1 };
    const { counted, counts } = await store.count({ ...attempt, ceiling: ceilingOf(limit, anyway) });
    if (!counted) return decide(limit, counts, at, anyway);
    return { outcome: 'allowed', before: counts.reduce((sum, { n }) => sum + n, 0) - 1 };
  },
});
