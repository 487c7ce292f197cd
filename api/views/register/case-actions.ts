// The actions of a case: the most likely first, closing ones together, the rest collapsed.
import { html } from 'hono/html';
import type { CaseAction } from '../../domain/register/rights.ts';
import type { Markup } from '../page.ts';
import type { CaseView, OfferedAction } from './case-view.ts';
import { actionWords } from './words-actions.ts';

const FIRST: readonly CaseAction[] = [
  'dispatch',
  'take',
  'answer',
  'draft',
  'ask',
  'message',
  'read',
  'add-document',
  'note',
  'extend',
  'clear-spam',
  'confirm-spam',
  'reopen',
  'publish',
  'decline-review',
  'answer-erasure',
];
const ENDINGS: readonly CaseAction[] = ['forward', 'take-note', 'leave-unexamined', 'withdraw'];

function offer({ action, direct }: OfferedAction, { of, idempotencyKey }: CaseView): Markup {
  const { slug, title } = actionWords[action];
  const href = `/registrs/lietas/${of.of.submission.reference}/${slug}/`;
  if (!direct) return html`<li><a href="${href}">${title}</a></li>`;
  return html`<li><form method="post" action="${href}"><input type="hidden" name="idempotencyKey" value="${idempotencyKey}"><input type="hidden" name="version" value="${of.of.standing.version}"><button class="link-button" type="submit">${title}</button></form></li>`;
}

const group = (offers: readonly OfferedAction[], view: CaseView): Markup =>
  html`<ul class="link-list">${offers.map(one => offer(one, view))}</ul>`;

export function caseActions(view: CaseView): Markup {
  const of = (wanted: readonly CaseAction[]) =>
    wanted.flatMap(action => view.actions.find(one => one.action === action) ?? []);
  const [first, endings] = [of(FIRST), of(ENDINGS)];
  const rest = view.actions.filter(
    ({ action }) => action !== 'open' && !FIRST.includes(action) && !ENDINGS.includes(action),
  );
  return html`<section class="card case-actions no-print" aria-labelledby="darbibas"><h2 id="darbibas">Ko darīt</h2>${group(first, view)}${
    endings.length > 0
      ? html`<details class="more"><summary>Slēgt citādi</summary>${group(endings, view)}</details>`
      : ''
  }${rest.length > 0 ? html`<details class="more"><summary>Citas darbības</summary>${group(rest, view)}</details>` : ''}<p><a href="/registrs/lietas/${view.of.of.submission.reference}/${actionWords.print.slug}/">${actionWords.print.title}</a></p></section>`;
}
