// The copy of one's data as a document to read and print: a complete page, because it is saved as a file.
import { html } from 'hono/html';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import type { Case } from '../domain/case.ts';
import type { Explanation } from '../domain/due.ts';
import { attachmentList, fileItems, type ListedFile, sentWith } from './attachments.ts';
import { writtenLines } from './content.ts';
import { dueText } from './due.ts';
import type { Markup } from './page.ts';
import { eventName, formatInstant, viewWords } from './words.ts';
import { copyEn } from './words-copy.en.ts';
import { type CopyWords, copyLv } from './words-copy.lv.ts';
import { followUpView } from './words-follow-up.ts';

const WORDS: Readonly<Record<Language, CopyWords>> = { lv: copyLv, en: copyEn };

export const copyWords = (lang: Language): CopyWords => WORDS[lang];

/** The actor, without naming members of staff. */
export const actorOf = (actor: string): 'submitter' | 'office' | 'system' =>
  actor === 'submitter' || actor === 'system' ? actor : 'office';

export interface CopyView {
  readonly of: Case;
  readonly files: readonly ListedFile[];
  readonly site: SiteBundle;
  readonly explanation: Explanation;
  /** ISO 8601; when the copy was made. */
  readonly at: string;
}

const STYLE = `body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}
dt{font-weight:600;margin-top:.75rem}dd{margin:0}.words{white-space:pre-wrap;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere}h2{margin-top:2rem}`;

const words = (text: string): Markup => html`<div class="words" dir="auto">${text}</div>`;
const fact = (name: string, value: Markup | string | number): Markup =>
  html`<dt>${name}</dt><dd>${value}</dd>`;
const part = (title: string, inner: Markup | Markup[]): Markup =>
  html`<section><h2>${title}</h2>${inner}</section>`;
const list = (items: readonly (Markup | string)[]): Markup =>
  html`<ul>${items.map(item => html`<li>${item}</li>`)}</ul>`;

function submission({ of, explanation }: CopyView, lang: Language): Markup {
  const { facts, kinds, states } = viewWords(lang);
  const say = copyWords(lang);
  const { reference, kind, state, receivedAt, dueOn, service, rulePoints, suspicions } = of.submission;
  return html`<dl>${fact(facts.reference, reference)}${fact(facts.kind, kinds[kind])}${fact(say.state, states[state].name)}${fact(facts.received, formatInstant(receivedAt, lang))}${fact(facts.due, dueText(dueOn, lang))}${fact(facts.how, list(explanation.lines))}${
    service ? fact(say.service, service) : ''
  }${rulePoints.length > 0 ? fact(say.rulePoints, rulePoints.join(', ')) : ''}${
    suspicions.length > 0 ? fact(say.suspicions, suspicions.join(', ')) : ''
  }</dl>`;
}

function written({ of, site }: CopyView, lang: Language): Markup {
  if (!of.content) return html`<p>${copyWords(lang).shut}</p>`;
  const lines = writtenLines(of.submission.kind, of.content, { lang, services: site.services });
  return html`<dl>${lines.map(({ label, value }) => fact(label, words(value)))}</dl>`;
}

function messages({ of, files }: CopyView, lang: Language): Markup {
  const { authors, messageKinds, shut } = followUpView(lang);
  if (of.messages.length === 0) return html`<p>${copyWords(lang).none}</p>`;
  return html`<dl>${of.messages.map(({ id, at, author, kind, text }) =>
    fact(
      `${authors[author]}, ${formatInstant(at, lang)} (${messageKinds[kind] ?? kind})`,
      html`${words(text ?? shut)}${fileItems(sentWith(files, id), lang)}`,
    ),
  )}</dl>`;
}

function history({ of }: CopyView, lang: Language): Markup {
  const { actors } = copyWords(lang);
  return list(
    of.events.map(
      ({ at, kind, actor }) =>
        `${formatInstant(at, lang)}: ${eventName(kind, lang)} (${actors[actorOf(actor)]})`,
    ),
  );
}

function rating({ of }: CopyView, lang: Language): Markup | string {
  if (!of.rating) return '';
  const say = copyWords(lang);
  const { satisfaction, effort, comment } = of.rating;
  return part(
    say.rating,
    html`<dl>${fact(say.satisfaction, satisfaction)}${effort === null ? '' : fact(say.effort, effort)}${
      comment ? fact(say.comment, words(comment)) : ''
    }</dl>`,
  );
}

function requests({ of }: CopyView, lang: Language): Markup | string {
  const { reviewRequested, erasureRequested } = followUpView(lang);
  const { reviewRequestedAt, erasureRequestedAt } = of.standing;
  const pending = [
    [reviewRequested, reviewRequestedAt],
    [erasureRequested, erasureRequestedAt],
  ].flatMap(([name, at]) => (at ? [`${name}: ${formatInstant(at, lang)}`] : []));
  return pending.length > 0 ? part(copyWords(lang).requests, list(pending)) : '';
}

/** The whole document. Its style is inline, because a saved file has no other. */
export function copyDocument(view: CopyView, lang: Language): Markup {
  const say = copyWords(lang);
  const { of, site, at } = view;
  const { reference, receipt } = of.submission;
  const { wrote, talk } = followUpView(lang);
  const { name, institution } = site.centre;
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title(reference)}</title><style>${STYLE}</style></head>
<body><main><h1>${say.title(reference)}</h1><p>${say.intro(name, formatInstant(at, lang))}</p>${part(say.submission, submission(view, lang))}${part(wrote, written(view, lang))}${attachmentList(sentWith(view.files, null), lang)}${part(talk, messages(view, lang))}${rating(view, lang)}${requests(view, lang)}${part(say.history, history(view, lang))}${part(say.receipt, html`<pre lang="lv">${receipt}</pre>`)}${part(say.storage, list(say.stored))}${part(say.about, list(say.information(institution)))}</main></body></html>
`;
}
