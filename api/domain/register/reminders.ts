// Reminders to staff: once a working day, one letter per person, without any information about submitters.
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { daysBetween, rigaDate, rigaTime } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { KIND_NAMES } from '../receipt.ts';
import type { WorkRow } from './work.ts';

/** Riga time: the office is open, and the person can still act on it today. */
const [FROM, TO] = ['08:00', '16:00'];

/**
 * True when reminders may be sent now: on a working day, in office hours. Never in a year outside the
 * calendar.
 */
export function isOfficeTime({ calendar }: Pick<SiteBundle, 'calendar'>, now: Date): boolean {
  const time = rigaTime(now);
  if (time < FROM || time >= TO) return false;
  try {
    return createCalendar(calendar).dayKind(rigaDate(now)).working;
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return false;
  }
}

export const REMINDED = ['escalated', 'overdue', 'soon', 'unread', 'review', 'erasure'] as const;
type Reminded = (typeof REMINDED)[number];
export type Digest = Readonly<Record<Reminded, readonly WorkRow[]>>;

const HEADINGS: Readonly<Record<Reminded, string>> = {
  escalated: 'Nokavētas centrā (ziņojam vadībai)',
  overdue: 'Nokavētas',
  soon: 'Drīz termiņš',
  unread: 'Neizlasīta ziņa no iesniedzēja',
  review: 'Lūdz pārskatīt',
  erasure: 'Lūdz dzēst datus',
};

/** Longer lists would not be read. */
const MOST = 30;

export const isEmpty = (digest: Digest): boolean => REMINDED.every(part => digest[part].length === 0);

function left(dueOn: string | null, today: string): string {
  if (dueOn === null) return 'bez termiņa';
  const days = daysBetween(today, dueOn);
  const term = `termiņš ${formatDate(dueOn)}`;
  if (days < 0) return `${term} (dienas pēc termiņa: ${-days})`;
  return days === 0 ? `${term} (šodien)` : `${term} (atlikušas dienas: ${days})`;
}

/** The letter; addresses are on lines of their own. */
export function reminderText(
  digest: Digest,
  { origin, today, centre }: { readonly origin: string; readonly today: string; readonly centre: string },
): { readonly subject: string; readonly body: string } {
  const parts = REMINDED.filter(part => digest[part].length > 0).map(part => {
    const rows = digest[part];
    const lines = rows
      .slice(0, MOST)
      .map(
        ({ reference, kind, dueOn }) =>
          `${reference}, ${KIND_NAMES[kind]}, ${left(dueOn, today)}\n${origin}/registrs/lietas/${reference}/`,
      );
    const more = rows.length > MOST ? [`Vēl ${rows.length - MOST}: ${origin}/registrs/`] : [];
    return [`${HEADINGS[part]}: ${rows.length}`, ...lines, ...more].join('\n\n');
  });
  const body = [
    'Labdien!',
    'Reģistrā Jūs gaida:',
    ...parts,
    'Šī vēstule nosūtīta automātiski vienu reizi darba dienā. Lūdzam uz to neatbildēt.',
    centre,
  ].join('\n\n');
  return { subject: `Reģistrs: darbi ${formatDate(today, 'locative')}`, body: `${body}\n` };
}
