// GET /parskats/, /parskats/<year>/, <year>.csv and <year>.json, and the English pages: public figures.
import { Hono } from 'hono';
import { rigaDate, yearOf } from '../../src/calendar/dates.ts';
import type { Language } from '../../src/forms/field.ts';
import { reportOf, yearsOf } from '../http/figures/public.ts';
import { asApp, type DeskContext, type DeskEnv } from '../http/register/env.ts';
import { FRESH, page, problem } from '../http/reply.ts';
import { reportCsv, reportJson } from '../views/figures/data.ts';
import { reportPage } from '../views/figures/report.ts';

/** Number of publications on the overview page. */
const NEWEST = 12;
const MOST = 500;

interface Asked {
  readonly year: number;
  readonly isYearly: boolean;
}

async function answer(c: DeskContext, lang: Language, { year, isYearly }: Asked): Promise<Response> {
  const { deps } = c.var;
  const years = await yearsOf(deps);
  if (isYearly && !years.includes(year)) return problem(asApp(c), 'not-found');
  return page(
    asApp(c),
    reportPage({
      lang,
      css: deps.site.figuresCss,
      years,
      year,
      report: years.includes(year) ? await reportOf(deps, year) : null,
      said: await deps.publications.shown(isYearly ? { year, limit: MOST } : { limit: NEWEST }),
      services: deps.site.services,
      rulePoints: deps.site.rulePoints,
      isYearly,
    }),
  );
}

/** The year with the last whole month. */
const presentYear = (c: DeskContext): number => {
  const today = rigaDate(c.var.deps.now());
  return today.slice(5, 7) === '01' ? yearOf(today) - 1 : yearOf(today);
};

async function dataFile(c: DeskContext, year: number, type: 'csv' | 'json'): Promise<Response> {
  const { deps } = c.var;
  const report = (await yearsOf(deps)).includes(year) ? await reportOf(deps, year) : null;
  if (!report) return problem(asApp(c), 'not-found');
  if (type === 'json') return c.json(reportJson(report), 200, FRESH);
  return c.body(reportCsv(report), 200, {
    ...FRESH,
    'Content-Type': 'text/csv; charset=utf-8; header=present',
  });
}

/** The figures in a language; in English not found when English is switched off. */
function figureRoutes(lang: Language): Hono<DeskEnv> {
  const isOff = (c: DeskContext): boolean => lang === 'en' && c.var.deps.site.shellEn === null;
  const app = new Hono<DeskEnv>()
    .get('/', (c, next) => (isOff(c) ? next() : answer(c, lang, { year: presentYear(c), isYearly: false })))
    .get('/:year{[0-9]{4}}/', (c, next) =>
      isOff(c) ? next() : answer(c, lang, { year: Number(c.req.param('year')), isYearly: true }),
    );
  if (lang === 'lv')
    app.get('/:file{[0-9]{4}\\.(csv|json)}', c => {
      const [year, type] = c.req.param('file').split('.');
      return dataFile(c, Number(year), type as 'csv' | 'json');
    });
  return app;
}

/** Their addresses; served only on Node, elsewhere the site's own page explains. */
export const FIGURE_ROUTES: readonly (readonly [path: string, routes: Hono<DeskEnv>])[] = [
  ['/parskats/', figureRoutes('lv')],
  ['/en/figures/', figureRoutes('en')],
];
