// Files made byte by byte: pictures with everything a phone writes into them, documents, and files disguised
// as others.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export const GPS_MARK = 'GPS-56.9496N-24.1052E';
export const OWNER_MARK = 'Kamera-pieder-Annai';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const le32 = (value: number): Buffer => u32(value).reverse();
const le16 = (value: number): Buffer => u16(value).reverse();
export const bytesOf = (...parts: (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? ascii(part) : part))));

/** TIFF with orientation, a maker's name and a GPS directory, in either byte order. */
function tiff(orientation: number, little = false): Uint8Array {
  const short = (value: number) => (little ? le16(value) : u16(value));
  const long = (value: number) => (little ? le32(value) : u32(value));
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([short(tag), short(type), long(count), value]);
  const head = Buffer.concat([ascii(little ? 'II' : 'MM'), short(42), long(8)]);
  const entries = [
    entry(0x010f, 2, OWNER_MARK.length + 1, long(100)),
    entry(0x0112, 3, 1, Buffer.concat([short(orientation), short(0)])),
    entry(0x8825, 4, 1, long(150)),
  ];
  const directory = Buffer.concat([short(entries.length), ...entries, long(0)]);
  const whole = Buffer.alloc(300);
  head.copy(whole);
  directory.copy(whole, 8);
  whole.write(OWNER_MARK, 100);
  whole.write(GPS_MARK, 150);
  return new Uint8Array(whole);
}

const segment = (marker: number, ...body: (Uint8Array | string)[]): Uint8Array => {
  const content = bytesOf(...body);
  return bytesOf(Uint8Array.of(0xff, marker), u16(content.length + 2), content);
};

export interface JpegOptions {
  readonly orientation?: number;
  readonly little?: boolean;
  /** Scan data; no FF except escaped ones and restart markers. */
  readonly scan?: Uint8Array;
  readonly after?: Uint8Array | string;
}

const SCAN = bytesOf(Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5, 0xff, 0xd7, 6));

/** The part of the picture below that must stay unchanged. */
export const jpegPicture = ({ scan = SCAN }: JpegOptions = {}): Uint8Array =>
  bytesOf(
    segment(0xdb, new Uint8Array(65).fill(7)),
    segment(0xc2, new Uint8Array(15).fill(8)),
    segment(0xc4, new Uint8Array(30).fill(9)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    scan,
    // A second scan, as in a progressive picture.
    segment(0xc4, new Uint8Array(20).fill(10)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 1)),
    scan,
  );

export const JFIF = segment(0xe0, 'JFIF\0', Uint8Array.of(1, 2, 0, 0, 1, 0, 1, 0, 0));
export const ICC = segment(0xe2, 'ICC_PROFILE\0', Uint8Array.of(1, 1), 'a colour profile');
export const ADOBE = segment(0xee, 'Adobe', Uint8Array.of(0, 100, 0, 0, 0, 0, 1));

/**
 * A picture as a phone makes it: Exif with GPS, XMP, IPTC, previews, a comment, and a video after its end.
 */
