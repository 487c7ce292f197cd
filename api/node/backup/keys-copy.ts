// `npm run backup -- keys`: copies of the key files, to be stored separately from the copies of the database.
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../../config.ts';
import { replaceFile } from '../durable-file.ts';
import { keyFolder } from '../key-folder.ts';
import { Refusal } from '../refusal.ts';
import { keyFileOf, officeFileOf } from '../secrets.ts';
import { backupFolder, listBackups, unusable } from './folder.ts';

/**
 * Copies `keys.json`, and `office.json` if it is here. Returns the paths.
 * @throws {Refusal} beside the database or its backups, over other keys, or when the folder cannot be
 * written.
 */
export function copyKeys(config: Config, target: string): string[] {
  // Parsed as keys first: a damaged file is no backup.
  const folder = keyFolder(config);
  folder.keys();
  const office = officeFileOf(config);
  const files = [
    { from: keyFileOf(config.dataFolder), name: 'keys.json' },
    ...(office !== null && folder.office() ? [{ from: office, name: 'office.json' }] : []),
  ].map(({ from, name }) => ({ text: readFileSync(from, 'utf8'), to: join(target, name) }));
  requireApart(config, target);
  for (const { text, to } of files)
    if (existsSync(to) && readFileSync(to, 'utf8') !== text)
      throw new Refusal(
        `“${to}” jau ir, un tajā ir citas atslēgas. Vecās vēl var būt vajadzīgas vecām kopijām; izvēlieties citu mapi.`,
      );
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    // Not by a link, because memory sticks do not support them.
    for (const { text, to } of files) replaceFile(to, text);
  } catch (fault) {
    throw unusable(target, fault);
  }
  return files.map(({ to }) => to);
}

/** A folder with both could be taken away at once. */
function requireApart(config: Config, target: string): void {
  const beside = [config.dataFolder, backupFolder(config)].some(folder => isInside(target, folder));
  if (beside || listBackups(target).length > 0)
    throw new Refusal(
      `“${target}” ir turpat, kur datubāze vai tās kopijas. Atslēgas jāglabā atsevišķi: kas paņem abas, tas izlasa visu. ` +
        'Norādiet mapi citā datu nesējā.',
    );
}

function isInside(path: string, folder: string): boolean {
  const way = relative(real(folder), real(path));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}

/** The path with links resolved, as far as it exists. */
function real(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(real(parent), relative(parent, whole));
}
