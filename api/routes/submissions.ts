// POST /api/complaints and /api/feedback: one form makes exactly one row and a receipt (design §3).
import { Hono } from 'hono';
import type { Kind } from '../../src/contract/kinds.ts';
import type { FormDefinition } from '../../src/forms/field.ts';
import type { AppEnv } from '../deps.ts';
import { explanationOf } from '../domain/due.ts';
import { arrivalOf, idempotencyHashOf } from '../domain/intake.ts';
import type { Content } from '../domain/submission.ts';
import { acknowledgedAt } from '../http/acknowledge.ts';
import { formsOf } from '../http/forms.ts';
import { languageOf, localised } from '../http/language.ts';
import { RECEIPT_PATH, rememberReceipt } from '../http/receipt-cookie.ts';
import { type AppContext, json, problem, wantsJson } from '../http/reply.ts';
import { type Accepted, accept } from '../http/submit.ts';
import { belongings, takeIn } from '../http/take-in.ts';
import type { Receipted } from '../store/intake.ts';

interface Intake {
  readonly form: FormDefinition;
  /** Splits checked data into the kind of submission and its content. */
  readonly read: (data: Content) => { readonly kind: Kind; readonly content: Content };
}

const receiptJson = (submission: Receipted, trackingCode: string, dueExplanation: readonly string[]) => ({
  reference: submission.reference,
  trackingCode,
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  dueExplanation,
  receipt: submission.receipt,
});

async function store(c: AppContext, intake: Intake, accepted: Accepted): Promise<Response> {
  const deps = c.get('deps');
  const { data, idempotencyKey, suspicions, files } = accepted;
  const { kind, content } = intake.read(data);
  const arrival = arrivalOf(content, { kind, idempotencyKey, suspicions, receivedAt: deps.now() });
  const lang = languageOf(c);
  const result = await takeIn(
    deps,
    arrival,
    belongings(deps, { files, to: acknowledgedAt(deps, arrival, content), lang }),
  );
  if (result.outcome === 'stored') deps.mail.wake();
  deps.log({
    level: 'info',
    event: 'submission',
    detail: {
      kind,
      outcome: result.outcome,
      ...(suspicions.length > 0 ? { suspicions: suspicions.join(' ') } : {}),
    },
  });
  if (result.outcome === 'conflict') return problem(c, 'conflict');
  if (wantsJson(c)) {
    const { lines } = explanationOf(deps.site, result.submission, lang);
    return json(c, receiptJson(result.submission, result.trackingCode, lines), 201);
  }
  await rememberReceipt(c, { kind: 'submission', idempotencyKey });
  return c.redirect(localised(RECEIPT_PATH, lang), 303);
}

function intakeRoute(intakeOf: (c: AppContext) => Intake): Hono<AppEnv> {
  const route = new Hono<AppEnv>();
  route.post('/', async c => {
    const intake = intakeOf(c);
    const { keyring, submissions } = c.get('deps');
    const known = async (key: string): Promise<boolean> =>
      (await submissions.findByIdempotency(await idempotencyHashOf(keyring, key))) !== null;
    const accepted = await accept(c, intake.form, {
      attempt: 'attempt',
      gate: { action: 'submit', known },
    });
    return 'response' in accepted ? accepted.response : store(c, intake, accepted);
  });
  return route;
}

/** Complaints (rule points 5.1.2, 10.1, 13). */
export const complaintRoutes = intakeRoute(c => ({
  form: formsOf(c.get('deps').site, languageOf(c)).complaint,
  read: content => ({ kind: 'complaint', content }),
}));

/** Suggestions, gratitude, questions, notes about the site (rule point 10.1). */
export const feedbackRoutes = intakeRoute(c => ({
  form: formsOf(c.get('deps').site, languageOf(c)).feedback,
  read: ({ kind, ...content }) => ({ kind: kind as Kind, content }),
}));
