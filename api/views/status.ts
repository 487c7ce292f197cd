// The page of a submission for the holder of its code: state in plain words, date and explanation, answer,
// messages, steps, history.
import { html } from 'hono/html';
import type { NamedOption } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { actionIn } from '../../src/forms/words.ts';
import type { Case } from '../domain/case.ts';
import type { Explanation } from '../domain/due.ts';
import { answerIn, type Message } from '../domain/messages.ts';
import type { SubmissionEvent } from '../domain/submission.ts';
import { attachmentList, type ListedFile, type NameFile, sentWith } from './attachments.ts';
import { writtenLines } from './content.ts';
import { conversation, type MessageFiles, said, words } from './conversation.ts';
import { dueExplanation, dueText } from './due.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { messageForm, type StepForms, stepForm, steps } from './steps.ts';
import { dateIn, eventName, formatInstant, viewWords } from './words.ts';
import { followUpView } from './words-follow-up.ts';

/** The result of a step: done, or not and why. */
interface StepNotice {
  readonly tone: 'success' | 'warn';
  readonly title: string;
  readonly text: string;
}

export interface StatusView {
  readonly of: Case;
  readonly files: readonly ListedFile[];
  readonly explanation: Explanation;
  readonly services: readonly NamedOption[];
  /** Due dates of later requests; null when the calendar does not reach that far. */
  readonly requestDue: { readonly review: string | null; readonly erasure: string | null };
  readonly forms: StepForms;
  readonly notice?: StepNotice;
}

const when = (at: string, lang: Language): Markup =>
  html`<time datetime="${at}">${formatInstant(at, lang)}</time>`;

/** Receives the focus, so that a screen reader starts with it. */
const noticeBox = ({ tone, title, text }: StepNotice): Markup =>
  html`<div class="notice notice--${tone}" role="${tone === 'success' ? 'status' : 'alert'}" tabindex="-1" autofocus><h2>${title}</h2><p>${text}</p></div>`;

const fact = (name: string, value: Markup | string): Markup =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function request(asked: string, due: string | null, lang: Language): string {
  const say = followUpView(lang);
  const at = formatInstant(asked, lang);
  return due ? say.answeredBy(at, dateIn(due, lang)) : say.answeredSoon(at);
}

function summary({ of, requestDue }: StatusView, lang: Language): Markup {
  const { facts, kinds } = viewWords(lang);
  const say = followUpView(lang);
  const { reference, kind, receivedAt, dueOn, state } = of.submission;
  const { reviewRequestedAt, erasureRequestedAt } = of.standing;
  const { rating } = of;
  return html`<dl class="facts">${fact(facts.reference, reference)}${fact(facts.kind, kinds[kind])}${fact(facts.received, when(receivedAt, lang))}${
    state === 'withdrawn' ? '' : fact(facts.due, dueText(dueOn, lang))
  }${reviewRequestedAt ? fact(say.reviewRequested, request(reviewRequestedAt, requestDue.review, lang)) : ''}${
    erasureRequestedAt
      ? fact(say.erasureRequested, request(erasureRequestedAt, requestDue.erasure, lang))
      : ''
  }${rating ? fact(say.rated, say.outOfFive(rating.satisfaction)) : ''}</dl>`;
}

/** Earlier events than this many are collapsed. */
const EVENTS_SHOWN = 12;

const events = (list: readonly SubmissionEvent[], lang: Language): Markup =>
  html`<ol class="timeline">${list.map(({ at, kind }) => html`<li>${when(at, lang)} ${eventName(kind, lang)}</li>`)}</ol>`;

function timeline(list: readonly SubmissionEvent[], lang: Language): Markup {
  const [before, recent] = [list.slice(0, -EVENTS_SHOWN), list.slice(-EVENTS_SHOWN)];
  return html`<section class="section flow"><h2>${viewWords(lang).status.history}</h2>${
    before.length > 0
      ? html`<details class="more printed"><summary>${followUpView(lang).earlierEvents(before.length)}</summary>${events(before, lang)}</details>`
      : ''
  }${events(recent, lang)}</section>`;
}

/**
 * The code is in the body, as in every form of this page: no address contains it, so a link cannot open a
 * file.
 */
