// The receipt page: number, secret code, due date with its explanation, how the reply comes, whom to turn to
// next.
import { html } from 'hono/html';
import { owesReply } from '../../src/contract/kinds.ts';
import { type ReplyChannel, replyLabels } from '../../src/forms/complaint.ts';
import type { Language } from '../../src/forms/field.ts';
import type { Explanation } from '../domain/due.ts';
import type { Content, Submission } from '../domain/submission.ts';
import { dueExplanation, dueText } from './due.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { lookUpAddress, qrImage } from './qr.ts';
import type { ViewWords } from './words.lv.ts';
import { formatInstant, viewWords } from './words.ts';

type Words = ViewWords['receipt'];

/** How the reply comes, given the choice and missing fields (Paziņošanas likums; facts §1.5). */
function replyText({ kind }: Submission, content: Content, lang: Language): string {
  const say = viewWords(lang).receipt;
  const channel = content['replyBy'] as ReplyChannel | undefined;
  if (!owesReply(kind)) return say.noReply;
  if (channel === 'email' && !content['email']) return say.lacksEmail;
  if (channel === 'post' && !content['address']) return say.lacksAddress;
  return channel ? `${replyLabels(lang)[channel]}.` : say.onThisSite;
}

const codePanel = (say: Words, trackingCode: string): Markup =>
  html`<h2>${say.code}</h2><p class="code">${trackingCode}</p><p>${say.codeText}</p>`;

/** Without the code unless requested: a photograph of the page would reveal it. */
function qrPanel({ trackingCode, origin, qrWithCode }: Sent, lang: Language): Markup {
  const { receipt: say, status } = viewWords(lang);
  const address = lookUpAddress(origin, status.href, qrWithCode ? trackingCode : undefined);
  const other = qrWithCode
    ? html`<a href="${receivedAddress(lang)}">${say.qrPlain}</a>`
    : html`<a href="${receivedAddress(lang, 'qr=ar-kodu')}">${say.qrAsk}</a>`;
  return html`<div class="receipt__qr">${qrImage({ address, label: say.qr })}<div><p>${qrWithCode ? say.qrWithCode : say.qrText}</p><p class="no-print">${other}</p></div></div>`;
}

function receivedAddress(lang: Language, query = ''): string {
  const all = [query, lang === 'en' ? 'lang=en' : ''].filter(Boolean).join('&');
  return `/sanemts/${all ? `?${all}` : ''}`;
}

function next(say: Words, { dueOn }: Submission, lang: Language): Markup {
  const steps = [...say.steps, dueOn ? say.answerBy(dueText(dueOn, lang)) : say.used];
  return html`<h2>${say.next}</h2><ol class="steps">${steps.map(step => html`<li>${step}</li>`)}</ol><p>${say.further}</p>`;
}

const keep = (say: Words, lang: Language): Markup =>
  html`<section class="flow no-print"><h2>${say.keep}</h2><ul><li>${say.keepSigned}</li><li>${say.keepWithCode}</li></ul><p>${say.genuine}</p><form method="post" action="/sanemts/aizmirst${lang === 'en' ? '?lang=en' : ''}"><p>${say.forgetText}</p><p><button class="button button--secondary" type="submit">${say.forget}</button></p></form></section>`;

function summary(submission: Submission, content: Content, lang: Language): Markup {
  const { facts } = viewWords(lang);
  const { reference, receivedAt, dueOn } = submission;
  return html`<dl class="facts"><div><dt>${facts.reference}</dt><dd class="receipt__reference">${reference}</dd></div><div><dt>${facts.received}</dt><dd><time datetime="${receivedAt}">${formatInstant(receivedAt, lang)}</time></dd></div><div><dt>${facts.due}</dt><dd>${dueText(dueOn, lang)}</dd></div><div><dt>${facts.reply}</dt><dd>${replyText(submission, content, lang)}</dd></div></dl>`;
}

export interface Sent {
  readonly submission: Submission;
  readonly trackingCode: string;
  /** The person's content. */
  readonly content: Content;
  readonly explanation: Explanation;
  /** The public address, without a trailing slash. */
  readonly origin: string;
  /** The person requested a QR code with the tracking code. */
  readonly qrWithCode: boolean;
  /** True when an acknowledgement by e-mail was queued. */
  readonly mailed?: boolean;
}

/** The page after a submission; `trackingCode` is shown only here. */
export function receiptPage(sent: Sent, lang: Language): PageContent {
  const { submission, trackingCode, content: written, explanation, mailed = false } = sent;
  const { receipt: say } = viewWords(lang);
  const heading = say.thanks[submission.kind];
  const content = html`<div class="receipt flow">${summary(submission, written, lang)}${dueExplanation(explanation, lang)}${mailed ? html`<p>${say.mailed}</p>` : ''}${codePanel(say, trackingCode)}${qrPanel(sent, lang)}</div>${next(say, submission, lang)}${say.record ? html`<p>${say.record}</p>` : ''}${keep(say, lang)}`;
  const twin = lang === 'en' ? '/sanemts/' : '/sanemts/?lang=en';
  return { lang, twin, title: say.title, main: body({ heading, content }, lang) };
}

interface Answered {
  /** In the language of the page. */
  readonly thanks: string;
  readonly reference: string;
  /** True when the page exists in the other language. */
  readonly isTranslated: boolean;
}

/** The page after a survey, in the survey's language: its reference deliberately leads to nothing. */
export function surveyReceiptPage(
  { thanks, reference, isTranslated }: Answered,
  lang: Language,
): PageContent {
  const { title, number, kept, home } = viewWords(lang).answered;
  const content = html`<div class="receipt flow"><dl class="facts"><div><dt>${number}</dt><dd class="receipt__reference">${reference}</dd></div></dl><p>${kept}</p></div><p><a href="${home.href}">${home.label}</a></p>`;
  const twin = lang === 'en' ? '/sanemts/' : '/sanemts/?lang=en';
  return {
    lang,
    ...(isTranslated ? { twin } : {}),
    title,
    main: body({ heading: title, lede: thanks, content }, lang),
  };
}

/** When the browser has nothing to show, or no longer. */
export function noReceiptPage(lang: Language): PageContent {
  const { title, lede, text } = viewWords(lang).gone;
  const twin = lang === 'en' ? '/sanemts/' : '/sanemts/?lang=en';
  return { lang, twin, title, main: body({ heading: title, lede, content: html`<p>${text}</p>` }, lang) };
}
