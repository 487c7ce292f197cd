// Reads the editors' files from disk (Node). Everything after this step is pure.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isPicture } from './pictures.ts';

export interface ContentFile {
  /** Path from the project folder, with forward slashes: `content/services/x.mdx`. */
  readonly path: string;
  readonly text: string;
  /** False when the bytes are not valid UTF-8; the text then contains replacement characters. */
  readonly utf8: boolean;
}

const READ = /\.(mdx|md|ya?ml)$/i;
/**
 * Every `.mdx`, `.md` and `.yaml` file under `content/` and the photographs of staff, sorted by path.
 * @param before the files read earlier: an unchanged file is returned as the same object
 */
export async function readContentFiles(
  root: string,
  before: readonly ContentFile[] = [],
): Promise<readonly ContentFile[]> {
  return readContentFolder(join(root, 'content'), before);
}

/** The same for a content folder of any name and place; the paths begin with `content/` all the same. */
export async function readContentFolder(
  folder: string,
  before: readonly ContentFile[] = [],
): Promise<readonly ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => isContentPath(`content/${path}`))
    .toSorted();
  const known = new Map(before.map(file => [file.path, file]));
  return Promise.all(
    paths.map(async inner => {
      const path = `content/${inner}`;
      const bytes = isPicture(path) ? new Uint8Array() : await readFile(join(folder, inner));
      const file = contentFile(path, bytes);
      const old = known.get(path);
      return old?.text === file.text && old.utf8 === file.utf8 ? old : file;
    }),
  );
}

/** True when a file is read at all. Astro skips files with a leading dot, which text editors leave behind. */
export const isContentPath = (path: string): boolean =>
  !path.slice(path.lastIndexOf('/') + 1).startsWith('.') && (READ.test(path) || isPicture(path));

/** A file from its bytes; a picture has no text. */
export function contentFile(path: string, bytes: Uint8Array): ContentFile {
  if (isPicture(path)) return { path, text: '', utf8: true };
  return {
    path,
    // `ignoreBOM` keeps the byte order mark in the text, so that the check can report it.
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
