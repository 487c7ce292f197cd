// The steps available to the submitter, each collapsed under its name with an explanation; a rejected form is
// open.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { COPY_FORMATS, type FollowUpForm, followUpForm, followUpWords } from '../../src/forms/follow-up.ts';
import { type FormState, renderForm } from '../../src/forms/render.ts';
import type { Case } from '../domain/case.ts';
import { ACTIONS, type Action, refusalOf } from '../domain/follow-up.ts';
import { CLOSED } from '../domain/submission.ts';
import type { Markup } from './page.ts';
import { followUpView } from './words-follow-up.ts';

/** The shared fields of the forms, and the rejected one. */
export interface StepForms {
  readonly trackingCode: string;
  /** A new key each, so that a repeated send is the same step. */
  readonly keys: Readonly<Record<Action, string>>;
  readonly rejected?: { readonly form: FollowUpForm; readonly state: FormState };
}

/** The form for a message, given the state. */
export const messageForm = ({ standing }: Pick<Case, 'standing'>): 'information' | 'message' =>
  standing.state === 'needs-information' ? 'information' : 'message';

const actionOf = (form: FollowUpForm): Action => (form === 'information' ? 'message' : form);

/** A form of the page with its shared fields, and with typed values after a rejection. */
export function stepForm(
  form: FollowUpForm,
  { trackingCode, keys, rejected }: StepForms,
  values: FormState['values'] = {},
  lang: Language,
): Markup {
  const back = rejected && actionOf(rejected.form) === actionOf(form) ? rejected.state : undefined;
  return renderForm(followUpForm(form, lang), {
    idempotencyKey: keys[actionOf(form)],
    ...back,
    values: { ...values, ...back?.values, trackingCode },
  });
}

/**
 * Two ways to save the copy. No `form` class, because a download leaves the page and its buttons unchanged.
 */
function copyForm({ trackingCode, keys }: StepForms, lang: Language): Markup {
  const { formats } = followUpWords(lang).copy;
  const hidden = Object.entries({ idempotencyKey: keys.copy, trackingCode });
  return html`<form method="post" action="${followUpForm('copy', lang).action}">${hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<p class="actions">${COPY_FORMATS.map(
    format =>
      html`<button class="button button--secondary" type="submit" name="format" value="${format}">${formats[format]}</button>`,
  )}</p></form>`;
}

function meaning(action: Action, { standing }: Case, lang: Language): readonly (Markup | string)[] {
  const say = followUpView(lang);
  if (action !== 'message') return say[action];
  const { open, closed, withdrawn } = say.message;
  if (standing.state === 'withdrawn') return [withdrawn];
  return [CLOSED.has(standing.state) ? closed : open];
}

function formOf(action: Action, of: Case, forms: StepForms, lang: Language): Markup {
  if (action === 'copy') return copyForm(forms, lang);
  if (action === 'message') return stepForm(messageForm(of), forms, {}, lang);
  const { rating } = of;
  const given =
    action === 'rating' && rating
      ? {
          satisfaction: String(rating.satisfaction),
          effort: rating.effort === null ? undefined : String(rating.effort),
          comment: rating.comment ?? undefined,
        }
      : {};
  return stepForm(action, forms, given, lang);
}

function step(action: Action, of: Case, forms: StepForms, lang: Language): Markup {
  const say = followUpView(lang);
  const title = action === 'rating' && of.rating ? say.changeRating : followUpWords(lang)[action].title;
  const open = forms.rejected && actionOf(forms.rejected.form) === action;
  return html`<details class="step"${open ? html` open` : ''}><summary>${title}</summary><div class="flow">${meaning(action, of, lang).map(text => html`<p>${text}</p>`)}${formOf(action, of, forms, lang)}</div></details>`;
}

/** Text needs the submission's key; without it, it could not be sealed. */
const needsKey = (action: Action): boolean => action === 'message' || action === 'review';

/** The available steps, the most likely first. A question of the office is answered above. */
export function steps(of: Case, forms: StepForms, lang: Language): Markup {
  const asked = messageForm(of) === 'information';
  const offered = ACTIONS.filter(action => {
    if (!of.contentKey && needsKey(action)) return false;
    return refusalOf(of.standing, action) === null && !(asked && action === 'message');
  });
  return html`<section class="section flow no-print"><h2>${followUpView(lang).actions}</h2><div class="step-list">${offered.map(
    action => step(action, of, forms, lang),
  )}</div></section>`;
}
