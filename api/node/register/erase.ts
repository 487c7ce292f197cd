// `npm run register -- erase`: destroys a submission by an act that the archive has approved (Arhīvu likums
// 4(2)–(3)).
import type { Config } from '../../config.ts';
import { parseReference } from '../../domain/codes.ts';
import { erasureDetail, parseAct } from '../../domain/erasure.ts';
import { toInstant } from '../../domain/intake.ts';
import { createErase } from '../../store/erase.ts';
import { Refusal } from '../refusal.ts';
import { readTyped } from '../typed.ts';
import { withRegister } from './open.ts';

const NO_ACT =
  'Reģistrētu iesniegumu drīkst iznīcināt tikai pēc iznīcināšanas akta, kas saskaņots ar arhīvu (Arhīvu likums, 4. pants). ' +
  'Norādiet akta numuru un datumu, piemēram: --act "Nr. 5, 2031-01-10". Personas datus aktā nerakstiet: tas paliek notikumu ķēdē.';

export interface EraseArgs {
  readonly typed: string;
  readonly act: string | undefined;
  /** True when no confirmation is asked. */
  readonly yes: boolean;
}

/** @throws {Refusal} without a reference, an act or a confirmation, and when there is no such submission. */
export async function eraseCommand(
  config: Config,
  { typed, act: given = '', yes }: EraseArgs,
): Promise<void> {
  const reference = parseReference(typed);
  if (!reference) throw new Refusal(`“${typed}” nav reģistrācijas numurs.`);
  const act = parseAct(given);
  if (!act) throw new Refusal(NO_ACT);
  if (!yes) await confirm(reference);
  await withRegister(config, 'npm run register -- erase', async ({ database, journal, now }) => {
    const detail = erasureDetail({ code: 'destruction-act', act });
    const erased = await createErase(
      database,
      journal,
    )({
      reference,
      at: toInstant(now),
      actor: 'system',
      detail,
    });
    if (erased.outcome === 'unknown') throw new Refusal(`Iesnieguma ${reference} reģistrā nav.`);
    if (erased.outcome === 'erased') process.stdout.write(doneText(reference, act, erased.logCleared));
  });
}

async function confirm(reference: string): Promise<void> {
  const answer = await readTyped(
    `Iesniegumu ${reference} ar visu, kas pie tā pieder, neatgriezeniski iznīcinās. Lai apstiprinātu, ierakstiet tā numuru: `,
  );
  if (parseReference(answer) !== reference)
    throw new Refusal(
      'Nav apstiprināts, nekas nav iznīcināts. Apstipriniet, ierakstot numuru, vai norādiet --yes.',
    );
}

const doneText = (reference: string, act: string, logCleared: boolean): string =>
  [
    `Iesniegums ${reference} ir iznīcināts (akts ${act}). Numurs paliek aizņemts, notikumu ķēdē paliek ieraksts bez satura.`,
    ...(logCleared
      ? []
      : [
          'Datubāzes žurnālu (WAL) iztukšot neizdevās, jo to kāds lasa vai tas ir uz cita servera: vecās lapas tajā pazūd, kad datubāzi aizver.',
        ]),
    'Rezerves kopijās iesniegums vēl ir, līdz tās noveco, ne ilgāk kā 30 dienas; atjaunojot no tām, to iznīcina vēlreiz. Ja kopijas glabājat vēl citur, parūpējieties par tām.',
    '',
  ].join('\n');
