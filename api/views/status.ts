// The look-up page: state in plain words, due date and why, what has happened so far.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Explanation } from '../domain/due.ts';
import type { Submission, SubmissionEvent } from '../domain/submission.ts';
import { dueExplanation, dueText } from './due.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { eventName, formatInstant, viewWords } from './words.ts';

const timeline = (events: readonly SubmissionEvent[], lang: Language): Markup =>
  html`<h2>${viewWords(lang).status.history}</h2><ol class="timeline">${events.map(
    ({ at, kind }) =>
      html`<li><time datetime="${at}">${formatInstant(at, lang)}</time> ${eventName(kind, lang)}</li>`,
  )}</ol>`;

function summary({ reference, kind, receivedAt, dueOn }: Submission, lang: Language): Markup {
  const { facts, kinds } = viewWords(lang);
  return html`<dl class="facts"><div><dt>${facts.reference}</dt><dd>${reference}</dd></div><div><dt>${facts.kind}</dt><dd>${kinds[kind]}</dd></div><div><dt>${facts.received}</dt><dd><time datetime="${receivedAt}">${formatInstant(receivedAt, lang)}</time></dd></div><div><dt>${facts.due}</dt><dd>${dueText(dueOn, lang)}</dd></div></dl>`;
}

/** The page for whoever has the code. The code itself is not on it. */
export function statusPage(
  submission: Submission,
  events: readonly SubmissionEvent[],
  explanation: Explanation,
  lang: Language,
): PageContent {
  const { status: say, states } = viewWords(lang);
  const { name, meaning } = states[submission.state];
  const content = html`${summary(submission, lang)}${dueExplanation(explanation, lang)}${timeline(events, lang)}<p>${say.after}</p><p class="no-print">${say.close}</p>`;
  return {
    lang,
    twin: lang === 'en' ? '/gaita/' : '/en/status/',
    title: say.title,
    main: body({ heading: say.title, lede: html`<strong>${name}.</strong> ${meaning}`, content }, lang),
  };
}
