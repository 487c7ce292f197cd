// A message of the office as a paper letter: letterhead, number and date, recipient, text, signature.
import { html } from 'hono/html';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import type { Message } from '../../domain/messages.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { Person } from '../../domain/register/people.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import type { Serving } from '../../domain/register/serving.ts';
import { fileItems, sentWith } from '../attachments.ts';
import { words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { dayOf } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { registerWords } from './words.ts';
import { actionWords } from './words-actions.ts';
import { answerWords } from './words-answer.ts';

export interface LetterView {
  readonly of: OfficeCase;
  readonly message: Message & { readonly text: string };
  readonly centre: SiteBundle['centre'];
  readonly serving: Serving;
  /** The author; null when they are no longer in the register. */
  readonly signer: Person | null;
  readonly post: string | null;
  /** The step that was just taken and led here. */
  readonly done: CaseAction | null;
  /** True when the submission itself must be forwarded too. */
  readonly sentOn: boolean;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** When the directory has no post for them. */
const roleOf = (signer: Person | null): string => {
  const [role] = signer?.roles ?? [];
  return role ? capital(registerWords.roles[role]) : '';
};

/** What staff must do themselves. */
function toDo({ of, serving: { by }, done, sentOn }: LetterView): Markup {
  const { letter: say } = answerWords;
  const mine = by === 'post' ? say.post : by === 'e-address' ? say.eAddress : say.noHand;
  return html`<div class="notice notice--${done ? 'success' : 'info'} no-print"${done ? html` role="status" tabindex="-1" autofocus` : ''}>${
    done ? html`<h2>${actionWords[done].done}</h2><p><strong>${say.toDo}</strong></p>` : ''
  }<ul><li>${mine}</li>${sentOn ? html`<li>${say.forwarded}</li>` : ''}<li>${say.print}</li></ul>${
    of.dispatch.toSendSince
      ? html`<p><a href="/registrs/lietas/${of.of.submission.reference}/${actionWords.dispatch.slug}/">${actionWords.dispatch.title}</a></p>`
      : ''
  }</div>`;
}

const textIn = (content: OfficeCase['of']['content'], field: string): string => {
  const value = content?.[field];
  return typeof value === 'string' ? value : '';
};

function head({ centre }: LetterView): Markup {
  return html`<header class="letter__head"><p><strong>${centre.institution}</strong><br>${centre.name}</p><p>${centre.address}<br>Tālrunis ${centre.phone}, e-pasts ${centre.email}</p></header>`;
}

/** The enclosures by name; staff print or attach them. */
function enclosed({ of, message }: LetterView): Markup | string {
  const files = sentWith(of.files, message.id);
  return files.length > 0
    ? html`<div class="letter__enclosed"><p>${answerWords.letter.enclosed}</p>${fileItems(files, 'lv')}</div>`
    : '';
}

function letter(view: LetterView): Markup {
  const { of, message, signer, post, serving } = view;
  const { letter: say } = answerWords;
  const { reference, receivedAt } = of.of.submission;
  const { content } = of.of;
  const received = dayOf(receivedAt);
  const address = serving.by === 'post' ? textIn(content, 'address') : '';
  const name = textIn(content, 'name');
  return html`<article class="letter" aria-label="${say.title}">${head(view)}<p class="letter__number">${dayOf(message.at)}<br>${say.number} ${reference}</p>${
    name || address
      ? html`<div class="letter__to">${name ? html`<p>${name}</p>` : ''}${address ? words(address) : ''}</div>`
      : ''
  }<p class="letter__about"><strong>${say.about(received)}</strong></p>${words(message.text)}${enclosed(view)}<p class="letter__sign"><span>${post ?? roleOf(signer)}</span><span class="letter__line">(${say.signature})</span><span>${signer?.name ?? ''}</span></p></article>`;
}

/** The page. */
export function letterPage(view: LetterView): RegisterPage {
  const { letter: say } = answerWords;
  const { reference } = view.of.of.submission;
  const href = `/registrs/lietas/${reference}/`;
  return {
    title: `${view.done ? `${actionWords[view.done].done} ` : ''}${say.title}, ${reference}`,
    heading: say.title,
    lede: reference,
    crumbs: [
      { href: '/registrs/', label: 'Darbi' },
      { href, label: reference },
    ],
    content: html`${toDo(view)}${letter(view)}<p class="no-print"><a href="${href}">${say.back}</a></p>`,
  };
}
