// Data about a person: found, with reasons and terms; exported; a request recorded; erased within the law.
import { html } from 'hono/html';
import { formatDate } from '../../../src/calendar/format.ts';
import type { WishRefusal } from '../../domain/register/personal-data.ts';
import type { Kept } from '../../domain/register/retention.ts';
import type { Markup } from '../page.ts';
import { viewWords } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { caseLink, when } from './parts.ts';
import type { ListedCase } from './worklist.ts';

const PERSONAL_DATA = '/registrs/personas-dati/';

export interface PersonalCase {
  readonly row: ListedCase;
  /** Null while it is open. */
  readonly kept: Kept | null;
  /** Number of letters about it in the outbox. */
  readonly mails: number;
  /**
   * Riga dates by which an open erasure request must be answered; null without one, or beyond the calendar.
   */
  readonly due: { readonly on: string | null; readonly atMost: string | null } | null;
  /** Why it is not erased; null when it may be. Undefined for people without the right to erase. */
  readonly refusal?: WishRefusal | null;
}

export interface PersonalDataView {
  readonly query: string;
  /** Null when nothing was searched. */
  readonly cases: readonly PersonalCase[] | null;
  readonly most: number;
  readonly today: string;
  readonly notice: 'erased' | 'recorded' | 'bad-date' | 'pending' | null;
}

const NOTICES = {
  erased: ['success', 'Dati dzēsti. Notikumu ķēdē palicis ieraksts bez satura.'],
  recorded: ['success', 'Lūgums ierakstīts ar tā saņemšanas dienu.'],
  'bad-date': ['warn', 'Lūgums nav ierakstīts: saņemšanas diena nevar būt nākotnē, un šādai dienai jābūt.'],
  pending: ['warn', 'Lūgums nav ierakstīts: par šo lietu lūgums jau gaida lēmumu.'],
} as const;

const wishRefusalWords: Readonly<Record<WishRefusal, string>> = {
  open: 'Lieta ir atvērta: iesniegumu vispirms izskata (Iesniegumu likums).',
  hold: 'Iznīcināšana ir apturēta.',
  unread: 'Vispirms izlasiet iesniedzēja ziņu.',
  review: 'Vispirms izlemiet lūgumu pārskatīt.',
  undecided: 'Vispirms atbildiet uz lūgumu dzēst datus.',
  'not-granted':
    'Lietu glabā likums (VDAR 17. panta 3. punkts): līdz termiņa beigām vai kamēr lūgums nav apmierināts.',
};

const notice = ({ notice: code }: PersonalDataView): Markup | string =>
  code === null
    ? ''
    : html`<div class="notice notice--${NOTICES[code][0]}" role="${NOTICES[code][0] === 'warn' ? 'alert' : 'status'}" tabindex="-1" autofocus><p>${NOTICES[code][1]}</p></div>`;

function whyKept({ kept }: PersonalCase): Markup {
  if (!kept) return html`lieta ir atvērta, iesniegumu izskata`;
  return html`${kept.class.title}; ${kept.class.law}; iznīcina no ${formatDate(kept.dueOn, 'genitive')}`;
}

function clock({ row, due }: PersonalCase): Markup | string {
  if (!row.erasureRequestedAt || !due) return '';
  return html`<p><strong>Lūdz dzēst datus</strong> kopš ${when(row.erasureRequestedAt)}. Atbildes termiņš: <strong>${due.on ? formatDate(due.on) : 'kalendārs tik tālu nesniedzas'}</strong>. Sarežģītā gadījumā – ${due.atMost ? formatDate(due.atMost) : 'kalendārs tik tālu nesniedzas'}, ja par to paziņo pirmajā mēnesī (VDAR 12. panta 3. punkts). <a href="/registrs/lietas/${row.reference}/datu-dzesana/">Atbildēt uz lūgumu</a></p>`;
}

function record({ row }: PersonalCase, query: string, today: string): Markup | string {
  if (row.erasureRequestedAt) return '';
  const id = `diena-${row.reference}`;
  return html`<details><summary>Ierakstīt lūgumu dzēst datus, kas atnācis uz papīra</summary><form method="post" action="${PERSONAL_DATA}${row.reference}/lugums/"><input type="hidden" name="ko" value="${query}"><p class="field"><label class="field__label" for="${id}">Kad lūgums saņemts</label><input class="input input--short" type="date" id="${id}" name="diena" value="${today}" max="${today}" required></p><p><button class="button button--secondary" type="submit">Ierakstīt lūgumu</button></p></form></details>`;
}

