// The questions of a sheet in compact form: one row each, with the numbers of the paper. The first answer of
// every question is "none", so that a mistake can be undone by keyboard, by mouse and without scripts.
import { html } from 'hono/html';
import { CANT_SAY, type Values } from '../../../src/forms/field.ts';
import { messagesLv } from '../../../src/forms/messages.lv.ts';
import { conditionClause } from '../../../src/forms/survey/condition-words.ts';
import {
  type ChoiceQuestion,
  type ChoicesQuestion,
  conditionsOf,
  type GridQuestion,
  type NpsQuestion,
  type ScaleQuestion,
  type SurveyDefinition,
  type SurveyQuestion,
  type SurveySection,
} from '../../../src/forms/survey/definition.ts';
import { numbered, numbersOf } from '../../../src/forms/survey/numbering.ts';
import { conditionLv } from '../../../src/forms/survey/words-paper.lv.ts';
import type { Markup } from '../page.ts';
import { surveyEntryWords as say } from './words-survey-entry.ts';

/** The visible state of a sheet. */
export interface EntryState {
  readonly values: Values;
  /** Messages by field name. */
  readonly errors: ReadonlyMap<string, string>;
  /** Fields that were answered although not asked. */
  readonly leftOut: readonly string[];
}

interface Drawn extends EntryState {
  readonly survey: SurveyDefinition;
  readonly numbers: ReadonlyMap<string, string>;
  /** The field that receives the focus. */
  readonly first: string | undefined;
}

interface Answer {
  readonly value: string;
  /** The key to type for it: its digits, or the letter of “can't say”. */
  readonly key: string;
  readonly label: string;
}

export const controlId = (field: string): string => `lapa-${field}`;

const cantSay = (offered: boolean): Answer[] =>
  offered ? [{ value: CANT_SAY, key: 'n', label: messagesLv.cantSay }] : [];

function points(question: ScaleQuestion | NpsQuestion | GridQuestion): Answer[] {
  const [from, to] = question.kind === 'nps' ? [0, 10] : [1, question.points];
  const labels = question.kind === 'nps' ? undefined : question.labels;
  const name = (step: number): string => {
    if (labels) return labels[step] ?? '';
    return (step === 0 ? question.low : step === to - from ? question.high : '') ?? '';
  };
  const answers = Array.from({ length: to - from + 1 }, (_, step): Answer => {
    const value = String(from + step);
    return { value, key: value, label: name(step) };
  });
  return [...answers, ...cantSay(question.cantSay)];
}

const listed = ({ options }: ChoiceQuestion | ChoicesQuestion): Answer[] =>
  options.map(({ id, label }, at) => ({ value: id, key: String(at + 1), label }));

const errorId = (field: string): string => `${controlId(field)}-kluda`;

/** The number, the label, the condition, and the error. */
function head({ errors, leftOut }: Drawn, field: string, { number, label, clause }: Head): Markup {
  const error = errors.get(field);
  return html`<span class="entry__number">${number}</span> <span>${label}</span>${
    clause ? html` <span class="entry__if">${say.onlyIf(clause)}</span>` : ''
  }${leftOut.includes(field) ? html` <strong class="entry__mark">${say.leftOut.mark}</strong>` : ''}${
    error
      ? html`<span class="entry__error" id="${errorId(field)}">${messagesLv.errorPrefix} ${error}</span>`
      : ''
  }`;
}

interface Head {
  readonly number: string;
  readonly label: string;
  readonly clause: string;
}

const stateClass = ({ errors, leftOut }: Drawn, field: string): string =>
  `${errors.has(field) ? ' entry__question--error' : ''}${leftOut.includes(field) ? ' entry__question--left' : ''}`;

const focus = ({ first }: Drawn, field: string): Markup | string => (first === field ? html` autofocus` : '');

const isChosen = ({ values }: Drawn, field: string, value: string): boolean => {
  const given = values[field];
  if (Array.isArray(given)) return given.includes(value);
  return (given ?? '') === value;
};

/** One selectable answer. */
function choice(
  drawn: Drawn,
  field: string,
  { value, key, label }: Answer,
  type: 'radio' | 'checkbox',
): Markup {
  const id = `${controlId(field)}-${value || 'nav'}`;
  const none = type === 'radio' && value === '';
  const takesFocus = type === 'radio' ? isChosen(drawn, field, value) : key === '1';
  return html`<span class="entry__answer"><input type="${type}" id="${id}" name="${field}" value="${value}"${
    key ? html` data-key="${key}"` : ''
  }${isChosen(drawn, field, value) ? html` checked` : ''}${takesFocus ? focus(drawn, field) : ''}><label for="${id}"${
    none ? html` class="entry__none" aria-label="${say.blankFull}"` : ''
  }>${none ? say.blank : html`${/\d/.test(key) ? html`<b>${key}</b>` : ''}${label ? html` ${label}` : ''}`}</label></span>`;
}

