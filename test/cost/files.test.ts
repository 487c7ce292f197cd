// What the worst file of each kind costs: time that grows with its bytes at most, and no other request kept waiting.
import { describe, expect, it } from 'vitest';
import type { Primitives } from '../../api/domain/crypto/primitives.ts';
import { FORMATS, type Format, factsOf } from '../../api/domain/files/formats.ts';
import { openAttachment } from '../../api/domain/files/reading.ts';
import { CHUNK_BYTES, emptyFile, type Refused, receivePart } from '../../api/domain/files/receiving.ts';
import { letOthersRun } from '../../api/node/let-others-run.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { FILE_LIMITS } from '../../src/forms/files.ts';
import { startApp } from '../api/harness.ts';
import { claim, contentKey } from '../files/claimed.ts';
import { type Ask, begin, patch, pdfOf, token, upload } from '../files/client.ts';
import { WORST, type Worst } from './file-worst.ts';
import { growth, longestStall, type Make, MOST_RATIO, MOST_STALL_MS } from './measure.ts';

const PACKET = 64 * 1024;
/** Sealing costs the same for every byte; it is measured with whole uploads below, and here it would hide the rest. */
const UNSEALED: Primitives = {
  ...nodePrimitives,
  sha256: () => new Uint8Array(32),
  seal: (_, plaintext) => plaintext,
};
const TOOLS = { primitives: UNSEALED, letOthersRun };
/**
 * Milliseconds of CPU. The rule is that the work grows with the bytes; what 20 MB take in less than this is cheap enough,
 * and a single collection of garbage would decide about the ratio.
 */
const CHEAP_MS = 100;
/** Milliseconds of waiting. The limits are of CPU time; on a busy machine that takes far longer. */
const PATIENCE = 180_000;
const ACCESS = { id: 'a file', key: new Uint8Array(32) };

/** Takes a whole file in as an upload does, without storing it; the reason where it is refused. */
async function receive(name: string, file: Uint8Array): Promise<Refused | null> {
  let meta = emptyFile(name, file.length);
  for (let at = 0; at < file.length; at += CHUNK_BYTES) {
    const bytes = file.subarray(at, at + CHUNK_BYTES);
    const part = { bytes, last: at + CHUNK_BYTES >= file.length };
    const received = await receivePart(TOOLS, ACCESS, meta, part);
    if (!received.ok) return received.reason;
    meta = received.meta;
    // Between two parts the database answers.
    await letOthersRun();
  }
  return null;
}

/** Made once and cut off for the smaller size, so that making and forgetting files is not measured. */
const taking =
  (name: string, file: Uint8Array): Make =>
  size =>
  () =>
    receive(name, file.subarray(0, size));

describe.each(Object.keys(FORMATS) as Format[])('a file of the kind %s', format => {
  const worst: Worst | undefined = WORST[format];
  it('has generators of its worst inputs in file-worst.ts', () => {
    expect(Object.keys(worst ?? {}), `no worst inputs of the kind ${format}`).not.toEqual([]);
  });
  it.each(Object.entries(worst ?? {}))(
    'with %s costs no more than its size',
    async (_, make) => {
      const name = `x.${factsOf(format).extensions[0]}`;
      const file = make(FILE_LIMITS.each);
      // In its first part, where the kind is told, and in all its bytes.
      for (const largest of [CHUNK_BYTES, file.length]) {
        const { large, ratio, stall } = await growth(taking(name, file), largest / 2);
        expect(large < CHEAP_MS ? 1 : ratio, `${large} ms for ${largest} bytes`).toBeLessThan(MOST_RATIO);
        expect(stall, `the longest stall at ${largest} bytes`).toBeLessThan(MOST_STALL_MS);
      }
    },
    PATIENCE,
  );
});

/** A file as it comes over a line. */
function packets(file: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(file.slice(at, at + PACKET));
      at += PACKET;
      if (at >= file.length) controller.close();
    },
  });
}

/** A form with one file. */
function formWith(file: Uint8Array): Uint8Array {
  const head = '--b\r\ncontent-disposition: form-data; name="attachments"; filename="x.pdf"\r\n\r\n';
  return new Uint8Array(Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]));
}

describe('the largest file that is taken keeps no other request waiting', { timeout: PATIENCE }, () => {
  const scan = WORST.jpeg['a scan of escaped FF']?.(FILE_LIMITS.each) ?? new Uint8Array();

  it('on its way in by parts', async () => {
    const { app } = await startApp();
    const ask: Ask = (path, init) => app.request(path, init);
    const stall = await longestStall(async () => {
      const key = token();
      expect((await begin(ask, key, 'x.jpg', scan.length)).status).toBe(201);
      return async () => expect((await patch(ask, key, 0, packets(scan))).status).toBe(204);
    }, 1);
    expect(stall).toBeLessThanOrEqual(MOST_STALL_MS);
  });

  it.each([
    ['of beginnings of boundaries', '\r\n--'],
    ['of line ends', '\r'],
  ])('on its way in with a form, %s', async (_, pattern) => {
    const { app } = await startApp();
    const file = pdfOf(FILE_LIMITS.post);
    file.fill(0);
    file.set(Buffer.alloc(file.length - 9, pattern), 9);
    file.set(Buffer.from('%PDF-1.7\n'));
    const headers = { 'content-type': 'multipart/form-data; boundary=b', accept: 'text/html' };
    const stall = await longestStall(() => {
      const body = packets(formWith(file));
      const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
      // Refused for its missing text, after its file was taken.
      return async () => expect((await app.request('/api/complaints', init)).status).toBe(422);
    }, 1);
    expect(stall).toBeLessThanOrEqual(MOST_STALL_MS);
  });

  it('on its way out', async () => {
    const test = await startApp();
    const ask: Ask = (path, init) => test.app.request(path, init);
    const file = await claim(test, await upload(ask, 'x.pdf', pdfOf(FILE_LIMITS.each), FILE_LIMITS.each));
    const stall = await longestStall(
      () => async () => {
        const opened = await openAttachment(test.deps, contentKey, file.ids[0] ?? '');
        let size = 0;
        if (opened.ok) for await (const bytes of opened.body) size += bytes.length;
        expect(size).toBe(FILE_LIMITS.each);
      },
      1,
    );
    expect(stall).toBeLessThanOrEqual(MOST_STALL_MS);
  });
});
