// Decides whether a checked form is accepted now. At an unusual rate it asks for a proof of work once; a form
// sent again without one is accepted and flagged. Only the hard limit refuses, and then nothing typed is
// lost.

import type { FieldError, FormDefinition, Values } from '../../src/forms/field.ts';
import type { AttachedView } from '../../src/forms/field-parts.ts';
import type { Action, Decision } from '../domain/limits.ts';
import type { Suspicion } from '../domain/suspicions.ts';
import { askedPage, limitedPage } from '../views/limited.ts';
import { checkProof } from './proof.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';
import { sourceOf } from './source.ts';

const HOUR_MS = 3_600_000;

export interface Gate {
  readonly action: Extract<Action, 'submit' | 'survey'>;
  /** Whether a submission with this key is already stored: sending it again makes no new submission. */
  readonly known: (idempotencyKey: string) => Promise<boolean>;
  /**
   * When the answer was given, according to the sender: answers that waited for the network count in that
   * hour.
   */
  readonly givenAt?: Date | null;
}

/** Data sent with the fields. */
export interface Sent {
  readonly values: Values;
  /** Files sent with the form; they need not be chosen again. */
  readonly attached: readonly AttachedView[];
  readonly idempotencyKey: string;
  readonly proofOfWork: string | undefined;
  /** The page it was sent from already asked for a proof. */
  readonly proofAsked: boolean;
}

/** What is given back; `errors` say which files have to be chosen again. */
type Refused = Pick<Sent, 'values' | 'attached' | 'idempotencyKey'> & {
  readonly errors?: readonly FieldError[];
};

export type Passed = { readonly suspicions: readonly Suspicion[] } | { readonly response: Response };

export type Stopped = Exclude<Decision, { outcome: 'allowed' }>;

/**
 * Whether this network may send nothing more now, asked before its files are read; counts nothing. Null to go on: also
 * where no gate counts, or the network is not known.
 */
export async function overHardLimit(c: AppContext, gate: Gate | undefined): Promise<Stopped | null> {
  if (!gate) return null;
  const decision = await c.get('deps').limiter.look(gate.action, await sourceOf(c));
  return decision.outcome === 'allowed' ? null : decision;
}

/**
 * Counts the attempt and lets it pass, or returns a response that asks for a proof or refuses. Forms without
 * a gate pass.
 */
export async function passGate(
  c: AppContext,
  form: FormDefinition,
  gate: Gate | undefined,
  sent: Sent,
): Promise<Passed> {
  if (!gate) return { suspicions: [] };
  const { limiter } = c.get('deps');
  const source = await sourceOf(c);
  const given = gate.givenAt ?? null;
  // Whatever time is claimed, all answers together must stay within the hard limit of one hour.
  if (given && source) {
    const all = await limiter.hit(gate.action, source, true);
    if (all.outcome !== 'allowed') return { response: await refuse(c, form, gate, sent, all) };
  }
  const counted = given && source ? `${source} ${Math.floor(given.getTime() / HOUR_MS)}` : source;
  const first = await limiter.hit(gate.action, counted);
  if (first.outcome === 'allowed' || (await gate.known(sent.idempotencyKey))) return { suspicions: [] };
  if (first.outcome === 'refused') return { response: await refuse(c, form, gate, sent, first) };
  const suspicion = await unusual(c, gate, sent);
  if (suspicion === 'ask') return { response: await ask(c, form, sent, first) };
  const second = await limiter.hit(gate.action, counted, true);
  if (second.outcome !== 'allowed') return { response: await refuse(c, form, gate, sent, second) };
  return { suspicions: suspicion ? [suspicion] : [] };
}

/**
 * How to treat a submission at an unusual rate: nothing with a valid proof, otherwise a suspicion or the
 * request for a proof.
 */
async function unusual(c: AppContext, gate: Gate, sent: Sent): Promise<Suspicion | 'ask' | null> {
  // A survey's kiosk in the centre is one source: its answers are never held up, only flagged.
  if (gate.action === 'survey') return 'unusual-rate';
  const { proofOfWork, proofAsked, idempotencyKey } = sent;
  if (proofOfWork && (await checkProof(c, proofOfWork, idempotencyKey))) return null;
  if (!proofAsked) return 'ask';
  return proofOfWork ? 'bad-proof' : 'no-proof';
}

function ask(c: AppContext, form: FormDefinition, sent: Sent, { retryAfter }: Stopped): Promise<Response> {
  const headers = { 'Retry-After': String(retryAfter) };
  if (wantsJson(c)) return problem(c, 'prove', { headers, extra: { challenge: '/api/challenge' } });
  const { values, attached, idempotencyKey } = sent;
  return page(c, askedPage(form, { values, attached, idempotencyKey }), 429, headers);
}

/** The answer to a sender over the hard limit: the form as it was typed, and when to send it. */
export function refuse(
  c: AppContext,
  form: FormDefinition,
  { action }: Gate,
  { values, attached, idempotencyKey, errors = [] }: Refused,
  { retryAfter }: Stopped,
): Promise<Response> {
  const headers = { 'Retry-After': String(retryAfter) };
  if (wantsJson(c)) return problem(c, 'limited', { headers });
  const { now, site } = c.get('deps');
  const again = new Date(now().getTime() + retryAfter * 1000);
  // The rate will still be unusual on the next try: asking for the proof now avoids a second interruption.
  const state = { values, attached, errors, idempotencyKey, proofAsked: action === 'submit' };
  return page(c, limitedPage(form, state, { again, centre: site.centre }), 429, headers);
}
