// The page of an export: which cases, in which format.
import { html } from 'hono/html';
import { KINDS } from '../../../src/contract/kinds.ts';
import type { FormDefinition, NamedOption } from '../../../src/forms/field.ts';
import { messagesIn } from '../../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../../src/forms/render.ts';
import { EXPORT_FORMATS } from '../../domain/register/export.ts';
import { STATES } from '../../domain/submission.ts';
import { viewWords } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { exportWords as say } from './words-figures.ts';

const DATE_LENGTH = 10;

/** The form with the services of the site. */
export function exportForm(services: readonly NamedOption[]): FormDefinition {
  const { kinds, states } = viewWords('lv');
  const date = { kind: 'date', maxLength: DATE_LENGTH } as const;
  return {
    id: 'eksports',
    lang: 'lv',
    title: say.title,
    action: '/registrs/eksports/',
    submit: say.submit,
    stores: false,
    sections: [
      {
        legend: say.legend,
        fields: [
          { ...date, name: 'from', label: say.from, required: say.fromRequired },
          { ...date, name: 'to', label: say.to, required: say.toRequired },
          {
            kind: 'select',
            name: 'kind',
            label: say.kind,
            options: KINDS.map(id => ({ id, label: kinds[id] })),
          },
          {
            kind: 'select',
            name: 'state',
            label: say.state,
            options: STATES.map(id => ({ id, label: states[id].name })),
          },
          {
            kind: 'select',
            name: 'service',
            label: say.service,
            options: services.map(({ id, label }) => ({ id, label })),
          },
          {
            kind: 'radio',
            name: 'format',
            label: say.format,
            required: say.formatRequired,
            options: EXPORT_FORMATS.map(id => ({ id, label: say.formats[id] })),
          },
          { kind: 'checkbox', name: 'withContent', label: say.withContent, hint: say.withContentHint },
        ],
      },
    ],
  };
}

/** The page. */
export function exportPage(form: FormDefinition, state: FormState): RegisterPage {
  const wrong = state.errors?.length ? messagesIn('lv').errorTitle : '';
  return {
    title: `${wrong}${say.title}`,
    heading: say.title,
    lede: say.lede,
    content: html`${renderForm(form, state)}<ul class="narrow">${say.rules.map(rule => html`<li>${rule}</li>`)}</ul>`,
  };
}
