// Free texts of surveys: `/registrs/aptaujas/<survey>/teksti/…`.
import { Hono } from 'hono';
import type { RegisterContext, RegisterEnv } from '../../http/register/env.ts';
import { registerPage } from '../../http/register/reply.ts';
import { deskRight } from '../../http/register/rights.ts';
import { clearNext, decideText, showText } from '../../http/register/text-clearing.ts';
import { saveTags, showTags } from '../../http/register/text-tags.ts';
import { printTexts, searchTexts, textsAnswer } from '../../http/register/texts.ts';
import { noOfficePage } from '../../views/register/no-office.ts';

export const surveyTextRoutes = new Hono<RegisterEnv>()
  .use('/:survey/teksti/*', deskRight('surveyTexts'))
  // Without the key nothing opens, which must not be mistaken for damaged texts.
  .use('/:survey/teksti/*', async (c, next) =>
    c.var.deps.office ? next() : registerPage(c as RegisterContext, noOfficePage(), 503),
  )
  .get('/:survey/teksti/', c => textsAnswer(c, c.req.param('survey')))
  .post('/:survey/teksti/', c => searchTexts(c, c.req.param('survey')))
  .get('/:survey/teksti/druka/', c => printTexts(c, c.req.param('survey')))
  .get('/:survey/teksti/izskatit/', c => clearNext(c, c.req.param('survey')))
  .get('/:survey/teksti/:text/', c => showText(c, c.req.param('survey'), c.req.param('text')))
  .post('/:survey/teksti/:text/', c => decideText(c, c.req.param('survey'), c.req.param('text')))
  .get('/:survey/teksti/:text/birkas/', c =>
    showTags(c, c.req.param('survey'), c.req.param('text'), { done: c.req.query('darits') === 'on' }),
  )
  .post('/:survey/teksti/:text/birkas/', c => saveTags(c, c.req.param('survey'), c.req.param('text')));
