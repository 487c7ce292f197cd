// Wording of survey texts: states, reasons, suggestions, results of steps.
import { isSingular } from '../../../src/calendar/format.ts';
import type { PassageKind } from '../../domain/surveys/passages.ts';
import type { TextAction, TextRefusal, TextState, WithheldReason } from '../../domain/surveys/texts.ts';

export const textsOf = (n: number): string => `${n} ${isSingular(n) ? 'teksts' : 'teksti'}`;

export const textWords = {
  title: 'Teksta atbildes',
  states: {
    cleared: 'Izskatītie',
    raw: 'Jaunie',
    withheld: 'Aizturētie',
  } satisfies Record<TextState, string>,
  one: {
    cleared: 'Nodots lasīšanai',
    raw: 'Vēl nav izskatīts',
    withheld: 'Aizturēts',
  } satisfies Record<TextState, string>,
  empty: {
    cleared: 'Neviens teksts vēl nav nodots lasīšanai.',
    raw: 'Visi teksti ir izskatīti.',
    withheld: 'Neviens teksts nav aizturēts.',
  } satisfies Record<TextState, string>,
  noQuestions: 'Šajā aptaujā nav jautājumu, uz kuriem atbild saviem vārdiem.',
  noTexts: 'Neviens vēl nav atbildējis saviem vārdiem.',
  noMatch: 'Izvēlētajam neatbilst neviens teksts.',
  tooFew: (threshold: number): string =>
    `Tekstus rāda tikai tad, ja uz aptauju un uz pašu jautājumu atbildējuši vismaz ${threshold} cilvēki. Pagaidām to ir mazāk.`,
  destroyed: (on: string, act: string): string =>
    `Agrāk saņemtie teksti iznīcināti ${on} pēc akta ${act}: to glabāšanas termiņš bija beidzies.`,
  someTooFew: 'Dažu jautājumu tekstus nerāda: tos uzdeva mazāk cilvēkiem, nekā prasa anonimitātes slieksnis.',
  lede: 'Tekstu rāda tikai pēc tam, kad cilvēks to izskatījis un aizklājis vārdus. Aptauju tekstus nekur nepublicē.',
  waiting: (n: number): string => `Izskatīšanu gaida ${textsOf(n)}.`,
  waitingForHeads: 'Tekstus izskata izpilddirektors vai vietnieks.',
  begin: 'Izskatīt pēc kārtas',
  shut: 'Šo tekstu nevar atvērt: tas aizslēgts ar citu biroja atslēgu.',
  yours: 'Šis teksts var būt par Jums, tāpēc to izskatīs kolēģis.',
  rating: (value: number, of: number): string => `Apmierinātība: ${value}\u00a0no\u00a0${of}`,
  version: (n: number): string => `${n}. redakcija`,
  covered: 'aizklāts',
  question: 'Jautājums',
  versions: 'Redakcija',
  tag: 'Birka',
  tags: 'Birkas',
  all: 'visi',
  allVersions: 'visas',
  show: 'Rādīt',
  reset: 'Rādīt visus',
  search: 'Meklēt tekstos',
  searchHint: 'Meklē vārdus pēc to sākuma; garumzīmes un lielie burti nav svarīgi.',
  find: 'Meklēt',
  found: (n: number, of: number): string =>
    `${isSingular(n) ? 'Atrasts' : 'Atrasti'} ${textsOf(n)}; pārmeklēti ${of}.`,
  foundFirst: (shown: number): string => `Parādīti pirmie ${shown}; precizējiet meklēto.`,
  leftToSearch: (n: number): string =>
    `Vēl nav pārmeklēti ${n}: tekstus pirmo reizi atver pakāpeniski. Meklējiet vēlreiz, un meklēs tālāk.`,
  olderNotSearched: (most: string): string =>
    `Meklē tikai jaunākajos ${most} tekstos; senākus atradīsiet, lapojot.`,
  bound: (most: string): string => `Vienā reizē pārmeklē ne vairāk kā ${most} jaunākos tekstus.`,
  nothing: 'Nekas nav atrasts.',
  unsearchable: 'Pēc šā meklēt nevar: ierakstiet vismaz vienu vārdu.',
  next: 'Nākamie',
  toStart: 'Uz sākumu',
  print: 'Drukāt',
  printed: (shown: number): string =>
    `Izdrukā ir pirmie ${shown} teksti. Lai drukātu pārējos, izvēlieties jautājumu vai birku.`,
  edit: 'Aizklāt vai aizturēt',
  editTags: 'Mainīt birkas',
  addTags: 'Pielikt birku',
} as const;

export const withheldWords: Readonly<Record<WithheldReason, string>> = {
  identifies: 'pēc teksta var atpazīt, kas to rakstījis',
  'third-party': 'tekstā ir par citu cilvēku, un aizklāšana nelīdz',
  'special-category': 'ziņas par veselību, pārliecību vai citi īpašo kategoriju dati',
  offensive: 'aizskarošs teksts',
  empty: 'teksts bez satura (piemēram, “nav”, nejauši burti)',
};

