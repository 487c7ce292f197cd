// The one way a form is taken in: read, check, store once, answer with a receipt.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { FormDefinition, Values } from '../../src/forms/field.ts';
import { isIdempotencyKey, validate } from '../../src/forms/validate.ts';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import { suspicionOfKey } from '../domain/form-key.ts';
import type { Suspicion } from '../domain/suspicions.ts';
import { formPage } from '../views/form-page.ts';
import { type Gate, passGate } from './gate.ts';
import { readBody } from './read-body.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';

export interface Accepted {
  readonly data: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
  /** Why it may be spam; empty for most. */
  readonly suspicions: readonly Suspicion[];
}

interface Rejected {
  readonly response: Response;
}

/** A fresh key for a filling-in, URL-safe. */
export const newKey = (c: AppContext): string => toBase64Url(c.var.deps.random(18));

async function reject(
  c: AppContext,
  form: FormDefinition,
  values: Values,
  key: string,
  errors: readonly { field: string; message: string }[],
) {
  if (wantsJson(c)) return problem(c, 'invalid', { errors });
  return page(c, formPage(form, { values, errors, idempotencyKey: key }), 422);
}

/** The signs of spam in what was sent, whatever the rate. */
async function signsIn(c: AppContext, key: string, trapped: boolean): Promise<Suspicion[]> {
  const ofKey = await suspicionOfKey(c.var.deps.keyring, key, c.var.deps.now());
  return [...(trapped ? (['honeypot'] as const) : []), ...(ofKey ? [ofKey] : [])];
}

/**
 * Reads and checks a request against the form. The key comes from the `Idempotency-Key` header, else from the hidden
 * field; without one this send gets its own, which makes it unrepeatable but never refused. Forms with a `gate` are counted and looked at for signs of spam.
 */
export async function accept(c: AppContext, form: FormDefinition, gate?: Gate): Promise<Accepted | Rejected> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return { response: await problem(c, body.reason) };
  const header = c.req.header('idempotency-key');
  const payload = header === undefined ? body.payload : { ...body.payload, idempotencyKey: header };
  const today = rigaDate(c.var.deps.now());
  const checked = validate(form, payload, body.encoding, today);
  const sent = payload['idempotencyKey'];
  const key = isIdempotencyKey(sent) ? sent : newKey(c);
  if (!checked.ok) return { response: await reject(c, form, checked.values, key, checked.errors) };
  const { idempotencyKey: _, proofOfWork, proofAsked, ...data } = checked.data;
  if (!gate) return { data, idempotencyKey: key, suspicions: [] };
  const passed = await passGate(c, form, gate, {
    values: checked.values,
    idempotencyKey: key,
    proofOfWork: proofOfWork as string | undefined,
    proofAsked: proofAsked === true,
  });
  if ('response' in passed) return passed;
  const signs = await signsIn(c, key, checked.trapped);
  return { data, idempotencyKey: key, suspicions: [...signs, ...passed.suspicions] };
}
