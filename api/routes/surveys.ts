// POST /api/surveys/<id>/responses: answers without a name, stored once (rule points 10, 10.1).
import { Hono } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import { type SurveyDefinition, surveyState } from '../../src/forms/survey/definition.ts';
import { VERSION_FIELD } from '../../src/forms/survey/form.ts';
import type { AppEnv } from '../deps.ts';
import { idempotencyHashOf } from '../domain/intake.ts';
import { prepareResponse } from '../domain/response.ts';
import { formsOf } from '../http/forms.ts';
import { RECEIPT_PATH, rememberReceipt } from '../http/receipt-cookie.ts';
import { type AppContext, json, methodNotAllowed, problem, wantsJson } from '../http/reply.ts';
import { storeOnce } from '../http/store-once.ts';
import { type Accepted, accept } from '../http/submit.ts';

async function store(
  c: AppContext,
  survey: SurveyDefinition,
  { data, idempotencyKey, suspicions }: Accepted,
): Promise<Response> {
  const { deps } = c.var;
  const { [VERSION_FIELD]: _, ...answers } = data;
  const arrival = { survey, answers, idempotencyKey, suspicions, receivedAt: deps.now() };
  const result = await storeOnce(async attempt =>
    deps.responses.insert(await prepareResponse(deps, arrival, attempt)),
  );
  deps.log({
    level: 'info',
    event: 'survey-response',
    detail: { survey: survey.id, outcome: result.outcome },
  });
  if (result.outcome === 'conflict') return problem(c, 'conflict');
  const { reference, receivedOn, receipt } = result.response;
  if (wantsJson(c)) {
    // Nothing to follow up and no time of day: an answer must not lead back to a person.
    const body = {
      reference,
      trackingCode: null,
      receivedAt: receivedOn,
      dueOn: null,
      dueExplanation: [],
      receipt,
    };
    return json(c, body, 201);
  }
  rememberReceipt(c, { kind: 'survey', idempotencyKey, survey: survey.id });
  return c.redirect(RECEIPT_PATH, 303);
}

export const surveyRoutes = new Hono<AppEnv>()
  .post('/:id/responses', async c => {
    const known = formsOf(c.var.deps.site, 'lv').surveys.get(c.req.param('id'));
    if (!known) return problem(c, 'unknown-survey');
    const state = surveyState(known.survey, rigaDate(c.var.deps.now()));
    if (state !== 'open') return problem(c, state === 'future' ? 'survey-future' : 'survey-closed');
    const { keyring, responses } = c.var.deps;
    const stored = async (key: string): Promise<boolean> => {
      const hash = await idempotencyHashOf(keyring, `${known.survey.id} ${key}`);
      return (await responses.findByIdempotency(hash)) !== null;
    };
    const accepted = await accept(c, known.form, { gate: { action: 'survey', known: stored } });
    return 'response' in accepted ? accepted.response : store(c, known.survey, accepted);
  })
  .all('/:id/responses', methodNotAllowed('POST'));
