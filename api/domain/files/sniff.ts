// The kind of a file from its first bytes. Everything not known to be harmless is refused.
import { FORMATS, type Format } from './formats.ts';
import { readZipHead } from './zip-head.ts';

/** Why a file is refused; `heic` and `zip` have their own advice. */
export type Sniffed =
  | { readonly ok: true; readonly format: Format }
  | { readonly ok: false; readonly reason: 'heic' | 'zip' | 'macros' | 'too-many-parts' | 'unknown' };

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The container of Word, Excel and PowerPoint before 2007 (MS-CFB). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

const MIMETYPES: ReadonlyMap<string, Format> = new Map(
  (['odt', 'ods', 'odp', 'asice', 'asics'] as const).map(format => [FORMATS[format].mediaType, format]),
);
const OOXML_FOLDERS = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx' } as const;
const OLD_OFFICE: readonly string[] = ['doc', 'xls', 'ppt'] satisfies Format[];

/** The name of an entry with signatures. Not as a pattern: one for this would try every place in a long name. */
function isSignature(entry: string): boolean {
  const name = entry.toLowerCase();
  return name.startsWith('meta-inf/') && name.includes('signatures', 9) && name.endsWith('.xml');
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
const is = (format: Format): Sniffed => ({ ok: true, format });
const refuse = (reason: Extract<Sniffed, { ok: false }>['reason']): Sniffed => ({ ok: false, reason });

/**
 * Office, OpenDocument and signed containers are all zip files; a plain zip is refused, because its content
 * is not visible.
 */
function zipFormat(head: Uint8Array, name: string): Sniffed {
  const read = readZipHead(head);
  if (!read) return refuse('too-many-parts');
  const { mimetype, names } = read;
  const declared = mimetype === null ? undefined : MIMETYPES.get(mimetype);
  if (declared) return is(declared);
  if (names.some(entry => entry.endsWith('vbaProject.bin'))) return refuse('macros');
  if (names.includes('[Content_Types].xml')) {
    for (const [folder, format] of Object.entries(OOXML_FOLDERS))
      if (names.some(entry => entry.startsWith(folder))) return is(format);
  }
  // The older container has no `mimetype`, and its signature folder may be outside the head, so the name is
  // considered.
  if (names.some(isSignature) || extensionOf(name) === 'edoc') return is('edoc');
  return refuse('zip');
}

/**
 * The format of a file that starts with `head` (its first part, up to 1 MiB). `name` decides only where the
 * content is ambiguous: the old Office formats share one container.
 */
export function sniff(head: Uint8Array, name: string): Sniffed {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return is('jpeg');
  if (startsWith(head, ...PNG)) return is('png');
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return is('webp');
  if (ascii(head, 0, 5) === '%PDF-') return is('pdf');
  if (startsWith(head, 0x50, 0x4b, 3, 4)) return zipFormat(head, name);
  if (startsWith(head, ...COMPOUND)) {
    const extension = extensionOf(name);
    return OLD_OFFICE.includes(extension) ? is(extension as Format) : refuse('unknown');
  }
  if (ascii(head, 4, 8) === 'ftyp' && HEIF_BRANDS.has(ascii(head, 8, 12))) return refuse('heic');
  return refuse('unknown');
}
