// Keyed marks on rows that let somebody into the register: a person who can write the database but has no `keys.json` can't
// make a row that is taken (decision 0041).
import { sameBytes } from '../crypto/bytes.ts';
import type { Keyring } from '../keyring.ts';

/** What a column holds. */
export type MarkedValue = string | number | Uint8Array | null;

export interface Marks {
  /** HMAC-SHA-256 (32 bytes) over the table's name and the values, in the order given. */
  of(table: string, values: readonly MarkedValue[]): Promise<Uint8Array>;
  /** Whether `mark` is the mark of these values; compared in constant time. */
  hold(table: string, values: readonly MarkedValue[], mark: MarkedValue): Promise<boolean>;
}

const utf8 = new TextEncoder();
const KINDS = { null: 0, text: 1, number: 2, bytes: 3 } as const;

function kindOf(value: MarkedValue): number {
  if (value === null) return KINDS.null;
  if (typeof value === 'string') return KINDS.text;
  return typeof value === 'number' ? KINDS.number : KINDS.bytes;
}

const bytesOf = (value: MarkedValue): Uint8Array =>
  value instanceof Uint8Array ? value : utf8.encode(value === null ? '' : String(value));

/**
 * Each value as one byte for its type, four for its length (big-endian), and its bytes: no two lists of values share an
 * encoding.
 */
export function encode(values: readonly MarkedValue[]): Uint8Array {
  const parts = values.map(value => ({ kind: kindOf(value), bytes: bytesOf(value) }));
  const out = new Uint8Array(parts.reduce((length, { bytes }) => length + 5 + bytes.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const { kind, bytes } of parts) {
    view.setUint8(at, kind);
    view.setUint32(at + 1, bytes.length);
    out.set(bytes, at + 5);
    at += 5 + bytes.length;
  }
  return out;
}

const MARK_BYTES = 32;

/** Marks under the intake's keys; rotating signing or office keys does not change them. */
export function createMarks(keyring: Pick<Keyring, 'mac'>): Marks {
  const of: Marks['of'] = async (table, values) => keyring.mac('mark', encode([table, ...values]));
  return {
    of,
    hold: async (table, values, mark) =>
      mark instanceof Uint8Array && mark.length === MARK_BYTES && sameBytes(mark, await of(table, values)),
  };
}
