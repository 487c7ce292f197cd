// Parses multipart/form-data as it arrives (RFC 7578): texts are kept within a limit, files are streamed
// without buffering.
import { BodyRefused } from './body-limits.ts';

/** A file in the form. Reading it is optional: unread bytes are skipped. */
export interface FilePart {
  /** The field's name. */
  readonly name: string;
  /** As sent by the browser; empty when no file was chosen. */
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface MultipartOptions {
  /** Bytes of all texts together, including the headers of the parts. */
  readonly maxText: number;
  /** Bytes of the whole body; anything beyond is not read. */
  readonly maxBody: number;
  /** Texts and files together. */
  readonly maxParts: number;
  /** Processes a file; the field's value becomes what this resolves to. */
  readonly onFile: (part: FilePart) => Promise<unknown>;
}

const CRLF = Uint8Array.of(13, 10);
const utf8 = new TextEncoder();
const NOTHING = new Uint8Array();

export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Collects bytes. The room doubles when it is full, so that a text in packets of one byte takes linear time. */
function collector() {
  let room = new Uint8Array(256);
  let size = 0;
  return {
    add(piece: Uint8Array): void {
      if (size + piece.length > room.length) {
        const larger = new Uint8Array(2 * (size + piece.length));
        larger.set(room.subarray(0, size));
        room = larger;
      }
      room.set(piece, size);
      size += piece.length;
    },
    bytes: () => room.subarray(0, size),
  };
}

/** How many bytes of `mark` are at this place. */
function matching(bytes: Uint8Array, at: number, mark: Uint8Array): number {
  let count = 0;
  while (count < mark.length && bytes[at + count] === mark[count]) count += 1;
  return count;
}

/**
 * Where `mark` begins in `bytes`, or -1. Marks begin with CR and have none in their next bytes: it takes linear time. No
 * `bytes.indexOf`: called for each CR of a file of nothing else, it takes fifty times as long as this loop.
 */
function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const last = bytes.length - mark.length;
  for (let at = 0; at <= last; at += 1) if (matching(bytes, at, mark) === mark.length) return at;
  return -1;
}

/** Yields a stream piece by piece up to a mark; buffers at most one packet and one mark. */
function scanner(stream: AsyncIterable<Uint8Array>, maxBody: number) {
  const packets = stream[Symbol.asyncIterator]();
  let held: Uint8Array = CRLF;
  let total = 0;
  let broken: unknown = null;
  async function read(): Promise<Uint8Array> {
    const { done, value } = await packets.next().catch((cause: unknown) => {
      throw new SyntaxError('the form broke off', { cause });
    });
    if (done) throw new SyntaxError('the form ends before its last boundary');
    total += value.length;
    if (total > maxBody) throw new BodyRefused('too-large');
    return value;
  }
  /** The reader of a file may ignore that the stream broke, so the next read throws the error again. */
  async function more(): Promise<void> {
    try {
      if (broken) throw broken;
      const packet = await read();
      held = held.length === 0 ? packet : joined(held, packet);
    } catch (fault) {
      broken = fault;
      held = NOTHING;
      throw fault;
    }
  }
  return {
    async *until(mark: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
      for (;;) {
        const at = indexOf(held, mark);
        // The end of the buffer may be the beginning of the mark.
        const end = at >= 0 ? at : Math.max(0, held.length - mark.length + 1);
        const out = held.subarray(0, end);
        held = held.subarray(at >= 0 ? at + mark.length : end);
        if (out.length > 0) yield out;
        if (at >= 0) return;
        await more();
      }
    },
    async take(count: number): Promise<Uint8Array> {
      while (held.length < count) await more();
      const out = held.subarray(0, count);
      held = held.subarray(count);
      return out;
    },
    /** Tells the sender to stop. */
    stop: async (): Promise<void> => void (await packets.return?.()),
  };
}

/** `name="…"` of a Content-Disposition; browsers write quotes and line breaks in it as %22, %0D and %0A. */
function parameter(disposition: string, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;"]+))`, 'i');
  const [, quoted, plain] = pattern.exec(disposition) ?? [];
  const text = quoted ?? plain;
  return text === undefined
    ? null
    : text.replaceAll(/%(22|0D|0A)/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

interface PartHead {
  readonly name: string;
  readonly fileName: string | null;
}

function parseHead(text: string): PartHead {
  const line = text.split('\r\n').find(header => /^content-disposition:\s*form-data\s*;/i.test(header)) ?? '';
  const name = parameter(line, 'name');
  if (name === null) throw new SyntaxError('a part without a name');
  return { name, fileName: parameter(line, 'filename') };
}

/**
 * Reads a form. Texts come back as strings in their order, files as what `onFile` made of them.
 *
 * @throws {BodyRefused} past a limit, {SyntaxError} or {TypeError} for what is no well-formed form in UTF-8.
 */
export async function readMultipart(
  stream: AsyncIterable<Uint8Array>,
  boundary: string,
  { maxText, maxBody, maxParts, onFile }: MultipartOptions,
): Promise<[string, unknown][]> {
  const scan = scanner(stream, maxBody);
  const delimiter = utf8.encode(`\r\n--${boundary}`);
  const entries: [string, unknown][] = [];
  let room = maxText;
  async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
    const collected = collector();
    for await (const piece of pieces) {
      room -= piece.length;
      if (room < 0) throw new BodyRefused('too-large');
      collected.add(piece);
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(collected.bytes());
  }
  try {
    await text(scan.until(delimiter));
    // Two hyphens after a boundary end the form; otherwise the line ends there.
    while ((await scan.take(2))[0] !== 0x2d) {
      if (entries.length === maxParts) throw new BodyRefused('too-many-values');
      const { name, fileName } = parseHead(await text(scan.until(utf8.encode('\r\n\r\n'))));
      const content = scan.until(delimiter);
      if (fileName === null) entries.push([name, await text(content)]);
      else {
        // Has no `return`, so that when a reader stops early, the rest is skipped here.
        const bytes = { [Symbol.asyncIterator]: () => ({ next: () => content.next() }) };
        entries.push([name, await onFile({ name, fileName, bytes })]);
        for await (const _ of content);
      }
    }
    return entries;
  } finally {
    await scan.stop();
  }
}
