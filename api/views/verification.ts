// The result of checking a receipt: valid or not, and only what was signed.
import { html } from 'hono/html';
import { renderForm } from '../../src/forms/render.ts';
import { verifyForm } from '../../src/forms/status.ts';
import { type ReceiptCheck, type ReceiptFacts, receiptLabels } from '../domain/receipt.ts';
import { body, type PageContent } from './page.ts';

const REASONS: Readonly<Record<Exclude<ReceiptCheck, { valid: true }>['reason'], string>> = {
  unreadable:
    'Tekstā nav pilna apstiprinājuma. Iekopējiet to no pirmās rindas “KAC saņemšanas apstiprinājums” līdz rindai “Paraksts”.',
  'unknown-key': 'Apstiprinājums nav parakstīts ar šī centra atslēgu.',
  altered: 'Teksts neatbilst parakstam: kaut kas tajā ir mainīts vai iekopēts nepilnīgi.',
};

const facts = (signed: ReceiptFacts) =>
  html`<dl class="facts">${(Object.keys(receiptLabels) as (keyof ReceiptFacts)[]).map(
    name => html`<div><dt>${receiptLabels[name]}</dt><dd>${signed[name]}</dd></div>`,
  )}</dl>`;

/** The verdict on a receipt's text; an invalid one comes back in the form to be mended. */
export function verificationPage(check: ReceiptCheck, typed: string): PageContent {
  const heading = check.valid ? 'Apstiprinājums ir īsts' : 'Apstiprinājums nav derīgs';
  const content = check.valid
    ? html`<div class="notice notice--success" role="status"><p>To parakstīja šis centrs, un tajā nekas nav mainīts.</p></div>${facts(check.facts)}<p><a href="/parbaude/">Pārbaudīt citu</a></p>`
    : html`<div class="notice notice--warn" role="status"><p>${REASONS[check.reason]}</p></div>${renderForm(verifyForm, { values: { receipt: typed } })}`;
  return { title: heading, main: body({ heading, content }) };
}
