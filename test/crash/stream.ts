// A stream of complaints from several people at once, until the server is gone.
import { file, freshKey, type Receipt } from '../runtime/client.ts';

const PEOPLE = 8;
/** One submission in this many is sent by a double click. */
const DOUBLE_CLICK = 4;

export interface Stream {
  /** Receipts by key; these complaints were acknowledged. */
  readonly acknowledged: ReadonlyMap<string, Receipt>;
  /** Keys without an acknowledgement; these people will send again. */
  readonly unacknowledged: ReadonlySet<string>;
  /** Keys that got two different receipts, which must not happen. */
  readonly contradicted: ReadonlySet<string>;
}

/** The text of the person with this key; the same each time it is sent. */
export const textOf = (key: string): string => `Rinda bija gara (${key}).`;

export interface Sending {
  /** Resolves when the server has answered or dropped every request. No request starts after `stop`. */
  readonly done: Promise<Stream>;
  stop(): void;
}

/** Starts sending. */
export function stream(origin: string): Sending {
  const acknowledged = new Map<string, Receipt>();
  const unacknowledged = new Set<string>();
  const contradicted = new Set<string>();
  let stopped = false;
  const send = async (key: string): Promise<boolean> => {
    const receipt = await file(origin, textOf(key), key).catch(ignoreLostConnection);
    const known = acknowledged.get(key);
    if (receipt && known && JSON.stringify(receipt) !== JSON.stringify(known)) contradicted.add(key);
    if (receipt) acknowledged.set(key, receipt);
    return receipt !== null;
  };
  const person = async (): Promise<void> => {
    for (let sent = 1; !stopped; sent += 1) {
      const key = freshKey();
      const clicks = sent % DOUBLE_CLICK === 0 ? [key, key] : [key];
      const answers = await Promise.all(clicks.map(send));
      if (answers.includes(true)) continue;
      unacknowledged.add(key);
      // This server is gone; the next round starts another one.
      return;
    }
  };
  const done = Promise.all(Array.from({ length: PEOPLE }, person)).then(() => ({
    acknowledged,
    unacknowledged,
    contradicted,
  }));
  return {
    done,
    stop: () => {
      stopped = true;
    },
  };
}

/**
 * What `fetch` rejects with when the connection breaks; an error response from the server is a different
 * case.
 */
function ignoreLostConnection(fault: unknown): null {
  if (fault instanceof TypeError) return null;
  throw fault;
}
