// The state of the backups, for administrators, who are closest to the operator.
import { html } from 'hono/html';
import type { BackupState } from '../../domain/backups.ts';
import type { Markup } from '../page.ts';
import { formatInstant } from '../words.ts';

/** Empty when this process makes no backups. */
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
