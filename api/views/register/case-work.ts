// Work of staff on a case: the draft answer, and what was changed because of the case.
import { html } from 'hono/html';
import type { Note } from '../../domain/register/notes.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { CLOSED } from '../../domain/submission.ts';
import { fileItems } from '../attachments.ts';
import { words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { savedFrom } from './case-text.ts';
import { nameOf, when } from './parts.ts';

const written = ({ person, at, text }: Note, { people }: OfficeCase): Markup =>
  html`<p class="muted small">${nameOf(people, person)}, ${when(at)}</p>${
    text === null ? html`<p>Ierakstu nevar atvērt.</p>` : words(text)
  }`;

/** The latest draft; after closing the answer itself is shown. */
function draft(of: OfficeCase): Markup | string {
  const last = of.notes.findLast(({ kind }) => kind === 'draft');
  if (!last || CLOSED.has(of.of.submission.state)) return '';
  const waiting = of.files.filter(file => file.draft);
  return html`<section class="section flow"><h2>Atbildes melnraksts</h2><div class="card flow">${written(last, of)}${fileItems(waiting, 'lv', savedFrom(of))}</div></section>`;
}

function changed(of: OfficeCase): Markup | string {
  const changes = of.notes.filter(({ kind }) => kind === 'change');
  if (changes.length === 0) return '';
  return html`<section class="section flow"><h2>Kas lietas dēļ mainīts</h2>${changes.map(one => written(one, of))}</section>`;
}

/** Both, if any. The submitter sees neither. */
export const prepared = (of: OfficeCase): Markup => html`${draft(of)}${changed(of)}`;
