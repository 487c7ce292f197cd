// Whether a checked form is taken in now. An unusual rate asks for a proof of work once; sent again without one it is
// taken in and flagged. Only the hard limit refuses, and then nothing typed is lost.

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
  /** Whether what was sent with this key is stored already: sending it again is no new submission. */
  readonly known: (idempotencyKey: string) => Promise<boolean>;
  /** When it says it was given: what waited for the network counts among what was given in that hour. */
  readonly givenAt?: Date | null;
}

/** What was sent beside the fields. */
export interface Sent {
  readonly values: Values;
  /** Files that came with it; they need not be chosen again. */
  readonly attached: readonly AttachedView[];
  readonly idempotencyKey: string;
  readonly proofOfWork: string | undefined;
  /** The ask for a proof was on the page it was sent from. */
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

/** Counts the attempt and lets it pass, or gives the answer that asks for a proof or refuses. Forms without a gate pass. */
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
  // Whatever it says, no more than the hard limit is taken in of all in an hour.
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

/** What an unusual rate makes of this one: nothing with a proof, a suspicion without, or the ask for one. */
async function unusual(c: AppContext, gate: Gate, sent: Sent): Promise<Suspicion | 'ask' | null> {
  // A survey's kiosk stands in the centre and is one source: its answers are never held up, only marked.
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

/** The answer to whoever is over the hard limit: the form as it was typed, and when to send it. */
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
  // The rate will still be unusual when it is sent again: asked now, it won't be held up a second time.
  const state = { values, attached, errors, idempotencyKey, proofAsked: action === 'submit' };
  return page(c, limitedPage(form, state, { again, centre: site.centre }), 429, headers);
}
