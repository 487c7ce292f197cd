// Writes `.br` and `.gz` copies beside the text files of the built site, so that the server never compresses (Node).
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(html|css|js|json|jsonld|svg|txt|ics|vcf|xml|webmanifest)$/;
const WORKERS = 8;

const gzipped = (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 });
const brotlied = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** Compresses every text file under `folder`; a copy that would not be smaller is left out. Returns how many were made. */
export async function precompress(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const queue = entries
    .filter(entry => entry.isFile() && TEXT.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  let made = 0;
  // A few at a time: memory stays flat however many pages there are.
  const worker = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const copies = await compressFile(path);
      made += copies;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return made;
}

async function compressFile(path: string): Promise<number> {
  const bytes = await readFile(path);
  const copies = [
    { path: `${path}.br`, bytes: await brotlied(bytes) },
    { path: `${path}.gz`, bytes: await gzipped(bytes) },
  ].filter(copy => copy.bytes.length < bytes.length);
  await Promise.all(copies.map(copy => writeFile(copy.path, copy.bytes)));
  return copies.length;
}
