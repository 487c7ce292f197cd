// Removes location and other metadata from a picture while it is received, part by part, without changing a
// pixel. A part may end anywhere, also inside a header: unprocessed bytes wait in the state, which is plain
// data.
import { fromBase64Url, toBase64Url } from '../crypto/base64url.ts';
import type { Format } from './formats.ts';
import { jpeg } from './strip-jpeg.ts';
import { png } from './strip-png.ts';
import { webp } from './strip-webp.ts';
import type { Mode, Seen, Walker } from './walker.ts';

export interface StripState {
  readonly mode: Mode;
  readonly left: number;
  readonly seen: Seen;
  /** Bytes of an incomplete header, base64url. */
  readonly pending: string;
  /** Headers read so far, those of all parts together. */
  readonly headers: number;
}

export type Stripped =
  | { readonly ok: true; readonly out: Uint8Array; readonly state: StripState }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-many-parts' };

const WALKERS: Partial<Readonly<Record<Format, Walker>>> = { jpeg, png, webp };
export const START: StripState = { mode: 'next', left: 0, seen: {}, pending: '', headers: 0 };

/**
 * Headers of a picture: JPEG segments, PNG chunks, RIFF chunks. A picture of 20 MB in chunks of 8 KB, as common
 * programs write it, has 2 600. The time for a file grows with this number, not only with its bytes.
 */
export const MOST_HEADERS = 65_536;

/** Turns of the loop, and bytes, after which others may run: a few milliseconds of work. */
const STRETCH_TURNS = 2048;
const STRETCH_BYTES = 256 * 1024;

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const NOTHING = new Uint8Array();
/** An orientation that is written may be longer than what it replaces; it is written once in a picture. */
const SPARE = 64;

/** Room for what passes. One buffer, because tens of thousands of small pieces are slow to join. */
function output(size: number) {
  const buffer = new Uint8Array(size + SPARE);
  let filled = 0;
  return {
    put(piece: Uint8Array): void {
      buffer.set(piece, filled);
      filled += piece.length;
    },
    bytes: (): Uint8Array => buffer.subarray(0, filled),
  };
}

/**
 * What happens to `rest` without further parsing: how many bytes of it, what is written for them, and whether
 * it is `over`.
 */
function pass(walker: Walker, rest: Uint8Array, mode: Mode, left: number) {
  if (mode === 'done') return { count: rest.length, out: NOTHING, over: false };
  const count = mode === 'scan' ? (walker.scan?.(rest) ?? 0) : Math.min(left, rest.length);
  const over = mode === 'scan' ? count < rest.length : count === left;
  const out = mode === 'drop' ? NOTHING : mode === 'zero' ? new Uint8Array(count) : rest.subarray(0, count);
  return { count, out, over };
}

/**
 * Passes the next bytes of a picture through. Formats that are no pictures pass unchanged. `last` says that nothing
 * follows: then a picture without picture data is damaged, and half a header is dropped. Yields every few milliseconds
 * of work, so that the caller can let other requests go on.
 */
export function* stripping(
  format: Format,
  state: StripState,
  part: Uint8Array,
  last: boolean,
): Generator<void, Stripped, void> {
  const walker = WALKERS[format];
  if (!walker) return { ok: true, out: part, state };
  const bytes = state.pending ? concat([fromBase64Url(state.pending), part]) : part;
  // A state that was sealed before headers were counted has no number.
  let { mode, left, seen, headers = 0 } = state;
  let at = 0;
  let turns = 0;
  const out = output(bytes.length);
  while (at < bytes.length) {
    turns += 1;
    if (turns % STRETCH_TURNS === 0) yield;
    const rest = bytes.subarray(at);
    if (mode !== 'next') {
      const passed = pass(walker, rest.subarray(0, STRETCH_BYTES), mode, left);
      out.put(passed.out);
      at += passed.count;
      left -= Math.min(left, passed.count);
      if (passed.over) mode = 'next';
      continue;
    }
    headers += 1;
    if (headers > MOST_HEADERS) return { ok: false, reason: 'too-many-parts' };
    const step = walker.next(rest, seen);
    if (step === 'damaged') return { ok: false, reason: 'damaged' };
    if (step === 'more') break;
    if (step.emit) out.put(step.emit);
    at += step.take;
    ({ mode, left = 0 } = step);
    if (step.seen) seen = { ...seen, ...step.seen };
  }
  if (last && !seen.picture) return { ok: false, reason: 'damaged' };
  const pending = last ? '' : toBase64Url(bytes.subarray(at));
  return { ok: true, out: out.bytes(), state: { mode, left, seen, pending, headers } };
}

/** `stripping` in one go. */
export function strip(format: Format, state: StripState, part: Uint8Array, last: boolean): Stripped {
  const work = stripping(format, state, part, last);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
