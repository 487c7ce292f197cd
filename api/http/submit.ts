// The only way a form is accepted: read, check, store once, respond with a receipt.
import { rigaDate } from '../../src/calendar/dates.ts';
import {
  BACK_FIELD,
  type FieldError,
  type FormDefinition,
  filesFieldOf,
  PAGE_FIELD,
  type Values,
} from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import type { FormState } from '../../src/forms/render.ts';
import { type Encoding, validate } from '../../src/forms/validate.ts';
import { suspicionOfKey } from '../domain/form-key.ts';
import type { Suspicion } from '../domain/suspicions.ts';
import { formPage } from '../views/form-page.ts';
import { fileErrors, type HeldFile } from './attached.ts';
import { type Attempt, countAttempt, readStopped } from './attempt.ts';
import { keepRefill } from './faults/refill.ts';
import { type FilesTaker, formFiles } from './form-files.ts';
import { type Gate, overHardLimit, passGate, refuse, type Stopped } from './gate.ts';
import { errorsOf, heldBy, namelessFiles, type Owner, withFiles } from './held.ts';
import { newKey, sentKey, withKeyHeader } from './key.ts';
import { languageOf } from './language.ts';
import { type FormFiles, readBody } from './read-body.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';

export interface Accepted {
  readonly data: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
  /** Why it may be spam; usually empty. */
  readonly suspicions: readonly Suspicion[];
  /** Complete files to be transferred to the submission (`claimFiles`). */
  readonly files: readonly HeldFile[];
}

interface Rejected {
  readonly response: Response;
}

/** The signs of spam in the sent values, regardless of the rate. */
async function signsIn(c: AppContext, key: string, trapped: boolean): Promise<Suspicion[]> {
  const ofKey = await suspicionOfKey(c.get('deps').keyring, key, c.get('deps').now());
  return [...(trapped ? (['honeypot'] as const) : []), ...(ofKey ? [ofKey] : [])];
}

/** A form that was sent and failed: the typed values and their errors. */
export interface RejectedForm extends FormState {
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
  readonly attached?: readonly HeldFile[];
}

/** Responds to a person whose form failed; programs get problem+json whatever the form. */
type Reject = (c: AppContext, form: FormDefinition, state: RejectedForm) => Promise<Response>;

/** Handles checked values before they are stored: a response, or null to continue. */
type Turn = (c: AppContext, form: FormDefinition, sent: Checked) => Promise<Response | null>;

export interface Checked {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
  /** Data beside the fields: the page it was sent from, the direction. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface AcceptOptions {
  /** Who counts the sends, before anything of them is checked. */
  readonly attempt: Attempt;
  /** For multi-page forms. */
  readonly turn?: Turn;
  /** Counts the attempt and checks for signs of spam; not needed by a form that stores nothing new. */
  readonly gate?: Gate;
  /** By default the form alone on a page. */
  readonly reject?: Reject;
  readonly owner?: Owner;
}

/** The form alone on a page. */
const rejectAlone: Reject = (c, form, state) => page(c, formPage(form, state), 422);

/**
 * Reads and checks a request against the form. The key comes from the `Idempotency-Key` header, else from the hidden
 * field; without one this send gets its own, which makes it unrepeatable but never refused. Every send is counted first
 * (`attempt`); forms with a `gate` are counted again when they are taken in, and looked at for signs of spam.
 */
export async function accept(
  c: AppContext,
  form: FormDefinition,
  options: AcceptOptions,
): Promise<Accepted | Rejected> {
  const { attempt } = options;
  const isCounted = typeof attempt === 'string' && attempt !== 'signed-in';
  const stopped = isCounted && (await countAttempt(c, attempt));
  if (stopped) {
    const read = await readStopped(c, [form, stopped], options);
    return 'response' in read ? read : check(c, form, options, read);
  }
  const filesField = filesFieldOf(form);
  // Before the body, so that no work is done on files that are refused anyway.
  const over = filesField ? await overHardLimit(c, options.gate) : null;
  const taker = filesField && formFiles(c, filesField, over !== null);
  const body = await readBody(c.req.raw, taker);
  if (!body.ok) return { response: await problem(c, body.reason, tooMuchOf(c, body.reason, taker)) };
  const payload = withKeyHeader(c, body.payload);
  const refused = typeof attempt === 'function' && (await attempt(payload));
  if (refused) return { response: refused };
  return check(c, form, options, { payload, encoding: body.encoding, taker, over });
}

interface Sent {
  readonly payload: Checked['payload'];
  readonly encoding: Encoding;
  /** What has become of the files that came with it. */
  readonly taker?: FilesTaker | undefined;
  /** Its files were not read, because nothing more is taken in now. */
  readonly over?: Stopped | null;
}

async function check(
  c: AppContext,
  form: FormDefinition,
  { turn, gate, reject = rejectAlone, owner }: AcceptOptions,
  { payload, encoding, taker, over = null }: Sent,
): Promise<Accepted | Rejected> {
  const checked = validate(form, payload, encoding, rigaDate(c.get('deps').now()));
  const idempotencyKey = sentKey(payload) ?? newKey(c);
  const { values } = checked;
  // A form with a page of its own in the register is sent again as it is (`faults/answer.ts`).
  if (reject === rejectAlone)
    keepRefill(c.req.raw, {
      form,
      state: { values, idempotencyKey, attached: namelessFiles(form, values) },
    });
  if (taker?.failure !== undefined) throw taker.failure;
  const held = await heldBy(c, form, { values, idempotencyKey, owner });
  const errors = errorsOf(form, checked, { taker, held });
  const { files } = held;
  if (gate && over && taker?.faults.length) {
    const unread = fileErrors(taker.field, taker.faults);
    const sentForm = { values, attached: files, idempotencyKey, errors: unread };
    return { response: await refuse(c, form, gate, sentForm, over) };
  }
  const turned = await turn?.(c, form, { values, errors, idempotencyKey, payload });
  if (turned) return { response: turned };
  if (!checked.ok || errors.length > 0) {
    if (wantsJson(c)) return { response: await problem(c, 'invalid', { errors }) };
    return { response: await reject(c, form, { values, errors, idempotencyKey, attached: files }) };
  }
  const {
    idempotencyKey: _,
    proofOfWork,
    proofAsked,
    [PAGE_FIELD]: __,
    [BACK_FIELD]: ___,
    ...data
  } = checked.data;
  const passed = await passGate(c, form, gate, {
    values,
    attached: files,
    idempotencyKey,
    proofOfWork: proofOfWork as string | undefined,
    proofAsked: proofAsked === true,
  });
  if ('response' in passed) return passed;
  const signs = gate ? await signsIn(c, idempotencyKey, checked.trapped) : [];
  return {
    data: withFiles(form, data, files),
    idempotencyKey,
    files,
    suspicions: [...signs, ...passed.suspicions],
  };
}

/** The error detail for a form that is too large because of its files. */
const tooMuchOf = (c: AppContext, reason: string, taker: FormFiles | undefined): { detail?: string } =>
  reason === 'too-large' && taker && /^multipart\//i.test(c.req.header('content-type') ?? '')
    ? { detail: messagesIn(languageOf(c)).files.formTooLarge }
    : {};
