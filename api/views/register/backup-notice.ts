// How the backups are, for administrators, who are the nearest to whoever runs the server.
import { html } from 'hono/html';
import type { BackupState } from '../../domain/backups.ts';
import type { Markup } from '../page.ts';
import { formatInstant } from '../words.ts';

/** Nothing where nobody makes backups here. */
export function backupNotice(state: BackupState | null): Markup | '' {
  if (!state) return '';
  const { check, last } = state;
  const when = last === null ? null : formatInstant(last.toISOString(), 'lv');
  if (check === 'failed')
    return html`<div class="notice notice--warn"><h2>Rezerves kopiju izveidot neizdodas</h2><p>${
      when === null ? 'Nevienas kopijas vēl nav.' : `Pēdējā kopija izveidota ${when}.`
    } Pasakiet to cilvēkam, kas uztur serveri: kāpēc neizdodas, stāv servera žurnālā, un to pasaka arī <code>npm run backup</code>.</p></div>`;
  return html`<section class="section flow"><h2>Rezerves kopijas</h2><p>${
    check === 'off'
      ? 'Serveris tās pats neveido; par tām rūpējas cilvēks, kas uztur serveri.'
      : when === null
        ? 'Rezerves kopijas vēl nav; serveris to izveidos pats.'
        : `Pēdējā rezerves kopija izveidota ${when}.`
  }</p></section>`;
}
