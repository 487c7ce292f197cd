// A submission's files as text, for the terminal and for pages.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { sizeText } from '../../src/forms/files.ts';
import type { Unreadable } from '../domain/files/reading.ts';
import type { AttachedFile } from '../domain/files/receiving.ts';
import type { Markup } from './page.ts';
import { harmless } from './terminal.ts';
import { viewWords } from './words.ts';

/** A file, or only its id when it does not open. */
export type ListedFile = (AttachedFile | { readonly id: string; readonly unreadable: Unreadable }) & {
  /** Its message; missing when it belongs to the submission itself. */
  readonly message?: string | null;
};

/** A file's name on a page: plain, or as a download link. */
export type NameFile = (file: AttachedFile) => Markup | string;

const bare: NameFile = ({ name }) => name;

/** The files of this message; null for those of the submission itself. */
export const sentWith = <T extends ListedFile>(files: readonly T[], message: string | null): readonly T[] =>
  files.filter(file => (file.message ?? null) === message);

/** The note beside a file's name: its size, and that its signatures were not checked here. */
function fileNote(file: ListedFile, lang: Language): string {
  const say = viewWords(lang).attachments;
  if ('unreadable' in file) return say.unreadable[file.unreadable];
  return [sizeText(file.size, lang), ...(file.eSigned ? [say.eSigned] : [])].join('; ');
}

/** The list of files; empty without files. */
export function fileItems(files: readonly ListedFile[], lang: Language, name = bare): Markup | string {
  if (files.length === 0) return '';
  const { unnamed } = viewWords(lang).attachments;
  return html`<ul>${files.map(
    file =>
      html`<li>${'name' in file ? name(file) : unnamed} <span class="muted">(${fileNote(file, lang)})</span></li>`,
  )}</ul>`;
}

/** As a section of a page; empty without files. */
export const attachmentList = (files: readonly ListedFile[], lang: Language, name = bare): Markup | string =>
  files.length > 0
    ? html`<section class="section flow"><h2>${viewWords(lang).attachments.title}</h2>${fileItems(files, lang, name)}</section>`
    : '';

/** One line per file for a terminal; empty without files. */
export function attachmentsText(files: readonly ListedFile[]): string {
  if (files.length === 0) return '';
  const line = (file: ListedFile): string =>
    `    ${harmless('name' in file ? file.name : file.id)} (${fileNote(file, 'lv')})\n`;
  return `${viewWords('lv').attachments.title}:\n${files.map(line).join('')}`;
}
