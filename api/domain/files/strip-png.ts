// PNG (W3C, third edition): chunks of the picture are kept; texts, times, Exif and private chunks are
// removed.
import { orientationOf, orientationTiff } from './exif.ts';
import type { Seen, Step, Walker } from './walker.ts';

const SIGNATURE_BYTES = 8;
const HEADER = 8;
const CRC = 4;
/** A longer Exif chunk contains a thumbnail; the orientation is not read from it. */
const MAX_EXIF = 64 * 1024;

const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(
    ' ',
  ),
);

/** CRC-32 of PNG (annex D), bit by bit, because it is computed only over thirty bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function exifChunk(orientation: number): Uint8Array {
  const body = orientationTiff(orientation);
  const chunk = new Uint8Array(HEADER + body.length + CRC);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set([0x65, 0x58, 0x49, 0x66], 4);
  chunk.set(body, HEADER);
  view.setUint32(HEADER + body.length, crc32(chunk.subarray(4, HEADER + body.length)));
  return chunk;
}

function exif(bytes: Uint8Array, length: number, { oriented }: Seen): Step | 'more' {
  const whole = HEADER + length + CRC;
  if (length > MAX_EXIF) return { take: HEADER, mode: 'drop', left: length + CRC };
  if (bytes.length < whole) return 'more';
  const orientation = orientationOf(bytes.subarray(HEADER, HEADER + length));
  const drop = { take: whole, mode: 'next' } as const;
  return oriented || orientation === 1
    ? drop
    : { ...drop, emit: exifChunk(orientation), seen: { oriented: true } };
}

function next(bytes: Uint8Array, seen: Seen): Step | 'more' | 'damaged' {
  if (bytes.length < HEADER) return 'more';
  // The signature was checked when the kind was detected.
  if (!seen.start)
    return {
      take: SIGNATURE_BYTES,
      emit: bytes.subarray(0, SIGNATURE_BYTES),
      mode: 'next',
      seen: { start: true },
    };
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const type = String.fromCharCode(...bytes.subarray(4, HEADER));
  if (length > 0x7fffffff || !/^[A-Za-z]{4}$/.test(type)) return 'damaged';
  if (type === 'eXIf') return exif(bytes, length, seen);
  const header = bytes.subarray(0, HEADER);
  if (type === 'IEND') {
    // Only a complete chunk, so that the following bytes are never taken for its checksum.
    if (bytes.length < HEADER + CRC) return 'more';
    return { take: HEADER + CRC, emit: bytes.subarray(0, HEADER + CRC), mode: 'done' };
  }
  if (!KEPT.has(type)) return { take: HEADER, mode: 'drop', left: length + CRC };
  const picture = type === 'IDAT' ? { seen: { picture: true } } : {};
  return { take: HEADER, emit: header, mode: 'copy', left: length + CRC, ...picture };
}

export const png: Walker = { next };
