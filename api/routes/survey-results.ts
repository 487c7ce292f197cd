// GET /aptaujas/<id>/rezultati/, /en/surveys/<id>/results/ and /dati/aptaujas/<id>.csv, .json, .kodi.json:
// public results, when the editor has published them. Served with the register, on Node.
import { Hono } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { asApp, type DeskContext, type DeskEnv } from '../http/register/env.ts';
import { FRESH, page, problem } from '../http/reply.ts';
import { publicResultsOf } from '../http/surveys/public-results.ts';
import { codebook, resultsCsv, resultsJson } from '../views/surveys/data.ts';
import { publicResultsPage, unpublishedPage } from '../views/surveys/public.ts';

/** The survey in the language; undefined when not translated. */
function surveyIn({ deps }: DeskContext['var'], id: string, lang: Language): SurveyDefinition | undefined {
  const { surveys, surveysEn } = deps.site;
  return (lang === 'en' ? surveysEn : surveys).find(survey => survey.id === id);
}

async function answer(c: DeskContext, words: SurveyDefinition, lang: Language): Promise<Response> {
  const { deps } = c.var;
  // The Latvian file decides whether they are published; the English one only has texts.
  const asked = surveyIn(c.var, words.id, 'lv') ?? words;
  const results = asked.results.public ? await publicResultsOf(deps, asked) : null;
  if (!results) return page(asApp(c), unpublishedPage(words, lang), 404);
  const { rulePoints, figuresCss, resultsCss } = deps.site;
  const isTranslated = surveyIn(c.var, words.id, 'en') !== undefined;
  return page(
    asApp(c),
    publicResultsPage({
      lang,
      results,
      words,
      rulePoints,
      css: [figuresCss, resultsCss],
      isTranslated,
      hasData: asked.results.openData,
    }),
  );
}

function resultRoutes(lang: Language): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get(lang === 'lv' ? '/:id/rezultati/' : '/:id/results/', (c, next) => {
    const survey = surveyIn(c.var, c.req.param('id'), lang);
    if (!survey || (lang === 'en' && c.var.deps.site.shellEn === null)) return next();
    return answer(c, survey, lang);
  });
}

const FILES = /^([a-z][a-z0-9-]*)\.(csv|json|kodi\.json)$/;

const dataRoutes = new Hono<DeskEnv>().get('/:file', async (c, next) => {
  const [, id = '', type] = FILES.exec(c.req.param('file')) ?? [];
  const survey = type && surveyIn(c.var, id, 'lv');
  if (!survey) return next();
  const results = survey.results.openData ? await publicResultsOf(c.var.deps, survey) : null;
  if (!results) return problem(asApp(c), 'not-found');
  if (type === 'json') return c.json(resultsJson(results), 200, FRESH);
  if (type === 'kodi.json') return c.json(codebook(results), 200, FRESH);
  return c.body(resultsCsv(results), 200, {
    ...FRESH,
    'Content-Type': 'text/csv; charset=utf-8; header=present',
  });
});

export const SURVEY_RESULT_ROUTES: readonly (readonly [path: string, routes: Hono<DeskEnv>])[] = [
  ['/aptaujas/', resultRoutes('lv')],
  ['/en/surveys/', resultRoutes('en')],
  ['/dati/aptaujas/', dataRoutes],
];
