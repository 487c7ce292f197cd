// The due date with the sentences that explain it: the same for the submitter's receipt and the look-up.
import { html } from 'hono/html';
import { formatDate } from '../../src/calendar/format.ts';
import type { Markup } from './page.ts';

export const dueText = (dueOn: string | null): string => (dueOn ? formatDate(dueOn) : 'Nav noteikts');

export const dueExplanation = (lines: readonly string[]): Markup =>
  html`<details class="more"><summary>Kā aprēķināts termiņš</summary><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></details>`;
