// The history of a case, including every access, and notes of staff.
import { html } from 'hono/html';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { SubmissionEvent } from '../../domain/submission.ts';
import { words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { dateIn, eventName, formatInstant } from '../words.ts';
import { actorName, nameOf, when } from './parts.ts';
import { registerWords } from './words.ts';
import { groundWords, wayWords } from './words-answer.ts';

/** Earlier events than this many are collapsed. */
const SHOWN = 12;

const ownWords: Readonly<Record<string, string>> = { ...registerWords.told, ...registerWords.inner };
const sentByWords: Readonly<Record<string, string>> = registerWords.sentBy;
/** Events about another day than the day of recording. */
const DATED: ReadonlySet<string> = new Set(['withdrawn', 'document-added', 'letter-sent']);
const channelWords: Readonly<Record<string, string>> = registerWords.channels;

/** The facts of an event besides its kind; ids become names only here. */
function detailOf({ kind, detail }: SubmissionEvent, { people }: OfficeCase): string {
  const { to, why, who, reason, ground, way, channel, on, recorded, files } = detail as Readonly<
    Record<string, unknown>
  >;
  if (kind === 'assigned' && typeof to === 'string')
    return `: ${nameOf(people, to)}${why === 'conflict' ? ' (izpilddirektoram ir interešu konflikts)' : ''}`;
  if (kind === 'conflict-noted') return typeof who === 'string' ? `: ${nameOf(people, who)}` : '';
  const told = [
    groundWords[String(ground)] ?? wayWords[String(way)] ?? sentByWords[String(way)],
    kind === 'withdrawn' || kind === 'received' || kind === 'document-added'
      ? channelWords[String(channel)]
      : undefined,
    typeof recorded === 'string' ? `pierakstīts ${formatInstant(recorded, 'lv')}` : undefined,
    DATED.has(kind) && typeof on === 'string' ? dateIn(on, 'lv') : undefined,
    typeof files === 'number' && files > 0 ? `pievienoti faili: ${files}` : undefined,
  ].filter(Boolean);
  if (told.length > 0) return `: ${told.join(', ')}`;
  return typeof reason === 'string' ? `: ${reason}` : '';
}

const entry = (event: SubmissionEvent, of: OfficeCase): Markup =>
  html`<li>${when(event.at)} ${ownWords[event.kind] ?? eventName(event.kind, 'lv')}${detailOf(event, of)} <span class="muted">– ${actorName(of.people, event.actor)}</span></li>`;

/** `whole`: nothing collapsed, for print. */
export function history(of: OfficeCase, whole = false): Markup {
  const { events } = of.of;
  const shown = whole ? events.length : SHOWN;
  const [before, recent] = [events.slice(0, -shown), events.slice(-shown)];
  const list = (some: typeof events) =>
    html`<ol class="timeline">${some.map(event => entry(event, of))}</ol>`;
  return html`<section class="section flow"><h2>Notikumi</h2>${
    before.length > 0
      ? html`<details class="more printed"><summary>Agrāki notikumi: ${before.length}</summary>${list(before)}</details>`
      : ''
  }${list(recent)}</section>`;
}

/** Notes, oldest first. Drafts and changes are shown elsewhere. */
export function innerNotes({ notes, people }: OfficeCase): Markup | string {
  const own = notes.filter(({ kind }) => kind === 'note');
  if (own.length === 0) return '';
  return html`<section class="section flow"><h2>Piezīmes</h2><ol class="talk">${own.map(
    ({ person, at, text }) =>
      html`<li class="talk__one talk__one--inner"><p class="talk__head"><strong>${nameOf(people, person)}</strong> ${when(at)}</p>${
        text === null ? html`<p>Piezīmi nevar atvērt.</p>` : words(text)
      }</li>`,
  )}</ol></section>`;
}
