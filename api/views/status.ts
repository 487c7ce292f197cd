// The look-up page: state in plain words, due date and why, what has happened so far.
import { html } from 'hono/html';
import { KIND_NAMES } from '../domain/receipt.ts';
import type { Submission, SubmissionEvent } from '../domain/submission.ts';
import { dueExplanation, dueText } from './due.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { eventName, formatInstant, STATE_MEANINGS, STATE_NAMES } from './words.ts';

const timeline = (events: readonly SubmissionEvent[]): Markup =>
  html`<h2>Kas līdz šim noticis</h2><ol class="timeline">${events.map(
    ({ at, kind }) => html`<li><time datetime="${at}">${formatInstant(at)}</time> ${eventName(kind)}</li>`,
  )}</ol>`;

const AFTER = html`<p>Ja atbildes nav laikā vai tā neapmierina, skatiet, <a href="/ka-izskatam/">kur vērsties tālāk</a>.</p><p class="no-print">Ja dators nav tikai Jūsu, beigās aizveriet šo lapu. <a href="/gaita/">Meklēt citu iesniegumu</a></p>`;

/** The page for whoever has the code. The code itself is not on it. */
export const statusPage = (submission: Submission, events: readonly SubmissionEvent[]): PageContent => ({
  title: 'Iesnieguma gaita',
  main: body({
    heading: 'Iesnieguma gaita',
    lede: html`<strong>${STATE_NAMES[submission.state]}.</strong> ${STATE_MEANINGS[submission.state]}`,
    content: html`<dl class="facts"><div><dt>Reģistrācijas numurs</dt><dd>${submission.reference}</dd></div><div><dt>Veids</dt><dd>${KIND_NAMES[submission.kind]}</dd></div><div><dt>Saņemts</dt><dd><time datetime="${submission.receivedAt}">${formatInstant(submission.receivedAt)}</time></dd></div><div><dt>Atbildes termiņš</dt><dd>${dueText(submission.dueOn)}</dd></div></dl>${dueExplanation(submission.dueExplanation)}${timeline(events)}${AFTER}`,
  }),
});
