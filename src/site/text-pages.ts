// Which pages of `content/pages` become an address by themselves. Pure.
import type { Page } from './page-schema.ts';
import { pageRoute, ROUTES } from './routes.ts';

interface PageEntry {
  readonly id: string;
  readonly data: Page;
}

const ENGLISH_PREFIX = 'en-';
const ENGLISH_HOME = 'home';

/** Latvian pages of plain text. `ka-izskatam` has a page of its own with the deadlines in it. */
export const latvianPages = <Entry extends PageEntry>(pages: readonly Entry[]): Entry[] =>
  pages.filter(({ id, data }) => data.lang === 'lv' && pageRoute(id) !== ROUTES.handling);

/** English pages with their address under `/en/`: `en-home` is `/en/`, `en-privacy` is `/en/privacy/`. */
export function englishPages<Entry extends PageEntry>(pages: readonly Entry[], published: boolean) {
  if (!published) return [];
  return pages
    .filter(({ data }) => data.lang === 'en')
    .map(page => {
      const name = page.id.replace(ENGLISH_PREFIX, '');
      return { page, slug: name === ENGLISH_HOME ? undefined : name };
    });
}

/** The Latvian page that says the same as an English one. */
export const latvianTwin = (slug: string | undefined): string =>
  slug === 'privacy' ? ROUTES.privacy : ROUTES.home;
