// Numbers of the public figures as text: shown, none, or hidden.
import { html } from 'hono/html';
import type { Language } from '../../../src/forms/field.ts';
import { HIDDEN, type Public, type PublicShare } from '../../domain/register/public-figures.ts';
import type { Markup } from '../page.ts';
import { figureWords } from './words.ts';

/** A number in the format of the language: `12 345`, `12,345`. */
export const numberIn = (n: number, lang: Language): string =>
  String(n).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'en' ? ',' : '\u00a0');

/** `3,8`, `3.8` */
export const tenthsIn = (n: number, lang: Language): string =>
  lang === 'en' ? n.toFixed(1) : n.toFixed(1).replace('.', ',');

export const hidden = (lang: Language): Markup =>
  html`<span aria-hidden="true">•</span><span class="visually-hidden">${figureWords(lang).hidden}</span>`;

export const count = (n: Public<number>, lang: Language): Markup | string =>
  n === HIDDEN ? hidden(lang) : numberIn(n, lang);

export function share(of: Public<PublicShare | null>, lang: Language): Markup | string {
  const say = figureWords(lang);
  if (of === HIDDEN) return hidden(lang);
  if (of === null) return say.none;
  const n = numberIn(of.of, lang);
  const words = { exactly: say.share, 'at-least': say.atLeast, 'at-most': say.atMost }[of.is];
  return words(of.percent, n);
}

export function days(n: Public<number | null>, lang: Language): Markup | string {
  if (n === HIDDEN) return hidden(lang);
  return n === null ? figureWords(lang).none : String(n);
}
