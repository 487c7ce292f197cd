// The one way a form is taken in: read, check, store once, answer with a receipt.
import { rigaDate } from '../../src/calendar/dates.ts';
import {
  BACK_FIELD,
  type FieldError,
  type FormDefinition,
  filesFieldOf,
  PAGE_FIELD,
  type Values,
} from '../../src/forms/field.ts';
import type { AttachedView } from '../../src/forms/field-parts.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import type { FormState } from '../../src/forms/render.ts';
import { isIdempotencyKey, MAX_TOKENS, type Validation, validate } from '../../src/forms/validate.ts';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import { isUploadToken } from '../domain/files/sealed.ts';
import { suspicionOfKey } from '../domain/form-key.ts';
import { idempotencyHashOf } from '../domain/intake.ts';
import type { Content } from '../domain/submission.ts';
import type { Suspicion } from '../domain/suspicions.ts';
import { formPage } from '../views/form-page.ts';
import { viewWords } from '../views/words.ts';
import { fileErrors, filesAsContent, type HeldFile, type HeldFiles, holdFiles } from './attached.ts';
import { keepRefill } from './faults/refill.ts';
import { formFiles } from './form-files.ts';
import { type Gate, overHardLimit, passGate, refuse } from './gate.ts';
import { languageOf } from './language.ts';
import { type FormFiles, readBody } from './read-body.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';

export interface Accepted {
  readonly data: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
  /** Why it may be spam; empty for most. */
  readonly suspicions: readonly Suspicion[];
  /** Whole files to be handed over to the submission (`claimFiles`). */
  readonly files: readonly HeldFile[];
}

interface Rejected {
  readonly response: Response;
}

/** A fresh key for a filling-in, URL-safe. */
export const newKey = (c: AppContext): string => toBase64Url(c.get('deps').random(18));

const NO_FILES: HeldFiles = { files: [], faults: [] };

/** The files whose tokens were sent, also where the rest of the form is at fault: they are to be shown again. */
async function heldBy(
  c: AppContext,
  { lang }: FormDefinition,
  tokens: unknown,
  owner: () => Promise<Uint8Array>,
): Promise<HeldFiles> {
  const sent = Array.isArray(tokens) ? tokens.filter(isUploadToken).slice(0, MAX_TOKENS) : [];
  return sent.length === 0 ? NO_FILES : holdFiles(c.get('deps'), sent, await owner(), lang);
}

/** Files by their tokens alone, for when the database can't be asked for their names. */
function unread(c: AppContext, form: FormDefinition, values: Values): AttachedView[] {
  const tokens = values[filesFieldOf(form)?.name ?? ''];
  const name = viewWords(languageOf(c)).attachments.unnamed;
  return Array.isArray(tokens)
    ? tokens
        .filter(isUploadToken)
        .slice(0, MAX_TOKENS)
        .map(token => ({ token, name, size: 0 }))
    : [];
}

/** The form's own errors, and what was wrong with its files in one sentence after another. */
function errorsOf(checked: Validation, taker: FormFiles | undefined, held: HeldFiles): FieldError[] {
  const field = taker?.field ?? '';
  // Why a file was not taken says more than that there is none.
  const errors = (checked.ok ? [] : checked.errors).filter(
    error => !taker?.faults.length || error.field !== field,
  );
  return [
    ...errors,
    // One message a field: what the schema says of the tokens comes first.
    ...(errors.some(error => error.field === field)
      ? []
      : fileErrors(field, [...(taker?.faults ?? []), ...held.faults])),
  ];
}

/** The signs of spam in what was sent, whatever the rate. */
async function signsIn(c: AppContext, key: string, trapped: boolean): Promise<Suspicion[]> {
  const ofKey = await suspicionOfKey(c.get('deps').keyring, key, c.get('deps').now());
  return [...(trapped ? (['honeypot'] as const) : []), ...(ofKey ? [ofKey] : [])];
}

