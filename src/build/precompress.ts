// Writes `.br` and `.gz` copies of the text files of the built site, so that the server never compresses them
// (Node).
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { EMPTY_KEY } from '../forms/empty-key.ts';

const TEXT = /\.(html|css|js|json|jsonld|svg|txt|ics|vcf|xml|webmanifest)$/;
const WORKERS = 8;

/**
 * Brotli's quality for pages by the size of the whole site, so that compression takes about three seconds of
 * one core. Per megabyte the levels take 0.7, 0.3 and 0.02 s; a page is 2 and 10 % larger at the lower
 * levels.
 */
const EFFORTS = [
  { quality: 11, upTo: 4_000_000 },
  { quality: 10, upTo: 10_000_000 },
  { quality: 7, upTo: Number.POSITIVE_INFINITY },
];
/** Shared files (styles, scripts, the search index) are few and small: always the highest quality. */
const SHARED_MOST = 1_000_000;

interface TextFile {
  readonly path: string;
  readonly size: number;
}

/** Brotli's quality for one file of a site with this many bytes of text. */
export function brotliQuality({ path, size }: TextFile, siteBytes: number): number {
  if (!path.endsWith('.html') && size <= SHARED_MOST) return 11;
  return EFFORTS.find(({ upTo }) => siteBytes <= upTo)?.quality ?? 7;
}

const gzipped = (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 });
const brotlied = (bytes: Buffer, quality: number): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * Compresses every text file under `folder` and returns the number of copies. Skips copies that would not be
 * smaller, and pages that the server fills at every view, because it must compress what it sends then.
 */
export async function precompress(folder: string): Promise<number> {
  const queue = await textFiles(folder);
  const siteBytes = queue.reduce((sum, { size }) => sum + size, 0);
  let made = 0;
  // A few at a time, so that memory stays constant for any number of pages.
  const worker = async () => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const copies = await compressFile(file.path, brotliQuality(file, siteBytes));
      made += copies;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return made;
}

/** Sorted by size, the largest last. The workers take from the end, so nothing waits for one long file. */
async function textFiles(folder: string): Promise<TextFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && TEXT.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  const files = await Promise.all(paths.map(async path => ({ path, size: (await stat(path)).size })));
  return files.toSorted((a, b) => a.size - b.size);
}

async function compressFile(path: string, quality: number): Promise<number> {
  const bytes = await readFile(path);
  if (bytes.includes(EMPTY_KEY)) return 0;
  const copies = [
    { path: `${path}.br`, bytes: await brotlied(bytes, quality) },
    { path: `${path}.gz`, bytes: await gzipped(bytes) },
  ].filter(copy => copy.bytes.length < bytes.length);
  await Promise.all(copies.map(copy => writeFile(copy.path, copy.bytes)));
  return copies.length;
}
