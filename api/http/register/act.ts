// An action on a case: its page and the form sent from it. A form that cannot be stored is shown again with
// everything typed.
import type { FieldError, FormDefinition, Values } from '../../../src/forms/field.ts';
import type { FormState } from '../../../src/forms/render.ts';
import { awaitingDispatch } from '../../domain/register/actions/dispatch.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { type OfficeRefusal, prepareOfficeStep } from '../../domain/register/office-step.ts';
import { type CaseAction, denialOf } from '../../domain/register/rights.ts';
import { actionPage } from '../../views/register/action.ts';
import { formFor, withChoices } from '../../views/register/action-forms.ts';
import { previewPage } from '../../views/register/preview.ts';
import { actionWords, refusalWords } from '../../views/register/words-actions.ts';
import type { HeldFile } from '../attached.ts';
import { newKey } from '../key.ts';
import { type Accepted, accept } from '../submit.ts';
import { type ActionEntry, entryForm } from './action-entry.ts';
import { ACTION_ENTRIES } from './actions.ts';
import { caseAnswer, notFound } from './case-answer.ts';
import { draftFiles, withFiles } from './case-files.ts';
import { caseHref } from './case-href.ts';
import { asApp, type RegisterContext } from './env.ts';
import { findCase } from './find-case.ts';
import { registerPage } from './reply.ts';

const BY_SLUG = new Map(
  (Object.keys(ACTION_ENTRIES) as CaseAction[]).map(action => [actionWords[action].slug, action]),
);

/** The action of this part of an address, if it is implemented. */
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
  /** Case version used for the next send; by default that of the case as shown. */
  readonly version?: string;
  /** Why it was refused, as a sentence. */
  readonly refusal?: string;
  /** Files sent with the form or taken from its draft. */
  readonly attached?: readonly HeldFile[];
  readonly status?: 200 | 403 | 409 | 422;
}

/** Fields that control the page and do not belong to the case: they are never shown again. */
const NO_STAGE = { insert: undefined, edit: undefined, send: undefined } as const;

const addressOf = ({ action, of }: Shown): string =>
  `${caseHref(of.of.submission.reference)}${actionWords[action].slug}/`;

