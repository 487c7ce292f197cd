// A destruction act: to print and sign, and to carry out.
import { html } from 'hono/html';
import { rigaDate } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { RetentionClass } from '../../../src/calendar/retention-schema.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import type { Act, ActCase, LeftOut, Progress } from '../../domain/register/retention.ts';
import type { Markup } from '../page.ts';
import { viewWords } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { actHref, RETENTION } from './places-keeping.ts';
import { actState, refusalNote } from './retention.ts';
import { surveyStays, surveysInAct } from './retention-surveys.ts';
import { keptWords, pauseWords, type RetentionRefusal } from './words-keeping.ts';

export interface ActView {
  readonly act: Act;
  readonly classes: ReadonlyMap<string, RetentionClass>;
  readonly centre: SiteBundle['centre'];
  readonly left: Progress['left'];
  readonly surveysLeft: Progress['surveysLeft'];
  readonly leftOut: readonly LeftOut[];
  readonly refusal: RetentionRefusal | null;
}

const termOf = (one: RetentionClass | undefined): string => {
  if (!one) return '–';
  return 'years' in one.term ? `${one.term.years} gadi` : `${one.term.months} mēneši`;
};

function classTable({ act, classes }: ActView): Markup {
  const groups = [...Map.groupBy(act.list, one => one.class)];
  return html`<table class="work keep"><caption>Lietu klases</caption><thead><tr><th scope="col">Klase</th><th scope="col">Glabāšanas termiņš</th><th scope="col">Pamats</th><th scope="col" class="number">Lietas</th></tr></thead><tbody>${groups.map(
    ([id, list]) =>
      html`<tr><th scope="row">${classes.get(id)?.title ?? id}</th><td data-label="Glabāšanas termiņš">${termOf(classes.get(id))}</td><td data-label="Pamats">${classes.get(id)?.law ?? '–'}</td><td class="number" data-label="Lietas">${list.length}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row" colspan="3">Kopā</th><td class="number" data-label="Kopā">${act.list.length}</td></tr></tfoot></table>`;
}

/** The day it was destroyed, or why it was not. */
const fateOf = ({ erasedAt, keptBecause }: ActCase): string => {
  if (erasedAt) return formatDate(rigaDate(new Date(erasedAt)), 'locative');
  return keptBecause ? `paliek: ${keptWords[keptBecause]}` : '';
};

function caseRow(one: ActCase, classes: ActView['classes']): Markup {
  const { kinds } = viewWords('lv');
  return html`<tr><th scope="row" class="reference">${one.reference}</th><td data-label="Veids">${kinds[one.kind]}</td><td data-label="Klase">${classes.get(one.class)?.title ?? one.class}</td><td data-label="Slēgta">${formatDate(one.closedOn, 'locative')}</td><td data-label="Iznīcināma no">${formatDate(one.dueOn, 'genitive')}</td><td data-label="Iznīcināta">${fateOf(one)}</td></tr>`;
}

const caseList = ({ act, classes }: ActView): Markup =>
  html`<table class="work keep"><caption>Iznīcināmās lietas</caption><thead><tr><th scope="col">Numurs</th><th scope="col">Veids</th><th scope="col">Klase</th><th scope="col">Slēgta</th><th scope="col">Iznīcināma no</th><th scope="col">Iznīcināta</th></tr></thead><tbody>${act.list.map(one => caseRow(one, classes))}</tbody></table>`;

const SIGNATURES = [
  'Sastādīja (amats, vārds, uzvārds)',
  'Izpilddirektors',
  'Saskaņots: Latvijas Nacionālais arhīvs (datums, numurs)',
  'Iznīcināja (datums)',
];

const signatures = (): Markup =>
  html`<dl class="signatures">${SIGNATURES.map(label => html`<div><dt>${label}</dt><dd></dd></div>`)}</dl>`;

const whatGoes = ({ cases, surveys }: Act): string =>
  [
    ...(cases > 0
      ? [
          'Iznīcina iesniegumu lietas ar visu, kas pie tām pieder: saturu, pielikumus, saziņu un piezīmes. Notikumu ķēdē paliek ieraksts bez satura, statistikai – skaitļi bez personas datiem.',
        ]
      : []),
    ...(surveys > 0
      ? [
          'Iznīcina aptauju atbildes, tekstus un no tiem skaitītos rezultātus. Paliek jautājumi, ieraksts, ka atbildes iznīcinātas, un, ja kārtība to paredz, jau publicētie skaitļi.',
        ]
      : []),
  ].join(' ');

const sheet = (view: ActView): Markup =>
  html`<article class="act flow" aria-label="Iznīcināšanas akts"><p><strong>${view.centre.institution}</strong><br>${view.centre.name}<br>${view.centre.address}</p><p class="act__title">Akts par dokumentu iznīcināšanu<br><strong>${view.act.number}</strong></p><p>Sastādīts ${formatDate(rigaDate(new Date(view.act.madeAt)), 'locative')}. Pamats: Arhīvu likuma 4. panta otrā un trešā daļa. ${whatGoes(view.act)}</p>${view.act.cases > 0 ? html`${classTable(view)}${caseList(view)}` : ''}${surveysInAct(view.act.surveyList)}${signatures()}</article>`;

