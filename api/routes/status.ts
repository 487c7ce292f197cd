// POST /api/status: where a submission stands, by its secret code, which is never in an address.
import { Hono } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import { statusForm } from '../../src/forms/status.ts';
import type { AppEnv } from '../deps.ts';
import { parseTrackingCode } from '../domain/codes.ts';
import { type Explanation, explanationOf } from '../domain/due.ts';
import { codeHashOf } from '../domain/intake.ts';
import type { Submission, SubmissionEvent } from '../domain/submission.ts';
import { languageOf } from '../http/language.ts';
import { problemOf } from '../http/problems.ts';
import { type AppContext, json, methodNotAllowed, page, problem, wantsJson } from '../http/reply.ts';
import { sourceOf } from '../http/source.ts';
import { accept } from '../http/submit.ts';
import { formPage } from '../views/form-page.ts';
import { lookedUpOftenPage } from '../views/limited.ts';
import { statusPage } from '../views/status.ts';
import { eventName, viewWords } from '../views/words.ts';

const statusJson = (
  submission: Submission,
  events: readonly SubmissionEvent[],
  { lines }: Explanation,
  lang: Language,
) => ({
  reference: submission.reference,
  kind: submission.kind,
  state: submission.state,
  stateName: viewWords(lang).states[submission.state].name,
  stateMeaning: viewWords(lang).states[submission.state].meaning,
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  dueExplanation: lines,
  history: events.map(({ at, kind }) => ({ at, kind, text: eventName(kind, lang) })),
  messages: [],
  answer: null,
});

function unknownCode(c: AppContext, typed: string): Promise<Response> {
  if (wantsJson(c)) return problem(c, 'unknown-code');
  const lang = languageOf(c);
  const { title, detail } = problemOf('unknown-code', lang);
  const errors = [{ field: 'trackingCode', message: `${title}. ${detail}` }];
  return page(c, formPage(statusForm(lang), { values: { trackingCode: typed }, errors }), 404);
}

function tooOften(c: AppContext, typed: string, retryAfter: number): Promise<Response> {
  const headers = { 'Retry-After': String(retryAfter) };
  if (wantsJson(c)) return problem(c, 'looked-up-often', { headers });
  const { now, site } = c.var.deps;
  const again = new Date(now().getTime() + retryAfter * 1000);
  const state = { values: { trackingCode: typed } };
  return page(
    c,
    lookedUpOftenPage(statusForm(languageOf(c)), state, { again, centre: site.centre }),
    429,
    headers,
  );
}

export const statusRoutes = new Hono<AppEnv>()
  .post('/', async c => {
    const lang = languageOf(c);
    const accepted = await accept(c, statusForm(lang));
    if ('response' in accepted) return accepted.response;
    const { deps } = c.var;
    const typed = String(accepted.data['trackingCode']);
    // Counted before anything is known about the code: a wrong one costs as much as a right one.
    const looked = await deps.limiter.hit('look-up', await sourceOf(c));
    if (looked.outcome !== 'allowed') return tooOften(c, typed, looked.retryAfter);
    // What can't be a code is looked up all the same: an answer takes as long whatever was typed.
    const code = parseTrackingCode(typed);
    const found = await deps.submissions.findByCode(await codeHashOf(deps.keyring, code ?? typed));
    if (!found) return unknownCode(c, typed);
    const { submission, events } = found;
    const explanation = explanationOf(deps.site, submission, lang);
    return wantsJson(c)
      ? json(c, statusJson(submission, events, explanation, lang))
      : page(c, statusPage(submission, events, explanation, lang));
  })
  .all('/', methodNotAllowed('POST'));
