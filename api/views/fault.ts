// Pages for an unexpected error: the form as it was filled in, or what was sent, to be sent again.
import { html } from 'hono/html';
import { type FormDefinition, filesFieldOf, type Language } from '../../src/forms/field.ts';
import type { FormState } from '../../src/forms/render.ts';
import { formPage } from './form-page.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { viewWords } from './words.ts';
import { faultWordsEn } from './words-fault.en.ts';
import { faultWordsLv } from './words-fault.lv.ts';

const WORDS = { lv: faultWordsLv, en: faultWordsEn };

export interface FaultView {
  readonly lang: Language;
  /** The id in the log line. */
  readonly id: string;
  /** The database is away: nothing was stored. Otherwise nobody knows how far it came. */
  readonly isAway: boolean;
}

/** One field of a form: its name and what it was sent with. */
export type SentField = readonly [name: string, value: string];

/** The id in the log, for the person to name. */
export function faultNumber({ id, lang }: FaultView): Markup {
  const say = WORDS[lang];
  return html`<p>${say.id} <code>${id}</code>. ${say.idWhat}</p>`;
}

const whyOf = ({ lang, isAway }: FaultView): string => WORDS[lang].why[isAway ? 'away' : 'fault'];

/** The form again, with everything that was typed. */
export function refilledPage(form: FormDefinition, state: FormState, fault: FaultView): PageContent {
  const say = WORDS[form.lang];
  const files = filesFieldOf(form) ? html`<p>${say.files}</p>` : '';
  const content = html`<div class="notice notice--warn" tabindex="-1" autofocus aria-labelledby="${form.id}-notice"><div class="flow" role="alert"><h2 id="${form.id}-notice">${say.heading}</h2><p>${whyOf(fault)}</p><p>${say.what(form.submit)}</p>${files}${faultNumber(fault)}</div></div>`;
  return formPage(form, state, { title: say.title, content });
}

/** Texts this long are shown, so that they can be copied; shorter values are most often choices and keys. */
const LONG = 40;

const field = ([name, value]: SentField, i: number, label: string): Markup =>
  value.length < LONG && !value.includes('\n')
    ? html`<input type="hidden" name="${name}" value="${value}">`
    : html`<div class="field"><label class="field__label" for="sent-${i}">${label}</label><textarea class="input" id="sent-${i}" name="${name}" rows="8">
${value}</textarea></div>`;

/** What was sent to `action`, whatever form it came from, with a button that sends the same again. */
export function resendPage(action: string, fields: readonly SentField[], fault: FaultView): PageContent {
  const { lang } = fault;
  const say = WORDS[lang];
  const { problem, home } = viewWords(lang);
  const content = html`<div class="notice notice--warn" role="alert"><p>${whyOf(fault)}</p><p>${say.againWhat}</p>${faultNumber(fault)}</div><form method="post" action="${action}">${fields.map((sent, i) => field(sent, i, say.text))}<button class="button" type="submit">${say.again}</button></form><p>${problem}</p><p><a href="${home.href}">${home.link}</a></p>`;
  return { lang, title: say.title, main: body({ heading: say.heading, content }, lang) };
}
