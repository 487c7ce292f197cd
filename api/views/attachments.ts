// A submission's files in words, for the terminal and for pages.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { sizeText } from '../../src/forms/files.ts';
import type { Unreadable } from '../domain/files/reading.ts';
import type { AttachedFile } from '../domain/files/receiving.ts';
import type { Markup } from './page.ts';
import { harmless } from './terminal.ts';
import { viewWords } from './words.ts';

/** A file, or only its id where it does not open. */
export type ListedFile = (AttachedFile | { readonly id: string; readonly unreadable: Unreadable }) & {
  /** The message it went or came with; none: it came with the submission itself. */
  readonly message?: string | null;
};

/** A file's name on a page: alone, or as what saves the file. */
export type NameFile = (file: AttachedFile) => Markup | string;

const bare: NameFile = ({ name }) => name;

/** The files of this message; null for those that came with the submission itself. */
export const sentWith = <T extends ListedFile>(files: readonly T[], message: string | null): readonly T[] =>
  files.filter(file => (file.message ?? null) === message);

/** What is said of a file besides its name: its size, and that it holds signatures which nobody has examined here. */
function fileNote(file: ListedFile, lang: Language): string {
  const say = viewWords(lang).attachments;
  if ('unreadable' in file) return say.unreadable[file.unreadable];
  return [sizeText(file.size, lang), ...(file.eSigned ? [say.eSigned] : [])].join('; ');
}

/** A list of them; nothing where there are none. */
export function fileItems(files: readonly ListedFile[], lang: Language, name = bare): Markup | string {
  if (files.length === 0) return '';
  const { unnamed } = viewWords(lang).attachments;
  return html`<ul>${files.map(
    file =>
      html`<li>${'name' in file ? name(file) : unnamed} <span class="muted">(${fileNote(file, lang)})</span></li>`,
  )}</ul>`;
}

/** As a section of a page; nothing where there are none. */
export const attachmentList = (files: readonly ListedFile[], lang: Language, name = bare): Markup | string =>
  files.length > 0
    ? html`<section class="section flow"><h2>${viewWords(lang).attachments.title}</h2>${fileItems(files, lang, name)}</section>`
    : '';

/** One line a file for a terminal; empty where there are none. */
export function attachmentsText(files: readonly ListedFile[]): string {
  if (files.length === 0) return '';
  const line = (file: ListedFile): string =>
    `    ${harmless('name' in file ? file.name : file.id)} (${fileNote(file, 'lv')})\n`;
  return `${viewWords('lv').attachments.title}:\n${files.map(line).join('')}`;
}
