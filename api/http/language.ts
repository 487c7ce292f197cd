// The language of a response: Latvian, unless the address has `?lang=en` or begins with `/en/` and the site
// has an English edition.
import type { Context } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import type { AppEnv } from '../deps.ts';

/**
 * Only the address decides. `Accept-Language` does not: the same Latvian page must not be served in two
 * languages, and by law the Latvian text comes first (Valsts valodas likums 21).
 */
export const languageOf = (c: Context<AppEnv>): Language =>
  // The dependencies are missing when the request failed before they were created.
  (c.req.query('lang') === 'en' || c.req.path.startsWith('/en/')) && c.get('deps')?.site.shellEn
    ? 'en'
    : 'lv';

/** One of our addresses in this language. */
export const localised = (address: string, lang: Language): string =>
  lang === 'lv' ? address : `${address}?lang=${lang}`;
