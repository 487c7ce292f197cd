// One text for clearing: possible identifying passages are marked, and buttons decide about the text.
import { html } from 'hono/html';
import type { Passage } from '../../domain/surveys/passages.ts';
import {
  LONGEST_PASSAGES,
  type TextAction,
  WITHHELD_REASONS,
  type WithheldReason,
} from '../../domain/surveys/texts.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import {
  aboutText,
  queueHref,
  type TextSurveyView,
  textCrumbs,
  textHref,
  textsHref,
  writtenText,
} from './text-parts.ts';
import type { ShownText } from './texts.ts';
import { passageWords, clearingWords as say, textWords, withheldWords } from './words-texts.ts';

export interface ClearingFault {
  /** The control to correct; null when no field is at fault. */
  readonly field: 'citas' | 'kapec' | 'aizklat' | null;
  readonly text: string;
}

export interface ClearingView {
  readonly survey: TextSurveyView;
  readonly one: ShownText;
  readonly passages: readonly Passage[];
  /** Number of waiting texts, including this one, when it was opened from the queue. */
  readonly queue: { readonly left: number } | null;
  /** True when a colleague is clearing it now. */
  readonly taken: boolean;
  /** Typed and chosen values; null for a fresh page. */
  readonly typed: {
    readonly passages: readonly string[];
    readonly other: string;
    readonly reason: WithheldReason | null;
  } | null;
  readonly fault: ClearingFault | null;
  /** What has just been done. */
  readonly done: string | null;
}

const faultNote = (fault: ClearingFault | null): Markup | string =>
  fault
    ? html`<div class="error-summary" tabindex="-1" autofocus aria-labelledby="kludas"><div role="alert"><h2 id="kludas">${say.errors}</h2><p>${fault.field ? html`<a href="#${fault.field}">${fault.text}</a>` : fault.text}</p></div></div>`
    : '';

export const doneNote = (done: string | null): Markup | string =>
  done
    ? html`<div class="notice notice--success" role="status" tabindex="-1" autofocus><p>${done}</p></div>`
    : '';

/** Each wording once, because it is removed at every occurrence. */
function choices({ passages, typed }: ClearingView): Markup {
  const once = [...Map.groupBy(passages, ({ found }) => found).values()].flatMap(([first]) => first ?? []);
  if (once.length === 0) return html`<p id="aizklat" tabindex="-1">${say.noPassages}</p>`;
  const isChecked = ({ found, sure }: Passage) => (typed ? typed.passages.includes(found) : sure);
  return html`<fieldset class="field" id="aizklat"><legend class="field__label">${say.cover}</legend><span class="field__hint">${say.somePassages}</span><div class="choices">${once.map(
    (passage, i) =>
      html`<div class="choice"><input type="checkbox" id="vieta-${i}" name="vieta" value="${passage.found}"${isChecked(passage) ? html` checked` : ''}><label for="vieta-${i}"><strong>${passage.found}</strong> <span class="muted">${passageWords[passage.what]}</span></label></div>`,
  )}</div></fieldset>`;
}

function otherField({ typed, fault }: ClearingView): Markup {
  const isWrong = fault?.field === 'citas';
  return html`<div class="field${isWrong ? ' field--error' : ''}"><label class="field__label" for="citas">${say.other}</label><span class="field__hint" id="citas-hint">${say.otherHint}</span>${isWrong ? html`<span class="field__error" id="citas-error">${fault.text}</span>` : ''}<textarea class="input text-other" id="citas" name="citas" rows="3" maxlength="${LONGEST_PASSAGES}" autocomplete="off" spellcheck="false" aria-describedby="citas-hint${isWrong ? ' citas-error' : ''}"${isWrong ? html` aria-invalid="true"` : ''}>
${typed?.other ?? ''}</textarea></div>`;
}

const hidden = ({ one, queue }: ClearingView): Markup =>
  html`<input type="hidden" name="versija" value="${one.revision}">${queue ? html`<input type="hidden" name="rinda" value="on">` : ''}`;

const button = (action: TextAction, label: string, secondary = false): Markup =>
  html`<button class="button${secondary ? ' button--secondary' : ''}" type="submit" name="darit" value="${action}">${label}</button>`;