/** A form that was sent and did not pass: what was typed, and what is wrong with it. */
export interface RejectedForm extends FormState {
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
  readonly attached?: readonly HeldFile[];
}

/** Answers a person whose form did not pass; programs get problem+json whatever the form. */
export type Reject = (c: AppContext, form: FormDefinition, state: RejectedForm) => Promise<Response>;

/** A look at what was checked before anything comes of it: an answer, or null to go on. */
export type Turn = (c: AppContext, form: FormDefinition, sent: Checked) => Promise<Response | null>;

export interface Checked {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
  /** What stood beside the fields: the page it was sent from, the way back. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface AcceptOptions {
  /** For forms that come page by page. */
  readonly turn?: Turn;
  /** Counts the attempt and looks for signs of spam; a form that stores nothing new needs none. */
  readonly gate?: Gate;
  /** The form by itself on a page, unless told. */
  readonly reject?: Reject;
  /** Whom files may belong to already: the idempotency hash of a submission. The one that this form makes, unless told. */
  readonly owner?: (values: Values, idempotencyKey: string) => Promise<Uint8Array | null>;
}

/** The form by itself on a page. */
const rejectAlone: Reject = (c, form, state) => page(c, formPage(form, state), 422);

/**
 * Reads and checks a request against the form. The key comes from the `Idempotency-Key` header, else from the hidden
 * field; without one this send gets its own, which makes it unrepeatable but never refused. Forms with a `gate` are counted and looked at for signs of spam.
 */
export async function accept(
  c: AppContext,
  form: FormDefinition,
  { turn, gate, reject = rejectAlone, owner }: AcceptOptions = {},
): Promise<Accepted | Rejected> {
  const filesField = filesFieldOf(form);
  // Before the body, so that no work is done on files that are refused anyway.
  const over = filesField ? await overHardLimit(c, gate) : null;
  const taker = filesField && formFiles(c, filesField, over !== null);
  const body = await readBody(c.req.raw, taker);
  if (!body.ok) return { response: await problem(c, body.reason, tooMuchOf(c, body.reason, taker)) };
  const header = c.req.header('idempotency-key');
  const payload = header === undefined ? body.payload : { ...body.payload, idempotencyKey: header };
  const today = rigaDate(c.get('deps').now());
  const checked = validate(form, payload, body.encoding, today);
  const sent = payload['idempotencyKey'];
  const idempotencyKey = isIdempotencyKey(sent) ? sent : newKey(c);
  // A form with a page of its own in the register is sent again as it is (`faults/answer.ts`).
  if (reject === rejectAlone)
    keepRefill(c.req.raw, {
      form,
      state: { values: checked.values, idempotencyKey, attached: unread(c, form, checked.values) },
    });
  if (taker?.failure !== undefined) throw taker.failure;
  const ownerOf = async () =>
    (await owner?.(checked.values, idempotencyKey)) ??
    idempotencyHashOf(c.get('deps').keyring, idempotencyKey);
  const held = filesField ? await heldBy(c, form, checked.values[filesField.name], ownerOf) : NO_FILES;
  const errors = errorsOf(checked, taker, held);
  const { files } = held;
  const { values } = checked;
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
    data: filesField ? withFiles(data, filesField.name, files) : data,
    idempotencyKey,
    files,
    suspicions: [...signs, ...passed.suspicions],
  };
}

/** The tokens give way to what is kept of the files. */
function withFiles(data: Content, field: string, files: readonly HeldFile[]): Content {
  const { [field]: _, ...typed } = data;
  return files.length > 0 ? { ...typed, [field]: filesAsContent(files) } : typed;
}

/** A form that is too large because of its files is told so. */
const tooMuchOf = (c: AppContext, reason: string, taker: FormFiles | undefined): { detail?: string } =>
  reason === 'too-large' && taker && /^multipart\//i.test(c.req.header('content-type') ?? '')
    ? { detail: messagesIn(languageOf(c)).files.formTooLarge }
    : {};
