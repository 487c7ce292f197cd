// The result of an action before it is stored: as the submitter will read it, with "send" and "continue
// writing".
import { html } from 'hono/html';
import { type FormDefinition, fieldsOf, type Values } from '../../../src/forms/field.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import { actionWords } from './words-actions.ts';
import { answerWords } from './words-answer.ts';
import { publishWords } from './words-figures.ts';

export interface PreviewView {
  readonly action: CaseAction;
  readonly form: FormDefinition;
  /** Everything typed; it is kept in the form and nothing is lost. */
  readonly values: Values;
  readonly idempotencyKey: string;
  readonly reference: string;
  readonly content: Markup;
}

const STAGES = new Set(['insert', 'edit', 'send']);

const carried = (name: string, value: Values[string]): Markup | string => {
  if (value === undefined || value === false || value === '') return '';
  const one = (text: string) => html`<input type="hidden" name="${name}" value="${text}">`;
  if (value === true) return one('on');
  return typeof value === 'string' ? one(value) : html`${value.map(one)}`;
};

/** The page. */
export function previewPage(view: PreviewView): RegisterPage {
  const { action, form, values, idempotencyKey, reference, content } = view;
  const { title, submit } = actionWords[action];
  const { preview } = answerWords;
  const say = action === 'publish' ? { ...preview, ...publishWords.preview } : preview;
  const names = fieldsOf(form)
    .map(({ name }) => name)
    .filter(name => !STAGES.has(name));
  return {
    title: `${say.title}: ${title}, ${reference}`,
    heading: say.title,
    lede: `${title}, ${reference}`,
    crumbs: [
      { href: '/registrs/', label: 'Darbi' },
      { href: `/registrs/lietas/${reference}/`, label: reference },
    ],
    content: html`<div class="narrow flow"><p>${say.intro}</p>${content}<form class="form" method="post" action="${form.action}"><input type="hidden" name="idempotencyKey" value="${idempotencyKey}">${names.map(name => carried(name, values[name]))}<p class="form__submit form__submit--two"><button class="button" type="submit" name="send" value="on">${submit}</button><button class="button button--secondary" type="submit" name="edit" value="on">${say.edit}</button></p></form></div>`,
  };
}
