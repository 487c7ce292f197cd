// What stands in a case: what the person wrote, their files, the rule points they named, and the messages both ways.
import { html } from 'hono/html';
import { sizeText } from '../../../src/forms/files.ts';
import type { Message } from '../../domain/messages.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { writtenLines } from '../content.ts';
import { conversation, said, words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { viewWords } from '../words.ts';
import { followUpView } from '../words-follow-up.ts';
import type { CaseView } from './case-view.ts';
import { fact, when } from './parts.ts';
import { registerWords } from './words.ts';

/** Who the person is comes after what they say: the matter is examined, not the sender (rule point 5.3). */
const ABOUT_SENDER = new Set(['name', 'address', 'email', 'phone', 'replyBy']);
/** Shown by parts of their own. */
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

/** The wording of the points that were named, side by side with the complaint. */
export function rulePoints({ of, rulePoints: all }: Pick<CaseView, 'of' | 'rulePoints'>): Markup | string {
  const named = of.of.submission.rulePoints;
  if (named.length === 0) return '';
  return html`<section class="section flow"><h2>Noteikumu punkti</h2><dl class="facts facts--stacked">${named.map(
    id =>
      fact(html`<a href="/noteikumi/#p-${id}">${id}.</a>`, all.find(point => point.id === id)?.text ?? ''),
  )}</dl></section>`;
}

export function files({ files: list }: OfficeCase, reference: string): Markup | string {
  if (list.length === 0) return '';
  const { attachments: say } = viewWords('lv');
  return html`<section class="section flow"><h2>${say.title}</h2><ul>${list.map(file =>
    'name' in file
      ? html`<li><a href="/registrs/lietas/${reference}/faili/${file.id}" download>${file.name}</a> <span class="muted">(${sizeText(file.size, 'lv')}${file.eSigned ? html`; ${say.eSigned}` : ''})</span></li>`
      : html`<li>${say.unnamed} <span class="muted">(${say.unreadable[file.unreadable]})</span></li>`,
  )}</ul><p class="muted small">Failus lejupielādē un atver savā datorā. Vīrusu pārbaudes šeit nav.</p></section>`;
}

/** `letters`: the address under which an answer stands as a letter to be printed. */
export function talk(messages: readonly Message[], answer: Message | undefined, letters?: string): Markup {
  const rest = messages.filter(message => message !== answer);
  return html`${
    answer
      ? html`<section class="receipt section flow"><h2>${followUpView('lv').answer}</h2><p class="muted small">${when(answer.at)}</p>${said(answer, 'lv')}${letters ? html`<p class="no-print"><a href="${letters}?zina=${answer.id}">Vēstule drukāšanai</a></p>` : ''}</section>`
      : ''
  }${rest.length > 0 ? conversation(rest, 'lv', registerWords.authors) : ''}`;
}
