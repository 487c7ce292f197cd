// GET /meklet/ and GET /api/search: the browser's engine on the server, for pages without scripts and for programs.
import { Hono } from 'hono';
import type { SearchData } from '../../src/search/document.ts';
import { type Answer, createSearch, type Search } from '../../src/search/engine.ts';
import type { AppEnv } from '../deps.ts';
import { formsOf } from '../http/forms.ts';
import { type AppContext, json, methodNotAllowed, page } from '../http/reply.ts';
import { newKey } from '../http/submit.ts';
import { searchPage } from '../views/search.ts';

const MOST = 30;
const built = new WeakMap<SearchData, Search>();

/** The index of this site bundle, built by the first search. */
function searchOf(data: SearchData): Search {
  const known = built.get(data);
  if (known) return known;
  const search = createSearch(data);
  built.set(data, search);
  return search;
}

const answerTo = (c: AppContext): Answer => searchOf(c.var.deps.site.search)(c.req.query('q') ?? '');

export const searchPageRoutes = new Hono<AppEnv>()
  .get('/', c => {
    const { site } = c.var.deps;
    const content = {
      answer: answerTo(c),
      search: site.search,
      feedback: formsOf(site, 'lv').feedback.action,
      idempotencyKey: newKey(c),
    };
    return page(c, searchPage(content));
  })
  .all('/', methodNotAllowed('GET, HEAD'));

export const searchRoutes = new Hono<AppEnv>()
  .get('/', c => {
    const { query, hits, similar, nearest } = answerTo(c);
    const results = hits.slice(0, MOST).map(({ text: _, ...document }) => document);
    return json(c, { query, total: hits.length, results, similar, nearest });
  })
  .all('/', methodNotAllowed('GET, HEAD'));
