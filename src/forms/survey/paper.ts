// A survey for pen and paper: questions with the numbers of the entry screen, answers with the digits by
// which they are entered, conditions in words. Nothing is hidden on paper.
import { html } from 'hono/html';
import type { Option } from '../field.ts';
import type { Markup } from '../field-parts.ts';
import { messagesLv } from '../messages.lv.ts';
import { dateLine, emptyBox, lines } from '../paper-parts.ts';
import { conditionClause } from './condition-words.ts';
import type {
  ChoiceQuestion,
  ChoicesQuestion,
  DateQuestion,
  SurveyQuestion,
  SurveySection,
} from './definition.ts';
import { type Numbered, numbered, numbersOf } from './numbering.ts';
import { scalePaper } from './paper-scale.ts';
import { conditionLv, surveyPaperLv as say } from './words-paper.lv.ts';

/** Texts with a higher limit get more lines. */
const LONG_TEXT = 500;

/** The digit is printed before each answer for the person who enters the sheet. */
function choices(question: ChoiceQuestion | ChoicesQuestion): Markup {
  const cantSay = question.kind === 'choice' && question.cantSay;
  const answers = [...question.options, ...(cantSay ? [{ label: messagesLv.cantSay }] : [])];
  return html`<ul class="paper__choices">${answers.map(
    ({ label, hint }: Pick<Option, 'label' | 'hint'>, index) =>
      html`<li class="paper__choice"><span class="paper__code">${index + 1}</span>${emptyBox}<span>${label}${
        hint ? html` <span class="paper__note">${hint}</span>` : ''
      }</span></li>`,
  )}</ul>`;
}

/** `1.02.2026.` */
const day = (date: string): string => `${Number(date.slice(8))}.${date.slice(5, 7)}.${date.slice(0, 4)}.`;

function dateNote({ from, to }: DateQuestion): string {
  if (from && to) return say.between(day(from), day(to));
  if (from) return say.since(day(from));
  return to ? say.until(day(to)) : '';
}

function control(question: SurveyQuestion, numbers: ReadonlyMap<string, string>): Markup {
  switch (question.kind) {
    case 'scale':
    case 'nps':
    case 'grid':
      return scalePaper(question, numbers);
    case 'choice':
    case 'choices':
      return choices(question);
    case 'short':
      return lines(1);
    case 'text':
      return lines(question.maxLength > LONG_TEXT ? 5 : 3);
    case 'number':
      return html`<p class="paper__amount"><span></span> ${question.unit ?? ''}</p>`;
    case 'date':
      return dateLine;
  }
}

/** Instructions other than ticking one box. */
function howTo(question: SurveyQuestion): string {
  switch (question.kind) {
    case 'choices':
      return say.tickAll;
    case 'grid':
      return say.tickEachRow;
    case 'number':
      return say.whole(question.min, question.max);
    case 'date':
      return dateNote(question);
    default:
      return '';
  }
}

/** Follows the editor's own hint. */
const noteOf = (question: SurveyQuestion): string =>
  [question.hint, howTo(question)].filter(Boolean).join(' ');

function questionOnPaper(of: Numbered, question: SurveyQuestion, numbers: ReadonlyMap<string, string>) {
  const clause = conditionClause(of, question.showIf, conditionLv.asked);
  const note = noteOf(question);
  return html`<div class="paper__field paper__question paper__question--${question.kind}"><p class="paper__label"><span class="paper__number">${numbered(numbers, question.id)}</span> ${question.label}${
    question.required ? html` <span class="paper__required">${say.required}</span>` : ''
  }</p>${clause ? html`<p class="paper__if">${say.onlyIf(clause)}</p>` : ''}${
    note ? html`<p class="paper__note">${note}</p>` : ''
  }${control(question, numbers)}</div>`;
}

function sectionOnPaper(of: Numbered, section: SurveySection, numbers: ReadonlyMap<string, string>): Markup {
  const { title, intro, showIf, questions } = section;
  const clause = conditionClause(of, showIf, conditionLv.asked);
  return html`<section class="paper__section">${title ? html`<h2>${title}</h2>` : ''}${
    clause ? html`<p class="paper__if">${say.sectionOnlyIf(clause)}</p>` : ''
  }${intro ? html`<p>${intro}</p>` : ''}<div class="paper__fields">${questions.map(question =>
    questionOnPaper(of, question, numbers),
  )}</div></section>`;
}

/** The questions of a survey to be answered by hand (rule points 10, 10.1). */
export function renderPaperSurvey(of: Numbered): Markup {
  const numbers = numbersOf(of);
  return html`<div class="paper paper--survey">${of.sections.map(section => sectionOnPaper(of, section, numbers))}</div>`;
}
