// Removes from pictures where, when and by whom they were taken, and nothing else, however they are split
// into parts.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orientationOf, orientationTiff } from '../../api/domain/files/exif.ts';
import type { Format } from '../../api/domain/files/formats.ts';
import {
  concat,
  MOST_HEADERS,
  START,
  type StripState,
  strip,
  stripping,
} from '../../api/domain/files/strip.ts';
import * as sample from './samples.ts';

/**
 * The whole file in parts of these sizes, with the state passed as the JSON it is stored as; null when
 * refused.
 */
function stripped(format: Format, bytes: Uint8Array, sizes: readonly number[] = [bytes.length]) {
  let state: StripState = START;
  const out: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length || i === 0; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    const part = bytes.subarray(at, at + size);
    at += size;
    const result = strip(format, JSON.parse(JSON.stringify(state)), part, at >= bytes.length);
    if (!result.ok) return null;
    out.push(result.out);
    state = result.state;
  }
  return concat(out);
}

const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1');
const has = (bytes: Uint8Array | null, part: Uint8Array): boolean => textOf(bytes).includes(textOf(part));
const SECRETS = new RegExp(`${sample.GPS_MARK}|${sample.OWNER_MARK}|GPS`);

const PICTURES: [Format, Uint8Array][] = [
  ['jpeg', sample.jpeg()],
  ['png', sample.png()],
  ['webp', sample.webp()],
];

describe.each(PICTURES)('%s', (format, picture) => {
  it('holds the secrets before and none afterwards', () => {
    expect(textOf(picture)).toMatch(SECRETS);
    expect(textOf(stripped(format, picture))).not.toMatch(SECRETS);
  });

  it('comes out the same however it is cut into parts', () => {
    const whole = stripped(format, picture);
    expect(whole).not.toBeNull();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 40 }), sizes => {
        expect(stripped(format, picture, sizes)).toEqual(whole);
      }),
    );
    expect(stripped(format, picture, [1])).toEqual(whole);
  });

  it('is not changed by a second time', () => {
    const once = stripped(format, picture) as Uint8Array;
    expect(stripped(format, once)).toEqual(once);
  });

  it('never throws on damage, and lets no secret of a damaged file through', () => {
    fc.assert(
      fc.property(
        fc.nat(picture.length - 1),
        fc.uint8Array({ maxLength: 12 }),
        fc.integer({ min: 1, max: 4096 }),
        (at, noise, size) => {
          const damaged = Uint8Array.from(picture);
          damaged.set(noise.subarray(0, damaged.length - at), at);
          const out = stripped(format, damaged, [size]);
          expect(out === null || out.length <= damaged.length).toBe(true);
          expect(stripped(format, picture.subarray(0, at), [size])).toSatisfy(
            cut => cut === null || !SECRETS.test(textOf(cut as Uint8Array)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), noise => {
        stripped(format, noise);
        stripped(format, Uint8Array.of(...picture.subarray(0, 12), ...noise));
      }),
    );
  });
});

