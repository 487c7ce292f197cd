// Latvian wording of “open now”. The code below `LIVE` is sent to the browser; `LIVE` itself is embedded in
// the page.

/** What the hours belong to; the verbs differ. */
export type LiveKind = 'counter' | 'phone' | 'cash-desk' | 'reception';

export interface LiveWords {
  /** Before the closing time: “Atvērts līdz 12.30”. */
  readonly open: string;
  /** “Slēgts – atvērsim pirmdien 8.30” */
  readonly closed: string;
  /** “Šodien slēgts: inventarizācija” */
  readonly closedToday: string;
  /** Before the next opening. */
  readonly opens: string;
  readonly pause: string;
  /** The page is older than its data covers, or the device's clock is wrong. */
  readonly unknown: string;
}

const SHARED = {
  pause: 'Pārtraukums',
  unknown: 'Šīs dienas darba laiks lapā nav norādīts – zvaniet centram.',
};

export const LIVE: Readonly<Record<LiveKind, LiveWords>> = {
  counter: {
    ...SHARED,
    open: 'Atvērts līdz',
    closed: 'Slēgts',
    closedToday: 'Šodien slēgts',
    opens: 'atvērsim',
  },
  phone: {
    ...SHARED,
    open: 'Atbildam līdz',
    closed: 'Pašlaik neatbildam',
    closedToday: 'Šodien neatbildam',
    opens: 'zvaniet',
  },
  'cash-desk': {
    ...SHARED,
    open: 'Atvērta līdz',
    closed: 'Slēgta',
    closedToday: 'Šodien slēgta',
    opens: 'atvērsim',
  },
  reception: {
    ...SHARED,
    open: 'Pieņem tagad, līdz',
    closed: 'Pašlaik nepieņem',
    closedToday: 'Šodien nepieņem',
    opens: 'pieņems',
  },
};

export const TODAY = 'šodien';
export const TOMORROW = 'rīt';

/** On which weekday something happens, Monday first. */
export const ON_WEEKDAY: readonly string[] = ['pirm', 'otr', 'treš', 'ceturt', 'piekt', 'sest', 'svēt'].map(
  day => `${day}dien`,
);

const IN_MONTH =
  'janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī'.split(' ');

/** `2026-12-04` → `4. decembrī`, with a non-breaking space between number and month. */
export const onDay = (date: string): string =>
  `${Number(date.slice(8))}.\u00a0${IN_MONTH[Number(date.slice(5, 7)) - 1]}`;
