// A rejected form as a page: the error summary first, then the form with everything that was typed.
import { html } from 'hono/html';
import type { FormDefinition } from '../../src/forms/field.ts';
import { formMessages } from '../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../src/forms/render.ts';
import { body, type PageContent } from './page.ts';

export const formPage = (form: FormDefinition, state: FormState): PageContent => ({
  title: `${state.errors?.length ? formMessages.errorTitle : ''}${form.title}`,
  main: body({ heading: form.title, content: html`${renderForm(form, state)}` }),
});
