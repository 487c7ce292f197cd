// The language of an answer: Latvian, unless the address says `?lang=en` or begins with `/en/` and the site has an
// English edition.
import type { Context } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import type { AppEnv } from '../deps.ts';

/**
 * Only the address decides. `Accept-Language` does not: the same Latvian page must not be answered in two languages,
 * and by law the Latvian text is the first (Valsts valodas likums 21).
 */
export const languageOf = (c: Context<AppEnv>): Language =>
  // A request without dependencies met a fault before they were made.
  (c.req.query('lang') === 'en' || c.req.path.startsWith('/en/')) && c.get('deps')?.site.shellEn
    ? 'en'
    : 'lv';

/** An address of ours in this language. */
export const localised = (address: string, lang: Language): string =>
  lang === 'lv' ? address : `${address}?lang=${lang}`;
