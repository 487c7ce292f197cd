// Parts above and in the preview of an answer or of forwarding.
import { html } from 'hono/html';
import { formatDate } from '../../../src/calendar/format.ts';
import type { Serving } from '../../domain/register/serving.ts';
import { attachmentList, type ListedFile } from '../attachments.ts';
import { words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { dateIn } from '../words.ts';
import { timeLeft, urgencyTag, when } from './parts.ts';
import { remark } from './remarks.ts';
import { answerWords, servedWords, undatedWords } from './words-answer.ts';

/** How it is served, and from when it counts as notified. */
function servingView(serving: Serving): Markup {
  const { by, countsFrom, undated } = serving;
  return html`<section class="section flow"><h2>${answerWords.preview.serving}</h2><p>${servedWords[by]}</p>${
    countsFrom
      ? html`<p>Uzskatāma par paziņotu no <time datetime="${countsFrom}">${formatDate(countsFrom, 'genitive')}</time> (${by === 'post' ? 'Paziņošanas likuma 8. panta otrā daļa' : 'Paziņošanas likuma 9. pants'}).</p>`
      : undated && undatedWords[undated]
        ? html`<p>${undatedWords[undated]}</p>`
        : ''
  }${by === 'e-address' || by === 'none' ? '' : html`<p class="muted">${answerWords.preview.eAddressFirst}</p>`}</section>`;
}

/** The text for the submitter. */
export const asRead = (text: string): Markup => html`<section class="receipt flow">${words(text)}</section>`;

/** The internal part, if any. */
const changeView = (text: string): Markup | string =>
  text
    ? html`<section class="section flow"><h2>${answerWords.preview.change}</h2>${words(text)}</section>`
    : '';

/** The answer before it is given. */
export const answerPreview = ({
  text,
  serving,
  change,
  files,
}: {
  readonly text: string;
  readonly serving: Serving | null;
  readonly change: string;
  readonly files: readonly ListedFile[];
}): Markup =>
  html`${asRead(text)}${attachmentList(files, 'lv')}${serving ? servingView(serving) : ''}${changeView(change)}`;

export const draftNote = (name: string, at: string): Markup =>
  html`<div class="notice notice--info"><p>${answerWords.draftBy} ${name}, ${when(at)}.</p></div>`;

export interface ForwardingView {
  /** Riga date; null when the calendar does not reach that far. */
  readonly dueOn: string | null;
  readonly lines: readonly string[];
  readonly now: Date;
  readonly soon: string;
  readonly warnings: readonly string[];
}

/** The last day to forward it, and warnings. */
export function forwardingView({ dueOn, lines, now, soon, warnings }: ForwardingView): Markup {
  const left = timeLeft(dueOn, { now, soon });
  const term = dueOn
    ? html`<dl class="facts"><div><dt>${answerWords.forward.by}</dt><dd>${dateIn(dueOn, 'lv')} ${urgencyTag(left)}</dd></div></dl><details class="more"><summary>Kā aprēķināts termiņš</summary><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></details>`
    : remark('warn', answerWords.forward.unknown);
  return html`${term}${left.urgency === 'overdue' ? remark('warn', answerWords.forward.late) : ''}${warnings.map(text => remark('warn', text))}`;
}
