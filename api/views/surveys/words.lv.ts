// Latvian wording of survey results: the register's and the public ones.
import { formatDate, isSingular, MONTHS_LV } from '../../../src/calendar/format.ts';

const monthName = (month: string): string => MONTHS_LV[Number(month.slice(5)) - 1] ?? month;
const answers = (n: number, written: string): string =>
  `${written} ${isSingular(n) ? 'atbilde' : 'atbildes'}`;

export const resultWordsLv = {
  results: 'Aptaujas rezultāti',
  titleOf: (title: string) => `Rezultāti: ${title}`,
  /** `2026-03` */
  month: (month: string): string => `${month.slice(0, 4)}. gada ${monthName(month)}`,
  /** Both included. */
  period(from: string, to: string): string {
    if (from === to) return `${from.slice(0, 4)}. gada ${monthName(from)}`;
    if (from.slice(0, 4) === to.slice(0, 4))
      return `${from.slice(0, 4)}. gada ${monthName(from)}–${monthName(to)}`;
    return `${from.slice(0, 4)}. gada ${monthName(from)} – ${to.slice(0, 4)}. gada ${monthName(to)}`;
  },
  asked: (opens: string, closes: string): string => `Aptauja: ${formatDate(opens)} – ${formatDate(closes)}`,
  version: (version: number): string => `${version}. redakcija`,
  answers,
  responses: 'Saņemtās atbildes',
  rate: 'Atsaucība',
  rateOf: (percent: string, made: string): string => `${percent} no ${made} uzaicinātajiem`,
  noneInvited: 'uzaicinājumu vēl nav',
  summary: 'Īsumā',
  csat: 'Apmierināti (CSAT)',
  ces: 'Atzina, ka bija viegli (CES)',
  nps: 'Ieteikšanas indekss (NPS)',
  npsOf: (n: number, written: string): string => `no ${written} ${isSingular(n) ? 'atbildes' : 'atbildēm'}`,
  /** `n = 12` is the same in every language. */
  n: (n: string): string => `n = ${n}`,
  interval: (low: string, high: string): string => `95 % intervāls ${low}–${high}`,
  npsInterval: (low: string, high: string): string => `95 % intervāls no ${low} līdz ${high}`,
  mean: 'Vidēji',
  meanOf: (value: string, top: number): string => `${value} no ${top}`,
  atLeast: (value: string): string => `vairāk par ${value}`,
  atMost: (value: string): string => `mazāk par ${value}`,
  median: 'Mediāna',
  good: (from: number): string => `Atzīmēja ${from} vai vairāk`,
  promoters: 'Iesaka (9–10)',
  passives: 'Neitrāli (7–8)',
  detractors: 'Neiesaka (0–6)',
  overview: 'Visi vērtējumi',
  overviewCaption: 'Vērtējumu sadalījums un vidējais pa jautājumiem',
  lowest: 'Zemākais punkts',
  highest: 'augstākais',
  question: 'Jautājums',
  spread: 'Sadalījums',
  answer: 'Atbilde',
  count: 'Skaits',
  share: 'Daļa',
  shareInterval: '95 % intervāls',
  cantSay: 'Nevaru atbildēt',
  empty: 'Nav atbildēts',
  total: 'Kopā jautāts',
  givenBy: (n: string): string => `Atbildēja: ${n}`,
  manyNote: 'Varēja izvēlēties vairākas atbildes, tāpēc daļas kopā nav 100 %.',
  writtenNote: (n: string): string => `Ar saviem vārdiem atbildēja: ${n}.`,
  askedOfSome: 'Jautāts tikai daļai.',
  point: 'Punkts',
  points: 'Pēc apkalpošanas noteikumu punkta',
  pointsLede: 'Jautājumi, kas mēra vienu punktu, ir kopā.',
  pointOf: (point: string): string => `Mēra noteikumu ${point}. punktu.`,
  section: 'Jautājumi',
  none: '–',
  hidden: 'nerādām',
  /** The threshold. */
  hiddenNote: (least: number): string =>
    `• – nerādām: aiz skaitļa būtu mazāk par ${least} cilvēkiem, vai arī tos varētu izrēķināt no citiem skaitļiem.`,
  fieldHidden: 'Atbilžu ir par maz, lai kaut ko rādītu un neviens nebūtu atpazīstams.',
  meanOnly: 'Rādām tikai vidējo: no atbilžu skaita varētu noprast, kurš ko atbildējis.',
  split: (label: string): string => `Dalījumā: ${label}`,
  splitCaption: (label: string): string => `Vidējais vērtējums pa grupām: ${label}`,
  splitNone: 'Grupas ir tik mazas, ka dalījumu nerādām.',
  group: 'Grupa',
  overTime: 'Pa mēnešiem',
  monthHead: 'Mēnesis',
  responsesByMonth: 'Saņemtās atbildes pa mēnešiem',
  meanByMonth: (label: string): string => `${label} – vidēji pa mēnešiem`,
  chartNote: 'Skaitļi ir tabulā zem diagrammas.',
  earlier: 'Citās redakcijās',
  earlierOf: (version: number, mean: string, n: string): string => `${version}. redakcijā ${mean} (n = ${n})`,
  method: 'Kā lasīt',
  methodLines: [
    'Daļu rēķinām no tiem, kas uz jautājumu atbildēja; “Nevaru atbildēt” un neatbildēts skaitās atsevišķi.',
    '95 % intervāls rāda, cik precīzs ir skaitlis: ja atbilžu ir maz, tas ir plats. Daļai tas ir Vilsona intervāls, vidējam – Stjūdenta intervāls.',
    'Apmierināts (CSAT) ir tas, kurš izvēlējies vienu no diviem augstākajiem punktiem; tāpat rēķinām, kam bija viegli (CES).',
    'Ieteikšanas indekss (NPS) ir to daļa procentos, kuri atzīmēja 9 vai 10, mīnus to daļa, kuri atzīmēja no 0 līdz 6. Tas ir no −100 līdz 100.',
    'Atbild, kas vēlas, tāpēc rezultāti rāda atbildējušo, nevis visu iedzīvotāju domas.',
  ],
  tooFew: (least: number): string =>
    `Rezultātus rādām, kad atbilžu ir vismaz ${least}. Tā neviens nav atpazīstams.`,
  stillOpen: (closes: string): string =>
    `Rezultāti būs redzami pēc aptaujas beigām (${formatDate(closes)}). Līdz tam redzams tikai tas, cik kodu izmantots.`,
  nothing: 'Neviens vēl nav atbildējis.',
  /** A Riga date, the number of the act; whether anything is shown beside it. */
  destroyed: (on: string, act: string, more: boolean): string =>
    `Atbilžu glabāšanas termiņš ir beidzies: tās iznīcinātas ${formatDate(on, 'locative')} pēc akta ${act}. ${
      more ? 'Redzami skaitļi, kas bija publicēti pirms tam.' : 'Rezultātu vairs nav.'
    }`,
  destroyedBefore: (on: string, act: string): string =>
    `Agrākās atbildes iznīcinātas ${formatDate(on, 'locative')} pēc akta ${act}; skaitļos ir tikai tās, kas saņemtas vēlāk.`,
  public: {
    writtenPublic: 'Ar saviem vārdiem rakstītās atbildes nepublicējam.',
    unpublished: {
      title: 'Rezultāti nav publicēti',
      text: 'Šīs aptaujas rezultātus visiem nerādām.',
      all: 'Visas aptaujas',
    },
    lede: 'Ko cilvēki atbildēja. Rādām pilnus mēnešus un tikai skaitļus, pēc kuriem nevienu nevar atpazīt.',
    back: 'Aptauja',
    data: 'Dati',
    dataLede: 'Tie paši skaitļi apstrādei ar programmām:',
    csv: 'CSV',
    json: 'JSON',
    codebook: 'lauku un atbilžu apraksts (JSON)',
    steps: (least: number): string =>
      `Rezultātus papildinām, kad mēnesis ir beidzies un klāt nākušas vismaz ${least} atbildes. Jautājumam var būt īsāks periods: tas papildinās, kad no diviem skaitļiem nevar izrēķināt, ko atbildēja daži.`,
    flagged: 'Skaitām visas atbildes, arī tās, kas aizpildītas ļoti ātri vai atkārtojas.',
  },
};

export type ResultWords = typeof resultWordsLv;
