// A rejected form as a page: the error summary first, then the form with everything typed.
import { html } from 'hono/html';
import type { FormDefinition } from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../src/forms/render.ts';
import { body, type Markup, type PageContent } from './page.ts';

/** The same form in the other language, by the form's id. */
const TWINS: Readonly<Record<string, { readonly lv: string; readonly en: string }>> = {
  sudziba: { lv: '/sudziba/', en: '/en/complaint/' },
  atsauksme: { lv: '/atsauksme/', en: '/en/feedback/' },
  gaita: { lv: '/gaita/', en: '/en/status/' },
  parbaude: { lv: '/parbaude/', en: '/en/receipt-check/' },
};

/** A notice above the form, and the start of the page title. */
export interface Notice {
  readonly title: string;
  readonly content: Markup;
}

export const formPage = (form: FormDefinition, state: FormState, notice?: Notice): PageContent => ({
  lang: form.lang,
  twin: TWINS[form.id]?.[form.lang === 'en' ? 'lv' : 'en'],
  title: `${notice ? `${notice.title}: ` : state.errors?.length ? messagesIn(form.lang).errorTitle : ''}${form.title}`,
  main: body(
    { heading: form.title, content: html`${notice?.content ?? ''}${renderForm(form, state)}` },
    form.lang,
  ),
});
