// Before a submission is withdrawn: what that means, and a confirmation.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { followUpForm, followUpWords } from '../../src/forms/follow-up.ts';
import { renderForm } from '../../src/forms/render.ts';
import { statusForm } from '../../src/forms/status.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { followUpView } from './words-follow-up.ts';

export interface ToWithdraw {
  readonly reference: string;
  readonly trackingCode: string;
  readonly idempotencyKey: string;
}

const back = (trackingCode: string, label: string, lang: Language): Markup =>
  html`<form method="post" action="${statusForm(lang).action}"><input type="hidden" name="trackingCode" value="${trackingCode}"><p><button class="button button--secondary" type="submit">${label}</button></p></form>`;

/** The confirmation page. Nothing has happened yet when it is shown. */
export function withdrawPage(
  { reference, trackingCode, idempotencyKey }: ToWithdraw,
  lang: Language,
): PageContent {
  const { confirm: say } = followUpView(lang);
  const form = { ...followUpForm('withdraw', lang), submit: followUpWords(lang).withdraw.confirm };
  const content = html`<ul class="ticks">${say.means.map(text => html`<li>${text}</li>`)}</ul><div class="choose">${renderForm(form, { values: { trackingCode, confirmed: true }, idempotencyKey })}${back(trackingCode, say.back, lang)}</div>`;
  return {
    lang,
    twin: lang === 'en' ? '/gaita/' : '/en/status/',
    title: say.title,
    main: body({ heading: say.title, lede: say.lede(reference), content }, lang),
  };
}
