// The present and the new term, above the forms that change it.
import { html } from 'hono/html';
import type { Due } from '../../domain/due.ts';
import { dueText } from '../due.ts';
import type { Markup } from '../page.ts';
import { dateIn } from '../words.ts';
import { fact } from './parts.ts';
import { refusalWords } from './words-actions.ts';
import { answerWords } from './words-answer.ts';

const lines = (due: Due): Markup =>
  html`<details class="more"><summary>${answerWords.extend.how}</summary><ul>${due.dueExplanation.map(line => html`<li>${line}</li>`)}</ul></details>`;

/** The present term and the extended one; null when there is none. */
export const newTerm = (dueOn: string | null, due: Due | null): Markup =>
  html`<dl class="facts">${fact(answerWords.extend.now, dueText(dueOn, 'lv'))}${
    due ? fact(answerWords.extend.new, dueText(due.dueOn, 'lv')) : ''
  }</dl>${due ? lines(due) : ''}`;

/** The new term of a reopened case. */
export const startsAnew = (due: Due | null): Markup =>
  due?.dueOn
    ? html`<dl class="facts">${fact(answerWords.reopen, dateIn(due.dueOn, 'lv'))}</dl>${lines(due)}`
    : html`<div class="notice notice--warn"><p>${refusalWords['year-missing']}</p></div>`;
