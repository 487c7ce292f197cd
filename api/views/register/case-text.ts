// The content of a case: the person's text, their files, the named rule points, and the messages both ways.
import { html } from 'hono/html';
import type { Message } from '../../domain/messages.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { attachmentList, type NameFile, sentWith } from '../attachments.ts';
import { writtenLines } from '../content.ts';
import { conversation, said, words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { followUpView } from '../words-follow-up.ts';
import type { CaseView } from './case-view.ts';
import { fact, when } from './parts.ts';
import { registerWords } from './words.ts';

/** The sender comes after the text: the matter is examined, not the sender (rule point 5.3). */
const ABOUT_SENDER = new Set(['name', 'address', 'email', 'phone', 'replyBy']);
/** Shown in separate parts. */
const ELSEWHERE = new Set(['attachments', 'rulePoints', 'service']);

export function written({ of, services }: Pick<CaseView, 'of' | 'services'>): Markup {
  const { submission, content } = of.of;
  if (!content)
    return html`<div class="notice notice--warn"><h2>Saturu nevar atvērt</h2><p>Šī servera biroja atslēga neatver šo iesniegumu. Pārbaudiet atslēgas ar komandu <code>npm run keys</code>.</p></div>`;
  const lines = writtenLines(submission.kind, content, { lang: 'lv', services }).filter(
    ({ name }) => !ELSEWHERE.has(name),
  );
  const matter = lines.filter(({ name }) => !ABOUT_SENDER.has(name));
  const sender = lines.filter(({ name }) => ABOUT_SENDER.has(name));
  const facts = (list: typeof lines) =>
    html`<dl class="facts facts--stacked">${list.map(({ label, value }) => fact(label, words(value)))}</dl>`;
  return html`<section class="flow"><h2>Iesniegums</h2>${facts(matter)}</section><section class="section flow"><h2>Iesniedzējs</h2>${
    sender.length > 0
      ? facts(sender)
      : html`<p>Nav norādīts. Uz anonīmu iesniegumu atbildi redz tikai tas, kam ir izsekošanas kods.</p>`
  }</section>`;
}

/** The wording of the named points, beside the complaint. */
export function rulePoints({ of, rulePoints: all }: Pick<CaseView, 'of' | 'rulePoints'>): Markup | string {
  const named = of.of.submission.rulePoints;
  if (named.length === 0) return '';
  return html`<section class="section flow"><h2>Noteikumu punkti</h2><dl class="facts facts--stacked">${named.map(
    id =>
      fact(html`<a href="/noteikumi/#p-${id}">${id}.</a>`, all.find(point => point.id === id)?.text ?? ''),
  )}</dl></section>`;
}

/** A file's name in the register: a link that saves it. */
export const savedFrom =
  ({ of }: OfficeCase): NameFile =>
  ({ id, name }) =>
    html`<a href="/registrs/lietas/${of.submission.reference}/faili/${id}" download>${name}</a>`;

/** Files of the submission itself; others are shown with their message or draft. */
export function files(of: OfficeCase): Markup | string {
  const own = sentWith(of.files, null).filter(({ draft }) => !draft);
  if (own.length === 0) return '';
  return html`${attachmentList(own, 'lv', savedFrom(of))}<p class="muted small">Failus lejupielādē un atver savā datorā. Vīrusu pārbaudes šeit nav.</p>`;
}

/** `letters`: the address of an answer as a printable letter. */
export function talk(of: OfficeCase, answer: Message | undefined, letters?: string): Markup {
  const { messages } = of.of;
  const sent = { files: of.files, name: savedFrom(of) };
  const rest = messages.filter(message => message !== answer);
  return html`${
    answer
      ? html`<section class="receipt section flow"><h2>${followUpView('lv').answer}</h2><p class="muted small">${when(answer.at)}</p>${said(answer, 'lv', sent)}${letters ? html`<p class="no-print"><a href="${letters}?zina=${answer.id}">Vēstule drukāšanai</a></p>` : ''}</section>`
      : ''
  }${rest.length > 0 ? conversation(rest, 'lv', sent, registerWords.authors) : ''}`;
}
