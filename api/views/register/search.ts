// Searching for a case.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';
import { caseTable, type ListedCase, type WorklistView } from './worklist.ts';

export interface SearchView extends Pick<WorklistView, 'people' | 'now' | 'soon'> {
  readonly query: string;
  /** Null when nothing was searched. */
  readonly rows: readonly ListedCase[] | null;
  /** The maximum number shown. */
  readonly most: number;
}

function result(view: SearchView) {
  const { query, rows, most } = view;
  if (!rows)
    return query === ''
      ? ''
      : html`<p class="empty" role="status">Pēc šādiem vārdiem meklēt nevar. Ierakstiet vārdu, e-pasta adresi, tālruni vai reģistrācijas numuru.</p>`;
  if (rows.length === 0)
    return html`<p class="empty" role="status">Nekas nav atrasts. Pārbaudiet, vai vārds vai numurs ierakstīts pareizi; tikko saņemtu iesniegumu var atrast pēc dažām sekundēm.</p>`;
  return html`<p role="status">Atrasts: ${rows.length}${rows.length === most ? html`; vairāk nerādām, precizējiet` : ''}.</p>${caseTable(rows, 'Atrastās lietas', view)}`;
}

export const searchPage = (view: SearchView): RegisterPage => ({
  title: view.query === '' ? 'Meklēt' : 'Meklēšanas rezultāti',
  heading: 'Meklēt',
  content: html`<form class="filters" method="post" action="/registrs/meklet/" role="search"><p class="field"><label for="ko">Numurs, vārds, e-pasts vai tālrunis</label><input type="search" id="ko" name="ko" value="${view.query}" maxlength="200" autocomplete="off" spellcheck="false"></p><p><button class="button" type="submit">Meklēt</button></p></form>${result(view)}`,
});
