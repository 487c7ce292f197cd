// Puts a view's title and main part into the page shell that the site's build made.
import { html } from 'hono/html';
import type { SiteBundle } from '../domain/site-bundle.ts';

export type Markup = ReturnType<typeof html>;

export interface PageContent {
  /** Before " – Jaunpiebalgas KAC"; plain text. */
  readonly title: string;
  readonly main: Markup;
}

/** Markers of `src/pages/internal/shell.astro`. */
const TITLE_MARKER = 'kac:title';
const MAIN_MARKER = '<!--kac:main-->';

/** The whole page. Replacement by function: a `$` in what a person wrote is only a `$`. */
export async function renderPage({ shell }: SiteBundle, { title, main }: PageContent): Promise<string> {
  const [safeTitle, body] = await Promise.all([html`${title}`, main]);
  return shell.replaceAll(TITLE_MARKER, () => String(safeTitle)).replace(MAIN_MARKER, () => String(body));
}
