// `npm run restore`: checks first, reports what would be lost, asks, prepares the new database next to the
// present one, and exchanges the two in the last step. Until then the present one is not touched.
import { basename, dirname } from 'node:path';
import type { Config } from '../../config.ts';
import { takeLock } from '../lock.ts';
import { Refusal } from '../refusal.ts';
import { readTyped } from '../typed.ts';
import { type ErasureList, keyOf, noteErasures, readErasures } from './erasures.ts';
import { examine } from './examine.ts';
import { backupFolder } from './folder.ts';
import { type Loss, lossBy } from './loss.ts';
import { examineTools, requireFile } from './make.ts';
import { checkFile, discardStaging, findBackup, stage } from './prepare.ts';
import { renew } from './renewed.ts';
import { doneText, outlookText } from './restore-text.ts';
import { finishRestore, stagingOf, swapIn } from './swap.ts';

export interface RestoreArgs {
  readonly typed: string;
  /** True when no confirmation is required. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Also when the event chain in the backup is damaged. */
  readonly anyway: boolean;
}

const WORD = 'ATJAUNOT';
const say = (text: string): void => void process.stdout.write(text);

/** @throws {Refusal} for any obstacle; the present database is then unchanged. */
export async function restoreCommand(config: Config, args: RestoreArgs, now: Date): Promise<void> {
  const file = requireFile(config);
  const tools = await examineTools(config);
  const path = findBackup(config, args.typed);
  const holder = { pid: process.pid, since: now.toISOString(), address: 'npm run restore' };
  const taken = takeLock(config.dataFolder, holder);
  if (!taken.ok) throw new Refusal(taken.message);
  try {
    const former = finishRestore(file);
    if (former) say(`Iepriekš pārtrauktā atjaunošana ir pabeigta; agrākā datubāze ir mapē “${former}”.\n\n`);
    const prepared = await prepare();
    if (prepared) say(doneText({ ...prepared, replaced: swapIn(file, now), days: config.backups.days }));
  } finally {
    taken.lock.release();
  }

  /** Null after a check without a restore. */
  async function prepare() {
    try {
      const { manifest } = await checkFile(path);
      const examined = await stage(path, file, tools);
      const folders = [...new Set([backupFolder(config), dirname(path)])];
      const loss = await lossBy(config, file, examined.head, db => noteErasures(backupFolder(config), db));
      const erasures = together(folders.flatMap(folder => readErasures(folder) ?? []));
      say(outlookText({ name: basename(path), manifest, examined, loss, erasures }));
      if (examined.damage !== null && !args.anyway)
        throw new Refusal(
          'Notikumu ķēde kopijā ir bojāta, tāpēc nekas nav mainīts. Mēģiniet vecāku kopiju; ja bojātas ir visas, atjaunot ' +
            'var ar --anyway.',
        );
      if (args.dryRun) {
        discardStaging(file);
        return null;
      }
      if (!args.yes) await confirm();
      const replacedHead = headOf(loss);
      const renewed = await renew(stagingOf(file), { ...tools, examined, erasures, replacedHead, now });
      const after = await examine(stagingOf(file), 'Sagatavotā datubāze', tools);
      if (after.damage !== null && examined.damage === null) throw new Error(after.damage);
      return { renewed, loss };
    } catch (fault) {
      discardStaging(file);
      throw fault;
    }
  }
}

const headOf = (loss: Loss): string | null => (loss.present === 'read' ? loss.head : null);

/** Null when there is none at all. */
function together(lists: readonly ErasureList[]): ErasureList | null {
  if (lists.length === 0) return null;
  const noted = new Map(lists.flatMap(one => one.noted).map(one => [keyOf(one), one]));
  return { noted: [...noted.values()], unreadable: lists.reduce((sum, one) => sum + one.unreadable, 0) };
}

async function confirm(): Promise<void> {
  const typed = await readTyped(`Lai atjaunotu no šīs kopijas, ierakstiet ${WORD}: `);
  if (typed.trim().toUpperCase() !== WORD)
    throw new Refusal(
      `Nav apstiprināts, nekas nav mainīts. Apstipriniet, ierakstot ${WORD}, vai norādiet --yes.`,
    );
}
