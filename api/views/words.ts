// The register's words for people: states, events and instants in plain Latvian (facts §11).
import { rigaDate, rigaTime } from '../../src/calendar/dates.ts';
import { formatDate } from '../../src/calendar/format.ts';
import type { State } from '../domain/submission.ts';

export const STATE_NAMES: Readonly<Record<State, string>> = {
  received: 'Saņemts',
  'in-review': 'Izskatīšanā',
  'needs-information': 'Nepieciešama papildu informācija',
  answered: 'Atbilde sniegta',
  noted: 'Pieņemts zināšanai',
  forwarded: 'Pārsūtīts pēc piekritības',
  unexamined: 'Atstāts bez izskatīšanas',
  withdrawn: 'Atsaukts',
  reopened: 'Izskatīšana atsākta',
};

/** What the state means for the person and what happens next. */
export const STATE_MEANINGS: Readonly<Record<State, string>> = {
  received: 'Iesniegums ir reģistrēts. Drīz to nodosim darbiniekam, kurš to izskatīs.',
  'in-review': 'Iesniegumu izskata. Ja kaut kas būs jāprecizē, sazināsimies ar Jums.',
  'needs-information': 'Lai turpinātu, vajadzīga papildu informācija no Jums.',
  answered: 'Atbilde ir sniegta. Ja tā Jūs neapmierina, varat vērsties tālāk.',
  noted: 'Iesniegums ir izlasīts un ņemts vērā darbā. Atbilde nav paredzēta.',
  forwarded: 'Jautājums ir citas iestādes ziņā, un iesniegums tai ir pārsūtīts.',
  unexamined: 'Iesniegums ir atstāts bez izskatīšanas; iemesls ir norādīts.',
  withdrawn: 'Iesniegums ir atsaukts pēc Jūsu lūguma.',
  reopened: 'Iesnieguma izskatīšana ir atsākta.',
};

const EVENT_NAMES: Readonly<Record<string, string>> = { received: 'Iesniegums saņemts un reģistrēts' };

export const eventName = (kind: string): string => EVENT_NAMES[kind] ?? STATE_NAMES[kind as State] ?? kind;

/** `2026. gada 22. novembrī plkst. 17.05`, Riga time, of an ISO instant. */
export function formatInstant(iso: string): string {
  const instant = new Date(iso);
  return `${formatDate(rigaDate(instant), 'locative')} plkst. ${rigaTime(instant).replace(':', '.')}`;
}
