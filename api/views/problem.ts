// A refusal as a page: what is wrong, what to do, and whom to turn to (rule point 5.1.2).
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { viewWords } from './words.ts';

export interface Link {
  readonly href: string;
  readonly label: string;
}

export function problemPage(
  {
    title,
    detail,
    links = [],
    more,
  }: {
    readonly title: string;
    readonly detail: string;
    readonly links?: readonly Link[];
    readonly more?: Markup | undefined;
  },
  lang: Language,
): PageContent {
  const { problem, home } = viewWords(lang);
  const list = links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`);
  const content = html`${list.length > 0 ? html`<ul>${list}</ul>` : ''}${more ?? ''}<p>${problem}</p><p><a href="${home.href}">${home.link}</a></p>`;
  return { lang, title, main: body({ heading: title, lede: detail, content }, lang) };
}
