// Latvian wording of entering paper questionnaires (rule points 10, 10.1).
import { isSingular } from '../../../src/calendar/format.ts';
import { GRACE_DAYS } from '../../domain/surveys/paper.ts';

/** Entered and waiting sheets. */
const accusative = (n: number): string => `${n} ${isSingular(n) ? 'lapu' : 'lapas'}`;
const nominative = (n: number): string => `${n} ${isSingular(n) ? 'lapa' : 'lapas'}`;

export const surveyEntryWords = {
  title: 'Ievadīt anketas no papīra',
  titleOf: (survey: string) => `Anketa no papīra: ${survey}`,
  blank: 'nav',
  blankFull: 'nav atbildes',
  version: (version: number) => `${version}. redakcija`,
  versionIs: (id: string, version: number) =>
    `Ievadāt lapas ar apakšā drukātu “Aptauja ${id}, ${version}. redakcija”.`,
  otherVersion: 'Uz lapas ir cita redakcija',
  change: 'Rādīt šīs redakcijas jautājumus',
  unknownVersion: 'Šādas redakcijas jautājumi nav zināmi. Rādām pašreizējo redakciju.',
  month: 'Saņemta',
  today: (n: number) =>
    n === 0 ? 'Šodien Jūs vēl neievadījāt nevienu lapu.' : `Šodien Jūs ievadījāt ${accusative(n)}.`,
  saved: 'Iepriekšējā lapa saglabāta.',
  writeSerial: 'Uzrakstiet uz iepriekšējās lapas numuru',
  writeSerialWhy: 'Ar šo numuru lapu otrreiz ievadīs cits darbinieks. Tikai tad atbildes nonāks rezultātos.',
  save: 'Saglabāt un ievadīt nākamo',
  saveWithout: 'Saglabāt bez šīm atbildēm',
  keys: {
    title: 'Kā ievadīt ātrāk',
    lines: [
      'Skalā un sarakstā rakstiet ciparu, kas lapā ir pie lodziņa: atbilde atzīmēta, un esat pie nākamā jautājuma.',
      '“N” nozīmē “Nevaru atbildēt”, “-” vai atpakaļatkāpe notīra atbildi.',
      'Sarakstā ar vairākām atbildēm cipars atzīmē vai noņem atzīmi; tālāk ar Enter.',
      'Enter ved pie nākamā jautājuma, Shift + Tab – atpakaļ, Ctrl + Enter saglabā lapu.',
      'Ja atzīmēti divi lodziņi, kur drīkst būt viens, atbildes nav.',
    ],
    plain: 'Bez JavaScript pārvietojieties ar Tab un bultiņām.',
  },
  onlyIf: (clause: string) => `Tikai ja ${clause}.`,
  leftOut: {
    title: 'Lapa vēl nav saglabāta',
    intro: 'Uz šiem jautājumiem nebija jāatbild. Ja ievadīts pareizi, saglabājiet lapu bez šīm atbildēm:',
    because: (clause: string) => `jautājums attiecas tikai uz tiem, kam ${clause}`,
    mark: 'Šo atbildi nesaglabās.',
  },
  refused: {
    title: 'Lapa vēl nav saglabāta',
    intro: 'Izlabojiet norādīto un saglabājiet vēlreiz:',
    empty: 'Lapā nav nevienas atbildes. Tukšu lapu neievada.',
    onlyLeftOut:
      'Lapā atbildēts tikai uz jautājumiem, uz kuriem pēc pārējām atbildēm nebija jāatbild. Tādu lapu neievada.',
    month: 'Izvēlieties mēnesi, kurā lapa saņemta.',
    version: 'Aptaujai ir jauna redakcija. Pārbaudiet, kura redakcija drukāta lapas apakšā.',
    again: 'Šī lapa jau ir saglabāta ar citām atbildēm. Ja tā ir cita lapa, saglabājiet vēlreiz.',
  },
  closed: {
    future: (opens: string) => `Aptauja sāksies ${opens}. Anketas varēs ievadīt no tās dienas.`,
    over: (closes: string) =>
      `Aptauja beidzās ${closes}. Anketas no kastītes ievada vēl ${GRACE_DAYS} dienu laikā, un tās ir pagājušas.`,
  },
  second: {
    title: 'Lapas, kas gaida otro ievadi',
    lede: 'Katru lapu ievada divi darbinieki, viens pēc otra un neatkarīgi. Kad abi ievadījuši, atbildes nonāk rezultātos.',
    link: (n: number) =>
      n === 0 ? 'Neviena lapa negaida otro ievadi' : `Otro ievadi gaida ${nominative(n)}`,
    none: 'Neviena lapa negaida otro ievadi.',
    columns: {
      serial: 'Numurs',
      version: 'Redakcija',
      month: 'Saņemta',
      by: 'Pirmo reizi ievadīja',
      do: 'Darbība',
    },
    enter: 'Ievadīt otrreiz',
    own: 'Otrreiz ievada cits',
    withdraw: 'Atsaukt',
    numberLabel: 'Numurs, kas rakstīts uz lapas',
    find: 'Ievadīt šo lapu',
    pageTitle: (serial: number) => `Lapa nr. ${serial}, otrā ievade`,
    pageLede: (serial: number) =>
      `Paņemiet lapu, uz kuras rakstīts ${serial}, un ievadiet to, neskatoties, ko ievadīja pirmais.`,
    save: 'Salīdzināt un saglabāt',
    saved: (serial: number) => `Lapa nr. ${serial} saglabāta, atbildes ir rezultātos.`,
    yours: {
      title: 'Šo lapu pirmo reizi ievadījāt Jūs',
      text: 'Otrreiz to ievada cits darbinieks, kas neredz Jūsu ievadīto.',
    },
    gone: {
      title: 'Šāda lapa negaida',
      text: 'Lapa ar šo numuru jau ir ievadīta otrreiz, atsaukta vai nav bijusi. Pārbaudiet numuru.',
    },
    sealed: {
      title: 'Pirmo ievadi nevar atvērt',
      text: 'Atsauciet to un ievadiet lapu no jauna.',
    },
  },
  differences: {
    title: (serial: number) => `Lapa nr. ${serial}: ievades atšķiras`,
    lede: (n: number) =>
      `${isSingular(n) ? `Atšķiras ${n} atbilde` : `Atšķiras ${n} atbildes`}. Skatieties lapā un pie katras izvēlieties, kas tur rakstīts. Lapa vēl nav saglabāta.`,
    first: 'Pirmā ievade',
    second: 'Jūsu ievade',
    none: '(nav atbildes)',
    choose: 'Izvēlieties, kura atbilde ir lapā.',
    save: 'Saglabāt lapu',
    edit: 'Labot manu ievadi',
    neither: 'Ja nav pareiza neviena, izlabojiet savu ievadi.',
  },
  withdraw: {
    title: (serial: number) => `Atsaukt lapu nr. ${serial}`,
    text: 'Pirmo ievadi izdzēsīs. Nosvītrojiet numuru uz lapas; lapu var ievadīt no jauna, tai būs cits numurs.',
    do: 'Atsaukt',
    keep: 'Neatsaukt',
    done: (serial: number) => `Lapa nr. ${serial} atsaukta.`,
  },
};