const NONE: Answer = { value: '', key: '', label: '' };

function pressed(
  drawn: Drawn,
  field: string,
  about: Head,
  answers: readonly Answer[],
  type: 'radio' | 'checkbox',
): Markup {
  const all = type === 'radio' ? [NONE, ...answers] : answers;
  const described = drawn.errors.has(field) ? html` aria-describedby="${errorId(field)}"` : '';
  return html`<fieldset class="entry__question${stateClass(drawn, field)}" data-stop id="${controlId(field)}"${described}><legend>${head(drawn, field, about)}</legend><div class="entry__answers">${all.map(answer => choice(drawn, field, answer, type))}</div></fieldset>`;
}

function written(
  drawn: Drawn,
  field: string,
  about: Head,
  control: (attributes: Markup, value: string) => Markup,
): Markup {
  const given = drawn.values[field];
  const attributes = html` class="input" id="${controlId(field)}" name="${field}"${
    drawn.errors.has(field) ? html` aria-invalid="true" aria-describedby="${errorId(field)}"` : ''
  }${focus(drawn, field)}`;
  return html`<div class="entry__question${stateClass(drawn, field)}" data-stop><label for="${controlId(field)}">${head(drawn, field, about)}</label>${control(attributes, typeof given === 'string' ? given : '')}</div>`;
}

function control(drawn: Drawn, question: Exclude<SurveyQuestion, GridQuestion>, about: Head): Markup {
  const { id } = question;
  switch (question.kind) {
    case 'scale':
    case 'nps':
      return pressed(drawn, id, about, points(question), 'radio');
    case 'choice':
      return pressed(drawn, id, about, [...listed(question), ...cantSay(question.cantSay)], 'radio');
    case 'choices':
      return pressed(drawn, id, about, listed(question), 'checkbox');
    case 'text':
      return written(
        drawn,
        id,
        about,
        (attributes, value) => html`<textarea rows="2"${attributes}>
${value}</textarea>`,
      );
    case 'date':
      return written(
        drawn,
        id,
        about,
        (attributes, value) => html`<input type="date" value="${value}"${attributes}>`,
      );
    case 'number':
      return written(
        drawn,
        id,
        about,
        (attributes, value) =>
          html`<span class="entry__amount"><input type="text" inputmode="numeric" autocomplete="off" value="${value}"${attributes}> ${question.unit ?? ''}</span>`,
      );
    case 'short':
      return written(
        drawn,
        id,
        about,
        (attributes, value) => html`<input type="text" autocomplete="off" value="${value}"${attributes}>`,
      );
  }
}

function grid(drawn: Drawn, question: GridQuestion, about: Head): Markup {
  return html`<div class="entry__grid" role="group" aria-label="${about.number} ${about.label}"><p>${head(drawn, question.id, about)}</p>${question.rows.map(
    ({ id, label }) => {
      const field = `${question.id}.${id}`;
      return pressed(
        drawn,
        field,
        { number: numbered(drawn.numbers, field), label, clause: '' },
        points(question),
        'radio',
      );
    },
  )}</div>`;
}

function one(drawn: Drawn, section: SurveySection, question: SurveyQuestion): Markup {
  const clause = conditionClause(drawn.survey, conditionsOf(section, question), conditionLv.told);
  const about = { number: numbered(drawn.numbers, question.id), label: question.label, clause };
  return question.kind === 'grid' ? grid(drawn, question, about) : control(drawn, question, about);
}

/**
 * All questions of a sheet; `focused` is the first field to focus, the first one by default, none when null.
 */
export function entryFields(survey: SurveyDefinition, state: EntryState, focused?: string | null): Markup {
  const numbers = numbersOf(survey);
  const [opening] = survey.sections.flatMap(({ questions }) => questions);
  const beginning = opening?.kind === 'grid' ? `${opening.id}.${opening.rows[0]?.id}` : opening?.id;
  const drawn: Drawn = {
    ...state,
    survey,
    numbers,
    first: focused === null ? undefined : (focused ?? beginning),
  };
  return html`${survey.sections.map(
    section =>
      html`<section class="entry__section">${section.title ? html`<h2>${section.title}</h2>` : ''}${section.questions.map(question => one(drawn, section, question))}</section>`,
  )}`;
}
