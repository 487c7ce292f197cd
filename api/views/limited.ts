// The pages of the limits: a proof is needed, not now, too many look-ups. Each returns the form as typed and
// shows other ways to reach the centre (rule point 5.1.2).
import { html } from 'hono/html';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { FormDefinition, Language } from '../../src/forms/field.ts';
import type { FormState } from '../../src/forms/render.ts';
import { formPage, type Notice } from './form-page.ts';
import type { Markup, PageContent } from './page.ts';
import { formatTime, viewWords } from './words.ts';

export interface Later {
  /** When the next attempt is possible. */
  readonly again: Date;
  readonly centre: SiteBundle['centre'];
}

/** Receives the focus, like an error summary: the person made no mistake, but must know. */
const notice = (form: FormDefinition, title: string, heading: string, text: Markup): Notice => ({
  title,
  content: html`<div class="notice notice--warn" tabindex="-1" autofocus aria-labelledby="${form.id}-notice"><div class="flow" role="alert"><h2 id="${form.id}-notice">${heading}</h2>${text}</div></div>`,
});

/** Other ways to reach the centre: telephone, e-mail, in person. */
function otherWays({ phone, email, address }: SiteBundle['centre'], lang: Language): Markup {
  const { limits: say } = viewWords(lang);
  return html`<p>${say.cantWait}</p><ul><li>${say.call} <a href="tel:${phone.replaceAll(' ', '')}">${phone.replaceAll(' ', '\u00a0')}</a></li><li>${say.write} <a href="mailto:${email}">${email}</a></li><li>${say.come} ${address}</li></ul>`;
}

/** The rate is unusual: the form again, as typed, with the proof of work. */
export function askedPage(form: FormDefinition, state: FormState): PageContent {
  const { limits: say } = viewWords(form.lang);
  const text = html`<p>${say.asked.why}</p><p>${say.asked.what(form.submit)}</p>`;
  return formPage(
    form,
    { ...state, proofAsked: true },
    notice(form, say.asked.title, say.asked.heading, text),
  );
}

/** The hard limit: the form again, as typed, and when to send it. */
export function limitedPage(form: FormDefinition, state: FormState, { again, centre }: Later): PageContent {
  const { limits: say } = viewWords(form.lang);
  const text = html`<p>${say.limited.why}</p><p>${say.limited.what(formatTime(again, form.lang))}</p>${otherWays(centre, form.lang)}`;
  return formPage(form, state, notice(form, say.limited.title, say.limited.heading, text));
}

/** The limit of look-ups. */
export function lookedUpOftenPage(
  form: FormDefinition,
  state: FormState,
  { again, centre }: Later,
): PageContent {
  const { limits: say } = viewWords(form.lang);
  const text = html`<p>${say.lookedUp.why}</p><p>${say.lookedUp.what(formatTime(again, form.lang))}</p>${otherWays(centre, form.lang)}`;
  return formPage(form, state, notice(form, say.lookedUp.title, say.lookedUp.heading, text));
}
