// Counting a send before anything of it is checked, and the answer to a sender over the limit: nothing of it is looked at
// any more, and everything typed comes back.
import { type FormDefinition, fieldsOf, PAGE_FIELD, type Values } from '../../src/forms/field.ts';
import type { FormState } from '../../src/forms/render.ts';
import { type Encoding, typedValue } from '../../src/forms/validate.ts';
import type { Action, Decision } from '../domain/limits.ts';
import { limitedPage, lookedUpOftenPage } from '../views/limited.ts';
import type { Gate } from './gate.ts';
import { heldBy, type Owner } from './held.ts';
import { newKey, sentKey, withKeyHeader } from './key.ts';
import { type FormFiles, readBody } from './read-body.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';
import { sourceOf } from './source.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What every send counts as, also one that is refused. */
export type Counted = Extract<Action, 'attempt' | 'survey-attempt' | 'look-up'>;

/**
 * Who counts the sends of a form: one of the limits; nobody, where only people who are signed in get so far; or a
 * function, for a form that may not count everybody. It answers a sender over the limit, or gives null to go on.
 */
export type Attempt = Counted | 'signed-in' | ((payload: Payload) => Promise<Response | null>);

/** A count that is over its limit. */
export interface Stopped {
  readonly counted: Counted;
  /** Seconds. */
  readonly retryAfter: number;
}

/** Counts one more; null to go on. */
export async function countAttempt(c: AppContext, counted: Counted): Promise<Stopped | null> {
  const decision: Decision = await c.var.deps.limiter.hit(counted, await sourceOf(c));
  return decision.outcome === 'allowed' ? null : { counted, retryAfter: decision.retryAfter };
}

/** The refusal, with the form as it was typed. Programs, and senders of what can't be read, get the problem alone. */
export function refuseAttempt(
  c: AppContext,
  { counted, retryAfter }: Stopped,
  form?: FormDefinition,
  state: FormState = {},
): Promise<Response> {
  const headers = { 'Retry-After': String(retryAfter) };
  if (wantsJson(c) || !form)
    return problem(c, counted === 'look-up' ? 'looked-up-often' : 'limited', { headers });
  const { now, site } = c.var.deps;
  const later = { again: new Date(now().getTime() + retryAfter * 1000), centre: site.centre };
  const isLookUp = counted === 'look-up' && !form.stores;
  return page(c, (isLookUp ? lookedUpOftenPage : limitedPage)(form, state, later), 429, headers);
}

interface Reading {
  readonly gate?: Gate | undefined;
  readonly owner?: Owner | undefined;
}

/**
 * Reads a form of which too many were sent, and gives it back without a look at what is in it. Only what is stored
 * already may go on, to get its receipt again: it may be the network that loses answers. Since that tells whether a key
 * is known, it counts as a look-up.
 */
export async function readStopped(
  c: AppContext,
  [form, stopped]: readonly [FormDefinition, Stopped],
  { gate, owner }: Reading,
): Promise<{ readonly response: Response } | { readonly payload: Payload; readonly encoding: Encoding }> {
  const files = leaveFiles(form);
  const body = await readBody(c.req.raw, files.taker);
  if (!body.ok) return { response: await refuseAttempt(c, stopped) };
  const payload = withKeyHeader(c, body.payload);
  const key = sentKey(payload);
  // Without the files that came with it, it would be another one.
  const mayBeKnown = gate && key !== null && !files.left() && !(await countAttempt(c, 'look-up'));
  if (mayBeKnown && (await gate.known(key))) return { payload, encoding: body.encoding };
  if (wantsJson(c)) return { response: await refuseAttempt(c, stopped) };
  const [values, idempotencyKey] = [typedIn(form, payload), key ?? newKey(c)];
  const { files: attached } = await heldBy(c, form, { values, idempotencyKey, owner });
  const state = { values, idempotencyKey, attached, ...pageIn(form, payload) };
  return { response: await refuseAttempt(c, stopped, form, state) };
}

/** What a browser sent, unchecked, to be put back into the form. */
export const typedIn = (form: FormDefinition, payload: Payload): Values =>
  Object.fromEntries(
    fieldsOf(form).map(field => [
      field.name,
      typedValue(field, payload[field.name] ?? payload[`${field.name}[]`]),
    ]),
  );

/** The page of a form in pages that it was sent from. */
export function pageIn({ pages }: FormDefinition, payload: Payload): Pick<FormState, 'page'> {
  if (pages === undefined) return {};
  const sent = Number(payload[PAGE_FIELD]);
  return { page: Number.isInteger(sent) && sent >= 1 && sent <= pages ? sent : 1 };
}

/** Takes no file of the form: those of a sender over the limit are neither read nor stored. */
function leaveFiles(form: FormDefinition): {
  readonly taker: FormFiles | undefined;
  readonly left: () => boolean;
} {
  const field = fieldsOf(form).find(({ kind }) => kind === 'files')?.name;
  let left = false;
  const take: FormFiles['take'] = async ({ fileName }) => {
    left ||= fileName !== '';
    return '';
  };
  return { taker: field === undefined ? undefined : { field, faults: [], take }, left: () => left };
}