function coverForm(view: ClearingView): Markup {
  const { survey, one } = view;
  return html`<form class="form text-form" method="post" action="${textHref(survey.id, one.id)}" novalidate>${hidden(view)}${choices(view)}${otherField(view)}<p class="muted small">${say.final}</p><p class="form__submit form__submit--two">${
    one.state === 'cleared' ? '' : button('clear', say.clear)
  }${one.state === 'cleared' ? button('redact', say.redactMore) : button('redact', say.redact, true)}</p></form>`;
}

function withholdForm(view: ClearingView): Markup {
  const { survey, one, typed, fault } = view;
  const isWrong = fault?.field === 'kapec';
  return html`<details class="more"${isWrong ? html` open` : ''}><summary>${say.withholdTitle}</summary><form class="form text-form" method="post" action="${textHref(survey.id, one.id)}" novalidate>${hidden(view)}<p class="muted small">${say.withholdHint}</p><fieldset class="field${isWrong ? ' field--error' : ''}" id="kapec"><legend class="field__label">${say.why}</legend>${isWrong ? html`<span class="field__error">${fault.text}</span>` : ''}<div class="choices">${WITHHELD_REASONS.map(
    reason =>
      html`<div class="choice"><input type="radio" id="kapec-${reason}" name="kapec" value="${reason}"${typed?.reason === reason ? html` checked` : ''}><label for="kapec-${reason}">${withheldWords[reason]}</label></div>`,
  )}</div></fieldset><p class="form__submit">${button('withhold', say.withhold, true)}</p></form></details>`;
}

const returnForm = (view: ClearingView): Markup =>
  html`<form class="form text-form" method="post" action="${textHref(view.survey.id, view.one.id)}">${hidden(view)}<p class="muted small">${view.one.state === 'cleared' ? say.returnHint : ''}</p><p>${button('return', say.return, true)}</p></form>`;

function steps(view: ClearingView): Markup {
  const { one, survey, queue } = view;
  if (one.kept === 'yours') return html`<div class="notice notice--warn"><p>${textWords.yours}</p></div>`;
  return html`${one.text === null ? '' : coverForm(view)}${one.state === 'withheld' ? '' : withholdForm(view)}${one.state === 'raw' ? '' : returnForm(view)}${
    queue && queue.left > 1
      ? html`<p><a href="${queueHref(survey.id)}?pec=${one.month}_${one.id}">${say.skip}</a></p>`
      : ''
  }`;
}

/** The page. */
export function clearingPage(view: ClearingView): RegisterPage {
  const { survey, one, queue } = view;
  const { state, reason, text, kept } = one;
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.title,
    lede: queue ? say.left(queue.left) : textWords.one[state],
    crumbs: textCrumbs(survey, true),
    content: html`<div class="narrow flow">${faultNote(view.fault)}${doneNote(view.done)}${view.taken ? html`<div class="notice notice--warn"><p>${say.taken}</p></div>` : ''}<section class="text-answer text-answer--one" aria-label="Teksts">${aboutText(survey, one)}${
      text === null
        ? html`<p class="muted">${kept === 'yours' ? textWords.yours : textWords.shut}</p>`
        : writtenText(text, view.passages)
    }${state === 'withheld' && reason ? html`<p class="small">${say.withheldFor} ${withheldWords[reason]}.</p>` : ''}</section>${steps(view)}</div>`,
  };
}

export interface QueueEndView {
  readonly survey: TextSurveyView;
  readonly done: string | null;
  /** Texts that a colleague must clear. */
  readonly yours: number;
  /** Texts that colleagues are clearing now. */
  readonly taken: number;
  /** True when there are texts before the skipped one. */
  readonly skipped: boolean;
}

/** Nothing is left to clear. */
export const queueEndPage = ({ survey, done, yours, taken, skipped }: QueueEndView): RegisterPage => ({
  title: `${say.queue}: ${survey.title}`,
  heading: say.queue,
  lede: survey.title,
  crumbs: textCrumbs(survey, true),
  content: html`${doneNote(done)}${taken > 0 ? html`<p class="empty">${say.othersHave(taken)}</p>` : ''}${yours > 0 ? html`<p class="empty">${say.onlyYours(yours)}</p>` : ''}${taken + yours === 0 ? html`<p class="empty">${skipped ? 'Tālāk neizskatītu tekstu nav.' : say.done}</p>` : ''}<p>${
    skipped ? html`<a href="${queueHref(survey.id)}">No sākuma</a> ` : ''
  }<a href="${textsHref(survey.id)}">${textWords.title}</a></p>`,
});