const saving =
  ({ forms: { trackingCode } }: StatusView, lang: Language): NameFile =>
  ({ id, name }) =>
    html`<form method="post" action="${actionIn(lang, '/api/status/files')}"><input type="hidden" name="trackingCode" value="${trackingCode}"><input type="hidden" name="file" value="${id}"><button class="button button--secondary file__name" type="submit">${name}</button></form>`;

const sentIn = (view: StatusView, lang: Language): MessageFiles => ({
  files: view.files,
  name: saving(view, lang),
});

const answerBox = (answer: Message, lang: Language, sent: MessageFiles): Markup =>
  html`<section class="receipt section flow"><h2>${followUpView(lang).answer}</h2><p class="muted small">${when(answer.at, lang)}</p>${said(answer, lang, sent)}</section>`;

/** The question that waits for an answer. */
const questionIn = (of: Case): Message | undefined =>
  messageForm(of) === 'information'
    ? of.messages.findLast(({ kind }) => kind === 'information-request')
    : undefined;

/** The office's question, with the answer form directly below it. */
function question(view: StatusView, lang: Language): Markup | string {
  const { of, forms } = view;
  if (messageForm(of) !== 'information' || !of.contentKey) return '';
  const asked = questionIn(of);
  return html`<section class="section flow"><div class="notice notice--warn"><h2>${followUpView(lang).asked}</h2>${
    asked ? said(asked, lang, sentIn(view, lang)) : ''
  }</div><div class="answer-now no-print">${stepForm('information', forms, {}, lang)}</div></section>`;
}

/** Question, answer, and the rest of the conversation, each message once. */
function correspondence(view: StatusView, lang: Language): Markup {
  const { of } = view;
  const asked = questionIn(of);
  const answer = answerIn(of.messages);
  const rest = of.messages.filter(message => message !== answer && message !== asked);
  const bare = rest.length === 0 && (asked || answer);
  const sent = sentIn(view, lang);
  return html`${question(view, lang)}${answer ? answerBox(answer, lang, sent) : ''}${
    bare || !of.contentKey ? '' : conversation(rest, lang, sent)
  }`;
}

function written({ of, services }: StatusView, lang: Language): Markup {
  const { wrote, sealed } = followUpView(lang);
  if (!of.content)
    return html`<div class="notice notice--info"><h2>${sealed.title}</h2><p>${sealed.text}</p></div>`;
  const lines = writtenLines(of.submission.kind, of.content, { lang, services });
  return html`<details class="more printed"><summary>${wrote}</summary><dl class="facts facts--stacked">${lines.map(
    ({ label, value }) => fact(label, words(value)),
  )}</dl></details>`;
}

function leave(lang: Language): Markup {
  const { leave: say } = followUpView(lang);
  return html`<section class="section flow no-print"><h2>${say.title}</h2><p>${say.text}</p><form method="post" action="/sanemts/aizmirst${lang === 'en' ? '?lang=en' : ''}"><p><button class="button button--secondary" type="submit">${say.button}</button></p></form><p>${say.other}</p></section>`;
}

/** The page. The code is in the body of its forms, in no address and nowhere in visible text. */
export function statusPage(view: StatusView, lang: Language): PageContent {
  const { status: say, states } = viewWords(lang);
  const { of, explanation, forms, notice } = view;
  const { name, meaning } = states[of.submission.state];
  // The title names the result, because a screen reader reads it first.
  const wrong = forms.rejected?.state.errors?.length ? messagesIn(lang).errorTitle : '';
  const told = notice ? `${notice.title}: ` : wrong;
  const withdrawn = of.submission.state === 'withdrawn';
  const content = html`${notice ? noticeBox(notice) : ''}<div class="narrow">${summary(view, lang)}${
    withdrawn ? '' : dueExplanation(explanation, lang)
  }</div><div class="columns section"><div class="flow">${correspondence(view, lang)}${steps(of, forms, lang)}<p>${say.after}</p></div><div class="flow">${timeline(of.events, lang)}${written(view, lang)}${attachmentList(sentWith(view.files, null), lang, saving(view, lang))}</div></div>${leave(lang)}`;
  return {
    lang,
    twin: lang === 'en' ? '/gaita/' : '/en/status/',
    title: `${told}${say.title}`,
    main: body({ heading: say.title, lede: html`<strong>${name}.</strong> ${meaning}`, content }, lang),
  };
}
