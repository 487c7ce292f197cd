// Tags of one text: checkboxes for the survey's tags, and new ones.
import { html } from 'hono/html';
import { LONGEST_TAG, MOST_TAGS } from '../../domain/surveys/texts.ts';
import type { RegisterPage } from './page.ts';
import { doneNote } from './text-clearing.ts';
import {
  aboutText,
  type TextSurveyView,
  textCrumbs,
  textHref,
  textsHref,
  writtenText,
} from './text-parts.ts';
import type { ShownText } from './texts.ts';
import { tagWords as say, textWords } from './words-texts.ts';

export interface TagsView {
  readonly survey: TextSurveyView;
  readonly one: ShownText;
  /** Of the survey, most frequent first. */
  readonly tags: readonly { readonly tag: string; readonly n: number }[];
  readonly typed: { readonly chosen: readonly string[]; readonly more: string } | null;
  readonly fault: string | null;
  readonly done: boolean;
  /** Query of the list it was opened from; null when there was none. */
  readonly back: string | null;
}

/** The page. */
export function tagsPage({ survey, one, tags, typed, fault, done, back }: TagsView): RegisterPage {
  const all = [
    ...tags,
    ...one.tags.filter(tag => !tags.some(known => known.tag === tag)).map(tag => ({ tag, n: 1 })),
  ];
  const chosen = typed?.chosen ?? one.tags;
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.title,
    crumbs: textCrumbs(survey, true),
    content: html`<div class="narrow flow">${
      fault
        ? html`<div class="error-summary" tabindex="-1" autofocus aria-labelledby="kludas"><div role="alert"><h2 id="kludas">Nekas nav saglabāts</h2><p><a href="#jaunas">${fault}</a></p></div></div>`
        : ''
    }${doneNote(done ? say.saved : null)}<section class="text-answer text-answer--one" aria-label="Teksts">${aboutText(survey, one)}${
      one.text === null ? html`<p class="muted">${textWords.shut}</p>` : writtenText(one.text)
    }</section><form class="form text-form" method="post" action="${textHref(survey.id, one.id)}birkas/${back === null ? '' : `?no=${encodeURIComponent(back)}`}" novalidate><input type="hidden" name="bija" value="${one.tags.join(',')}">${
      all.length > 0
        ? html`<fieldset class="field"><legend class="field__label">${say.ofText}</legend><div class="choices">${all.map(
            ({ tag, n }, i) =>
              html`<div class="choice"><input type="checkbox" id="birka-${i}" name="birka" value="${tag}"${chosen.includes(tag) ? html` checked` : ''}><label for="birka-${i}">${tag} <span class="muted">${say.used(n)}</span></label></div>`,
          )}</div></fieldset>`
        : html`<p class="muted">${say.none}</p>`
    }<div class="field${fault ? ' field--error' : ''}"><label class="field__label" for="jaunas">${say.more}</label><span class="field__hint" id="jaunas-hint">${say.moreHint}</span>${
      fault ? html`<span class="field__error" id="jaunas-error">${fault}</span>` : ''
    }<input class="input" type="text" id="jaunas" name="jaunas" value="${typed?.more ?? ''}" maxlength="${MOST_TAGS * (LONGEST_TAG + 2)}" autocomplete="off" aria-describedby="jaunas-hint${fault ? ' jaunas-error' : ''}"></div><p class="form__submit"><button class="button" type="submit">${say.save}</button></p></form><p><a href="${textsHref(survey.id)}${back ?? ''}#t-${one.id}">Atpakaļ uz sarakstu</a></p></div>`,
  };
}