function erasing({ row, refusal }: PersonalCase): Markup | string {
  if (refusal === undefined) return '';
  return refusal === null
    ? html`<p><a href="${PERSONAL_DATA}${row.reference}/dzest/">Dzēst datus</a></p>`
    : html`<p class="muted">Dzēst nevar. ${wishRefusalWords[refusal]}</p>`;
}

function one(item: PersonalCase, { query, today }: PersonalDataView): Markup {
  const { kinds, states } = viewWords('lv');
  const { row, mails } = item;
  return html`<li class="flow personal__case"><h2>${caseLink(row.reference)} ${row.subject ?? 'saturs nav atverams'}</h2><dl class="facts"><div><dt>Veids</dt><dd>${kinds[row.kind]}</dd></div><div><dt>Stāvoklis</dt><dd>${states[row.state].name}</dd></div><div><dt>Saņemts</dt><dd>${when(row.receivedAt)}</dd></div><div><dt>Kāpēc glabā</dt><dd>${whyKept(item)}</dd></div><div><dt>E-pasta vēstules</dt><dd>${mails === 0 ? 'nav' : `${mails} (adrese vēstulē šifrēta; pēc nosūtīšanas tās reģistrā nav)`}</dd></div></dl>${clock(item)}<p><a href="/registrs/lietas/${row.reference}/labot-datus/">Labot datus</a></p>${record(item, query, today)}${erasing(item)}</li>`;
}

const exportForm = (query: string): Markup =>
  html`<form method="post" action="${PERSONAL_DATA}eksports/" class="no-print"><input type="hidden" name="ko" value="${query}"><p class="personal__buttons"><button class="button" type="submit" name="ka" value="html">Izsniegt kā dokumentu</button> <button class="button button--secondary" type="submit" name="ka" value="json">Izsniegt kā JSON</button></p><p class="muted">Pirms izsniegšanas pārliecinieties, ka prasa tā pati persona, un pārbaudiet, vai visas lietas ir viņas: vienādi vārdi mēdz būt vairākiem.</p></form>`;

function result(view: PersonalDataView): Markup | string {
  const { query, cases, most } = view;
  if (!cases)
    return query === ''
      ? ''
      : html`<p class="empty" role="status">Pēc šādiem vārdiem meklēt nevar. Ierakstiet vārdu, e-pasta adresi vai tālruni.</p>`;
  if (cases.length === 0)
    return html`<p class="empty" role="status">Par šādu personu nekas netiek glabāts, vai lietas Jums ir slēgtas.</p>`;
  return html`<p role="status">Atrastas lietas: ${cases.length}${cases.length === most ? '; vairāk nerādām, precizējiet' : ''}.</p>${exportForm(query)}<ol class="personal">${cases.map(item => one(item, view))}</ol>`;
}

export const personalDataPage = (view: PersonalDataView): RegisterPage => ({
  title: 'Personas dati',
  heading: 'Personas dati',
  lede: 'Viss, kas reģistrā glabājas par vienu personu: lai to parādītu, izsniegtu, labotu vai dzēstu (VDAR 15.–17. pants). Katru meklēšanu ieraksta notikumu ķēdē bez meklētā vārda.',
  content: html`${notice(view)}<form class="filters" method="post" action="${PERSONAL_DATA}" role="search"><p class="field"><label for="ko">Vārds, e-pasts vai tālrunis</label><input type="search" id="ko" name="ko" value="${view.query}" maxlength="200" autocomplete="off" spellcheck="false"></p><p><button class="button" type="submit">Meklēt</button></p></form>${result(view)}`,
});

/** Asks for confirmation, with the number typed. */
export const eraseOnWishPage = (reference: string, refused: boolean): RegisterPage => ({
  title: `Dzēst datus: ${reference}`,
  heading: 'Dzēst personas datus',
  crumbs: [{ href: PERSONAL_DATA, label: 'Personas dati' }],
  content: html`${
    refused
      ? html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Nekas nav dzēsts</h2><p id="refusal">Ierakstītais numurs nav šīs lietas numurs.</p></div>`
      : ''
  }<div class="notice notice--warn"><p><strong>Lietu ${reference} neatgriezeniski dzēsīs</strong> ar saturu, pielikumiem, saziņu un piezīmēm. Dzēsiet tikai to, ko nekas neliek glabāt: reģistrētu iesniegumu parasti iznīcina tikai pēc akta.</p></div><form method="post" action="${PERSONAL_DATA}${reference}/dzest/" class="flow"><p class="field"><label class="field__label" for="numurs">Lai apstiprinātu, ierakstiet lietas numuru</label><input class="input" type="text" id="numurs" name="numurs" required maxlength="40" autocomplete="off" spellcheck="false"${refused ? html` aria-describedby="refusal"` : ''}></p><p><button class="button" type="submit">Dzēst datus</button></p></form>`,
});
