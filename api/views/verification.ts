// The result of checking a receipt: valid or not, and only what was signed.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import { renderForm } from '../../src/forms/render.ts';
import { verifyForm } from '../../src/forms/status.ts';
import { type ReceiptCheck, type ReceiptFacts, receiptLabels } from '../domain/receipt.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { viewWords } from './words.ts';

/** The signed facts as in the receipt, which is Latvian for every reader. */
const facts = (signed: ReceiptFacts, lang: Language): Markup =>
  html`<dl class="facts"${lang === 'lv' ? '' : html` lang="lv"`}>${(
    Object.keys(receiptLabels) as (keyof ReceiptFacts)[]
  ).map(name => html`<div><dt>${receiptLabels[name]}</dt><dd>${signed[name]}</dd></div>`)}</dl>`;

/** The verdict on a receipt's text; an invalid one is returned in the form for correction. */
export function verificationPage(check: ReceiptCheck, typed: string, lang: Language): PageContent {
  const { check: say } = viewWords(lang);
  const heading = check.valid ? say.valid : say.invalid;
  const content = check.valid
    ? html`<div class="notice notice--success" role="status"><p>${say.validText}</p></div>${facts(check.facts, lang)}<p>${say.another}</p>`
    : html`<div class="notice notice--warn" role="status"><p>${say.reasons[check.reason]}</p></div>${renderForm(verifyForm(lang), { values: { receipt: typed } })}`;
  const twin = lang === 'en' ? '/parbaude/' : '/en/receipt-check/';
  return { lang, twin, title: heading, main: body({ heading, content }, lang) };
}