export const jpeg = (options: JpegOptions = {}): Uint8Array => {
  const { orientation = 6, little = true, after = bytesOf(GPS_MARK, ' <html>') } = options;
  return bytesOf(
    Uint8Array.of(0xff, 0xd8),
    JFIF,
    segment(0xe0, 'JFXX\0', GPS_MARK),
    segment(0xe1, 'Exif\0\0', tiff(orientation, little)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', GPS_MARK),
    ICC,
    segment(0xe2, 'MPF\0', GPS_MARK),
    segment(0xed, 'Photoshop 3.0\0', GPS_MARK),
    ADOBE,
    segment(0xfe, GPS_MARK),
    jpegPicture(options),
    Uint8Array.of(0xff, 0xd9),
    after,
  );
};

const pngChunk = (type: string, body: Uint8Array | string): Uint8Array => {
  const named = bytesOf(type, body);
  return bytesOf(u32(named.length - 4), named, u32(crc32(named)));
};
const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
export const pngPicture: readonly Uint8Array[] = [
  pngChunk('IHDR', bytesOf(u32(1), u32(1), Uint8Array.of(8, 2, 0, 0, 0))),
  pngChunk('gAMA', u32(45455)),
  pngChunk('IDAT', deflateSync(Uint8Array.of(0, 255, 0, 0))),
];

/** A picture with Exif, three kinds of text chunks, a time, a private chunk, and data after its end. */
export const png = (orientation = 6): Uint8Array => {
  const [ihdr, gama, idat] = pngPicture as [Uint8Array, Uint8Array, Uint8Array];
  return bytesOf(
    PNG_SIGNATURE,
    ihdr,
    gama,
    pngChunk('eXIf', tiff(orientation)),
    pngChunk('tEXt', bytesOf('Comment\0', GPS_MARK)),
    pngChunk('iTXt', bytesOf('XML:com.adobe.xmp\0', GPS_MARK)),
    pngChunk('zTXt', bytesOf('Author\0', OWNER_MARK)),
    pngChunk('tIME', Uint8Array.of(7, 234, 1, 1, 1, 1, 1)),
    pngChunk('prVt', GPS_MARK),
    idat,
    pngChunk('IEND', ''),
    GPS_MARK,
  );
};

const riffChunk = (type: string, body: Uint8Array | string): Uint8Array => {
  const content = bytesOf(body);
  return bytesOf(type, le32(content.length), content, content.length % 2 ? Uint8Array.of(0) : '');
};
export const webpPicture = riffChunk('VP8L', bytesOf(Uint8Array.of(0x2f), 'pixels'));

/** An extended WebP: flags for Exif and XMP, both chunks at its end, then bytes beyond the end. */
export const webp = (orientation = 6): Uint8Array => {
  const body = bytesOf(
    'WEBP',
    riffChunk('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    webpPicture,
    riffChunk('EXIF', tiff(orientation)),
    riffChunk('XMP ', GPS_MARK),
  );
  return bytesOf('RIFF', le32(body.length), body, GPS_MARK);
};

interface Entry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  /** Sizes only after the content, as streaming writers do it. */
  readonly streamed?: boolean;
}

/** A zip file with these entries. */
function zip(...entries: readonly Entry[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, stored = false, streamed = false } of entries) {
    const plain = bytesOf(content);
    const packed = stored ? plain : new Uint8Array(deflateRawSync(plain));
    const sizes = bytesOf(le32(crc32(plain)), le32(packed.length), le32(plain.length));
    const flags = le16(streamed ? 8 : 0);
    const method = le16(stored ? 0 : 8);
    const shared = bytesOf(le16(20), flags, method, le32(0), streamed ? new Uint8Array(12) : sizes);
    const one = bytesOf(
      'PK\x03\x04',
      shared,
      le16(name.length),
      le16(0),
      name,
      packed,
      streamed ? bytesOf('PK\x07\x08', sizes) : '',
    );
    central.push(
      bytesOf(
        ...['PK\x01\x02', le16(20), le16(20), flags, method, le32(0), sizes, le16(name.length)],
        ...[new Uint8Array(8), le32(0), le32(offset), name],
      ),
    );
    local.push(one);
    offset += one.length;
  }
  const directory = bytesOf(...central);
  const count = le16(entries.length);
  return bytesOf(
    ...local,
    directory,
    ...['PK\x05\x06', le32(0), count, count, le32(directory.length), le32(offset), le16(0)],
  );
}

const TYPES = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

const ooxml = (folder: string, type: string, streamed = false, more: readonly Entry[] = []) =>
  zip(
    { name: '[Content_Types].xml', content: TYPES(type), streamed },
    { name: '_rels/.rels', content: '<Relationships/>', streamed },
    { name: `${folder}/document.xml`, content: '<document>Sūdzība</document>', streamed },
    ...more,
  );

export const docx = ooxml('word', 'wordprocessingml.document');
export const docxStreamed = ooxml('word', 'wordprocessingml.document', true);
export const xlsx = ooxml('xl', 'spreadsheetml.sheet');
export const pptx = ooxml('ppt', 'presentationml.presentation');
export const docm = ooxml('word', 'wordprocessingml.document', false, [
  { name: 'word/vbaProject.bin', content: 'macro' },
]);

const withMimetype = (mimetype: string, ...more: readonly Entry[]) =>
  zip({ name: 'mimetype', content: mimetype, stored: true }, ...more, {
    name: 'content.xml',
    content: '<x/>',
  });

export const odt = withMimetype('application/vnd.oasis.opendocument.text');
export const ods = withMimetype('application/vnd.oasis.opendocument.spreadsheet');
export const asice = withMimetype('application/vnd.etsi.asic-e+zip', {
  name: 'META-INF/edoc-signatures-S1.xml',
  content: '<signatures/>',
});
/** The same from a streaming writer, which knows the size of `mimetype` only afterwards. */
export const asiceStreamed = zip(
  { name: 'mimetype', content: 'application/vnd.etsi.asic-e+zip', stored: true, streamed: true },
  { name: 'META-INF/signatures0.xml', content: '<signatures/>' },
);
export const edoc1 = zip(
  { name: 'document.doc', content: 'x' },
  { name: 'META-INF/edoc-signatures-S1.xml', content: '<signatures/>' },
);
export const plainZip = zip({ name: 'x.txt', content: 'x' });

export const pdf = bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
export const doc = bytesOf(
  Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  new Uint8Array(504),
);
export const heic = bytesOf(u32(24), 'ftypheic', u32(0), 'mif1heic');
export const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = bytesOf('<!doctype html><script>alert(1)</script>');
export const exe = bytesOf('MZ', new Uint8Array(200));
export const text = bytesOf('Tikai teksts.');
/** Looks like the start of a JPEG but is an HTML page. */
export const fakeJpeg = bytesOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), html);
