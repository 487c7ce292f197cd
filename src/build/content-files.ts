// Reads the editors' files from disk (Node). Everything after this is pure.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isPicture } from './pictures.ts';

export interface ContentFile {
  /** Path from the project folder with forward slashes: `content/services/x.mdx`. */
  readonly path: string;
  readonly text: string;
  /** False when the bytes are not valid UTF-8; the text then holds replacement characters. */
  readonly utf8: boolean;
}

const READ = /\.(mdx|md|ya?ml)$/i;
/**
 * Every `.mdx`, `.md` and `.yaml` file under `content/` and the pictures of the staff, in the order of their paths.
 * @param before what was read earlier: a file that is still the same comes back as the same object
 */
export async function readContentFiles(
  root: string,
  before: readonly ContentFile[] = [],
): Promise<readonly ContentFile[]> {
  const entries = await readdir(join(root, 'content'), { recursive: true, withFileTypes: true });
  const paths = entries
    // A leading dot marks what text editors leave behind; Astro skips such files, too.
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => READ.test(path) || isPicture(path))
    .toSorted();
  const known = new Map(before.map(file => [file.path, file]));
  return Promise.all(
    paths.map(async path => {
      const file = await readContentFile(root, path);
      const old = known.get(path);
      return old?.text === file.text && old.utf8 === file.utf8 ? old : file;
    }),
  );
}

async function readContentFile(root: string, path: string): Promise<ContentFile> {
  if (isPicture(path)) return { path, text: '', utf8: true };
  const bytes = await readFile(join(root, path));
  return {
    path,
    // `ignoreBOM` keeps the byte order mark in the text, so that the check can name it.
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    utf8: isUtf8(bytes),
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