async function answer(c: RegisterContext, shown: Shown, state: State = {}): Promise<Response> {
  const { action, entry, of } = shown;
  const choices = (await entry.choices?.(c, of)) ?? {};
  const form = formFor(withChoices(entryForm(entry, c, of), choices), addressOf(shown));
  const formState: FormState = {
    values: {
      ...(state.values ?? (await entry.start?.(c, of)) ?? {}),
      ...NO_STAGE,
      // Sending again uses the version now shown.
      version: state.version ?? String(of.of.standing.version),
    },
    errors: state.errors ?? [],
    idempotencyKey: state.idempotencyKey ?? newKey(asApp(c)),
    attached: state.attached ?? (entry.takesDraft && !state.values ? await draftFiles(c, of) : []),
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

/** Why the action's page is not shown at all. */
async function denied(c: RegisterContext, { action, entry, of }: Shown): Promise<Response | null> {
  const denial = denialOf(c.var.person, action, of.of.standing);
  const refusal = denial ?? entry.unavailable?.(c, of) ?? null;
  if (refusal === null) return null;
  return caseAnswer(c, of, {
    notice: { tone: 'warn', title: actionWords[action].title, text: refusalWords[refusal] },
    status: denial ? 403 : 409,
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

interface Typed {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey: string;
  readonly attached: readonly HeldFile[];
}

/**
 * Shows the form again with its original version: changes made in the meantime are still reported when it is
 * sent.
 */
function again(
  c: RegisterContext,
  shown: Shown,
  { values, errors, idempotencyKey, attached }: Typed,
): Promise<Response> {
  const { version } = values;
  const kept = { idempotencyKey, attached, ...(typeof version === 'string' && version ? { version } : {}) };
  // Inserting a text and returning to the editor do not require a complete form.
  if (values['insert'] === true)
    return answer(c, shown, { ...kept, values: shown.entry.fill?.(c, shown.of, values) ?? values });
  if (values['edit'] === true) return answer(c, shown, { ...kept, values });
  return answer(c, shown, { ...kept, values, errors, status: 422 });
}

/** Runs between a valid form and storing it: inserting a text, errors of the whole form, the preview. */
function before(
  c: RegisterContext,
  shown: Shown,
  form: FormDefinition,
  { data, idempotencyKey, files }: Accepted,
): Promise<Response> | null {
  const { entry, of } = shown;
  const values = typedOf(data, files);
  const typed = { values, idempotencyKey, attached: files };
  if (data['insert'] === true || data['edit'] === true) return again(c, shown, { ...typed, errors: [] });
  const errors = entry.check?.(c, of, data) ?? [];
  if (errors.length > 0) return again(c, shown, { ...typed, errors });
  if (!entry.preview || data['send'] === true) return null;
  // The preview is only for users who may take the step; others get their text back.
  const denial = denialOf(c.var.person, shown.action, of.of.standing);
  if (denial) return refused(c, shown, typed, denial);
  const page = previewPage({
    action: shown.action,
    form: formFor(form, addressOf(shown)),
    values,
    idempotencyKey,
    reference: of.of.submission.reference,
    content: entry.preview(c, of, data, files),
  });
  return registerPage(c, page);
}

/**
 * The typed values for showing the page again; the case's own fields are set anew, and files are given by
 * their tokens.
 */
const typedOf = (data: Readonly<Record<string, unknown>>, files: readonly HeldFile[]): Values => ({
  ...(data as Values),
  ...(data['attachments'] ? { attachments: files.map(({ token }) => token) } : {}),
});

/** Handles the form that was sent. */
export async function act(c: RegisterContext, reference: string, action: CaseAction): Promise<Response> {
  const entry = ACTION_ENTRIES[action];
  const of = await findCase(c, reference);
  if (!of || !entry) return notFound(c);
  const shown = { action, entry, of };
  const form = entry.accepts ?? entryForm(entry, c, of);
  const accepted = await accept(asApp(c), form, {
    attempt: 'signed-in',
    reject: (_, __, { values = {}, errors, idempotencyKey, attached = [] }) =>
      again(c, shown, { values, errors, idempotencyKey, attached }),
    // Files waiting with the draft already belong to the case.
    owner: async () => of.of.submission.idempotencyHash,
  });
  if ('response' in accepted) return accepted.response;
  const { files } = accepted;
  const { version, insert, edit, send, ...data } = accepted.data;
  const held = before(c, shown, form, accepted);
  if (held) return held;
  const step = await prepareOfficeStep(
    c.var.deps,
    { reference: of.of.submission.reference, contentKey: of.of.contentKey },
    {
      person: c.var.person,
      action,
      version: Number(version) + of.hiddenSteps,
      data,
      at: c.var.deps.now(),
      idempotencyKey: accepted.idempotencyKey,
    },
    awaitingDispatch(c.var.deps.site, of.of.content, await entry.decide(c, of, data, files)),
  );
  const more = await entry.alongside?.(c, of);
  const taken = await c.var.deps.takeStep(step, withFiles(c, of, { entry, files, more }));
  c.var.deps.log({ level: 'info', event: 'office-step', detail: { action, outcome: taken.outcome } });
  if (taken.outcome === 'gone') return notFound(c);
  if (taken.outcome === 'refused' || taken.outcome === 'conflict')
    return refused(
      c,
      shown,
      { values: typedOf(data, files), attached: files },
      taken.outcome === 'refused' ? taken.reason : 'moved-on',
    );
  c.var.deps.mail.wake();
  if (entry.leavesCase && !(await findCase(c, reference)))
    return c.redirect(`/registrs/?darits=${actionWords[action].slug}`, 303);
  const next = entry.next?.(c, of, data) ?? '';
  return c.redirect(`${caseHref(of.of.submission.reference)}${next}?darits=${actionWords[action].slug}`, 303);
}

/** Shows the case's current state with the typed text and the reason for the refusal. */
async function refused(
  c: RegisterContext,
  { action, entry, of: before }: Shown,
  { values, attached }: Pick<Typed, 'values' | 'attached'>,
  reason: OfficeRefusal,
): Promise<Response> {
  const of = await findCase(c, before.of.submission.reference);
  if (!of) return notFound(c);
  const refusal = refusalWords[reason];
  if (entry.direct) {
    const notice = { tone: 'warn' as const, title: actionWords[action].title, text: refusal };
    return caseAnswer(c, of, { notice, status: 409 });
  }
  return answer(c, { action, entry, of }, { values, attached, refusal, status: 409 });
}
