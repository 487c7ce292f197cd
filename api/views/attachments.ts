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
export type ListedFile = AttachedFile | { readonly id: string; readonly unreadable: Unreadable };

/** What is said of a file besides its name: its size, and that it holds signatures which nobody has examined here. */
export function fileNote(file: ListedFile, lang: Language): string {
  const say = viewWords(lang).attachments;
  if ('unreadable' in file) return say.unreadable[file.unreadable];
  return [sizeText(file.size, lang), ...(file.eSigned ? [say.eSigned] : [])].join('; ');
}

/** As a section of a page; nothing where there are none. */
export function attachmentList(files: readonly ListedFile[], lang: Language): Markup | string {
  if (files.length === 0) return '';
  const { title, unnamed } = viewWords(lang).attachments;
  return html`<section class="section flow"><h2>${title}</h2><ul>${files.map(
    file =>
      html`<li>${'name' in file ? file.name : unnamed} <span class="muted">(${fileNote(file, lang)})</span></li>`,
  )}</ul></section>`;
}

/** One line a file for a terminal; empty where there are none. */
export function attachmentsText(files: readonly ListedFile[]): string {
  if (files.length === 0) return '';
  const line = (file: ListedFile): string =>
    `    ${harmless('name' in file ? file.name : file.id)} (${fileNote(file, 'lv')})\n`;
  return `${viewWords('lv').attachments.title}:\n${files.map(line).join('')}`;
}
