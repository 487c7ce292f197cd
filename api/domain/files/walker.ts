// How a picture format decides, header by header, which of its bytes are kept.

/**
 * What happens to the following bytes: `next` asks the format, `scan` copies until the format finds a marker.
 */
export type Mode = 'next' | 'copy' | 'drop' | 'zero' | 'scan' | 'done';

/** What a format remembers of a picture. */
export interface Seen {
  /** The first header was valid. */
  readonly start?: boolean;
  /** Picture data was found; without any, the file is not a picture. */
  readonly picture?: boolean;
  /** The orientation was passed on; a second one would contradict it. */
  readonly oriented?: boolean;
  /** WebP: remaining bytes of the whole file, by its own header. */
  readonly rest?: number;
}

export interface Step {
  /** Bytes of the header that are consumed. */
  readonly take: number;
  /** What is written in their place. */
  readonly emit?: Uint8Array;
  readonly mode: Mode;
  /** Number of bytes after the header to which `copy`, `drop` and `zero` apply. */
  readonly left?: number;
  readonly seen?: Seen;
}

/**
 * Decides by the available bytes, the first of which starts a header: a step, more bytes, or "this is
 * broken".
 */
export interface Walker {
  next(bytes: Uint8Array, seen: Seen): Step | 'more' | 'damaged';
  /** For `scan`: how many bytes may be copied; fewer than all when a marker may start after them. */
  scan?(bytes: Uint8Array): number;
}
