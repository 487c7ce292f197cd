// The most expensive files of each accepted kind: what repeats, overlaps, lies about its length or never ends.
import type { Format } from '../../api/domain/files/formats.ts';

/** Makes a file of about `size` bytes. */
type Generator = (size: number) => Uint8Array;

/** Files of a kind by what is wrong with them. */
export type Worst = Readonly<Record<string, Generator>>;

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const bytes = (...values: number[]): Buffer => Buffer.from(values);
const u16 = (value: number): Buffer => bytes(value >> 8, value & 0xff);
const u32 = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
};
const le32 = (value: number): Buffer => u32(value).reverse();

/** `head`, then `pattern` again and again up to `size` bytes, then `tail`. */
const filled =
  (head: Uint8Array, pattern: Uint8Array, tail: Uint8Array = new Uint8Array()): Generator =>
  size => {
    const middle = Math.max(0, size - head.length - tail.length);
    return new Uint8Array(Buffer.concat([head, Buffer.alloc(middle, pattern), tail]));
  };

/** A TIFF of `length` bytes that says it has 65 535 entries. */
function tiff(length: number): Buffer {
  const whole = Buffer.concat([ascii('MM'), u16(42), u32(8), u16(0xffff)], length);
  // Entries of another tag than the orientation, so that all of them are looked at.
  for (let at = 10; at + 12 <= length; at += 12) whole.writeUInt16BE(0x8769, at);
  return whole;
}

/** A TIFF whose directory is the header itself, and whose entries point back to it. */
const cyclicTiff = Buffer.concat([
  ascii('II'),
  bytes(42, 0),
  le32(0),
  Buffer.alloc(4000, bytes(0x69, 0x87, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0)),
]);

const localHead = (name: string, nameLength = name.length): Buffer => {
  const head = Buffer.concat([ascii('PK\x03\x04'), Buffer.alloc(26), ascii(name)]);
  head.writeUInt16LE(nameLength, 26);
  return head;
};

/** Zip files that begin with `first` and have the worst behind it. */
const zip = (first: Buffer): Worst => ({
  'overlapping heads': filled(first, ascii('PK\x03\x04')),
  'heads with names of signatures': filled(first, localHead('META-INF/signatures'.repeat(15))),
  'names that reach over the next heads': filled(first, localHead('x', 0xffff)),
  'heads without a name': filled(first, localHead('')),
  'beginnings of heads': filled(first, ascii('PK\x03')),
  'a run of P': filled(first, ascii('P')),
  'a run of zeros': filled(first, bytes(0)),
  'its first head alone': () => new Uint8Array(first.subarray(0, 30)),
});
const mimetype = (type: string): Buffer => {
  const head = Buffer.concat([localHead('mimetype'), ascii(type)]);
  head.writeUInt32LE(type.length, 18);
  return head;
};
const ooxml = (folder: string): Worst =>
  zip(Buffer.concat([localHead('[Content_Types].xml'), localHead(`${folder}/x.xml`)]));
const odf = (kind: string): Worst => zip(mimetype(`application/vnd.oasis.opendocument.${kind}`));

const SOI = bytes(0xff, 0xd8, 0xff);
const START = Buffer.concat([SOI, bytes(0xdb), u16(4), bytes(0, 0)]);
const SCAN = Buffer.concat([START, bytes(0xff, 0xda), u16(3), bytes(0)]);
const segment = (marker: number, body: Buffer, length = body.length + 2): Buffer =>
  Buffer.concat([bytes(0xff, marker), u16(length), body]);
const jpeg: Worst = {
  'a run of FF': filled(SOI, bytes(0xff)),
  'a run of zeros': filled(START, bytes(0)),
  'starts only': filled(SOI.subarray(0, 2), bytes(0xff, 0xd8)),
  'markers without a length': filled(START, bytes(0xff, 1)),
  'bytes between markers': filled(START, bytes(0, 0xff, 1)),
  'tiny segments that are kept': filled(START, bytes(0xff, 0xdb, 0, 2)),
  'tiny segments that are dropped': filled(START, bytes(0xff, 0xe5, 0, 2)),
  'tiny scans': filled(START, bytes(0xff, 0xda, 0, 2)),
  'a scan of escaped FF': filled(SCAN, bytes(0xff, 0)),
  'a scan of restarts': filled(SCAN, bytes(0xff, 0xd0)),
  'a scan of fill bytes': filled(SCAN, bytes(0xff, 0xff, 0)),
  'Exif with as many entries as fit': filled(
    START,
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff(65_000)])),
  ),
  'Exif in tiny segments': filled(START, segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff(22)]))),
  'Exif with a directory in itself': filled(
    START,
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), cyclicTiff])),
  ),
  'Exif that is never whole': filled(
    Buffer.concat([START, segment(0xe1, ascii('Exif\0\0'), 0xffff)]),
    bytes(0),
  ),
  'segments that lie about their length': filled(START, segment(0xdb, Buffer.alloc(60), 0xffff)),
};

