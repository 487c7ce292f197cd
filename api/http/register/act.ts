// An action on a case: its page, and what is sent from it. What can't be stored comes back with everything typed.
import type { FieldError, Values } from '../../../src/forms/field.ts';
import type { FormState } from '../../../src/forms/render.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { type OfficeRefusal, prepareOfficeStep } from '../../domain/register/office-step.ts';
import { type CaseAction, denialOf } from '../../domain/register/rights.ts';
import { actionPage } from '../../views/register/action.ts';
import { formFor, withChoices } from '../../views/register/action-forms.ts';
import { actionWords, refusalWords } from '../../views/register/words-actions.ts';
import { accept, newKey } from '../submit.ts';
import { ACTION_ENTRIES, type ActionEntry } from './actions.ts';
import { caseAnswer, notFound } from './case-answer.ts';
import { caseHref } from './case-href.ts';
import { asApp, type RegisterContext } from './env.ts';
import { findCase } from './find-case.ts';
import { registerPage } from './reply.ts';

const BY_SLUG = new Map(
  (Object.keys(ACTION_ENTRIES) as CaseAction[]).map(action => [actionWords[action].slug, action]),
);

/** The action of this part of an address, where it is built. */
export const actionOf = (slug: string): CaseAction | undefined => BY_SLUG.get(slug);

interface Shown {
  readonly action: CaseAction;
  readonly entry: ActionEntry;
  readonly of: OfficeCase;
}

interface State {
  readonly values?: Values;
  readonly errors?: readonly FieldError[];
  readonly idempotencyKey?: string;
  /** Why it was not taken, as a sentence. */
  readonly refusal?: string;
  readonly status?: 200 | 403 | 409 | 422;
}

async function answer(
  c: RegisterContext,
  { action, entry, of }: Shown,
  state: State = {},
): Promise<Response> {
  const { reference } = of.of.submission;
  const choices = (await entry.choices?.(c, of)) ?? {};
  const form = formFor(
    withChoices(entry.form, choices),
    `${caseHref(reference)}${actionWords[action].slug}/`,
  );
  const formState: FormState = {
    values: {
      ...(state.values ?? (await entry.start?.(c, of)) ?? {}),
      // Whoever sends again does so knowing what is there now.
      version: String(of.of.standing.version),
    },
    errors: state.errors ?? [],
    idempotencyKey: state.idempotencyKey ?? newKey(asApp(c)),
  };
  const page = actionPage({
    action,
    form,
    state: formState,
    of,
    refusal: state.refusal ?? null,
    above: (await entry.above?.(c, of)) ?? null,
    beside: (await entry.beside?.(c, of)) ?? null,
  });
  return registerPage(c, page, state.status ?? 200);
}

/** Why the page of an action is not even shown. */
async function denied(c: RegisterContext, { action, of }: Shown): Promise<Response | null> {
  const denial = denialOf(c.var.person, action, of.of.standing);
  if (denial === null) return null;
  return caseAnswer(c, of, {
    notice: { tone: 'warn', title: actionWords[action].title, text: refusalWords[denial] },
    status: 403,
  });
}

/** The page of an action. */
export async function showAction(
  c: RegisterContext,
  reference: string,
  action: CaseAction,
): Promise<Response> {
  const entry = ACTION_ENTRIES[action];
  const of = await findCase(c, reference);
  if (!of || !entry) return notFound(c);
  const shown = { action, entry, of };
  return (await denied(c, shown)) ?? answer(c, shown);
}

/** What was typed, for a page that shows it again; the case's own fields are put in anew. */
const typedOf = (data: Readonly<Record<string, unknown>>): Values => data as Values;

/** Takes what was sent. */
export async function act(c: RegisterContext, reference: string, action: CaseAction): Promise<Response> {
  const entry = ACTION_ENTRIES[action];
  const of = await findCase(c, reference);
  if (!of || !entry) return notFound(c);
  const shown = { action, entry, of };
  const accepted = await accept(asApp(c), entry.form, {
    reject: (_, __, { values, errors, idempotencyKey }) =>
      answer(c, shown, { ...(values ? { values } : {}), errors, idempotencyKey, status: 422 }),
  });
  if ('response' in accepted) return accepted.response;
  const { version, ...data } = accepted.data;
  const step = await prepareOfficeStep(
    c.var.deps,
    { reference: of.of.submission.reference, contentKey: of.of.contentKey },
    {
      person: c.var.person,
      action,
      version: Number(version),
      data,
      at: c.var.deps.now(),
      idempotencyKey: accepted.idempotencyKey,
    },
    await entry.decide(c, of),
  );
  const taken = await c.var.deps.takeStep(step, await entry.alongside?.(c, of));
  c.var.deps.log({ level: 'info', event: 'office-step', detail: { action, outcome: taken.outcome } });
  if (taken.outcome === 'gone') return notFound(c);
  if (taken.outcome === 'refused' || taken.outcome === 'conflict')
    return refused(c, shown, typedOf(data), taken.outcome === 'refused' ? taken.reason : 'moved-on');
  c.var.deps.mail.wake();
  return c.redirect(`${caseHref(of.of.submission.reference)}?darits=${actionWords[action].slug}`, 303);
}

/** As the case stands now, with what was typed, and why it was not taken. */
async function refused(
  c: RegisterContext,
  { action, entry, of: before }: Shown,
  values: Values,
  reason: OfficeRefusal,
): Promise<Response> {
  const of = await findCase(c, before.of.submission.reference);
  if (!of) return notFound(c);
  const refusal = refusalWords[reason];
  if (entry.direct) {
    const notice = { tone: 'warn' as const, title: actionWords[action].title, text: refusal };
    return caseAnswer(c, of, { notice, status: 409 });
  }
  return answer(c, { action, entry, of }, { values, refusal, status: 409 });
}
