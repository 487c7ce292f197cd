// The event chain for those who watch over it: codes, no content; whether it is whole; its head, to print and keep.
import { html } from 'hono/html';
import { staffIdOf } from '../../domain/chain.ts';
import type { LoggedEvent } from '../../domain/register/events.ts';
import type { Person } from '../../domain/register/people.ts';
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
  /** Address of the older ones; null on the last page. */
  readonly next: string | null;
  readonly verdict: { readonly whole: boolean; readonly text: string } | null;
}

/** By role and id: whoever checks the chain needs no names. */
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

/** The page. */
export const chainPage = (view: ChainView): RegisterPage => ({
  title: 'Notikumu ķēde',
  heading: 'Notikumu ķēde',
  lede: 'Viss, kas reģistrā noticis, kā kodi bez iesniegumu satura. Nevienu notikumu nevar mainīt, izdzēst vai pārvietot tā, ka to nepamana.',
  content: html`${
    view.verdict
      ? html`<div class="notice notice--${view.verdict.whole ? 'success' : 'warn'}" role="status" tabindex="-1" autofocus><h2>${view.verdict.whole ? 'Ķēde ir vesela' : 'Ķēde ir bojāta'}</h2><p>${view.verdict.text}</p></div>`
      : ''
  }<div class="filters no-print"><form method="post" action="${CHAIN}parbaudit/"><button class="button" type="submit">Pārbaudīt ķēdi</button></form><p><a href="${CHAIN}gals/">Ķēdes gals drukāšanai</a></p></div>${filters(view)}${
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