const PNG = Buffer.concat([bytes(0x89), ascii('PNG\r\n\x1a\n')]);
const chunk = (type: string, body: Buffer, length = body.length): Buffer =>
  Buffer.concat([u32(length), ascii(type), body, Buffer.alloc(4)]);
const none = Buffer.alloc(0);
const png: Worst = {
  'tiny chunks that are kept': filled(PNG, chunk('IDAT', none)),
  'tiny chunks that are dropped': filled(PNG, chunk('tEXt', none)),
  'tiny chunks of Exif': filled(PNG, chunk('eXIf', none)),
  'Exif with as many entries as fit': filled(PNG, chunk('eXIf', tiff(65_000))),
  'Exif with a directory in itself': filled(PNG, chunk('eXIf', cyclicTiff)),
  'Exif that is too long to be read': filled(PNG, chunk('eXIf', Buffer.alloc(70_000))),
  'Exif that is never whole': filled(Buffer.concat([PNG, u32(65_536), ascii('eXIf')]), bytes(0)),
  'a chunk of two gigabytes': filled(Buffer.concat([PNG, u32(0x7fffffff), ascii('IDAT')]), bytes(0xff)),
  'a dropped chunk of two gigabytes': filled(
    Buffer.concat([PNG, u32(0x7fffffff), ascii('tEXt')]),
    bytes(0xff),
  ),
  'lengths of zero': filled(PNG, bytes(0)),
  'half a header at its end': filled(PNG, chunk('IDAT', none), ascii('\0\0\0')),
};

/** RIFF whose header says its true size, unless told. */
const riff =
  (pattern: Uint8Array, said?: number): Generator =>
  size =>
    filled(Buffer.concat([ascii('RIFF'), le32(said ?? size - 8), ascii('WEBP')]), pattern)(size);
const riffChunk = (type: string, body: Buffer, length = body.length): Buffer =>
  Buffer.concat([ascii(type), le32(length), body]);
const webp: Worst = {
  'tiny chunks that are kept': riff(riffChunk('VP8 ', none)),
  'tiny chunks that are overwritten': riff(riffChunk('XMP ', none)),
  'tiny chunks of Exif': riff(riffChunk('EXIF', none)),
  'heads of the extended format': riff(riffChunk('VP8X', Buffer.alloc(10))),
  'Exif with as many entries as fit': riff(riffChunk('EXIF', tiff(65_000))),
  'Exif with a directory in itself': riff(riffChunk('EXIF', cyclicTiff)),
  'chunks of four gigabytes': riff(riffChunk('VP8 ', none, 0xffffffff)),
  'overwritten chunks of four gigabytes': riff(riffChunk('XMP ', none, 0xffffffff)),
  'a size of zero': riff(riffChunk('VP8 ', none), 0),
  'a size of four gigabytes': riff(riffChunk('VP8 ', none), 0xffffffff),
};

/** Kinds whose bytes pass as they are. */
const plain = (head: Buffer): Worst => ({
  'a run of zeros': filled(head, bytes(0)),
  'a run of FF': filled(head, bytes(0xff)),
  'its own beginning again and again': filled(head, head),
});
const compound = plain(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));

/** Of every kind in the table of kinds; a kind that is missing here is a fault of the types and of the test. */
export const WORST: Readonly<Record<Format, Worst>> = {
  jpeg,
  png,
  webp,
  pdf: plain(ascii('%PDF-1.7\n')),
  docx: ooxml('word'),
  xlsx: ooxml('xl'),
  pptx: ooxml('ppt'),
  doc: compound,
  xls: compound,
  ppt: compound,
  odt: odf('text'),
  ods: odf('spreadsheet'),
  odp: odf('presentation'),
  asice: zip(mimetype('application/vnd.etsi.asic-e+zip')),
  asics: zip(mimetype('application/vnd.etsi.asic-s+zip')),
  edoc: zip(localHead('x.doc')),
};
