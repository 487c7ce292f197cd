// Messages as a conversation: who wrote when, in the very lines they wrote.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Author, Message } from '../domain/messages.ts';
import type { Markup } from './page.ts';
import { formatInstant } from './words.ts';
import { followUpView } from './words-follow-up.ts';

/** More than this, and the earlier ones are folded away. */
const SHOWN = 10;

/** Words as they were typed: line breaks stay, and a text that runs right to left can't turn its surroundings. */
export const words = (text: string): Markup => html`<div class="words" dir="auto">${text}</div>`;

/** The text of a message, or that it does not open. Its files are to be listed here, below the words. */
export const said = ({ text }: Message, lang: Language): Markup =>
  text === null ? html`<p>${followUpView(lang).shut}</p>` : words(text);

type Authors = Readonly<Record<Author, string>>;

function entry(message: Message, lang: Language, authors: Authors): Markup {
  const { messageKinds } = followUpView(lang);
  const { author, at, kind } = message;
  const what =
    kind !== 'message' && Object.hasOwn(messageKinds, kind)
      ? html` <span class="tag">${messageKinds[kind]}</span>`
      : '';
  return html`<li class="talk__one talk__one--${author}"><p class="talk__head"><strong>${authors[author]}</strong>${what} <time datetime="${at}">${formatInstant(at, lang)}</time></p>${said(message, lang)}</li>`;
}

const list = (messages: readonly Message[], lang: Language, authors: Authors): Markup =>
  html`<ol class="talk">${messages.map(message => entry(message, lang, authors))}</ol>`;

/** The conversation, oldest first. `authors`: what each side is called; by what the submitter calls them unless told. */
export function conversation(
  messages: readonly Message[],
  lang: Language,
  authors: Authors = followUpView(lang).authors,
): Markup {
  const { talk, noTalk, earlier } = followUpView(lang);
  const [before, recent] = [messages.slice(0, -SHOWN), messages.slice(-SHOWN)];
  return html`<section class="section flow"><h2>${talk}</h2>${
    before.length > 0
      ? html`<details class="more printed"><summary>${earlier(before.length)}</summary>${list(before, lang, authors)}</details>`
      : ''
  }${recent.length > 0 ? list(recent, lang, authors) : html`<p>${noTalk}</p>`}</section>`;
}
