// What is to be destroyed when: terms that are over or end soon, what is kept all the same, and the acts.
import { html } from 'hono/html';
import { addDays } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { RetentionPolicy } from '../../../src/calendar/retention-schema.ts';
import type { ActSummary, Falling } from '../../domain/register/retention.ts';
import { WARNINGS } from '../../domain/register/retention.ts';
import { type FallingSurvey, mayBeListed } from '../../domain/register/survey-retention.ts';
import type { Markup } from '../page.ts';
import { viewWords } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { caseLink, when } from './parts.ts';
import { actHref, RETENTION } from './places-keeping.ts';
import { keptSurveys } from './retention-surveys.ts';
import { pauseWords, type RetentionRefusal, retentionRefusals } from './words-keeping.ts';

export interface RetentionView {
  readonly falling: readonly Falling[];
  /** Survey versions with stored answers. */
  readonly surveys: readonly FallingSurvey[];
  readonly acts: readonly ActSummary[];
  readonly policy: RetentionPolicy | null;
  /** Riga date. */
  readonly today: string;
  readonly typed: string;
  readonly refusal: RetentionRefusal | null;
}

/** Longer lists are shown in the act. */
const SHOWN = 100;

const classesOf = (falling: readonly Falling[]): ReadonlyMap<string, readonly Falling[]> =>
  Map.groupBy(falling, one => one.class.title);

