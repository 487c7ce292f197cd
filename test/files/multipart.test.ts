// The form reader compared with the runtime's own, and tested with all kinds of packets and bytes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concat } from '../../api/domain/files/strip.ts';
import { BodyRefused } from '../../api/http/body-limits.ts';
import { boundaryOf, type FilePart, readMultipart } from '../../api/http/multipart.ts';

async function* packets(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

async function whole({ name, fileName, bytes }: FilePart) {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return { name, fileName, content: Buffer.from(concat(parts)).toString('base64') };
}

const LIMITS = { maxText: 100_000, maxBody: 1_000_000, maxParts: 100 };
const read = (bytes: Uint8Array, boundary: string, sizes: readonly number[], onFile = whole) =>
  readMultipart(packets(bytes, sizes), boundary, { ...LIMITS, onFile });

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const fileName = fc.stringMatching(/^[\w āčē"().;=-]{1,20}$/);
// Bytes that look like boundaries, line ends and their beginnings are the hard cases.
const content = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '-', '--', '\r\n--', 'x', 'ā', '\0'), { maxLength: 60 })
  .map(pieces => new TextEncoder().encode(pieces.join('')));
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

it('reads what the runtime writes, as the runtime would, whatever the packets', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(text, fc.tuple(fileName, content)), { maxLength: 6 }),
      sizes,
      async (values, cuts) => {
        const form = new FormData();
        for (const [i, value] of values.entries()) {
          if (typeof value === 'string') form.append(`f${i}"\n`, value);
          else form.append(`f${i}`, new Blob([value[1]]), value[0]);
        }
        const sent = new Response(form);
        const type = sent.headers.get('content-type') ?? '';
        const bytes = new Uint8Array(await sent.arrayBuffer());
        const expected = [];
        for (const [name, value] of await new Response(bytes, {
          headers: { 'content-type': type },
        }).formData())
          expected.push([
            name,
            typeof value === 'string'
              ? value
              : {
                  name,
                  fileName: value.name,
                  content: Buffer.from(await value.arrayBuffer()).toString('base64'),
                },
          ]);
        expect(await read(bytes, boundaryOf(type) ?? '', cuts)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  ));

const FORM = new TextEncoder().encode(
  '--b\r\ncontent-disposition: form-data; name="a"; filename="a.bin"\r\n\r\n0123456789\r\n--b\r\ncontent-disposition: form-data; name="t"\r\n\r\nwords\r\n--b--\r\n',
);

it('skips what is left of a file that nobody reads to its end', async () => {
  for (const size of [1, 3, 1000]) {
    const entries = await read(FORM, 'b', [size], (async ({ bytes }: FilePart) => {
      for await (const piece of bytes) return piece.length > 0;
      return false;
    }) as never);
    expect(entries).toEqual([
      ['a', true],
      ['t', 'words'],
    ]);
  }
});

it('tells an early end also when the reader of the file overlooked it', async () => {
  const overlook = (async (part: FilePart) => whole(part).catch(() => 'overlooked')) as never;
  for (let end = 1; end < FORM.length - 4; end++)
    await expect(read(FORM.subarray(0, end), 'b', [7], overlook), `${end}`).rejects.toThrow(SyntaxError);
});

it('stops at its limits', async () => {
  const few = { onFile: whole, maxText: 20, maxBody: 1000, maxParts: 2 };
  await expect(readMultipart(packets(FORM, [5]), 'b', few)).rejects.toThrow(BodyRefused);
  await expect(
    readMultipart(packets(FORM, [5]), 'b', { ...few, maxText: 1000, maxBody: 50 }),
  ).rejects.toThrow(BodyRefused);
  const roomy = { ...few, maxText: 1000 };
  expect(await readMultipart(packets(FORM, [5]), 'b', roomy)).toHaveLength(2);
  await expect(readMultipart(packets(FORM, [5]), 'b', { ...roomy, maxParts: 1 })).rejects.toMatchObject({
    reason: 'too-many-values',
  });
});

it('never does anything but answer or refuse', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(FORM.length),
      sizes,
      async (junk, at, cuts) => {
        const damaged = Uint8Array.from(FORM);
        damaged.set(junk.subarray(0, Math.max(0, damaged.length - at)), at);
        for (const bytes of [junk, damaged])
          await read(bytes, 'b', cuts).then(
            entries => expect(Array.isArray(entries)).toBe(true),
            fault => expect([SyntaxError, TypeError, BodyRefused]).toContain((fault as Error).constructor),
          );
      },
    ),
  ));

it.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/form-data; boundary=', null],
  [`multipart/form-data; boundary=${'a'.repeat(71)}`, null],
])('finds the boundary in %s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
