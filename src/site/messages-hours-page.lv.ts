// Latvian wording of the opening-hours page, the notices of changed hours and the calendar feed.
import { listOf } from '../calendar/format.ts';

const WHERE = { counter: 'klātienē', phone: 'pa tālruni', 'cash-desk': 'kasē' };
type Channel = keyof typeof WHERE;

/** ` klātienē un kasē`; empty when the whole centre is meant. */
const where = (channels: readonly Channel[]): string =>
  channels.length === 0 ? '' : ` ${listOf(channels.map(channel => WHERE[channel]))}`;

export const hoursPageLv = {
  news: 'Citāds darba laiks',
  /** Follows “Piektdien, 4. decembrī,”. */
  newsOpen: (channels: readonly Channel[], hours: string) => `${where(channels)} strādāsim ${hours}`,
  newsClosed: (channels: readonly Channel[]) => `${where(channels)} būs slēgts`,
  later: (days: string) => `Citāds darba laiks: ${days}`,
  week: 'Tuvākās dienas',
  weekNote: (date: string) => `Ziņas sagatavotas ${date}; laiks ir Latvijas laiks.`,
  day: 'Diena',
  year: 'Izmaiņas un svētku dienas',
  yearIntro: (until: string) =>
    `Dienas līdz ${until}, kad darba laiks ir citāds nekā parasti, un svētku dienas.`,
  yearNone: (until: string) => `Līdz ${until} darba laiks ir kā parasti, un svētku dienu nav.`,
  yearCut: (until: string) =>
    `Svētku dienu kalendārs pagaidām sagatavots tikai līdz ${until}. Par vēlākām dienām jautājiet centrā.`,
  movedUnknown: (years: readonly number[]) =>
    `Vai ${listOf(years.map(year => `${year}.`))}\u00a0gadā kāda darba diena tiks pārcelta uz sestdienu, pagaidām nav zināms. Tāpēc dienas starp svētkiem un brīvdienām te rādītas kā parastas darba dienas.`,
  source: 'Avots',
  sources: 'Avoti',
  ownSource: 'centrs',
  sourceNumber: (number: number) => `Avots Nr. ${number}`,
  checked: (date: string) => `pārbaudīts ${date}`,
  nextPeriod: (date: string) => `No ${date}`,
  until: (date: string) => `līdz ${date}`,
  take: 'Darba laiks Jūsu kalendārā',
  takeText:
    'Kalendāra fails pats papildinās, ja to pievieno kā abonētu kalendāru: norādiet tā adresi savā kalendāra programmā.',
  ics: 'Kalendāra fails (iCalendar)',
  json: 'Dati programmām (JSON)',
  feed: {
    name: (centre: string) => `${centre}: darba laiks`,
    open: (title: string) => `${title}: atvērts`,
    changed: (title: string, reason: string) => `${title}: citāds laiks – ${reason}`,
    closed: (channels: readonly Channel[], reason: string) => `Slēgts${where(channels)}: ${reason}`,
    sample: 'Parauga dati: darba laiks ir izdomāts.',
    source: (source: string) => `Avots: ${source}`,
  },
};
