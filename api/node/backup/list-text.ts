// Texts of `npm run backup` about the existing copies.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Backup, megabytes } from './folder.ts';
import type { Made } from './make.ts';

/** Riga time to the minute, “24.11.2026 19:43”. */
export const localTime = (at: Date): string =>
  at
    .toLocaleString('lv-LV', {
      timeZone: 'Europe/Riga',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    .replace(',', '');

const UNDESCRIBED = 'apraksta nav';

/** One line per copy, newest first. */
export function backupListText(folder: string, backups: readonly Backup[]): string {
  if (backups.length === 0)
    return `Mapē “${folder}” rezerves kopiju vēl nav. Pirmo izveido “npm run backup”.\n`;
  const lines = backups.map(({ name, made, bytes, manifest }) => {
    const of =
      manifest === null || manifest === 'unreadable'
        ? UNDESCRIBED
        : `iesniegumi: ${manifest.counts['submissions'] ?? 0}${manifest.chain === 'whole' ? '' : ', NOTIKUMU ĶĒDE BOJĀTA'}`;
    return `  ${name}  ${localTime(made)}  ${megabytes(bytes)}  ${of}`;
  });
  return `Rezerves kopijas mapē “${folder}”:\n${lines.join('\n')}\n`;
}

/** Describes the copy that was made. */
export function madeText({ path, manifest, pruned }: Made): string {
  const { counts, bytes, head, withoutAnswers } = manifest;
  return `${[
    `Kopija ir izveidota un pārbaudīta: ${path}`,
    `Iesniegumi: ${counts['submissions'] ?? 0}, notikumi: ${counts['events'] ?? 0}, lielums: ${megabytes(bytes)}.`,
    ...(head ? [`Ķēdes gals: ${head}`] : []),
    ...(withoutAnswers.length > 0
      ? [`Darbinieku aptauju atbildes, kas vēl gaida, kopijā neliek: ${withoutAnswers.join(', ')}.`]
      : []),
    ...(pruned.length > 0 ? [`Izdzēstas vecās kopijas: ${pruned.length}.`] : []),
    'Atslēgu kopijā nav: bez keys.json un office.json to nevar atvērt. Atslēgas kopē atsevišķi: npm run backup -- keys MAPE.',
  ].join('\n')}\n`;
}

/** Former databases left beside the current one by restores; nothing else mentions them. */
export function replacedText(databaseFile: string): string {
  const folder = dirname(databaseFile);
  if (!existsSync(folder)) return '';
  const left = readdirSync(folder).filter(name => /^replaced-\d{4}-/.test(name));
  if (left.length === 0) return '';
  return `\nPēc atjaunošanas palikušas agrākās datubāzes; izdzēsiet tās, kad vairs nav vajadzīgas:\n${left
    .map(name => `  ${join(folder, name)}\n`)
    .join('')}`;
}