describe('JPEG', () => {
  const out = stripped('jpeg', sample.jpeg());

  it('keeps every byte of the picture, its colours, and which side is up', () => {
    const exif = sample.bytesOf('Exif\0\0', orientationTiff(6));
    const length = exif.length + 2;
    expect(out).toEqual(
      sample.bytesOf(
        Uint8Array.of(0xff, 0xd8),
        sample.JFIF,
        Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff),
        exif,
        sample.ICC,
        sample.ADOBE,
        sample.jpegPicture(),
        Uint8Array.of(0xff, 0xd9),
      ),
    );
  });

  it('says nothing of the side of a picture that stands upright', () => {
    expect(textOf(stripped('jpeg', sample.jpeg({ orientation: 1 })))).not.toContain('Exif');
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('keeps orientation %i in either byte order', orientation => {
    for (const little of [true, false]) {
      const kept = stripped('jpeg', sample.jpeg({ orientation, little }));
      const at = textOf(kept).indexOf('Exif\0\0');
      expect(orientationOf((kept as Uint8Array).subarray(at + 6))).toBe(orientation);
    }
  });

  it('ends with the picture, whatever stands behind it', () => {
    const polyglot = stripped('jpeg', sample.jpeg({ after: sample.html }));
    expect(polyglot?.slice(-2)).toEqual(Uint8Array.of(0xff, 0xd9));
    expect(has(polyglot, sample.html)).toBe(false);
    // Phones put a second picture there: a preview, a depth map, the other half of a video.
    expect(stripped('jpeg', sample.jpeg({ after: sample.jpeg() }))).toEqual(polyglot);
  });

  it('refuses what only begins like one', () => {
    expect(stripped('jpeg', sample.fakeJpeg)).toBeNull();
    expect(stripped('jpeg', Uint8Array.of(0xff, 0xd8, 0xff))).toBeNull();
  });

  it('leaves a real picture without metadata as it is', () => {
    const real = new Uint8Array(readFileSync(new URL('../../docs/screenshots/home.jpg', import.meta.url)));
    expect(textOf(real)).not.toMatch(/Exif|http:/);
    expect(stripped('jpeg', real, [1024 * 1024])).toEqual(real);
    expect(stripped('jpeg', real, [1000])).toEqual(real);
  });
});

describe('PNG', () => {
  it('keeps the chunks of the picture byte for byte, and the orientation with a right checksum', () => {
    const out = stripped('png', sample.png()) as Uint8Array;
    for (const chunk of sample.pngPicture) expect(has(out, chunk)).toBe(true);
    const types = [...textOf(out).matchAll(/IHDR|gAMA|eXIf|tEXt|iTXt|zTXt|tIME|prVt|IDAT|IEND/g)].map(String);
    expect(types).toEqual(['IHDR', 'gAMA', 'eXIf', 'IDAT', 'IEND']);
    const at = textOf(out).indexOf('eXIf');
    expect(orientationOf(out.subarray(at + 4))).toBe(6);
    expect(textOf(stripped('png', sample.png(1)))).not.toContain('eXIf');
  });

  it('stays a picture to a decoder, and a real one stays as it is', () => {
    const real = new Uint8Array(readFileSync(new URL('../../public/apple-touch-icon.png', import.meta.url)));
    expect(stripped('png', real, [100])).toEqual(real);
    const out = Buffer.from(stripped('png', sample.png()) as Uint8Array);
    const idat = out.indexOf('IDAT');
    expect(inflateSync(out.subarray(idat + 4, idat + 4 + out.readUInt32BE(idat - 4)))).toHaveLength(4);
  });
});

describe('WebP', () => {
  it('is as long as its own header says, with the metadata overwritten and the orientation kept', () => {
    const out = stripped('webp', sample.webp()) as Uint8Array;
    const view = new DataView(out.buffer, out.byteOffset);
    expect(view.getUint32(4, true)).toBe(out.length - 8);
    expect(has(out, sample.webpPicture)).toBe(true);
    expect(textOf(out)).not.toContain('XMP ');
    expect(textOf(out)).toContain('JUNK');
    // The flag for XMP is off, the one for Exif still on.
    expect(out[20]).toBe(0x08);
    const at = textOf(out).indexOf('EXIF');
    expect(orientationOf(out.subarray(at + 8))).toBe(6);
  });
});

describe('a picture of more headers than any program writes', () => {
  const repeated = (head: Uint8Array, chunk: Uint8Array, count: number) =>
    new Uint8Array(Buffer.concat([head, Buffer.alloc(chunk.length * count, chunk)]));
  const refused = (format: Format, bytes: Uint8Array) => strip(format, START, bytes, true);
  const tiny: [Format, Uint8Array, Uint8Array][] = [
    ['jpeg', Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xdb, 0, 2)],
    ['png', sample.png().subarray(0, 8), sample.bytesOf('\0\0\0\0IDAT\0\0\0\0')],
    ['webp', sample.bytesOf('RIFF\xff\xff\xff\x7fWEBP'), sample.bytesOf('VP8 \0\0\0\0')],
  ];

  it.each(tiny)('of the kind %s is refused for it, and up to there is not', (format, head, chunk) => {
    expect(refused(format, repeated(head, chunk, MOST_HEADERS))).toEqual({
      ok: false,
      reason: 'too-many-parts',
    });
    expect(refused(format, repeated(head, chunk, MOST_HEADERS - 1))).not.toMatchObject({
      reason: 'too-many-parts',
    });
  });

  it.each(tiny)('of the kind %s is counted over all its parts', (format, head, chunk) => {
    const half = strip(format, START, repeated(head, chunk, MOST_HEADERS / 2), false);
    if (!half.ok) throw new Error(half.reason);
    const rest = repeated(new Uint8Array(), chunk, MOST_HEADERS / 2);
    expect(strip(format, half.state, rest, false)).toEqual({ ok: false, reason: 'too-many-parts' });
  });

  it('lets others run long before it is through', () => {
    const [format, head, chunk] = tiny[1] as (typeof tiny)[1];
    const stretches = [...stripping(format, START, repeated(head, chunk, MOST_HEADERS - 1), true)];
    expect(stretches.length).toBeGreaterThan(30);
  });
});

it('skips a run of fill bytes as one header, however long', () => {
  const fill = (count: number) =>
    sample.bytesOf(Uint8Array.of(0xff, 0xd8), Buffer.alloc(count, 0xff), sample.jpeg().subarray(2));
  expect(strip('jpeg', START, fill(100_000), true)).toMatchObject({ ok: true });
  expect(stripped('jpeg', fill(1000))).toEqual(stripped('jpeg', sample.jpeg()));
});

it('passes what is no picture unchanged', () => {
  expect(stripped('pdf', sample.pdf, [7])).toEqual(sample.pdf);
  expect(stripped('asice', sample.asice)).toEqual(sample.asice);
});
