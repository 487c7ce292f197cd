// The one way a form is taken in: read, check, store once, answer with a receipt.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { FieldError, FormDefinition } from '../../src/forms/field.ts';
import type { FormState } from '../../src/forms/render.ts';
import { isIdempotencyKey, validate } from '../../src/forms/validate.ts';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import { formPage } from '../views/form-page.ts';
import { readBody } from './read-body.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';

export interface Accepted {
  readonly data: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
}

interface Rejected {
  readonly response: Response;
}

/** A fresh key for a filling-in, URL-safe. */
export const newKey = (c: AppContext): string => toBase64Url(c.var.deps.random(18));

/** A form that was sent and did not pass: what was typed, and what is wrong with it. */
export interface RejectedForm extends FormState {
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
}

/** Answers a person whose form did not pass; programs get problem+json whatever the form. */
export type Reject = (c: AppContext, form: FormDefinition, state: RejectedForm) => Promise<Response>;

/** The form by itself on a page. */
const rejectAlone: Reject = (c, form, state) => page(c, formPage(form, state), 422);

/**
 * Reads and checks a request against the form. The key comes from the `Idempotency-Key` header, else from the hidden
 * field; without one this send gets its own, which makes it unrepeatable but never refused.
 */
export async function accept(
  c: AppContext,
  form: FormDefinition,
  reject: Reject = rejectAlone,
): Promise<Accepted | Rejected> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return { response: await problem(c, body.reason) };
  const header = c.req.header('idempotency-key');
  const payload = header === undefined ? body.payload : { ...body.payload, idempotencyKey: header };
  const today = rigaDate(c.var.deps.now());
  const checked = validate(form, payload, body.encoding, today);
  const sent = payload['idempotencyKey'];
  const key = isIdempotencyKey(sent) ? sent : newKey(c);
  if (!checked.ok) {
    const { errors, values } = checked;
    if (wantsJson(c)) return { response: await problem(c, 'invalid', { errors }) };
    return { response: await reject(c, form, { values, errors, idempotencyKey: key }) };
  }
  const { idempotencyKey: _, ...data } = checked.data;
  return { data, idempotencyKey: key };
}
