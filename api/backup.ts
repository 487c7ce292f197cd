// Command root: `npm run backup` makes a checked copy of the database while the server runs, and lists the
// copies.
import { parseArgs } from 'node:util';
import type { Config } from './config.ts';
import { examine } from './node/backup/examine.ts';
import { backupFolder, listBackups } from './node/backup/folder.ts';
import { copyKeys } from './node/backup/keys-copy.ts';
import { backupListText, madeText, replacedText } from './node/backup/list-text.ts';
import { examineTools, makeBackup, requireFile } from './node/backup/make.ts';
import { checkFile, findBackup } from './node/backup/prepare.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { processEnv, requireConfig } from './node/settings.ts';

const USAGE = `Lietošana: npm run backup [-- <komanda>]

  npm run backup                      izveido datubāzes rezerves kopiju, arī serverim strādājot, un pārbauda to
  npm run backup -- --to MAPE         to pašu citā mapē, piemēram, citā diskā
  npm run backup -- list              kādas kopijas ir
  npm run backup -- check KOPIJA      pārbauda kopiju; neko nemaina
  npm run backup -- keys MAPE         kopē atslēgas; glabājiet tās atsevišķi no datubāzes kopijām

Kopijas glabā KAC_BACKUP_DAYS dienas (30) mapē KAC_BACKUPS (parasti backups datu mapē). Serveris tādu izveido katru nakti.
Atjauno ar “npm run restore -- KOPIJA”.
`;

const say = (text: string): void => void process.stdout.write(text);

interface Typed {
  readonly words: readonly string[];
  readonly to: string | undefined;
  readonly help: boolean;
}

/** @throws {Refusal} for an unknown command. */
function readCommand(args: readonly string[]): Typed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    return { words: positionals, to: values.to, help: values.help ?? false };
  } catch {
    throw new Refusal(USAGE);
  }
}

async function make(config: Config, to: string | undefined): Promise<void> {
  const made = await makeBackup(config, to ?? backupFolder(config), new Date());
  say(madeText(made));
  say(replacedText(requireFile(config)));
  if (made.damage === null) return;
  process.stderr.write(
    `UZMANĪBU, notikumu ķēde ir bojāta: ${made.damage}\nVecākās kopijas tāpēc nav dzēstas. Skatiet “npm run register -- verify”.\n`,
  );
  process.exitCode = 1;
}

async function check(config: Config, typed: string): Promise<void> {
  const path = findBackup(config, typed);
  const { manifest } = await checkFile(path);
  const { damage, counts } = await examine(path, typed, await examineTools(config));
  if (damage !== null) throw new Refusal(damage);
  say(
    `Kopija ir vesela un der šīm atslēgām. Iesniegumi: ${counts['submissions']}, notikumi: ${counts['events']}.\n`,
  );
  if (!manifest) say('Blakus nav tās apraksta (.json), tāpēc nevar redzēt, vai fails nav nomainīts.\n');
}

function keys(config: Config, folder: string): void {
  const paths = copyKeys(config, folder);
  say(
    `${[
      'Atslēgas ir nokopētas:',
      ...paths.map(path => `  ${path}`),
      '',
      'AR ŠĪM ATSLĒGĀM VAR IZLASĪT VISU, KO CILVĒKI RAKSTĪJUŠI, JA IR ARĪ DATUBĀZE VAI TĀS KOPIJA.',
      'Turiet tās seifā vai citā drošā vietā, nekad kopā ar datubāzes kopijām un nekad mākonī bez šifrēšanas.',
      'Atjaunošanas atslēga (uz papīra) aizstāj tikai office.json; keys.json to neaizstāj nekas.',
      'Pēc katras atslēgu maiņas (npm run keys) kopējiet no jauna, un vecās iznīciniet, kad vecās kopijas ir novecojušas.',
    ].join('\n')}\n`,
  );
}

await runCommand(async () => {
  const { words, to, help } = readCommand(process.argv.slice(2));
  if (help) return say(USAGE);
  const [command = 'make', word, ...rest] = words;
  const wanted = ['check', 'keys'].includes(command) ? word !== undefined : word === undefined;
  if (rest.length > 0 || !wanted || (to !== undefined && words.length > 0)) throw new Refusal(USAGE);
  const config = requireConfig(processEnv());
  if (command === 'make' && words.length === 0) return make(config, to);
  if (command === 'list') {
    const folder = backupFolder(config);
    return say(`${backupListText(folder, listBackups(folder))}${replacedText(requireFile(config))}`);
  }
  if (command === 'check') return check(config, word ?? '');
  if (command === 'keys') return keys(config, word ?? '');
  throw new Refusal(USAGE);
});
