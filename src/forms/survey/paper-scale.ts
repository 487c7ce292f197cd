// Scales on paper: a row of boxes between the labels of its ends, or one column per labelled point; a grid as
// a table.
import { html } from 'hono/html';
import type { Markup } from '../field-parts.ts';
import { messagesLv } from '../messages.lv.ts';
import { emptyBox } from '../paper-parts.ts';
import type { SurveyQuestion } from './definition.ts';
import { numbered } from './numbering.ts';
import { surveyPaperLv as say } from './words-paper.lv.ts';

type Scale = Extract<SurveyQuestion, { kind: 'scale' | 'nps' | 'grid' }>;
type Grid = Extract<SurveyQuestion, { kind: 'grid' }>;

interface Point {
  readonly value: string;
  /** The point's own label, when it has one. */
  readonly label: string;
}

function pointsOf(question: Scale): Point[] {
  const [from, to] = question.kind === 'nps' ? [0, 10] : [1, question.points];
  const labels = question.kind === 'nps' ? undefined : question.labels;
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    value: String(from + step),
    label: labels?.[step] ?? '',
  }));
}

const cantSay = (question: Scale): Markup | string =>
  question.cantSay
    ? html`<p class="paper__cant paper__choice">${emptyBox}<span>${messagesLv.cantSay}</span></p>`
    : '';

const end = (text: string | undefined): Markup | string =>
  text ? html`<span class="paper__end">${text}</span>` : '';

const point = ({ value, label }: Point): Markup =>
  html`<li class="paper__point">${emptyBox}<span class="paper__value">${value}</span>${
    label ? html`<span class="paper__meaning">${label}</span>` : ''
  }</li>`;

function rowOfBoxes(question: Exclude<Scale, Grid>): Markup {
  const points = pointsOf(question);
  const named = points.some(({ label }) => label !== '');
  return html`<div class="paper__scale${named ? ' paper__scale--named' : ''}">${
    named ? '' : end(question.low)
  }<ul class="paper__points">${points.map(point)}</ul>${named ? '' : end(question.high)}${cantSay(question)}</div>`;
}

/** The column headings: each point's label, or the labels of the ends below the outermost digits. */
function headOf(question: Grid): Markup[] {
  const points = pointsOf(question);
  const names = points.map(({ label }, at) => {
    if (label) return label;
    return (at === 0 ? question.low : at === points.length - 1 ? question.high : '') ?? '';
  });
  return points.map(
    ({ value }, at) =>
      html`<th scope="col"><span class="paper__value">${value}</span>${
        names[at] ? html`<span class="paper__meaning">${names[at]}</span>` : ''
      }</th>`,
  );
}

function table(question: Grid, numbers: ReadonlyMap<string, string>): Markup {
  const columns = pointsOf(question).length + (question.cantSay ? 1 : 0);
  const cells = Array.from({ length: columns }, () => html`<td>${emptyBox}</td>`);
  return html`<table class="paper__grid"><thead><tr><th scope="col"><span class="paper__row-head">${say.row}</span></th>${headOf(question)}${
    question.cantSay
      ? html`<th scope="col"><span class="paper__meaning">${messagesLv.cantSay}</span></th>`
      : ''
  }</tr></thead><tbody>${question.rows.map(
    row =>
      html`<tr><th scope="row"><span class="paper__number">${numbered(numbers, `${question.id}.${row.id}`)}</span> ${row.label}</th>${cells}</tr>`,
  )}</tbody></table>`;
}

/** The answers of a scale, of any kind. */
export const scalePaper = (question: Scale, numbers: ReadonlyMap<string, string>): Markup =>
  question.kind === 'grid' ? table(question, numbers) : rowOfBoxes(question);
