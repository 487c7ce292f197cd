// Splits a stream into parts of one size, regardless of its packets.

export interface StreamPart {
  /** Valid until the next part is requested. */
  readonly bytes: Uint8Array;
  /** Nothing follows. Only the last part may be shorter than requested, or empty. */
  readonly end: boolean;
  /** The stream broke off here before its end. */
  readonly cut: boolean;
}

/**
 * Parts of `size` bytes, read only as fast as they are consumed. The last part is always yielded, also after
 * a break.
 */
export async function* partsOf(
  stream: AsyncIterable<Uint8Array> | null,
  size: number,
): AsyncGenerator<StreamPart, void, void> {
  const buffer = new Uint8Array(size);
  let filled = 0;
  let cut = false;
  try {
    for await (const packet of stream ?? []) {
      for (let at = 0; at < packet.length; ) {
        if (filled === size) {
          yield { bytes: buffer, end: false, cut };
          filled = 0;
        }
        const piece = packet.subarray(at, at + size - filled);
        buffer.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
    }
  } catch {
    // The sender disconnected; the reason is irrelevant, the bytes received before are kept.
    cut = true;
  }
  yield { bytes: buffer.subarray(0, filled), end: true, cut };
}
