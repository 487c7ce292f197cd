// Puts a view's title and main part into the page shell that the site's build made.
import { html } from 'hono/html';
import type { SiteBundle } from '../domain/site-bundle.ts';

export type Markup = ReturnType<typeof html>;

export interface PageContent {
  /** Before " – Jaunpiebalgas KAC"; plain text. */
  readonly title: string;
  readonly main: Markup;
  /** The search page brings its own field and script. */
  readonly isSearch?: true;
}

export interface Body {
  readonly heading: string;
  /** One sentence under the heading; may hold markup. */
  readonly lede?: Markup | string;
  readonly content: Markup;
}

/** The main part of a page: where it stands, its name, and its text with the distances of running text. */
export const body = ({ heading, lede, content }: Body): Markup =>
  html`<nav class="crumbs no-print" aria-label="Atrašanās vieta"><ol class="crumbs__list"><li><a href="/">Sākums</a></li><li><span aria-current="page">${heading}</span></li></ol></nav><div class="page-head"><h1>${heading}</h1>${
    lede ? html`<p class="lede">${lede}</p>` : ''
  }</div><div class="flow">${content}</div>`;

/** Markers of `src/pages/internal/shell.astro`. */
const TITLE_MARKER = 'kac:title';
const MAIN_MARKER = '<!--kac:main-->';

/** The whole page. Replacement by function: a `$` in what a person wrote is only a `$`. */
export async function renderPage(site: SiteBundle, { title, main, isSearch }: PageContent): Promise<string> {
  const [safeTitle, safeMain] = await Promise.all([html`${title}`, main]);
  const shell = isSearch ? site.searchShell : site.shell;
  return shell.replaceAll(TITLE_MARKER, () => String(safeTitle)).replace(MAIN_MARKER, () => String(safeMain));
}
