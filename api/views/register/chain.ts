// The event chain for auditors: codes, no content; the verdict; its head, to print and keep.
import { html } from 'hono/html';
import { staffIdOf } from '../../domain/chain.ts';
import type { LoggedEvent } from '../../domain/register/events.ts';
import type { Person } from '../../domain/register/people.ts';
import { NOT_COVERED_TITLE, notCoveredTexts, UNNAMED } from '../finding-text.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import { when } from './parts.ts';
import { registerWords } from './words.ts';

export const CHAIN = '/registrs/kede/';

export interface ChainView {
  readonly events: readonly LoggedEvent[];
  readonly people: ReadonlyMap<string, Person>;
  readonly kind: string;
  /** Riga date; empty for any. */
  readonly day: string;
  /** Address of older events; null on the last page. */
  readonly next: string | null;
  readonly verdict: ChainVerdict | null;
}

/** What is told of a check. No number of an event: it would count events that the viewer may not learn of. */
export type ChainVerdict =
  | { readonly outcome: 'running'; readonly percent: number }
  /** No check has ended since the server started. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'whole'; readonly at: Date }
  | {
      readonly outcome: 'damaged';
      readonly at: Date;
      /** Whether the chain itself does not hang together. */
      readonly isChain: boolean;
      readonly texts: readonly string[];
      /** Whether there is something that this viewer is not told in detail. */
      readonly isMore: boolean;
    };

/** By role and id: auditing the chain needs no names. */
function whoIs(actor: string, people: ReadonlyMap<string, Person>): string {
  if (actor === 'submitter') return registerWords.submitter;
  const id = staffIdOf(actor);
  if (id === null) return registerWords.system;
  const roles = people
    .get(id)
    ?.roles.map(role => registerWords.roles[role])
    .join(', ');
  return roles ? `${roles} (${id})` : id;
}

const filters = ({ kind, day }: ChainView): Markup =>
  html`<form class="filters no-print" method="get" action="${CHAIN}"><p class="field"><label for="veids">Notikuma kods</label><input type="text" id="veids" name="veids" value="${kind}" maxlength="40" autocomplete="off" spellcheck="false" placeholder="piemēram, erased"></p><p class="field"><label for="diena">Diena</label><input type="date" id="diena" name="diena" value="${day}"></p><p><button class="button button--secondary" type="submit">Rādīt</button></p></form>`;

/** Without the numbers of events: gaps between them would tell of cases that are not shown. */
const table = ({ events, people }: ChainView): Markup =>
  html`<table class="work keep"><caption class="visually-hidden">Notikumi, jaunākie pirmie</caption><thead><tr><th scope="col">Laiks</th><th scope="col">Notikums</th><th scope="col">Kas</th><th scope="col">Numurs</th></tr></thead><tbody>${events.map(
    ({ at, kind, actor, reference }) =>
      html`<tr><th scope="row">${when(at)}</th><td data-label="Notikums"><code>${kind}</code></td><td data-label="Kas">${whoIs(actor, people)}</td><td data-label="Numurs">${reference}</td></tr>`,
  )}</tbody></table>`;

const box = (tone: 'success' | 'warn' | 'info', title: string, body: Markup): Markup =>
  html`<div class="notice notice--${tone}" role="status" tabindex="-1" autofocus><h2>${title}</h2>${body}</div>`;

const checkedAt = (at: Date): Markup =>
  html`<p>Pārbaude sākta ${when(at.toISOString())}. Pārbaudīti visi notikumi, kas tad bija, un rindas, par kurām tie stāsta.</p>`;

const uncovered = html`<details><summary>${NOT_COVERED_TITLE}</summary><ul>${notCoveredTexts.map(
  text => html`<li>${text}</li>`,
)}</ul></details>`;

function verdictBox(verdict: ChainVerdict): Markup {
  switch (verdict.outcome) {
    case 'running':
      return box(
        'info',
        'Pārbaude turpinās',
        html`<p>Izskatīti aptuveni ${verdict.percent} % notikumu. Darbu tas netraucē. <a href="${CHAIN}?parbaude=1">Skatīt, vai ir pabeigta</a></p>`,
      );
    case 'none':
      return box(
        'info',
        'Pārbaudes rezultāta nav',
        html`<p>Kopš servera palaišanas neviena pārbaude nav pabeigta. Sāciet to no jauna.</p>`,
      );
    case 'whole':
      return box(
        'success',
        'Ķēde ir vesela',
        html`${checkedAt(verdict.at)}<p>Rindas atbilst notikumiem.</p>${uncovered}`,
      );
    case 'damaged':
      return box(
        'warn',
        verdict.isChain ? 'Ķēde ir bojāta' : 'Reģistrs neatbilst ķēdei',
        html`${checkedAt(verdict.at)}<ul>${[...verdict.texts, ...(verdict.isMore ? [UNNAMED] : [])].map(text => html`<li>${text}</li>`)}</ul>${uncovered}`,
      );
  }
}

/** The page. */
export const chainPage = (view: ChainView): RegisterPage => ({
  title: 'Notikumu ķēde',
  heading: 'Notikumu ķēde',
  lede: 'Viss, kas reģistrā noticis, kā kodi bez iesniegumu satura. Nevienu notikumu nevar mainīt, izdzēst vai pārvietot tā, ka to nepamana.',
  content: html`${view.verdict ? verdictBox(view.verdict) : ''}<div class="filters no-print"><form method="post" action="${CHAIN}parbaudit/"><button class="button" type="submit">Pārbaudīt ķēdi</button></form><p><a href="${CHAIN}gals/">Ķēdes gals drukāšanai</a></p></div>${filters(view)}${
    view.events.length > 0 ? table(view) : html`<p class="empty">Šādu notikumu nav.</p>`
  }${view.next ? html`<nav class="pager no-print" aria-label="Lapas"><a href="${view.next}" rel="next">Senāki</a></nav>` : ''}`,
});

export const chainHeadPage = (signed: string): RegisterPage => ({
  title: 'Notikumu ķēdes gals',
  heading: 'Notikumu ķēdes gals',
  crumbs: [{ href: CHAIN, label: 'Notikumu ķēde' }],
  lede: 'Izdrukājiet vai nokopējiet un atdodiet glabāt kādam ārpus iestādes.',
  content: html`<pre class="keep-hash">${signed}</pre><p>Parakstu var pārbaudīt lapā <a href="/parbaude/">Apliecinājuma pārbaude</a>. Vai ķēdē šis notikums joprojām ir, pārbauda ar komandu <code>npm run register -- verify --head FAILS</code>.</p>`,
});
