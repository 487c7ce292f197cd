// Warnings to directors and deputies that retention terms end: 30, 7 and 1 days before, each once, with
// numbers and dates only.
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays, daysBetween } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { type Falling, WARNINGS } from './retention.ts';

/** A day on which terms end, for one person. */
export interface EndingTerm {
  /** The first Riga date on which the cases may be destroyed. */
  readonly dueOn: string;
  /** Which warning it is; the last one also on or after the day itself. */
  readonly days: number;
  readonly cases: number;
  /** How many of these are kept for another reason. */
  readonly paused: number;
}

/** The warnings already sent to a person by day: the fewest days ahead. */
export type Told = ReadonlyMap<string, number>;

/** Longer than any sequence of holidays. */
const LONGEST_BREAK = 14;

/**
 * The last Riga date before letters are sent again. Warnings for days off are sent now; otherwise the last
 * warning before 1 January would come after it.
 */
export function silentUntil({ calendar }: Pick<SiteBundle, 'calendar'>, today: string): string {
  try {
    const { dayKind } = createCalendar(calendar);
    for (let n = 1; n <= LONGEST_BREAK; n += 1)
      if (dayKind(addDays(today, n)).working) return addDays(today, n - 1);
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
  }
  return today;
}

/** The warning due when `left` days remain; after an outage only the latest one. */
const warningAt = (left: number): number | undefined => WARNINGS.find(days => left <= days);

/**
 * What a person must be told now. Never twice, and never with more days than before, because the clock may
 * have been set back.
 */
export function endingTerms(falling: readonly Falling[], told: Told, until: string): readonly EndingTerm[] {
  return [...Map.groupBy(falling, ({ dueOn }) => dueOn)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([dueOn, list]) => {
      const days = warningAt(daysBetween(until, dueOn));
      if (days === undefined || days >= (told.get(dueOn) ?? Number.POSITIVE_INFINITY)) return [];
      const paused = list.filter(({ pauses }) => pauses.length > 0).length;
      return [{ dueOn, days, cases: list.length, paused }];
    });
}

/** Longer lists would not be read. */
const MOST = 30;

function line({ dueOn, cases, paused }: EndingTerm, today: string): string {
  const left = daysBetween(today, dueOn);
  const when = left > 0 ? `atlikušas dienas: ${left}` : left === 0 ? 'šodien' : 'jau pienācis';
  const kept = paused > 0 ? `; no tām paliek, jo kaut kas to aptur: ${paused}` : '';
  return `No ${formatDate(dueOn, 'genitive')} (${when})\nLietas: ${cases}${kept}`;
}

/** The letter; the address is on a line of its own. */
export function termsText(
  terms: readonly EndingTerm[],
  { origin, today, centre }: { readonly origin: string; readonly today: string; readonly centre: string },
): { readonly subject: string; readonly body: string } {
  const more = terms.length > MOST ? [`Vēl citi datumi: ${terms.length - MOST}`] : [];
  const body = [
    'Labdien!',
    'Reģistrā beidzas slēgtu lietu glabāšanas termiņi. Iznīcināt drīkstēs:',
    ...terms.slice(0, MOST).map(term => line(term, today)),
    ...more,
    `Pats no sevis nekas nezūd. Kuras lietas tās ir, redzēsiet šajā lapā; tur sastāda arī iznīcināšanas aktu:\n${origin}/registrs/glabasana/`,
    'Ja kāda lieta vēl vajadzīga, apturiet tās iznīcināšanu lietas lapā.',
    'Par katru termiņu rakstām 30, 7 un 1 dienu iepriekš. Šī vēstule nosūtīta automātiski. Lūdzam uz to neatbildēt.',
    centre,
  ].join('\n\n');
  return {
    subject: `Reģistrs: beidzas glabāšanas termiņi (${formatDate(today)})`,
    body: `${body}\n`,
  };
}