export const passageWords: Readonly<Record<PassageKind, string>> = {
  staff: 'darbinieka vārds',
  post: 'amats, kurā ir tikai viens cilvēks',
  email: 'e-pasta adrese',
  phone: 'tālruņa numurs',
  code: 'personas kods',
  account: 'konta numurs',
  address: 'adrese',
  capital: 'varbūt vārds vai vieta',
};

export const clearingWords = {
  title: 'Izskatīt tekstu',
  queue: 'Izskatīšana',
  left: (n: number): string => (n === 1 ? 'Šis ir pēdējais.' : `Kopā ar šo vēl ${textsOf(n)}.`),
  done: 'Visi teksti ir izskatīti.',
  onlyYours: (n: number): string =>
    isSingular(n)
      ? `Atlicis ${textsOf(n)}, kas var būt par Jums: to izskatīs kolēģis.`
      : `Atlikuši ${textsOf(n)}, kas var būt par Jums: tos izskatīs kolēģis.`,
  taken:
    'Šo tekstu pašlaik izskata kolēģis. Ja lemsiet arī Jūs, paliks tas, kas saglabāts pirmais; otram par to pateiks.',
  othersHave: (n: number): string =>
    isSingular(n)
      ? `${textsOf(n)} pašlaik ir pie kolēģa. Ja viņš neko neizlems, pēc desmit minūtēm to dos citam.`
      : `${textsOf(n)} pašlaik ir pie kolēģiem. Ja viņi neko neizlems, pēc desmit minūtēm tos dos citam.`,
  cover: 'Ko aizklāt',
  noPassages:
    'Vārdi, numuri un adreses tekstā nav atrasti. Izlasiet tekstu: programma nepazīst visus vārdus.',
  somePassages:
    'Atzīmēto aizklās. Programma nepazīst visus vārdus un dažkārt kļūdās, tāpēc izlasiet visu tekstu.',
  other: 'Citas vietas, ko aizklāt',
  otherHint: 'Katru savā rindā, tieši tā, kā tekstā. Aizklās visur, kur tas ir.',
  final: 'Aizklāto atjaunot nevar. Rezerves kopijās iepriekšējais teksts paliek, līdz kopijas dzēš.',
  clear: 'Nodot lasīšanai',
  redact: 'Tikai aizklāt',
  redactMore: 'Aizklāt',
  withholdTitle: 'Aizturēt visu tekstu',
  withholdHint: 'Aizturētu tekstu redz tikai tie, kas tekstus izskata. To var atgriezt izskatīšanai.',
  why: 'Kāpēc',
  withhold: 'Aizturēt',
  return: 'Atgriezt izskatīšanai',
  returnHint: 'Kolēģi tekstu vairs neredzēs, līdz to izskatīs no jauna.',
  skip: 'Izlaist',
  withheldFor: 'Aizturēts:',
  notThere: (passages: string): string => `Tekstā nav: ${passages}. Iekopējiet tieši tā, kā rakstīts.`,
  noReason: 'Izvēlieties, kāpēc tekstu aiztur.',
  nothingChosen: 'Atzīmējiet vai ierakstiet, ko aizklāt.',
  errors: 'Nekas nav saglabāts',
  happened: {
    redact: 'Aizklāts.',
    clear: 'Teksts nodots lasīšanai.',
    withhold: 'Teksts aizturēts.',
    return: 'Teksts atgriezts izskatīšanai.',
  } satisfies Record<TextAction, string>,
} as const;

export const refusedWords: Readonly<Record<TextRefusal, string>> = {
  gone: 'Šāda teksta vairs nav.',
  'moved-on':
    'Kamēr lapa bija atvērta, kolēģis šo tekstu jau mainīja. Zemāk tas ir tāds, kāds tas ir tagad; Jūsu rakstītais ir saglabāts laukos.',
  sealed: textWords.shut,
  yours: textWords.yours,
  nothing: 'Tekstā nekas nav aizklāts: atzīmētā tajā vairs nav.',
  full: 'Tekstam jau ir 10 birkas. Noņemiet kādu, lai pieliktu citu.',
};

export const tagWords = {
  title: 'Teksta birkas',
  ofText: 'Birkas šim tekstam',
  used: (n: number): string => `(${n})`,
  more: 'Jaunas birkas',
  moreHint: 'Vairākas atdaliet ar komatiem. Birka ir temats, piemēram, “rindas”; cilvēku vārdus nerakstiet.',
  save: 'Saglabāt birkas',
  saved: 'Birkas saglabātas.',
  named: (found: string): string => `Birkā nedrīkst būt cilvēka vārds vai kontakti: ${found}.`,
  none: 'Šai aptaujai birku vēl nav.',
} as const;
