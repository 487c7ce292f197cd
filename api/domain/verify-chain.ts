// Walks the event chain and names the first damage.
import { follows, GENESIS, type Head, type StoredEvent } from './chain.ts';
import type { Keyring } from './keyring.ts';

type Named = Pick<StoredEvent, 'seq' | 'reference' | 'at'>;

export type ChainDamage =
  /** Events with these numbers are missing. */
  | { readonly what: 'removed'; readonly from: number; readonly to: number }
  /** Events before this one are missing, and the rest were renumbered. */
  | { readonly what: 'removed-before'; readonly event: Named }
  /** This event was inserted. */
  | { readonly what: 'inserted'; readonly event: Named }
  /** This event belongs to number `belongs`. */
  | { readonly what: 'moved'; readonly event: Named; readonly belongs: number }
  | { readonly what: 'changed'; readonly event: Named }
  /**
   * The last event does not follow: it was changed or inserted, or events before it are missing. Without
   * later events it is unknown which.
   */
  | { readonly what: 'last-does-not-follow'; readonly event: Named }
  /** The hash is valid, but its content is not a list of facts. */
  | { readonly what: 'malformed'; readonly event: Named };

export interface Walk {
  /** Events after `seq`, in order, at most `limit`. */
  readonly eventsAfter: (seq: number, limit: number) => Promise<readonly StoredEvent[]>;
  readonly page?: number;
  /** Where to begin; at the beginning unless told. What is before it counts as checked. */
  readonly from?: Head;
  /** Told the number of the last event after each page. */
  readonly onProgress?: (seq: number) => void;
}

export interface Walked {
  /** The last event that is connected to all before it. */
  readonly head: Head;
  readonly damage: ChainDamage | null;
}

const PAGE = 1000;
/** Up to this many removed events are still recognised as removed when the rest was renumbered. */
const MOST_REMOVED = 50;

/** Walks the whole chain, page by page, to the end or the first damage. */
export async function walkChain(
  keyring: Keyring,
  { eventsAfter, page = PAGE, from = GENESIS, onProgress }: Walk,
): Promise<Walked> {
  let head: Head = from;
  for (;;) {
    const events = await eventsAfter(head.seq, page);
    if (events.length === 0) return { head, damage: null };
    for (const event of events) {
      const fault = await follows(keyring, head, event);
      if (fault === 'missing')
        return { head, damage: { what: 'removed', from: head.seq + 1, to: event.seq - 1 } };
      if (fault) return { head, damage: await diagnose(keyring, head, await eventsAfter(head.seq, page)) };
      if (!isWellFormed(event.detail)) return { head, damage: { what: 'malformed', event } };
      head = event;
    }
    onProgress?.(head.seq);
  }
}

/**
 * What happened to the first of `rest`, which does not follow `head`: judged by how the following events
 * connect.
 */
async function diagnose(keyring: Keyring, head: Head, rest: readonly StoredEvent[]): Promise<ChainDamage> {
  /** True when `event` was hashed as number `seq` directly after `before`, whatever their present numbers. */
  const fits = async (before: Head, event: StoredEvent | undefined, seq: number): Promise<boolean> =>
    event !== undefined && !(await follows(keyring, { ...before, seq: seq - 1 }, { ...event, seq }));
  const [event, next, third] = rest;
  if (!event) throw new Error('the event that did not follow is gone');
  const belongs = head.seq + 1;
  for (const other of rest.slice(1)) {
    if (!(await fits(head, other, belongs))) continue;
    const shifted = other === next && (third === undefined || (await fits(other, third, belongs + 1)));
    if (shifted && !(await fits(other, event, belongs + 1))) return { what: 'inserted', event };
    return { what: 'moved', event: other, belongs };
  }
  for (let removed = 1; removed <= MOST_REMOVED; removed += 1)
    if (await fits(event, next, belongs + 1 + removed)) return { what: 'removed-before', event };
  return { what: next ? 'changed' : 'last-does-not-follow', event };
}

/** Only names with plain values. */
function isWellFormed(detail: string): boolean {
  try {
    const facts: unknown = JSON.parse(detail);
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return false;
    return Object.values(facts).every(value => value === null || typeof value !== 'object');
  } catch {
    return false;
  }
}
