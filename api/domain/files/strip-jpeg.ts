// JPEG (ITU-T T.81): segments that describe the picture are kept; those about who took it, where and when are
// removed.
import { orientationOf, orientationTiff } from './exif.ts';
import type { Seen, Step, Walker } from './walker.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;

/** Markers without a length: restarts and TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 1;
const isApplication = (marker: number): boolean => marker >= APP0 && marker <= 0xef;

function startsWith(bytes: Uint8Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** What a decoder needs for the right colours; everything else that an application wrote is removed. */
const KEPT: ReadonlyMap<number, string> = new Map([
  [APP0, 'JFIF\0'],
  [APP2, 'ICC_PROFILE\0'],
  [APP14, 'Adobe'],
]);
const LONGEST_NAME = 12;
const EXIF = 'Exif\0\0';

const exifSegment = (orientation: number): Uint8Array => {
  const body = orientationTiff(orientation);
  const length = 2 + EXIF.length + body.length;
  const name = [...EXIF].map(char => char.charCodeAt(0));
  return Uint8Array.of(0xff, APP1, length >> 8, length & 0xff, ...name, ...body);
};

/** An Exif segment is reduced to the orientation, or removed when the picture is upright. */
function exif(segment: Uint8Array, { oriented }: Seen): Step {
  const orientation = orientationOf(segment.subarray(4 + EXIF.length));
  const drop = { take: segment.length, mode: 'next' } as const;
  return oriented || orientation === 1
    ? drop
    : { ...drop, emit: exifSegment(orientation), seen: { oriented: true } };
}

function segment(bytes: Uint8Array, marker: number, seen: Seen): Step | 'more' | 'damaged' {
  if (bytes.length < 4) return 'more';
  const size = 2 + (((bytes[2] as number) << 8) | (bytes[3] as number));
  if (size < 4) return 'damaged';
  const copy = { take: 4, emit: bytes.subarray(0, 4), mode: 'copy', left: size - 4 } as const;
  const drop = { take: 4, mode: 'drop', left: size - 4 } as const;
  if (marker === COMMENT) return drop;
  if (!isApplication(marker)) return copy;
  if (bytes.length < Math.min(size, 4 + LONGEST_NAME)) return 'more';
  if (marker === APP1 && startsWith(bytes, 4, EXIF))
    return bytes.length < size ? 'more' : exif(bytes.subarray(0, size), seen);
  const kept = KEPT.get(marker);
  return kept && startsWith(bytes, 4, kept) ? copy : drop;
}

function scanHeader(bytes: Uint8Array): Step | 'more' | 'damaged' {
  if (bytes.length < 4) return 'more';
  const size = 2 + (((bytes[2] as number) << 8) | (bytes[3] as number));
  if (size < 4) return 'damaged';
  if (bytes.length < size) return 'more';
  return { take: size, emit: bytes.subarray(0, size), mode: 'scan', seen: { picture: true } };
}

/** Fill bytes before a marker (T.81, B.1.1.2): a whole run at once, without the FF that may belong to the marker. */
function fillBytes(bytes: Uint8Array): number {
  let count = 1;
  while (bytes[count + 1] === 0xff) count += 1;
  return count;
}

function next(bytes: Uint8Array, seen: Seen): Step | 'more' | 'damaged' {
  if (bytes[0] !== 0xff) {
    // Between segments, decoders skip bytes that are not markers; here they are left out.
    const marker = bytes.indexOf(0xff);
    return { take: marker < 0 ? bytes.length : marker, mode: 'next' };
  }
  const marker = bytes[1];
  if (marker === undefined) return 'more';
  const both = bytes.subarray(0, 2);
  if (!seen.start) {
    if (marker !== SOI) return 'damaged';
    return { take: 2, emit: both, mode: 'next', seen: { start: true } };
  }
  if (marker === 0xff) return { take: fillBytes(bytes), mode: 'next' };
  // Within a scan: an escaped FF, or a restart.
  if (marker === 0 || isBare(marker))
    return seen.picture ? { take: 2, emit: both, mode: 'scan' } : { take: 2, mode: 'next' };
  // Bytes after the end of the picture are not part of it.
  if (marker === EOI) return { take: 2, emit: both, mode: 'done' };
  if (marker === SOI) return { take: 2, mode: 'next' };
  return marker === SOS ? scanHeader(bytes) : segment(bytes, marker, seen);
}

/** Up to the first FF that is neither escaped nor a restart. */
function scan(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const following = bytes[at + 1];
    if (following === undefined) return at;
    if (following !== 0 && !(following >= 0xd0 && following <= 0xd7)) return at;
  }
  return bytes.length;
}

export const jpeg: Walker = { next, scan };
