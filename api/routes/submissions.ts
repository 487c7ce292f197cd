// POST /api/complaints and /api/feedback: a form in, exactly one row, a receipt out (design §3).
import { Hono } from 'hono';
import type { FormDefinition } from '../../src/forms/field.ts';
import type { AppEnv } from '../deps.ts';
import { explanationOf, prepare, trackingCodeOf } from '../domain/intake.ts';
import type { Content, Kind, Submission } from '../domain/submission.ts';
import { claimFiles } from '../http/attached.ts';
import { formsOf } from '../http/forms.ts';
import { languageOf, localised } from '../http/language.ts';
import { RECEIPT_PATH, rememberReceipt } from '../http/receipt-cookie.ts';
import { type AppContext, json, methodNotAllowed, problem, wantsJson } from '../http/reply.ts';
import { type Accepted, accept, storeOnce } from '../http/submit.ts';

interface Intake {
  readonly form: FormDefinition;
  /** Splits checked data into the kind of submission and what was written. */
  readonly read: (data: Content) => { readonly kind: Kind; readonly content: Content };
}

const receiptJson = (submission: Submission, trackingCode: string, dueExplanation: readonly string[]) => ({
  reference: submission.reference,
  trackingCode,
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  dueExplanation,
  receipt: submission.receipt,
});

async function store(c: AppContext, intake: Intake, accepted: Accepted): Promise<Response> {
  const { data, idempotencyKey, files } = accepted;
  const { deps } = c.var;
  const arrival = { ...intake.read(data), idempotencyKey, receivedAt: deps.now() };
  const result = await storeOnce(async attempt => {
    const submission = await prepare(deps, arrival, attempt);
    const { reference } = submission;
    // The content itself is not sealed yet; until it is, a key of the server's own stands in for its key.
    const contentKey = await deps.keyring.mac('upload', `content ${reference}`);
    return deps.submissions.insert(submission, await claimFiles(deps, files, { reference, contentKey }));
  });
  deps.log({ level: 'info', event: 'submission', detail: { kind: arrival.kind, outcome: result.outcome } });
  if (result.outcome === 'conflict') return problem(c, 'conflict');
  const lang = languageOf(c);
  if (wantsJson(c)) {
    const { lines } = explanationOf(deps.site, result.submission, lang);
    const trackingCode = await trackingCodeOf(deps.keyring, idempotencyKey);
    return json(c, receiptJson(result.submission, trackingCode, lines), 201);
  }
  rememberReceipt(c, { kind: 'submission', idempotencyKey });
  return c.redirect(localised(RECEIPT_PATH, lang), 303);
}

function intakeRoute(intakeOf: (c: AppContext) => Intake): Hono<AppEnv> {
  const route = new Hono<AppEnv>();
  route.post('/', async c => {
    const intake = intakeOf(c);
    const accepted = await accept(c, intake.form);
    return 'response' in accepted ? accepted.response : store(c, intake, accepted);
  });
  route.all('/', methodNotAllowed('POST'));
  return route;
}

/** Complaints (rule points 5.1.2, 10.1, 13). */
export const complaintRoutes = intakeRoute(c => ({
  form: formsOf(c.var.deps.site, languageOf(c)).complaint,
  read: content => ({ kind: 'complaint', content }),
}));

/** Suggestions, gratitude, questions, notes about the site (rule point 10.1). */
export const feedbackRoutes = intakeRoute(c => ({
  form: formsOf(c.var.deps.site, languageOf(c)).feedback,
  read: ({ kind, ...content }) => ({ kind: kind as Kind, content }),
}));
