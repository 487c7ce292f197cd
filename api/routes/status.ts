// POST /api/status: where a submission stands, by its secret code, which is never in an address.
import { Hono } from 'hono';
import { statusForm } from '../../src/forms/status.ts';
import type { AppEnv } from '../deps.ts';
import { parseTrackingCode } from '../domain/codes.ts';
import { codeHashOf } from '../domain/intake.ts';
import type { Submission, SubmissionEvent } from '../domain/submission.ts';
import { problems } from '../http/problems.ts';
import { type AppContext, json, methodNotAllowed, page, problem, wantsJson } from '../http/reply.ts';
import { accept } from '../http/submit.ts';
import { formPage } from '../views/form-page.ts';
import { statusPage } from '../views/status.ts';
import { eventName, STATE_MEANINGS, STATE_NAMES } from '../views/words.ts';

const statusJson = (submission: Submission, events: readonly SubmissionEvent[]) => ({
  reference: submission.reference,
  kind: submission.kind,
  state: submission.state,
  stateName: STATE_NAMES[submission.state],
  stateMeaning: STATE_MEANINGS[submission.state],
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  dueExplanation: submission.dueExplanation,
  history: events.map(({ at, kind }) => ({ at, kind, text: eventName(kind) })),
  messages: [],
  answer: null,
});

function unknownCode(c: AppContext, typed: string): Promise<Response> {
  if (wantsJson(c)) return problem(c, 'unknown-code');
  const { title, detail } = problems['unknown-code'];
  const errors = [{ field: 'trackingCode', message: `${title}. ${detail}` }];
  return page(c, formPage(statusForm, { values: { trackingCode: typed }, errors }), 404);
}

export const statusRoutes = new Hono<AppEnv>()
  .post('/', async c => {
    const accepted = await accept(c, statusForm);
    if ('response' in accepted) return accepted.response;
    const { deps } = c.var;
    const typed = String(accepted.data['trackingCode']);
    // What can't be a code is looked up all the same: an answer takes as long whatever was typed.
    const code = parseTrackingCode(typed);
    const found = await deps.submissions.findByCode(await codeHashOf(deps.keyring, code ?? typed));
    if (!found) return unknownCode(c, typed);
    return wantsJson(c)
      ? json(c, statusJson(found.submission, found.events))
      : page(c, statusPage(found.submission, found.events));
  })
  .all('/', methodNotAllowed('POST'));
