// The contents of a PDF from the browser: the size of each page in points, and the text actually drawn on it.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib';

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In drawing order, without spaces: line ends are not drawn. */
  readonly text: string;
}

const streamText = (stream: unknown): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph → text, from a font's ToUnicode map. */
function glyphs(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(from.toLowerCase(), utf16(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', start = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1) {
        const text = (Number.parseInt(start, 16) + code - Number.parseInt(from, 16)).toString(16);
        found.set(code.toString(16).padStart(4, '0'), utf16(text.padStart(start.length, '0')));
      }
  return found;
}

function fontsOf(page: PDFPage): Map<string, Map<string, string>> {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  return new Map(
    (fonts?.keys() ?? []).map(name => [
      name.decodeText(),
      glyphs(streamText(fonts?.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode')))),
    ]),
  );
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  if (contents instanceof PDFArray)
    return contents
      .asArray()
      .map(part => streamText(page.doc.context.lookup(part)))
      .join('\n');
  return streamText(contents);
}

function textOf(page: PDFPage): string {
  const fonts = fontsOf(page);
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, hex] of contentOf(page).matchAll(/\/(\w+) [\d.]+ Tf|<([0-9a-fA-F]+)>/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    for (const [code] of (hex ?? '').toLowerCase().matchAll(/.{4}/g)) text += font.get(code) ?? '';
  }
  return squeezed(text);
}

/** Without spaces, soft hyphens and ligatures, for comparing with a page's text. */
export const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u00ad]/g, '');

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map(page => ({
    width: Math.round(page.getWidth()),
    height: Math.round(page.getHeight()),
    text: textOf(page),
  }));
}