function kept({ left, surveysLeft }: ActView): Markup | string {
  const stay = [
    ...left
      .filter(({ why }) => why !== null)
      .map(({ reference, why }) => `${reference}: ${pauseWords[why ?? ''] ?? ''}`),
    ...surveysLeft.filter(({ why }) => why !== null).map(surveyStays),
  ];
  if (stay.length === 0) return '';
  return html`<div class="notice notice--warn no-print"><h2>${left.some(({ why }) => why !== null) ? 'Šīs lietas paliek' : 'Šīs atbildes paliek'}</h2><ul>${stay.map(one => html`<li>${one}</li>`)}</ul><p>Kopš akts sastādīts, ar tām kaut kas ir noticis. Tās neiznīcinās; pēc akta pabeigšanas tās varēs iekļaut citā aktā.</p></div>`;
}

const countReady = (list: readonly { readonly why: string | null }[]): number =>
  list.filter(({ why }) => why === null).length;

const ofSurveys = (left: Progress['surveysLeft']): string => {
  const ready = left.filter(({ why }) => why === null);
  const answers = ready.reduce((sum, { of }) => sum + of.answers, 0);
  return `aptauju redakcijas: ${ready.length}, tajās atbildes: ${answers}`;
};

const readyOf = ({ act, left, surveysLeft }: ActView): string =>
  [
    ...(act.cases > 0 ? [`lietas: ${countReady(left)}`] : []),
    ...(act.surveys > 0 ? [ofSurveys(surveysLeft)] : []),
  ].join(', ');

/** Not part of the signed act, which lists what is destroyed. */
function leftOutTable({ leftOut }: ActView): Markup | string {
  if (leftOut.length === 0) return '';
  return html`<section class="section flow no-print"><h2>Aktā neiekļautās lietas</h2><p>Kad aktu sastādīja, arī šo lietu glabāšanas termiņš bija beidzies, bet kaut kas iznīcināšanu apturēja.</p><table class="work keep"><caption class="visually-hidden">Aktā neiekļautās lietas</caption><thead><tr><th scope="col">Numurs</th><th scope="col">Iznīcināma no</th><th scope="col">Kāpēc palika</th></tr></thead><tbody>${leftOut.map(
    ({ reference, dueOn, why }) =>
      html`<tr><th scope="row" class="reference">${reference}</th><td data-label="Iznīcināma no">${formatDate(dueOn, 'genitive')}</td><td data-label="Kāpēc palika">${why.map(one => pauseWords[one]).join(', ')}</td></tr>`,
  )}</tbody></table></section>`;
}

function steps(view: ActView): Markup {
  const { act } = view;
  if (act.doneAt) return html`<p class="no-print">${actState(act)}.</p>`;
  const ready = readyOf(view);
  return html`<div class="flow no-print"><p>${actState(act)}.</p><ol><li>Izdrukājiet šo lapu, parakstiet un saskaņojiet ar Latvijas Nacionālo arhīvu.</li><li><a href="${actHref(act.id)}iznicinat/">${act.begunAt ? 'Turpiniet iznīcināšanu' : 'Iznīciniet aktā minēto'}</a> (${ready}).</li></ol>${
    act.begunAt
      ? ''
      : html`<form method="post" action="${actHref(act.id)}atmest/"><button class="button button--secondary" type="submit">Atmest aktu</button></form>`
  }</div>`;
}

const crumbs = (act?: Act) => [
  { href: RETENTION, label: 'Glabāšana un iznīcināšana' },
  ...(act ? [{ href: actHref(act.id), label: `Akts ${act.number}` }] : []),
];

export const actPage = (view: ActView): RegisterPage => ({
  title: `Akts ${view.act.number}`,
  heading: `Akts ${view.act.number}`,
  crumbs: crumbs(),
  content: html`${view.refusal ? refusalNote(view.refusal) : ''}${steps(view)}${kept(view)}${sheet(view)}${leftOutTable(view)}`,
});

/** Asks for confirmation, with the number typed. */
export function destroyPage(view: ActView): RegisterPage {
  const { act, refusal } = view;
  return {
    title: `Iznīcināt pēc akta ${act.number}`,
    heading: 'Iznīcināt pēc akta',
    crumbs: crumbs(act),
    content: html`${refusal ? refusalNote(refusal) : ''}${kept(view)}<div class="notice notice--warn"><p><strong>Neatgriezeniski iznīcinās: ${readyOf(view)}</strong>, ar visu, kas pie tā pieder. Ja darbu pārtrauc, to var turpināt šajā pašā lapā. Rezerves kopijās iznīcinātais paliek, līdz tās noveco.</p></div><form method="post" action="${actHref(act.id)}iznicinat/" class="flow"><p class="choice"><input type="checkbox" id="saskanots" name="saskanots" value="on" required><label for="saskanots">Akts ir parakstīts un saskaņots ar Latvijas Nacionālo arhīvu</label></p><p class="field"><label class="field__label" for="akts">Lai apstiprinātu, ierakstiet akta numuru</label><span class="field__hint" id="akts-hint">Tieši tā, kā aktā: ${act.number}</span><input class="input" type="text" id="akts" name="akts" required autocomplete="off" maxlength="100" aria-describedby="akts-hint${refusal ? ' refusal' : ''}"></p><p><button class="button" type="submit">Iznīcināt</button></p></form>`,
  };
}
