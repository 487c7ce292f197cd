// Latvian wording of the rules: citations, plain-language text, editions, and the differences between two
// editions.
import { formatDate } from '../calendar/format.ts';
import { dateTextWhen, unbroken } from './format.ts';

/** `2017. gada 6. novembra redakcija` */
const edition = (date: string): string => unbroken(`${formatDate(date, 'genitive')} redakcija`);
const counted = (count: number, one: string, many: string): string =>
  `${count}\u00a0${count % 10 === 1 && count % 100 !== 11 ? one : many}`;

export const rulesLv = {
  edition,
  citation: (shortTitle: string, number: string) => `${shortTitle}, ${number}. punkts`,
  copyCitation: 'Kopēt atsauci',
  linkCopied: 'Saite nokopēta.',
  citationCopied: 'Atsauce nokopēta.',
  copyFailed: 'Neizdevās nokopēt. Šī punkta saite ir pārlūka adreses joslā.',
  plain: 'Skaidrojums vienkāršiem vārdiem, nav noteikumu teksts',
  related: 'Saistīts',
  relatedTo: (number: string) => `ar ${number}. punktu`,
  relatedKinds: { service: 'Pakalpojums', question: 'Aptaujas jautājums', complaint: 'Sūdzība' },
  complain: (number: string) => `Sūdzēties, ka ${number}. punkts nav ievērots`,
  print: 'Drukāt',
  citeAs: 'Kā atsaukties',
  forExample: 'Piemēram,',
  data: 'Noteikumi kā dati (JSON)',
  schema: 'datu apraksts (JSON Schema)',
  force: {
    'in-force': 'Redakcija ir spēkā',
    coming: 'Redakcija vēl nav spēkā',
    repealed: 'Redakcija ir zaudējusi spēku',
    unconfirmed: 'Vai redakcija ir spēkā, vēl jāapstiprina',
  },
  since: (date: string) => `Šī redakcija stājās spēkā ${dateTextWhen(date)}.`,
  from: (date: string) => `Šī redakcija stāsies spēkā ${dateTextWhen(date)}.`,
  until: (date: string) => `Šī redakcija zaudēja spēku ${dateTextWhen(date)}.`,
  ends: (date: string) => `Tā zaudēs spēku ${dateTextWhen(date)}.`,
  short: {
    'in-force': (date: string) => `spēkā no ${unbroken(formatDate(date, 'genitive'))}`,
    coming: (date: string) => `stāsies spēkā ${dateTextWhen(date)}`,
    repealed: (date: string) => `zaudēja spēku ${dateTextWhen(date)}`,
    unconfirmed: (date: string) => `stājās spēkā ${dateTextWhen(date)}; vai ir spēkā, vēl jāapstiprina`,
  },
  asOf: (date: string) => `Statuss noteikts ${dateTextWhen(date)}.`,
  seeCurrent: 'Skatīt pašreizējo redakciju',
  permanent: 'Šīs redakcijas pastāvīgā adrese',
  onlyOne: 'Ir tikai viena redakcija, tāpēc salīdzināt vēl nav ar ko.',
  shown: 'šī lapa',
  compare: (older: string) => `Kas mainījies, salīdzinot ar: ${edition(older)}`,
  compareOthers: 'Citi salīdzinājumi',
  difference: {
    title: (newer: string, older: string) =>
      `Noteikumu izmaiņas: ${formatDate(newer, 'genitive')} un ${formatDate(older, 'genitive')} redakcija`,
    description:
      'Kas noteikumos mainījies starp divām redakcijām: pievienotie un svītrotie vārdi katrā punktā.',
    lede: (newer: string, older: string) =>
      `Kas mainījies no ${unbroken(formatDate(older, 'genitive'))} līdz ${unbroken(formatDate(newer, 'genitive'))} redakcijai. Salīdzinājums sagatavots automātiski; spēks ir tikai pašu redakciju tekstam.`,
    summary: 'Īsumā',
    key: 'Apzīmējumi',
    keyAdded: 'pievienotie vārdi',
    keyRemoved: 'svītrotie vārdi',
    nothing: 'Abu redakciju teksts ir vienāds.',
    changed: 'Mainīti',
    added: 'Pievienoti',
    removed: 'Svītroti',
    renumbered: 'Mainīts numurs',
    same: 'Nav mainīti',
    points: (count: number) => counted(count, 'punkts', 'punkti'),
    samePoints: (count: number, first: string, last: string) =>
      count === 1
        ? `Nemainīts: ${first}. punkts`
        : `${counted(count, 'nemainīts punkts', 'nemainīti punkti')} (${first}.–${last}.)`,
    text: 'Punkti',
    facts: 'Ziņas par noteikumiem',
    chapters: 'Nodaļu virsraksti',
    factNames: {
      title: 'Nosaukums',
      issuer: 'Izdevējs',
      legalBasis: 'Pamats',
      signatory: 'Parakstītājs',
    } as Readonly<Record<string, string>>,
    chapter: (numeral: string) => `${numeral} nodaļa`,
    tags: { added: 'Pievienots', removed: 'Svītrots', changed: 'Mainīts', renumbered: 'Mainīts numurs' },
    was: (number: string) => `iepriekš ${number}. punkts`,
    insStart: '[pievienots:',
    delStart: '[svītrots:',
    end: ']',
    older: 'Vecākā redakcija',
    newer: 'Jaunākā redakcija',
  },
};
