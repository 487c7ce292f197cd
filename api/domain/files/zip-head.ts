// What the beginning of a zip file tells without unpacking it (PKWARE APPNOTE 4.3.7).

export interface ZipHead {
  /**
   * The text of the first entry when it is named `mimetype` and stored uncompressed (ODF, ASiC); otherwise
   * null.
   */
  readonly mimetype: string | null;
  /** Names of the entries whose headers are in these bytes. */
  readonly names: readonly string[];
}

const HEADER = 30;
const STORED = 0;
const MAX_MIMETYPE = 100;
const MAX_NAME = 300;
/** Headers in the first MiB. Entries of office documents have 500 bytes and more on average, so 2000 at most. */
export const MOST_ENTRIES = 4096;
/** `apply` takes the bytes as they are; to spread them costs ten times as much, and there are up to `MOST_ENTRIES` names. */
const latin = (bytes: Uint8Array): string => String.fromCharCode.apply(null, bytes as unknown as number[]);

/** Start of the next local header, or -1. A writer may leave out the sizes, so the headers are searched. */
function nextHeader(bytes: Uint8Array, from: number): number {
  // No `indexOf`: called anew for each of many letters P it takes twenty times as long as this loop.
  for (let at = from; at + 3 < bytes.length; at++)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  return -1;
}

/** Reads what is in these bytes; null where there are more than `MOST_ENTRIES` headers. Never throws. */
export function readZipHead(bytes: Uint8Array): ZipHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let mimetype: string | null = null;
  for (
    let at = nextHeader(bytes, 0);
    at >= 0 && at + HEADER <= bytes.length;
    at = nextHeader(bytes, at + 4)
  ) {
    if (names.length === MOST_ENTRIES) return null;
    const nameAt = at + HEADER;
    const dataAt = nameAt + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const name = latin(bytes.subarray(nameAt, nameAt + Math.min(view.getUint16(at + 26, true), MAX_NAME)));
    if (at === 0 && name === 'mimetype' && view.getUint16(at + 8, true) === STORED)
      mimetype = storedText(bytes, dataAt, view.getUint32(at + 18, true));
    names.push(name);
  }
  return { mimetype, names };
}

/** The stored text; when its size follows it, the text ends at the first character that no media type has. */
function storedText(bytes: Uint8Array, at: number, size: number): string {
  const text = latin(bytes.subarray(at, at + Math.min(size || MAX_MIMETYPE, MAX_MIMETYPE)));
  return (size === 0 ? /^[\w.+/-]*/.exec(text)?.[0].replace(/PK$/, '') : text.trim()) ?? '';
}