/** Without those that are kept all the same. */
function summary({ falling, today }: RetentionView): Markup {
  const by = (list: readonly Falling[], from: number, to: number) =>
    list.filter(one => one.dueOn > addDays(today, from) && one.dueOn <= addDays(today, to)).length;
  const free = falling.filter(one => one.pauses.length === 0);
  const heads = [
    'Klase',
    'Termiņš beidzies',
    ...WARNINGS.map(n => (n === 1 ? 'Beidzas rīt' : `${n} dienu laikā`)),
  ];
  const rows = [...classesOf(free)].map(([title, list]) => {
    const due = list.filter(one => one.dueOn <= today).length;
    const cells = [due, ...WARNINGS.map(n => by(list, 0, n))];
    return html`<tr><th scope="row">${title}</th>${cells.map((n, i) => html`<td class="number" data-label="${heads[i + 1] ?? ''}">${n}</td>`)}</tr>`;
  });
  return html`<table class="work keep"><caption>Cik lietu iznīcināmas</caption><thead><tr>${heads.map((head, i) => html`<th scope="col"${i > 0 ? html` class="number"` : ''}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

const listed = (list: readonly Falling[], caption: string, paused: boolean): Markup => {
  const { kinds } = viewWords('lv');
  return html`<table class="work keep"><caption>${caption}</caption><thead><tr><th scope="col">Lieta</th><th scope="col">Veids</th><th scope="col">Slēgta</th><th scope="col">Iznīcināma no</th>${paused ? html`<th scope="col">Kāpēc paliek</th>` : ''}</tr></thead><tbody>${list
    .slice(0, SHOWN)
    .map(
      ({ of, closedOn, dueOn, pauses }) =>
        html`<tr><th scope="row">${caseLink(of.reference)}</th><td data-label="Veids">${kinds[of.kind]}</td><td data-label="Slēgta">${formatDate(closedOn, 'locative')}</td><td data-label="Iznīcināma no">${formatDate(dueOn, 'genitive')}</td>${paused ? html`<td data-label="Kāpēc paliek">${pauses.map(pause => pauseWords[pause]).join(', ')}</td>` : ''}</tr>`,
    )}</tbody></table>${list.length > SHOWN ? html`<p class="muted">Parādītas pirmās ${SHOWN} no ${list.length}. Visas būs aktā.</p>` : ''}`;
};

export function actState({ begunAt, doneAt, cases, erased, surveys, surveysErased }: ActSummary): string {
  if (!begunAt) return 'sagatavots, nekas nav iznīcināts';
  const ofSurveys = surveys > 0 ? `, aptauju redakcijas ${surveysErased} no ${surveys}` : '';
  return `${doneAt ? 'pabeigts' : 'nepabeigts'}: iznīcinātas ${erased} no ${cases}${ofSurveys}`;
}

const acts = (list: readonly ActSummary[]): Markup =>
  list.length === 0
    ? html`<p class="empty">Neviena akta vēl nav.</p>`
    : html`<table class="work keep"><caption class="visually-hidden">Iznīcināšanas akti</caption><thead><tr><th scope="col">Akts</th><th scope="col">Sagatavots</th><th scope="col" class="number">Lietas</th><th scope="col" class="number">Aptaujas</th><th scope="col">Stāvoklis</th></tr></thead><tbody>${list.map(
        act =>
          html`<tr><th scope="row"><a href="${actHref(act.id)}">${act.number}</a></th><td data-label="Sagatavots">${when(act.madeAt)}</td><td class="number" data-label="Lietas">${act.cases}</td><td class="number" data-label="Aptaujas">${act.surveys}</td><td data-label="Stāvoklis">${actState(act)}</td></tr>`,
      )}</tbody></table>`;

export const refusalNote = (refusal: RetentionRefusal): Markup =>
  html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Neizdevās</h2><p id="refusal">${retentionRefusals[refusal]}</p></div>`;

const makeForm = ({ typed, refusal }: RetentionView, due: number, dueSurveys: number): Markup =>
  html`<form method="post" action="${RETENTION}" class="flow"><h2>Sastādīt aktu</h2><p>Aktā ierakstīs visu, kam termiņš beidzies un ko nekas neaptur (lietas: ${due}, aptauju redakcijas: ${dueSurveys}). Pagaidām neko neiznīcinās: aktu vispirms drukā, paraksta un saskaņo ar Latvijas Nacionālo arhīvu.</p><p class="field"><label class="field__label" for="akts">Akta numurs un datums</label><span class="field__hint" id="akts-hint">Piemēram: Nr. 5, 2026-11-24. Personas datus nerakstiet: numurs paliek notikumu ķēdē.</span><input class="input" type="text" id="akts" name="akts" value="${typed}" maxlength="100" required autocomplete="off" aria-describedby="akts-hint${refusal ? ' refusal' : ''}"></p><p><button class="button" type="submit">Sastādīt aktu</button></p></form>`;

const policyNote = (policy: RetentionPolicy | null): Markup | string =>
  policy?.classes.some(({ toConfirm }) => toConfirm)
    ? html`<div class="notice notice--warn"><p><strong>Glabāšanas termiņi nav apstiprināti.</strong> Tie jāsalīdzina ar iestādes lietu nomenklatūru, kas saskaņota ar arhīvu, un jāapstiprina saturā.</p></div>`
    : '';

/** The page. */
export function retentionPage(view: RetentionView): RegisterPage {
  const { falling, today, refusal, policy } = view;
  const free = falling.filter(one => one.pauses.length === 0);
  const [due, soon] = [free.filter(one => one.dueOn <= today), free.filter(one => one.dueOn > today)];
  const dueSurveys = view.surveys.filter(one => mayBeListed(one, today)).length;
  const paused = falling.filter(one => one.pauses.length > 0);
  return {
    title: 'Glabāšana un iznīcināšana',
    heading: 'Glabāšana un iznīcināšana',
    lede: 'Slēgtas lietas un aptauju atbildes glabā noteiktu laiku. Pēc tam tās iznīcina pēc akta, kas saskaņots ar arhīvu; pats no sevis nekas nezūd.',
    content: html`${refusal ? refusalNote(refusal) : ''}${policyNote(policy)}${
      free.length > 0
        ? summary(view)
        : html`<p class="empty">Nevienai lietai glabāšanas termiņš nav beidzies un tuvākajās 30 dienās nebeigsies.</p>`
    }${due.length > 0 ? listed(due, 'Termiņš beidzies', false) : ''}${
      soon.length > 0 ? listed(soon, 'Termiņš beidzas 30 dienu laikā', false) : ''
    }${paused.length > 0 ? listed(paused, 'Termiņš beidzas, bet lieta paliek', true) : ''}${keptSurveys(view.surveys, today)}${due.length + dueSurveys > 0 ? makeForm(view, due.length, dueSurveys) : ''}<h2>Akti</h2>${acts(view.acts)}`,
  };
}
