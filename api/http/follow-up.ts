// A submitter's step from its form: found by the code, decided and stored in the journal's turn, answered by
// the page.
import type { Values } from '../../src/forms/field.ts';
import { type FollowUpForm, followUpForm } from '../../src/forms/follow-up.ts';
import { statusForm } from '../../src/forms/status.ts';
import { parseTrackingCode } from '../domain/codes.ts';
import { type Action, type Refusal, refusalOf } from '../domain/follow-up.ts';
import { codeHashOf } from '../domain/intake.ts';
import { prepareStep } from '../domain/step.ts';
import { formPage } from '../views/form-page.ts';
import { withdrawPage } from '../views/withdraw.ts';
import { followUpView } from '../views/words-follow-up.ts';
import { claimFiles } from './attached.ts';
import { copyAnswer } from './copy-answer.ts';
import { languageOf } from './language.ts';
import { findByTypedCode, type LookedUp, lookAgain } from './look-up.ts';
import { problemOf } from './problems.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';
import { statusAnswer } from './status-answer.ts';
import { type Accepted, accept, type RejectedForm } from './submit.ts';

/** Technical fields, which are not part of the step's content. */
const BESIDES = new Set(['trackingCode', 'confirmed', 'format']);

const contentOf = (data: Accepted['data']) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !BESIDES.has(name)));

/** A person's rejected form: on the page of the submission, open, with everything typed. */
async function rejected(c: AppContext, action: Action, state: RejectedForm): Promise<Response> {
  const lang = languageOf(c);
  const typed = String(state.values?.['trackingCode'] ?? '');
  const atCode = state.errors.filter(({ field }) => field === 'trackingCode');
  if (atCode.length > 0)
    return page(c, formPage(statusForm(lang), { values: { trackingCode: typed }, errors: atCode }), 422);
  const found = await findByTypedCode(c, typed);
  if ('response' in found) return found.response;
  if (action === 'withdraw' && state.errors.every(({ field }) => field === 'confirmed'))
    return confirm(c, found, state.idempotencyKey);
  return statusAnswer(c, found, { rejected: { form: action, state }, status: 422 });
}

/** Withdrawal cannot be undone: a person is asked to confirm, unless it is no longer possible. */
function confirm(c: AppContext, found: LookedUp, idempotencyKey: string): Promise<Response> {
  const { of, trackingCode } = found;
  const reason = refusalOf(of.standing, 'withdraw');
  if (reason) return refused(c, found, { action: 'withdraw', reason, values: {} });
  const { reference } = of.submission;
  return page(c, withdrawPage({ reference, trackingCode, idempotencyKey }, languageOf(c)));
}

interface NotTaken {
  readonly action: Action;
  readonly reason: Refusal | 'conflict';
  readonly values: Values;
}

/**
 * Says why, and returns the text: in its own form, or as a message when the page no longer offers that form.
 */
function refused(c: AppContext, found: LookedUp, { action, reason, values }: NotTaken): Promise<Response> {
  if (wantsJson(c)) return problem(c, reason);
  const lang = languageOf(c);
  const { title, detail } = reason === 'conflict' ? followUpView(lang).conflict : problemOf(reason, lang);
  const form: FollowUpForm = refusalOf(found.of.standing, action) === null ? action : 'message';
  const text = values['text'] ?? values['comment'];
  return statusAnswer(c, found, {
    notice: { tone: 'warn', title, text: detail },
    status: 409,
    ...(text ? { rejected: { form, state: { values: { ...values, text } } } } : {}),
  });
}

/** The page with the result of the step. */
function done(c: AppContext, action: Exclude<Action, 'copy'>, before: LookedUp, after: LookedUp) {
  const asked = action === 'message' && before.of.standing.state === 'needs-information';
  const words = followUpView(languageOf(c)).done[asked ? 'information' : action];
  return statusAnswer(c, after, { notice: { tone: 'success', ...words } });
}

/** A repeated step refers to files that its submission already owns. */
async function ownerOf(c: AppContext, values: Values): Promise<Uint8Array | null> {
  const { keyring, submissions } = c.var.deps;
  const trackingCode = parseTrackingCode(String(values['trackingCode']));
  const found = trackingCode && (await submissions.findByCode(await codeHashOf(keyring, trackingCode)));
  return found ? found.submission.idempotencyHash : null;
}

/** Takes one step for the holder of the code. */
export async function followUp(c: AppContext, action: Action): Promise<Response> {
  const { deps } = c.var;
  const form = followUpForm(action, languageOf(c));
  const accepted = await accept(c, form, {
    attempt: 'look-up',
    reject: (_, __, state) => rejected(c, action, state),
    owner: values => ownerOf(c, values),
  });
  if ('response' in accepted) return accepted.response;
  const { data, idempotencyKey, files } = accepted;
  const found = await findByTypedCode(c, String(data['trackingCode']));
  if ('response' in found) return found.response;
  const { contentKey, submission } = found.of;
  const step = await prepareStep(
    deps,
    { reference: submission.reference, contentKey },
    { action, data: contentOf(data), at: deps.now(), idempotencyKey },
  );
  const { reference } = submission;
  const taken = await deps.takeStep(step, async ({ message }) =>
    contentKey ? claimFiles(deps, files, { reference, contentKey, message: message?.id }) : [],
  );
  deps.log({ level: 'info', event: 'step', detail: { action, outcome: taken.outcome } });
  const after = await lookAgain(c, found);
  if (!after || taken.outcome === 'gone') return problem(c, 'unknown-code');
  if (taken.outcome === 'refused' || taken.outcome === 'conflict') {
    const reason = taken.outcome === 'refused' ? taken.reason : taken.outcome;
    return refused(c, after, { action, reason, values: data as Values });
  }
  return action === 'copy' ? copyAnswer(c, after, data['format']) : done(c, action, found, after);
}
