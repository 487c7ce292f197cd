// Of the metadata that a camera writes, only the orientation is needed to show a picture.

const ORIENTATION = 0x0112;
const SHORT = 3;
const TIFF_HEADER = 8;
const ENTRY = 12;
/** Entries of a directory that are looked at. Cameras write a few dozen, the orientation among the first. */
const MOST_ENTRIES = 1000;

/** Bytes of `orientationTiff`. */
export const TIFF_BYTES = 26;

/** The orientation (1 to 8) in a TIFF structure of Exif; 1 (upright) when it cannot be read. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < TIFF_HEADER) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = view.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = Math.min(view.getUint16(directory, little), MOST_ENTRIES);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * ENTRY;
    if (at + ENTRY > tiff.length) return 1;
    if (view.getUint16(at, little) !== ORIENTATION || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF structure with only the orientation. */
export const orientationTiff = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
