// The kiosk's storage in the browser: small records in `localStorage`, or in memory where that fails.

const PREFIX = 'kiosks:';

/** The part of `Storage` that is used here. */
export type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Store {
  /** The names of all records with this prefix. */
  names(start: string): readonly string[];
  /** Null for a missing or unreadable record. */
  get(name: string): unknown;
  put(name: string, value: unknown): void;
  drop(name: string): void;
}

/**
 * Never throws, because full or forbidden storage must not stop anybody from answering. Records that cannot
 * be stored are kept in memory, so that they can be sent while the page is open.
 */
export function createStore(storage: Storing | null): Store {
  const memory = new Map<string, string>();
  const attempt = <T>(work: (stored: Storing) => T): T | null => {
    try {
      return storage && work(storage);
    } catch {
      return null;
    }
  };
  return {
    names: start => {
      const stored =
        attempt(found => Array.from({ length: found.length }, (_, i) => found.key(i) ?? '')) ?? [];
      const own = stored.flatMap(key => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
      return [...new Set([...own, ...memory.keys()])].filter(name => name.startsWith(start)).toSorted();
    },
    get: name => {
      try {
        return JSON.parse(memory.get(name) ?? attempt(found => found.getItem(PREFIX + name)) ?? 'null');
      } catch {
        return null;
      }
    },
    put: (name, value) => {
      const text = JSON.stringify(value);
      const isKept = attempt(found => {
        found.setItem(PREFIX + name, text);
        return true;
      });
      if (isKept) memory.delete(name);
      else memory.set(name, text);
    },
    drop: name => {
      memory.delete(name);
      attempt(found => found.removeItem(PREFIX + name));
    },
  };
}
