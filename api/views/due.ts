// The due date with the sentences that explain it: the same for the submitter's receipt and the look-up.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Explanation } from '../domain/due.ts';
import type { Markup } from './page.ts';
import { dateIn, viewWords } from './words.ts';

export const dueText = (dueOn: string | null, lang: Language): string =>
  dueOn ? dateIn(dueOn, lang) : viewWords(lang).facts.noDue;

/** Folded away; marked as Latvian where only the stored Latvian lines can be shown. */
export const dueExplanation = ({ lang: spoken, lines }: Explanation, lang: Language): Markup =>
  html`<details class="more"><summary>${viewWords(lang).facts.how}</summary><ul${spoken === lang ? '' : html` lang="${spoken}"`}>${lines.map(line => html`<li>${line}</li>`)}</ul></details>`;
