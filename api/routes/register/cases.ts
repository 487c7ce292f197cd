// A case and its actions: `/registrs/lietas/<number>/…`.
import { Hono } from 'hono';
import { openAttachment } from '../../domain/files/reading.ts';
import { may } from '../../domain/register/rights.ts';
import { attachmentResponse } from '../../http/attachment-response.ts';
import { act, actionOf, showAction } from '../../http/register/act.ts';
import { caseAnswer, notFound, printAnswer } from '../../http/register/case-answer.ts';
import { LETTER } from '../../http/register/desk.ts';
import type { RegisterEnv } from '../../http/register/env.ts';
import { findCase, recordLook } from '../../http/register/find-case.ts';
import { letterAnswer } from '../../http/register/letter-page.ts';
import { actionWords } from '../../views/register/words-actions.ts';

export const caseRoutes = new Hono<RegisterEnv>();

caseRoutes.get('/:reference/', async c => {
  const of = await findCase(c, c.req.param('reference'));
  if (!of) return notFound(c);
  await recordLook(c, of);
  const done = actionOf(c.req.query('darits') ?? '');
  return caseAnswer(
    c,
    of,
    done ? { notice: { tone: 'success', title: 'Saglabāts', text: actionWords[done].done } } : {},
  );
});

/** A download, never shown in the browser; each download is in the history. */
caseRoutes.get('/:reference/faili/:file', async c => {
  const of = await findCase(c, c.req.param('reference'));
  const file = of?.files.find(({ id }) => id === c.req.param('file'));
  if (!of?.of.contentKey || !file) return notFound(c);
  const opened = await openAttachment(c.var.deps, of.of.contentKey, file.id);
  if (!opened.ok) return notFound(c);
  await recordLook(c, of, 'file-opened');
  return attachmentResponse(opened.file, opened.body);
});

caseRoutes.get(`/:reference/${actionWords.print.slug}/`, async c => {
  const of = await findCase(c, c.req.param('reference'));
  return of && may(c.var.person, 'print', of.of.standing) ? printAnswer(c, of) : notFound(c);
});

caseRoutes.get(`/:reference/${LETTER}`, c => letterAnswer(c, c.req.param('reference')));

caseRoutes.get('/:reference/:action/', c => {
  const action = actionOf(c.req.param('action'));
  return action ? showAction(c, c.req.param('reference'), action) : notFound(c);
});

caseRoutes.post('/:reference/:action/', c => {
  const action = actionOf(c.req.param('action'));
  return action ? act(c, c.req.param('reference'), action) : notFound(c);
});
