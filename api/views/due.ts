// The due date with its explanation: the same on the submitter's receipt and the look-up page.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Explanation } from '../domain/due.ts';
import type { Markup } from './page.ts';
import { dateIn, viewWords } from './words.ts';

export const dueText = (dueOn: string | null, lang: Language): string =>
  dueOn ? dateIn(dueOn, lang) : viewWords(lang).facts.noDue;

/** Collapsed; marked as Latvian when only the stored Latvian lines are available. */
export const dueExplanation = ({ lang: spoken, lines }: Explanation, lang: Language): Markup =>
  html`<details class="more"><summary>${viewWords(lang).facts.how}</summary><ul${spoken === lang ? '' : html` lang="${spoken}"`}>${lines.map(line => html`<li>${line}</li>`)}</ul></details>`;
