// The worklist: cases with an open duty, first due first, with its views as tabs.
import { html } from 'hono/html';
import { KINDS } from '../../../src/contract/kinds.ts';
import type { Person } from '../../domain/register/people.ts';
import { COUNTED, type WorkRow, type WorkView } from '../../domain/register/work.ts';
import type { Markup } from '../page.ts';
import { dateIn, viewWords } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { caseLink, nameOf, timeLeft, urgencyTag } from './parts.ts';
import { registerWords } from './words.ts';

export interface ListedCase extends WorkRow {
  /** The subject in one line; null when it does not open. */
  readonly subject: string | null;
}

export interface WorklistView {
  readonly view: WorkView;
  /** The message of an action on a case that is no longer visible. */
  readonly done: string | null;
  readonly rows: readonly ListedCase[];
  readonly counts: Readonly<Record<WorkView, number>>;
  /** Views of this person. */
  readonly offered: readonly WorkView[];
  readonly filters: { readonly kind?: string | undefined; readonly service?: string | undefined };
  readonly services: readonly { readonly id: string; readonly label: string }[];
  /** The address of the next page; null on the last. */
  readonly next: string | null;
  /** The address of the first page, when this is another. */
  readonly first: string | null;
  readonly people: ReadonlyMap<string, Person>;
  readonly now: Date;
  readonly soon: string;
}

const workHref = (view: WorkView): string => (view === 'open' ? '/registrs/' : `/registrs/?skats=${view}`);

const count = (n: number): string => (n >= COUNTED ? `${COUNTED - 1}+` : String(n));

/** Rare views, shown only when they are not empty. */
const RARE: ReadonlySet<WorkView> = new Set(['review', 'erasure', 'unsent', 'spam', 'whistleblower']);

function tabs({ view, counts, offered }: WorklistView): Markup {
  const shown = offered.filter(one => !RARE.has(one) || counts[one] > 0 || one === view);
  return html`<nav class="tabs no-print" aria-label="Darbu saraksta daļas"><ul class="tabs__list">${shown.map(
    one =>
      html`<li><a href="${workHref(one)}"${one === view ? html` aria-current="page"` : ''}>${registerWords.views[one]} <span class="tabs__count">${count(counts[one])}</span></a></li>`,
  )}</ul></nav>`;
}

function filters({ view, filters: { kind, service }, services }: WorklistView): Markup {
  const { kinds } = viewWords('lv');
  const option = (id: string, label: string, chosen: string | undefined) =>
    html`<option value="${id}"${id === chosen ? html` selected` : ''}>${label}</option>`;
  return html`<form class="filters no-print" method="get" action="/registrs/"><input type="hidden" name="skats" value="${view}"><p class="field"><label for="veids">Veids</label><select id="veids" name="veids">${option('', 'visi', kind)}${KINDS.map(id => option(id, kinds[id], kind))}</select></p><p class="field"><label for="pakalpojums">Pakalpojums</label><select id="pakalpojums" name="pakalpojums">${option('', 'visi', service)}${services.map(({ id, label }) => option(id, label, service))}</select></p><p><button class="button button--secondary" type="submit">Rādīt</button></p></form>`;
}

const marks = ({
  unreadSince,
  reviewRequestedAt,
  erasureRequestedAt,
  suspicions,
  spam,
}: ListedCase): Markup[] =>
  [
    ...(unreadSince ? ['jauna ziņa'] : []),
    ...(reviewRequestedAt ? ['lūdz pārskatīt'] : []),
    ...(erasureRequestedAt ? ['lūdz dzēst datus'] : []),
    ...(suspicions.length > 0 && spam !== 'cleared' ? ['iespējams surogātpasts'] : []),
  ].map(text => html` <span class="tag">${text}</span>`);

function row(one: ListedCase, { people, now, soon }: WorklistView): Markup {
  const { kinds, states } = viewWords('lv');
  const { reference, kind, state, dueOn, assignee, subject } = one;
  const closed = one.closedAt !== null;
  return html`<tr><th scope="row">${caseLink(reference)}<span class="work__subject">${subject ?? 'saturs nav atverams'}</span>${marks(one)}</th><td data-label="Termiņš">${
    closed
      ? html`${dueOn ? dateIn(dueOn, 'lv') : '–'}`
      : html`${dueOn ? html`<time datetime="${dueOn}">${dateIn(dueOn, 'lv')}</time> ` : ''}${urgencyTag(timeLeft(dueOn, { now, soon }))}`
  }</td><td data-label="Veids">${kinds[kind]}</td><td data-label="Stāvoklis">${states[state].name}</td><td data-label="Atbildīgais">${assignee ? nameOf(people, assignee) : html`<span class="muted">nav</span>`}</td></tr>`;
}

export const caseTable = (
  rows: readonly ListedCase[],
  caption: string,
  view: Pick<WorklistView, 'people' | 'now' | 'soon'>,
): Markup =>
  html`<table class="work"><caption class="visually-hidden">${caption}</caption><thead><tr><th scope="col">Lieta</th><th scope="col">Termiņš</th><th scope="col">Veids</th><th scope="col">Stāvoklis</th><th scope="col">Atbildīgais</th></tr></thead><tbody>${rows.map(one => row(one, view as WorklistView))}</tbody></table>`;

/** The page. */
export function worklistPage(view: WorklistView): RegisterPage {
  const { rows, next, first } = view;
  const name = registerWords.views[view.view];
  const content = html`${
    view.done
      ? html`<div class="notice notice--success" role="status" tabindex="-1" autofocus><p>${view.done}</p></div>`
      : ''
  }${tabs(view)}${filters(view)}${
    rows.length > 0
      ? caseTable(rows, name, view)
      : html`<p class="empty">${first ? 'Tālāk nekā vairs nav.' : registerWords.empty[view.view]}</p>`
  }${
    next || first
      ? html`<nav class="pager no-print" aria-label="Lapas">${first ? html`<a href="${first}">Uz sākumu</a>` : ''}${next ? html`<a href="${next}" rel="next">Nākamās</a>` : ''}</nav>`
      : ''
  }`;
  return { title: `Darbi: ${name}`, heading: 'Darbi', content };
}
