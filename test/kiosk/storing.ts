// A browser's storage in memory, which can be full.
import type { Storing } from '../../src/kiosk/survey/store.ts';

export interface TestStorage extends Storing {
  isFull: boolean;
}

export function testStorage(): TestStorage {
  const records = new Map<string, string>();
  return {
    isFull: false,
    get length() {
      return records.size;
    },
    key: index => [...records.keys()][index] ?? null,
    getItem: name => records.get(name) ?? null,
    setItem(name, text) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      records.set(name, text);
    },
    removeItem: name => void records.delete(name),
  };
}
