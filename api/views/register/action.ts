// The page of an action: its form, with the case beside it.
import { html } from 'hono/html';
import type { FormDefinition } from '../../../src/forms/field.ts';
import { messagesIn } from '../../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../../src/forms/render.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import type { Markup } from '../page.ts';
import { history } from './case-history.ts';
import { talk, written } from './case-text.ts';
import type { RegisterPage } from './page.ts';
import { actionWords } from './words-actions.ts';

export interface ActionView {
  readonly action: CaseAction;
  readonly form: FormDefinition;
  readonly state: FormState;
  readonly of: OfficeCase;
  /** Why it was refused. */
  readonly refusal: string | null;
  readonly above: Markup | string | null;
  readonly beside: Markup | string | null;
}

export function actionPage({ action, form, state, of, refusal, above, beside }: ActionView): RegisterPage {
  const { title } = actionWords[action];
  const { reference } = of.of.submission;
  const wrong = refusal ? 'Nav saglabāts: ' : state.errors?.length ? messagesIn('lv').errorTitle : '';
  const content = html`${
    refusal
      ? html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Nav saglabāts</h2><p>${refusal}</p></div>`
      : ''
  }<div class="case"><div class="case__main flow">${above ?? ''}${renderForm(form, state)}</div><div class="case__side flow">${beside ?? ''}<details class="more" open><summary>Iesniegums</summary><div class="flow">${written({ of, services: [] })}${talk(of, undefined)}</div></details>${history(of)}</div></div>`;
  return {
    title: `${wrong}${title}, ${reference}`,
    heading: title,
    lede: reference,
    crumbs: [
      { href: '/registrs/', label: 'Darbi' },
      { href: `/registrs/lietas/${reference}/`, label: reference },
    ],
    content,
  };
}
