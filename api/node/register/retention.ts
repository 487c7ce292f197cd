// `npm run register -- retention`: lists what may be destroyed, and destroys it by an act that the archive
// has approved.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { Config } from '../../config.ts';
import { parseAct } from '../../domain/erasure.ts';
import type { Act, Falling } from '../../domain/register/retention.ts';
import type { FallingSurvey } from '../../domain/register/survey-retention.ts';
import { createRetention, type Retention } from '../../jobs/retention.ts';
import { clearLog } from '../../store/clear-log.ts';
import { createErase } from '../../store/erase.ts';
import { retentionStore } from '../../store/register/retention.ts';
import { surveyRetentionStore } from '../../store/register/survey-retention.ts';
import { random } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { readBundle } from '../site-bundle.ts';
import { readTyped } from '../typed.ts';
import { withRegister } from './open.ts';

export interface RetentionArgs {
  readonly act: string | undefined;
  readonly yes: boolean;
}

const CHUNK = 100;
const NOTHING = 'Nevienas lietas, ko tagad drīkstētu iznīcināt, nav.\n';
const NOTHING_AT_ALL = 'Nevienas lietas vai aptaujas, ko tagad drīkstētu iznīcināt, nav.';

const line = ({ of, class: { title }, closedOn, dueOn, pauses }: Falling): string =>
  `${of.reference} · ${title} · slēgta ${closedOn} · iznīcināma no ${dueOn}${pauses.length > 0 ? ` · paliek: ${pauses.join(', ')}` : ''}`;

/** Of survey answers only those that may be destroyed now, or are kept by a hold. */
function surveyLines(surveys: readonly FallingSurvey[], today: string): string[] {
  const over = surveys.filter(({ dueOn }) => dueOn !== null && dueOn <= today);
  const lineOf = ({ of, closedOn, dueOn }: FallingSurvey): string =>
    `Aptauja ${of.survey}, ${of.version}. redakcija · atbildes ${of.answers}, teksti ${of.texts} · beigusies ${closedOn} · iznīcināma no ${dueOn}${of.isHeld ? ' · paliek: hold' : ''}`;
  return over.length === 0
    ? []
    : ['', `Aptauju atbildes, kuru termiņš beidzies: ${over.length}`, ...over.map(lineOf)];
}

/** The exact list and the counts; nothing is changed. */
function dryRunText(falling: readonly Falling[], surveys: readonly FallingSurvey[], today: string): string {
  const due = falling.filter(one => one.dueOn <= today && one.pauses.length === 0);
  const counts = [...Map.groupBy(due, one => one.class.title)].map(
    ([title, { length }]) => `${title}: ${length}`,
  );
  const later = falling.filter(one => !due.includes(one));
  return [
    due.length === 0 ? NOTHING.trim() : `Iznīcināmas tagad: ${due.length}`,
    ...due.map(line),
    ...counts,
    ...(later.length > 0
      ? ['', `Paliek vai beidzas 30 dienu laikā: ${later.length}`, ...later.map(line)]
      : []),
    ...surveyLines(surveys, today),
    '',
  ].join('\n');
}

async function confirm({ number, cases, surveys }: Act): Promise<void> {
  const typed = await readTyped(
    `Pēc akta ${number} neatgriezeniski iznīcinās lietas: ${cases}${surveys > 0 ? `, aptauju redakcijas: ${surveys}` : ''}. Lai apstiprinātu, ierakstiet akta numuru: `,
  );
  if (parseAct(typed) !== number) throw new Refusal('Nav apstiprināts, nekas nav iznīcināts.');
}

/** @throws {Refusal} for an act without a number or confirmation, and when there is nothing to destroy. */
export async function retentionCommand(config: Config, { act: typed, yes }: RetentionArgs): Promise<void> {
  const { desk, surveys } = readBundle();
  const policies = desk?.retention ?? [];
  await withRegister(config, 'npm run register -- retention', async ({ database, journal, now }) => {
    const retention = createRetention({
      store: retentionStore(database),
      erase: createErase(database, journal),
      surveyStore: surveyRetentionStore(database),
      surveys,
      forgotten: () => clearLog(database),
      journal,
      policies,
      random,
      now: () => now,
    });
    const today = rigaDate(now);
    if (typed === undefined) {
      process.stdout.write(dryRunText(await retention.falling(null), await retention.surveys.kept(), today));
      return;
    }
    const act = await actOf(retention, typed);
    if (act.doneAt) throw new Refusal(`Akts ${act.number} jau ir pabeigts.`);
    if (!yes) await confirm(act);
    for (let erased = 0; ; ) {
      const round = await retention.carryOut(act, null, { limit: CHUNK });
      erased += round.erased;
      process.stdout.write(`Iznīcinātas: ${erased}.\n`);
      if (!round.done && round.moved) continue;
      for (const { reference, why } of round.left)
        process.stdout.write(`Paliek ${reference}: ${why ?? 'nezināms'}\n`);
      for (const { of, why } of round.surveysLeft)
        process.stdout.write(`Paliek aptauja ${of.survey}, ${of.version}. redakcija: ${why ?? 'nezināms'}\n`);
      return;
    }
  });
}

/** The act made in the register before, or a new one over everything that is due. */
async function actOf(retention: Retention, typed: string): Promise<Act> {
  const number = parseAct(typed);
  if (number === null)
    throw new Refusal('Norādiet akta numuru un datumu, piemēram: --act "Nr. 5, 2031-01-10".');
  const known = await retention.act({ number }, null);
  if (known) return known;
  const made = await retention.make(number, null);
  if ('refused' in made) throw new Refusal(NOTHING_AT_ALL);
  return made.act;
}
