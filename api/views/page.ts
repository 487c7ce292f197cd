// Puts a view's title and main part into the page shell made by the site's build.
import { html } from 'hono/html';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import { viewWords } from './words.ts';

export type Markup = ReturnType<typeof html>;

export interface PageContent {
  readonly lang: Language;
  /** Before " – Jaunpiebalgas KAC"; plain text. */
  readonly title: string;
  readonly main: Markup;
  /** Target of the language switch: the same page in the other language. The other home page by default. */
  readonly twin?: string | undefined;
  /** The search page has its own field and script. */
  readonly isSearch?: true;
}

export interface Body {
  readonly heading: string;
  /** One sentence under the heading; may contain markup. */
  readonly lede?: Markup | string;
  readonly content: Markup;
}

/** The main part of a page: breadcrumbs, heading, and content with the spacing of running text. */
export function body({ heading, lede, content }: Body, lang: Language): Markup {
  const { crumbs, home } = viewWords(lang);
  return html`<nav class="crumbs no-print" aria-label="${crumbs}"><ol class="crumbs__list"><li><a href="${home.href}">${home.label}</a></li><li><span aria-current="page">${heading}</span></li></ol></nav><div class="page-head"><h1>${heading}</h1>${
    lede ? html`<p class="lede">${lede}</p>` : ''
  }</div><div class="flow">${content}</div>`;
}

/** Markers of `src/pages/internal/[shell].astro`. */
const TITLE_MARKER = 'kac:title';
const MAIN_MARKER = '<!--kac:main-->';
const TWIN_MARKER = 'kac:twin';

/** The whole page. Replaced by a function, so that a `$` in user text stays a `$`. */
export async function renderPage(
  site: SiteBundle,
  { lang, title, main, twin, isSearch }: PageContent,
): Promise<string> {
  const [safeTitle, safeMain] = await Promise.all([html`${title}`, main]);
  const other = viewWords(lang === 'en' ? 'lv' : 'en').home.href;
  const latvian = isSearch ? site.searchShell : site.shell;
  const english = isSearch ? site.searchShellEn : site.shellEn;
  return ((lang === 'en' && english) || latvian)
    .replaceAll(TWIN_MARKER, () => twin ?? other)
    .replaceAll(TITLE_MARKER, () => String(safeTitle))
    .replace(MAIN_MARKER, () => String(safeMain));
}
