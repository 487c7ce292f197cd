// Which pages of `content/pages` become an address by themselves. Pure.
import type { Page } from './page-schema.ts';
import { pageRoute, ROUTES } from './routes.ts';

interface PageEntry {
  readonly id: string;
  readonly data: Page;
}

const ENGLISH_PREFIX = 'en-';

/** Latvian pages of plain text. `ka-izskatam` has a page of its own with the deadlines in it. */
export const latvianPages = <Entry extends PageEntry>(pages: readonly Entry[]): Entry[] =>
  pages.filter(({ id, data }) => data.lang === 'lv' && pageRoute(id) !== ROUTES.handling);

/** English pages of plain text with the last part of their address: `en-privacy` stands at `/en/privacy/`. */
export const englishPages = <Entry extends PageEntry>(pages: readonly Entry[]) =>
  pages
    // The home page has more on it than its text.
    .filter(({ id, data }) => data.lang === 'en' && pageRoute(id) !== ROUTES.english)
    .map(page => ({ page, slug: page.id.replace(ENGLISH_PREFIX, '') }));
