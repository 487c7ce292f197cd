// Takes location and other metadata out of a picture while it passes through, part by part, without touching a pixel.
// A part may end anywhere, also inside a header: what is not yet understood waits in the state, which is plain data.
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
  /** Bytes of a header that is not whole yet, base64url. */
  readonly pending: string;
}

export type Stripped =
  | { readonly ok: true; readonly out: Uint8Array; readonly state: StripState }
  | { readonly ok: false };

const WALKERS: Partial<Readonly<Record<Format, Walker>>> = { jpeg, png, webp };
export const START: StripState = { mode: 'next', left: 0, seen: {}, pending: '' };

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

/** What becomes of `rest` without further thought: how many bytes of it, what is written for them, and is it `over`. */
function pass(walker: Walker, rest: Uint8Array, mode: Mode, left: number) {
  if (mode === 'done') return { count: rest.length, out: NOTHING, over: false };
  const count = mode === 'scan' ? (walker.scan?.(rest) ?? 0) : Math.min(left, rest.length);
  const over = mode === 'scan' ? count < rest.length : count === left;
  const out = mode === 'drop' ? NOTHING : mode === 'zero' ? new Uint8Array(count) : rest.subarray(0, count);
  return { count, out, over };
}

/**
 * Passes the next bytes of a picture through. Formats that are no pictures pass unchanged. `last` says that nothing
 * follows: then a picture without picture data is damaged, and half a header is dropped.
 */
export function strip(format: Format, state: StripState, part: Uint8Array, last: boolean): Stripped {
  const walker = WALKERS[format];
  if (!walker) return { ok: true, out: part, state };
  const bytes = state.pending ? concat([fromBase64Url(state.pending), part]) : part;
  let { mode, left, seen } = state;
  let at = 0;
  const out: Uint8Array[] = [];
  while (at < bytes.length) {
    const rest = bytes.subarray(at);
    if (mode !== 'next') {
      const passed = pass(walker, rest, mode, left);
      out.push(passed.out);
      at += passed.count;
      left -= Math.min(left, passed.count);
      if (passed.over) mode = 'next';
      continue;
    }
    const step = walker.next(rest, seen);
    if (step === 'damaged') return { ok: false };
    if (step === 'more') break;
    if (step.emit) out.push(step.emit);
    at += step.take;
    ({ mode, left = 0 } = step);
    seen = { ...seen, ...step.seen };
  }
  if (last && !seen.picture) return { ok: false };
  const pending = last ? '' : toBase64Url(bytes.subarray(at));
  return { ok: true, out: concat(out), state: { mode, left, seen, pending } };
}
