// Latvian wording of the public figures.
import { formatDate, MONTHS_LV } from '../../../src/calendar/format.ts';
import type { Kind } from '../../../src/contract/kinds.ts';
import type { Dimension, Ending } from '../../domain/register/figures.ts';

export const figureWordsLv = {
  title: 'Pārskats par iesniegumiem',
  lede: 'Cik iesniegumu saņemam, cik laikus atbildam un cik apmierināti ar to ir cilvēki.',
  months: MONTHS_LV,
  year: (year: number) => `${year}. gads`,
  /** Months by index, from zero. */
  period: (year: number, first: number, last: number): string =>
    first === last
      ? `${year}. gada ${MONTHS_LV[first]}`
      : `${year}. gada ${MONTHS_LV[first]}–${MONTHS_LV[last]}`,
  years: 'Gadi',
  print: 'Gada pārskats drukāšanai',
  printable: (year: number) => `${year}. gada pārskats par iesniegumiem`,
  summary: 'Īsumā',
  byMonth: 'Pa mēnešiem',
  month: 'Mēnesis',
  received: 'Saņemts',
  closed: 'Noslēgts',
  onTime: 'Laikus',
  median: 'Puse līdz',
  p90: '90 % līdz',
  receivedLong: 'Saņemti iesniegumi',
  closedLong: 'Noslēgti iesniegumi',
  onTimeLong: 'Noslēgti laikus',
  medianLong: 'Puse noslēgta ne ilgāk kā',
  p90Long: '90 % noslēgti ne ilgāk kā',
  satisfaction: 'Apmierināti ar izskatīšanu',
  effort: 'Atzina, ka iesniegt bija viegli',
  mean: (mean: string, n: string) => `vidēji ${mean} no 5 (vērtējumu skaits: ${n})`,
  workingDays: (n: number) => (n % 10 === 1 && n % 100 !== 11 ? `${n} darbdiena` : `${n} darbdienas`),
  share: (percent: number, of: string) => `${percent} % no ${of}`,
  atLeast: (percent: number, of: string) => `vismaz ${percent} % no ${of}`,
  atMost: (percent: number, of: string) => `ne vairāk kā ${percent} % no ${of}`,
  none: '–',
  noneLong: 'nav',
  hidden: 'nerādām',
  hiddenNote:
    '• – skaitlis ir no 1 līdz 4, vai arī no tā varētu izrēķināt tādu skaitli. Lai nevienu nevarētu atpazīt, to nerādām.',
  allHidden: 'Iesniegumu ir tik maz, ka pa mēnešiem skaitļus nerādām.',
  endings: 'Kā iesniegumi noslēdzās',
  ending: 'Iznākums',
  endingNames: {
    answered: 'sniegta atbilde',
    noted: 'pieņemts zināšanai',
    forwarded: 'pārsūtīts iestādei, kuras ziņā jautājums ir',
    unexamined: 'atstāts bez izskatīšanas',
    withdrawn: 'iesniedzējs atsauca',
  } satisfies Record<Ending, string> as Readonly<Record<Ending, string>>,
  by: {
    kind: 'Pēc veida',
    service: 'Pēc pakalpojuma',
    point: 'Pēc apkalpošanas noteikumu punkta',
    outcome: 'Vai sūdzība bija pamatota',
    channel: 'Kā iesniegts',
  } satisfies Record<Exclude<Dimension, 'all'>, string> as Readonly<
    Record<Exclude<Dimension, 'all'>, string>
  >,
  column: {
    kind: 'Veids',
    service: 'Pakalpojums',
    point: 'Punkts',
    outcome: 'Vērtējums',
    channel: 'Veids',
  } as Readonly<Record<Exclude<Dimension, 'all'>, string>>,
  kinds: {
    complaint: 'sūdzības',
    suggestion: 'ierosinājumi',
    gratitude: 'pateicības',
    question: 'jautājumi',
    site: 'ziņas par tīmekļvietni',
  } satisfies Record<Kind, string> as Readonly<Record<string, string>>,
  channels: {
    web: 'tīmekļvietnē',
    counter: 'klātienē',
    phone: 'pa tālruni',
    letter: 'vēstulē',
    email: 'e-pastā',
    'e-address': 'e-adresē',
  } as Readonly<Record<string, string>>,
  outcomes: {
    justified: 'pamatota',
    partly: 'daļēji pamatota',
    not: 'nepamatota',
    none: 'nav vērtēts',
  } as Readonly<Record<string, string>>,
  unnamed: 'nav norādīts',
  pointsNote: 'Vienā sūdzībā var būt minēti vairāki punkti.',
  said: 'Jūs teicāt – mēs darījām',
  saidLede:
    'Kas mainīts, jo kāds par to uzrakstīja. Tekstus raksta darbinieks tā, lai neviens nebūtu atpazīstams.',
  youSaid: 'Jūs teicāt',
  weDid: 'Mēs darījām',
  nothingSaid: 'Te vēl nekas nav publicēts.',
  /** Of a Riga date. */
  published: (date: string) => `Publicēts ${formatDate(date, 'locative')}`,
  method: 'Kā skaitām',
  methodLines: [
    'Skaitām pilnus mēnešus pēc Latvijas laika. Surogātpastu un ziņas, kas izņemtas no parastā reģistra, neskaitām. Kad iesniegumu iznīcina, tā skaitļi paliek.',
    'Laikus noslēgto daļu rēķinām no visiem noslēgtajiem un no visiem, kam termiņš beidzies, bet atbildes vēl nav. Tāpēc to neuzlabo ne tas, ka grūtu lietu nenoslēdz, ne tas, ka to noslēdz par vēlu. Atsauktu iesniegumu neskaitām, ja tas atsaukts pirms termiņa beigām; pēc tām tas ir nokavēts.',
    'Katru lietu vērtējam pēc termiņa, kāds tai bija, arī pēc pagarinājuma. Pārsūtītu iesniegumu vērtējam pēc pārsūtīšanas termiņa. Pateicībām un ziņām par tīmekļvietni termiņa nav.',
    'Dienas skaitām darba dienās no nākamās dienas pēc saņemšanas līdz noslēgšanas dienai. “Puse līdz” ir mediāna, “90 % līdz” ir 90. procentile: tik darbdienu vai mazāk vajadzēja deviņiem iesniegumiem no desmit.',
    'Apmierināts ir tas, kurš piecu ballu skalā atzīmējis 4 vai 5. Vērtē tikai daļa iesniedzēju; vērtējumu skaits ir norādīts blakus.',
  ],
  data: 'Dati',
  dataLede: 'Tie paši skaitļi apstrādei ar programmām:',
  empty: 'Pilna mēneša, par ko sniegt pārskatu, šajā gadā vēl nav.',
  nothingYet: 'Reģistrā vēl nav neviena iesnieguma, tāpēc nav arī skaitļu.',
  chartReceived: 'Saņemti un noslēgti iesniegumi pa mēnešiem',
  chartOnTime: 'Laikus noslēgto iesniegumu daļa pa mēnešiem, %',
  chartNote: 'Skaitļi ir tabulā zem diagrammas.',
};

export type FigureWords = typeof figureWordsLv;
