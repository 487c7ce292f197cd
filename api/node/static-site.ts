// The built site in memory: every address with its bytes, prepared headers and compressed forms.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { EMPTY_KEY } from '../../src/forms/empty-key.ts';
import { mediaType } from './media-types.ts';
import type { Encoding } from './negotiate.ts';

/** One stored form of a file. */
export interface Variant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** For 200. */
  readonly full: Headings;
  /** For 304. */
  readonly validators: Headings;
  /** For 404: without an ETag, which would let a cache take it for the page of another address. */
  readonly untagged: Headings;
}

type Headings = Readonly<Record<string, string>>;

export interface StaticFile {
  readonly type: string;
  /** `identity` always exists. */
  readonly variants: Readonly<Partial<Record<Encoding, Variant>>> & { readonly identity: Variant };
  /** The page split at its empty idempotency keys; null when it has none and is served unchanged. */
  readonly template: readonly string[] | null;
}

export interface StaticSite {
  /** By address, as in the browser: `/noteikumi/`, `/robots.txt`. */
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly notFound: StaticFile | null;
}

const NOT_FOUND_PAGE = '/404.html';
const SIBLINGS = { '.br': 'br', '.gz': 'gzip' } as const;

/** Reads a built site. `.br` and `.gz` files are compressed forms of the file beside them. */
export async function loadStatic(folder: string): Promise<StaticSite> {
  const contents = await readAll(folder);
  const files = new Map<string, StaticFile>();
  for (const path of contents.keys()) {
    if (!isSibling(path, contents)) files.set(toAddress(path), toFile(path, contents));
  }
  const notFound = files.get(NOT_FOUND_PAGE) ?? null;
  files.delete(NOT_FOUND_PAGE);
  return { files, notFound };
}

type Contents = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

async function readAll(folder: string): Promise<Contents> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Plain files only: a link could lead out of the folder.
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const read = paths.map(async path => {
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    return [address, new Uint8Array(await readFile(path))] as const;
  });
  return new Map(await Promise.all(read));
}

function isSibling(path: string, contents: Contents): boolean {
  return Object.keys(SIBLINGS).some(end => path.endsWith(end) && contents.has(path.slice(0, -end.length)));
}

const toAddress = (path: string): string => path.replace(/\/index\.html$/, '/');

function toFile(path: string, contents: Contents): StaticFile {
  const type = mediaType(path);
  const bytes = contents.get(path) ?? new Uint8Array();
  const variant = (body: Uint8Array<ArrayBuffer>, encoding: Encoding) =>
    toVariant(body, encoding, path, type);
  const variants: Partial<Record<Encoding, Variant>> & { identity: Variant } = {
    identity: variant(bytes, 'identity'),
  };
  for (const [end, encoding] of Object.entries(SIBLINGS)) {
    const compressed = contents.get(path + end);
    if (compressed && compressed.length < bytes.length) variants[encoding] = variant(compressed, encoding);
  }
  return { type, variants, template: toTemplate(type, bytes) };
}

function toVariant(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding, path: string, type: string): Variant {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  // Names under /_astro/ contain a content hash; everything else may change with the next build.
  const cache = path.startsWith('/_astro/')
    ? 'public, max-age=31536000, immutable'
    : 'max-age=0, must-revalidate';
  const caching = { 'Cache-Control': cache, Vary: 'Accept-Encoding' };
  const content = { 'Content-Type': type, 'Content-Length': String(bytes.length) };
  const coded = encoding === 'identity' ? content : { ...content, 'Content-Encoding': encoding };
  return {
    bytes,
    etag,
    full: { ...coded, ...caching, ETag: etag },
    validators: { ...caching, ETag: etag },
    untagged: { ...coded, ...caching },
  };
}

function toTemplate(type: string, bytes: Uint8Array): readonly string[] | null {
  if (!type.startsWith('text/html')) return null;
  const pieces = new TextDecoder().decode(bytes).split(EMPTY_KEY);
  return pieces.length > 1 ? pieces : null;
}
