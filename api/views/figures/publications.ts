// “You said, we did”: publications about closed cases.
import { html } from 'hono/html';
import type { Language } from '../../../src/forms/field.ts';
import type { Publication } from '../../domain/register/publications.ts';
import type { Markup } from '../page.ts';
import { figureWords } from './words.ts';

/** One publication as the public reads it; the texts are Latvian. */
export function publication(
  { said, changed, publishedOn }: Pick<Publication, 'said' | 'changed' | 'publishedOn'>,
  lang: Language,
): Markup {
  const say = figureWords(lang);
  const latvian = lang === 'lv' ? '' : html` lang="lv"`;
  return html`<article class="said"><p class="said__label">${say.youSaid}</p><p${latvian}>${said}</p><p class="said__label">${say.weDid}</p><p${latvian}>${changed}</p><p class="muted"><time datetime="${publishedOn}">${say.published(publishedOn)}</time></p></article>`;
}

export function publications(all: readonly Publication[], lang: Language): Markup {
  const say = figureWords(lang);
  return html`<div class="part"><h2 id="teicat">${say.said}</h2><p>${say.saidLede}</p>${
    all.length > 0 ? all.map(one => publication(one, lang)) : html`<p class="empty">${say.nothingSaid}</p>`
  }</div>`;
}
