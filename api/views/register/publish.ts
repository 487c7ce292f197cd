// Publishing the result of a case: the form, the public view, and all publications.
import { html } from 'hono/html';
import type { FormDefinition } from '../../../src/forms/field.ts';
import type { Publication } from '../../domain/register/publications.ts';
import { publication } from '../figures/publications.ts';
import type { Markup } from '../page.ts';
import { actionForm } from './action-forms.ts';
import { stageFields } from './forms-answer.ts';
import type { RegisterPage } from './page.ts';
import { caseLink } from './parts.ts';
import { remark } from './remarks.ts';
import { publishWords as say } from './words-figures.ts';

const LONGEST = 1500;
const text = { kind: 'textarea', maxLength: LONGEST, rows: 4 } as const;

export const publishForm: FormDefinition = {
  ...actionForm('publish', [
    { ...text, name: 'said', label: say.said, hint: say.saidHint, required: say.saidRequired },
    { ...text, name: 'changed', label: say.changed, hint: say.changedHint, required: say.changedRequired },
    ...stageFields,
  ]),
  submit: say.toPreview,
};

/** A stylesheet link is allowed in the body (HTML, “body-ok”). */
const sheet = (css: string): Markup => html`<link rel="stylesheet" href="${css}">`;

type Shown = Pick<Publication, 'said' | 'changed' | 'publishedOn'>;

/** What must not be in it; and what is already published about the case. */
export const publishAbove = (css: string, already: Publication | null): Markup =>
  html`${sheet(css)}${already ? html`<div class="notice notice--warn"><p>${say.already}</p>${publication(already, 'lv')}<p><a href="/registrs/publicets/">${say.all}</a></p></div>` : ''}${remark('info', say.remind)}`;

export const publishPreview = (css: string, shown: Shown): Markup =>
  html`${sheet(css)}${publication(shown, 'lv')}`;

export interface PublishedView {
  readonly css: string;
  readonly list: readonly (Publication & { readonly reference: string | null })[];
  /** The result of the last step. */
  readonly notice: { readonly tone: 'success' | 'warn'; readonly text: string } | null;
}

/** All publications, each with its case and a button to withdraw it. */
export function publishedPage({ css, list, notice }: PublishedView): RegisterPage {
  return {
    title: say.title,
    heading: say.title,
    lede: say.lede,
    crumbs: [{ href: '/registrs/parskats/', label: 'Pārskats' }],
    content: html`${sheet(css)}${notice ? html`<div class="notice notice--${notice.tone}" role="status"><p>${notice.text}</p></div>` : ''}${
      list.length === 0
        ? html`<p class="empty">${say.empty}</p>`
        : list.map(
            one =>
              html`<div class="part">${publication(one, 'lv')}<form class="no-print" method="post" action="/registrs/publicets/${one.id}/nonemt/"><p>${one.reference ? caseLink(one.reference) : html`<span class="muted">${say.erased}</span>`} <button class="button button--secondary" type="submit">${say.withdraw}</button></p></form></div>`,
          )
    }`,
  };
}
