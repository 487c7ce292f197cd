// How a picture format tells, header by header, which of its bytes pass.

/** What happens to the bytes that come next: `next` asks the format, `scan` copies until the format finds a marker. */
export type Mode = 'next' | 'copy' | 'drop' | 'zero' | 'scan' | 'done';

/** What a format remembers of a picture. */
export interface Seen {
  /** The first header was right. */
  readonly start?: boolean;
  /** Picture data came by: without any the file is no picture. */
  readonly picture?: boolean;
  /** The orientation was passed on; a second one would contradict it. */
  readonly oriented?: boolean;
  /** WebP: bytes of the whole file, by its own header, that are still to come. */
  readonly rest?: number;
}

export interface Step {
  /** Bytes of the header that are dealt with. */
  readonly take: number;
  /** What is written in their place. */
  readonly emit?: Uint8Array;
  readonly mode: Mode;
  /** How many of the bytes after the header `copy`, `drop` and `zero` speak of. */
  readonly left?: number;
  readonly seen?: Seen;
}

/** Decides by the bytes at hand, of which the first belongs to a header: a step, more bytes, or "this is broken". */
export interface Walker {
  next(bytes: Uint8Array, seen: Seen): Step | 'more' | 'damaged';
  /** For `scan`: how many bytes may be copied; fewer than all when a marker may begin after them. */
  scan?(bytes: Uint8Array): number;
}
