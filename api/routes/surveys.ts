// POST /api/surveys/<id>/responses: anonymous answers, stored once (rule points 10, 10.1).
import { Hono } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import type { FormDefinition } from '../../src/forms/field.ts';
import type { Answers } from '../../src/forms/survey/asked.ts';
import { type SurveyDefinition, surveyState } from '../../src/forms/survey/definition.ts';
import { VERSION_FIELD } from '../../src/forms/survey/version-field.ts';
import type { AppEnv } from '../deps.ts';
import type { SurveyChannel } from '../domain/surveys/counts.ts';
import {
  isSpeeder,
  prepareResponse,
  responseHashOf,
  type SurveyArrival,
  seenMark,
} from '../domain/surveys/response.ts';
import { givenAt } from '../domain/surveys/waited.ts';
import type { Suspicion } from '../domain/suspicions.ts';
import { formsOf } from '../http/forms.ts';
import { lateAnswer, waitedOf } from '../http/kiosk-late.ts';
import { languageOf, localised } from '../http/language.ts';
import { RECEIPT_PATH, rememberReceipt } from '../http/receipt-cookie.ts';
import { type AppContext, json, problem, wantsJson } from '../http/reply.ts';
import { sourceOf } from '../http/source.ts';
import { storeOnce } from '../http/store-once.ts';
import { type Accepted, accept } from '../http/submit.ts';
import { surveyGone } from '../http/survey-gone.ts';
import { turnSurvey } from '../http/survey-turn.ts';

/** A kiosk is one device for everybody: equal or quick answers from its network mean nothing. */
async function withSigns(c: AppContext, plain: SurveyArrival): Promise<SurveyArrival> {
  const { deps } = c.var;
  if (plain.channel !== 'web' || (await isStored(c, plain.survey, plain.idempotencyKey))) return plain;
  const source = await sourceOf(c);
  const seen = source === null ? null : await seenMark(deps, source, plain);
  const twice = seen !== null && (await deps.responses.seen(seen, rigaDate(plain.receivedAt)));
  const signs: Suspicion[] = [
    ...(isSpeeder(plain) ? (['speeder'] as const) : []),
    ...(twice ? (['duplicate'] as const) : []),
  ];
  return { ...plain, seen, suspicions: [...plain.suspicions, ...signs] };
}

/** True when a response with this key is stored: sending it again is not a new response. */
async function isStored(c: AppContext, survey: SurveyDefinition, idempotencyKey: string): Promise<boolean> {
  const { keyring, responses } = c.var.deps;
  return (
    (await responses.findByIdempotency(await responseHashOf(keyring, survey.id, idempotencyKey))) !== null
  );
}

interface Known {
  readonly survey: SurveyDefinition;
  readonly form: FormDefinition;
  /** Counted separately, and in no later month than the survey's last. */
  readonly isLate?: boolean;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

const channelOf = ({ audience }: SurveyDefinition): SurveyChannel => (audience === 'kiosk' ? 'kiosk' : 'web');

async function store(
  c: AppContext,
  { survey, form: { lang }, isLate }: Known,
  accepted: Accepted,
  closes: string,
): Promise<Response> {
  const { deps } = c.var;
  const { idempotencyKey } = accepted;
  const suspicions: readonly Suspicion[] = isLate ? [...accepted.suspicions, 'late'] : accepted.suspicions;
  const { [VERSION_FIELD]: _, ...answers } = accepted.data as Answers;
  const channel = channelOf(survey);
  const receivedAt = deps.now();
  const arrival = await withSigns(c, {
    survey,
    answers,
    idempotencyKey,
    channel,
    suspicions,
    receivedAt,
    ...(isLate ? { month: earlier(rigaDate(receivedAt), closes).slice(0, 7) } : {}),
    seen: null,
  });
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
    // No follow-up and no time of day: an answer must not lead back to a person.
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
  await rememberReceipt(c, { kind: 'survey', idempotencyKey, survey: survey.id });
  return c.redirect(localised(RECEIPT_PATH, lang), 303);
}

export const surveyRoutes = new Hono<AppEnv>().post('/:id/responses', async c => {
  const known = formsOf(c.var.deps.site, languageOf(c)).surveys.get(c.req.param('id'));
  if (!known) return surveyGone(c, 'unknown-survey');
  // Staff answer by invitation, where the process supports it (`staff-surveys.ts`).
  if (known.survey.audience === 'staff') return problem(c, 'survey-staff');
  const { survey } = known;
  const waited = waitedOf(c, survey);
  const late = waited && (await lateAnswer(c, survey, waited));
  const state = surveyState(survey, rigaDate(c.var.deps.now()));
  if (state !== 'open' && !late) return surveyGone(c, state === 'future' ? 'survey-future' : 'survey-closed');
  const accepted = await accept(c, late ? late.form : known.form, {
    attempt: 'survey-attempt',
    turn: turnSurvey,
    gate: {
      action: 'survey',
      known: key => isStored(c, survey, key),
      givenAt: waited && givenAt(waited, c.var.deps.now()),
    },
  });
  return 'response' in accepted
    ? accepted.response
    : store(c, late ? { ...late, isLate: true } : known, accepted, survey.closes);
});
