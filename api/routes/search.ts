// GET /meklet/, /en/search/ and /api/search: the browser's search engine on the server, for pages without
// scripts and for programs.
import { Hono } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import type { Answer } from '../../src/search/engine.ts';
import type { AppEnv } from '../deps.ts';
import { formsOf } from '../http/forms.ts';
import { newKey } from '../http/key.ts';
import { languageOf } from '../http/language.ts';
import { type AppContext, json, page } from '../http/reply.ts';
import { searchOf } from '../http/search.ts';
import { searchPage } from '../views/search.ts';

const MOST = 30;

const answerTo = (c: AppContext, lang: Language): Answer =>
  searchOf(c.var.deps.site.search)(c.req.query('q') ?? '', lang);

/** The search page in a language; in English not found when English is switched off. */
export function searchPageRoutes(lang: Language): Hono<AppEnv> {
  const isOff = (c: AppContext): boolean => lang === 'en' && c.var.deps.site.searchShellEn === null;
  return new Hono<AppEnv>().get('/', (c, next) => {
    if (isOff(c)) return next();
    const { site } = c.var.deps;
    const content = {
      lang,
      answer: answerTo(c, lang),
      search: site.search,
      feedback: formsOf(site, lang).feedback.action,
      idempotencyKey: newKey(c),
    };
    return page(c, searchPage(content));
  });
}

export const searchRoutes = new Hono<AppEnv>().get('/', c => {
  const { query, hits, similar, nearest } = answerTo(c, languageOf(c));
  const results = hits.slice(0, MOST).map(({ text: _, twin: __, ...document }) => document);
  return json(c, { query, total: hits.length, results, similar, nearest });
});
