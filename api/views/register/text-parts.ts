// Parts shared by the pages of survey texts: the text, its question, its place.
import { html } from 'hono/html';
import { formatMonth } from '../../../src/calendar/format.ts';
import type { DestroyedAnswers } from '../../domain/register/act-surveys.ts';
import { COVERED } from '../../domain/register/actions/content.ts';
import type { Passage } from '../../domain/surveys/passages.ts';
import type { StoredText } from '../../domain/surveys/texts.ts';
import type { Markup } from '../page.ts';
import { surveyCrumbs, surveyHref } from './survey-places.ts';
import { textWords as say } from './words-texts.ts';

/** The data of a survey for its texts' pages. */
export interface TextSurveyView {
  readonly id: string;
  readonly title: string;
  /** True when more than one version has texts. */
  readonly manyVersions: boolean;
  /** By the name of the field. */
  readonly questions: ReadonlyMap<string, string>;
  /** Number of points of the satisfaction question. */
  readonly ratingPoints: number;
  /** Destroyed answers with their texts, the latest; null when there are none. */
  readonly destroyed: DestroyedAnswers | null;
}

export const textsHref = (survey: string): string => `${surveyHref(survey)}teksti/`;
export const queueHref = (survey: string): string => `${textsHref(survey)}izskatit/`;
export const textHref = (survey: string, id: string): string => `${textsHref(survey)}${id}/`;

export const textCrumbs = (survey: TextSurveyView, deeper = false) => [
  ...surveyCrumbs(survey),
  ...(deeper ? [{ href: textsHref(survey.id), label: say.title }] : []),
];

/** A black bar visually, a word for screen readers. */
const bar = html`<span class="covered"><span aria-hidden="true">${COVERED}</span><span class="visually-hidden">[${say.covered}]</span></span>`;

const withBars = (text: string): (Markup | string)[] =>
  text.split(COVERED).flatMap((part, i) => (i === 0 ? [part] : [bar, part]));

/** A text as written, with blacked-out parts as bars and possible identifying passages marked. */
export function writtenText(text: string, passages: readonly Passage[] = []): Markup {
  let at = 0;
  const parts = passages.flatMap(passage => {
    const before = text.slice(at, passage.at);
    at = passage.at + passage.found.length;
    return [...withBars(before), html`<mark>${passage.found}</mark>`];
  });
  return html`<blockquote class="words text-answer__words" dir="auto">${parts}${withBars(text.slice(at))}</blockquote>`;
}

/** The question it answers, the month, and the person's satisfaction. */
export function aboutText(
  survey: TextSurveyView,
  { question, version, month, rating }: StoredText,
  hide: { readonly question?: boolean; readonly version?: boolean; readonly month?: boolean } = {},
): Markup {
  const parts = [
    ...(hide.question ? [] : [survey.questions.get(question) ?? question]),
    ...(hide.month || month === '' ? [] : [formatMonth(month)]),
    ...(survey.manyVersions && !hide.version ? [say.version(version)] : []),
    ...(rating === null ? [] : [say.rating(rating, survey.ratingPoints)]),
  ];
  return html`<p class="text-answer__about">${parts.map((part, i) => html`${i > 0 ? ' · ' : ''}<span>${part}</span>`)}</p>`;
}
