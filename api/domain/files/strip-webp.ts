// WebP (RIFF): metadata is overwritten in place, because the total size is at the start of the file and has
// already been passed on when the metadata arrives at the end.
import { orientationOf, orientationTiff, TIFF_BYTES } from './exif.ts';
import type { Seen, Step, Walker } from './walker.ts';

const RIFF_HEADER = 12;
const HEADER = 8;
const VP8X_BYTES = 10;
const XMP_FLAG = 0x04;
const MAX_EXIF = 64 * 1024;
const EXIF_NAME = [0x45, 0x78, 0x69, 0x66, 0, 0];

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH']);
const PICTURE = new Set(['VP8 ', 'VP8L', 'ANMF']);
/** RIFF's name for a filler chunk. */
const FILLER = [0x4a, 0x55, 0x4e, 0x4b];

function riffHeader(bytes: Uint8Array): Step | 'more' {
  if (bytes.length < RIFF_HEADER) return 'more';
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  // `WEBP` itself counts as part of the size.
  return {
    take: RIFF_HEADER,
    emit: bytes.subarray(0, RIFF_HEADER),
    mode: 'next',
    seen: { start: true, rest: Math.max(0, size - 4) },
  };
}

/** The same chunk with only the orientation in it, of the same length. */
function exif(bytes: Uint8Array, size: number, seen: Seen): Step | 'more' {
  const whole = HEADER + size;
  if (bytes.length < whole) return 'more';
  const named = EXIF_NAME.every((byte, i) => bytes[HEADER + i] === byte);
  const tiff = bytes.subarray(HEADER + (named ? EXIF_NAME.length : 0), whole);
  const emit = new Uint8Array(whole);
  emit.set(bytes.subarray(0, HEADER));
  if (size >= TIFF_BYTES) emit.set(orientationTiff(orientationOf(tiff)), HEADER);
  return { take: whole, emit, mode: 'next', seen };
}

function next(bytes: Uint8Array, seen: Seen): Step | 'more' | 'damaged' {
  if (!seen.start) return riffHeader(bytes);
  const { rest = 0 } = seen;
  if (rest <= 0) return { take: bytes.length, mode: 'done' };
  if (bytes.length < HEADER) return 'more';
  const type = String.fromCharCode(...bytes.subarray(0, 4));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  // Chunks of odd length have one padding byte; none extends beyond the end of the file.
  const size = Math.min(length + (length % 2), Math.max(0, rest - HEADER));
  const after: Seen = { rest: rest - HEADER - size, ...(PICTURE.has(type) ? { picture: true } : {}) };
  if (type === 'VP8X') {
    if (bytes.length < HEADER + VP8X_BYTES) return 'more';
    const emit = bytes.slice(0, HEADER + VP8X_BYTES);
    emit[HEADER] = (emit[HEADER] as number) & ~XMP_FLAG;
    if (size < VP8X_BYTES) return 'damaged';
    return { take: emit.length, emit, mode: 'copy', left: size - VP8X_BYTES, seen: after };
  }
  if (type === 'EXIF' && size <= MAX_EXIF) return exif(bytes, size, after);
  const header = bytes.slice(0, HEADER);
  if (KEPT.has(type)) return { take: HEADER, emit: header, mode: 'copy', left: size, seen: after };
  header.set(FILLER);
  return { take: HEADER, emit: header, mode: 'zero', left: size, seen: after };
}

export const webp: Walker = { next };
