// Survey texts for print: the cleared ones, by question.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';
import { aboutText, type TextSurveyView, textCrumbs, textsHref } from './text-parts.ts';
import { filterQuery, type ShownText, type TextFilters, wordsOf } from './texts.ts';
import { textWords as say, textsOf } from './words-texts.ts';

export interface PrintedTexts {
  readonly survey: TextSurveyView;
  readonly filters: TextFilters;
  readonly texts: readonly ShownText[];
  readonly more: boolean;
  /** The date of the sheet. */
  readonly on: string;
}

const chosen = ({ survey, filters: { question, version, tag } }: PrintedTexts): string =>
  [
    ...(question ? [`${say.question}: ${survey.questions.get(question) ?? question}`] : []),
    ...(version ? [say.version(version)] : []),
    ...(tag ? [`${say.tag}: ${tag}`] : []),
  ].join('; ');

/** All selected texts, by question. */
export function printedTextsPage(view: PrintedTexts): RegisterPage {
  const { survey, filters, texts, more, on } = view;
  const groups = [...Map.groupBy(texts, ({ question }) => question)].toSorted(
    ([a], [b]) => [...survey.questions.keys()].indexOf(a) - [...survey.questions.keys()].indexOf(b),
  );
  const picked = chosen(view);
  return {
    title: `${say.title} drukāšanai: ${survey.title}`,
    heading: `${say.title}: ${survey.title}`,
    crumbs: textCrumbs(survey, true),
    content: html`<p class="text-print__head">${picked ? `${picked}. ` : ''}${textsOf(texts.length)}, ${on}. Tikai iekšējai lietošanai: aptauju tekstus nepublicē.</p>${
      more ? html`<div class="notice notice--warn"><p>${say.printed(texts.length)}</p></div>` : ''
    }${texts.length === 0 ? html`<p class="empty">${say.noMatch}</p>` : ''}${groups.map(
      ([question, some]) =>
        html`<section class="section flow"><h2>${survey.questions.get(question) ?? question}</h2><ul class="text-answers">${some.map(
          one =>
            html`<li class="text-answer">${aboutText(survey, one, { question: true, version: filters.version !== undefined })}${wordsOf(one)}${one.tags.length > 0 ? html`<p class="text-answer__foot">${one.tags.map(tag => html`<span class="tag">${tag}</span> `)}</p>` : ''}</li>`,
        )}</ul></section>`,
    )}<p class="no-print"><a href="${textsHref(survey.id)}${filterQuery(filters)}">Atpakaļ uz sarakstu</a></p>`,
  };
}
