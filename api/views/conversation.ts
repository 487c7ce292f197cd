// Messages as a conversation, with authors and times, in the lines as they were written.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Author, Message } from '../domain/messages.ts';
import { fileItems, type ListedFile, type NameFile, sentWith } from './attachments.ts';
import type { Markup } from './page.ts';
import { formatInstant } from './words.ts';
import { followUpView } from './words-follow-up.ts';

/** Earlier messages than this many are collapsed. */
const SHOWN = 10;

/** Text as typed: line breaks are kept, and right-to-left text cannot affect its surroundings. */
export const words = (text: string): Markup => html`<div class="words" dir="auto">${text}</div>`;

/** The files of a case's messages, and how a file is named. */
export interface MessageFiles {
  readonly files: readonly ListedFile[];
  readonly name?: NameFile;
}

/** The text of a message, or that it does not open; its files below the text. */
export const said = ({ id, text }: Message, lang: Language, { files, name }: MessageFiles): Markup =>
  html`${text === null ? html`<p>${followUpView(lang).shut}</p>` : words(text)}${fileItems(sentWith(files, id), lang, name)}`;

type Authors = Readonly<Record<Author, string>>;

interface Telling {
  readonly authors: Authors;
  readonly sent: MessageFiles;
}

function entry(message: Message, lang: Language, { authors, sent }: Telling): Markup {
  const { messageKinds } = followUpView(lang);
  const { author, at, kind } = message;
  const what =
    kind !== 'message' && Object.hasOwn(messageKinds, kind)
      ? html` <span class="tag">${messageKinds[kind]}</span>`
      : '';
  return html`<li class="talk__one talk__one--${author}"><p class="talk__head"><strong>${authors[author]}</strong>${what} <time datetime="${at}">${formatInstant(at, lang)}</time></p>${said(message, lang, sent)}</li>`;
}

const list = (messages: readonly Message[], lang: Language, telling: Telling): Markup =>
  html`<ol class="talk">${messages.map(message => entry(message, lang, telling))}</ol>`;

/** The conversation, oldest first. `authors`: names of both sides; from the submitter's view by default. */
export function conversation(
  messages: readonly Message[],
  lang: Language,
  sent: MessageFiles,
  authors: Authors = followUpView(lang).authors,
): Markup {
  const telling = { authors, sent };
  const { talk, noTalk, earlier } = followUpView(lang);
  const [before, recent] = [messages.slice(0, -SHOWN), messages.slice(-SHOWN)];
  return html`<section class="section flow"><h2>${talk}</h2>${
    before.length > 0
      ? html`<details class="more printed"><summary>${earlier(before.length)}</summary>${list(before, lang, telling)}</details>`
      : ''
  }${recent.length > 0 ? list(recent, lang, telling) : html`<p>${noTalk}</p>`}</section>`;
}
