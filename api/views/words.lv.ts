// Latvian wording of the API's pages (facts §11). Sentences with a link are pieces of markup.
import { html } from 'hono/html';
import type { Kind } from '../../src/contract/kinds.ts';
import type { State } from '../domain/submission.ts';

interface StateWords {
  readonly name: string;
  /** What the state means for the person and what happens next. */
  readonly meaning: string;
}

const states: Readonly<Record<State, StateWords>> = {
  received: {
    name: 'Saņemts',
    meaning: 'Iesniegums ir reģistrēts. Drīz to nodosim darbiniekam, kurš to izskatīs.',
  },
  'in-review': {
    name: 'Izskatīšanā',
    meaning: 'Iesniegumu izskata. Ja kaut kas būs jāprecizē, sazināsimies ar Jums.',
  },
  'needs-information': {
    name: 'Nepieciešama papildu informācija',
    meaning: 'Lai turpinātu, vajadzīga papildu informācija no Jums.',
  },
  answered: {
    name: 'Atbilde sniegta',
    meaning: 'To varat izlasīt šeit. Ja atbilde Jūs neapmierina, varat lūgt to pārskatīt vai vērsties tālāk.',
  },
  noted: {
    name: 'Pieņemts zināšanai',
    meaning: 'Iesniegums ir izlasīts un ņemts vērā darbā. Atbilde nav paredzēta.',
  },
  forwarded: {
    name: 'Pārsūtīts pēc piekritības',
    meaning:
      'Jautājums nav mūsu kompetencē. Kam iesniegums pārsūtīts vai kur vērsties pašam, lasiet ziņā no centra.',
  },
  unexamined: {
    name: 'Atstāts bez izskatīšanas',
    meaning: 'Iesniegums ir atstāts bez izskatīšanas; iemesls ir norādīts.',
  },
  withdrawn: { name: 'Atsaukts', meaning: 'Iesniegums ir atsaukts pēc Jūsu lūguma.' },
  reopened: { name: 'Izskatīšana atsākta', meaning: 'Iesnieguma izskatīšana ir atsākta.' },
};

const kinds: Readonly<Record<Kind, string>> = {
  complaint: 'sūdzība',
  suggestion: 'ierosinājums',
  gratitude: 'pateicība',
  question: 'jautājums',
  site: 'atsauksme par vietni',
};

const thanks: Readonly<Record<Kind, string>> = {
  complaint: 'Paldies, sūdzība ir saņemta',
  suggestion: 'Paldies, ierosinājums ir saņemts',
  gratitude: 'Paldies, pateicība ir saņemta',
  question: 'Paldies, jautājums ir saņemts',
  site: 'Paldies, atsauksme ir saņemta',
};

export const wordsLv = {
  crumbs: 'Atrašanās vieta',
  home: { href: '/', label: 'Sākums', link: 'Uz sākumlapu' },
  states,
  events: {
    viewed: 'Iesniegumu atvēra darbinieks',
    assigned: 'Iesniegums nodots darbiniekam',
    received: 'Iesniegums saņemts un reģistrēts',
    erased: 'Iesniegums iznīcināts',
    'in-review': 'Iesniegums tiek izskatīts',
    'needs-information': 'Centrs lūdza papildu informāciju',
    'information-received': 'Saņemta papildu informācija no Jums',
    'message-received': 'Saņemta Jūsu ziņa',
    'message-sent': 'Centrs nosūtīja Jums ziņu',
    'letter-sent': 'Atbilde nosūtīta pa pastu vai uz e-adresi',
    'document-added': 'Pievienots saņemts dokuments',
    'due-changed': 'Mainīts atbildes termiņš',
    'due-extended': 'Atbildes termiņš pagarināts',
    'review-requested': 'Saņemts Jūsu lūgums pārskatīt',
    'review-declined': 'Lūgums pārskatīt izvērtēts; izskatīšana netiek atsākta',
    'erasure-requested': 'Saņemts Jūsu lūgums dzēst datus',
    'erasure-answered': 'Sniegta atbilde uz lūgumu dzēst datus',
    rated: 'Saņemts Jūsu vērtējums',
    'rating-changed': 'Vērtējums mainīts',
    rectified: 'Izlaboti iesniedzēja dati',
    'copy-given': 'Izsniegta datu kopija',
    withdrawn: 'Iesniegums atsaukts',
  } as Readonly<Record<string, string>>,
  otherEvent: 'Ieraksts reģistrā',
  kinds,
  facts: {
    reference: 'Reģistrācijas numurs',
    kind: 'Veids',
    received: 'Saņemts',
    due: 'Atbildes termiņš',
    noDue: 'Nav noteikts',
    how: 'Kā aprēķināts termiņš',
    reply: 'Atbildi saņemsiet',
  },
  receipt: {
    title: 'Saņemts',
    thanks,
    record: '',
    noReply: 'Uz šādu ziņu atbildi nesūtām.',
    lacksEmail: 'E-pasta adresi nenorādījāt, tāpēc atbilde būs šajā vietnē: skatiet to ar izsekošanas kodu.',
    lacksAddress: 'Pasta adresi nenorādījāt, tāpēc atbilde būs šajā vietnē: skatiet to ar izsekošanas kodu.',
    onThisSite: 'Šajā vietnē, ievadot izsekošanas kodu.',
    mailed:
      'Uz norādīto e-pasta adresi nosūtīsim ziņu, ka iesniegums ir saņemts. Ne izsekošanas koda, ne iesnieguma satura tajā nebūs.',
    code: 'Jūsu izsekošanas kods',
    codeText: html`<strong>Pierakstiet vai izdrukājiet to tagad.</strong> Ar šo kodu lapā <a href="/gaita/">Iesnieguma gaita</a> redzēsiet, kas ar iesniegumu notiek, un atbildi. Kods ir slepens: kam tas ir, tas var lasīt Jūsu iesnieguma gaitu. Atkārtoti to izsniegt nevaram.`,
    codeInFile: 'Izsekošanas kods (glabājiet slepenībā)',
    qr: 'QR kods: iesnieguma gaitas lapa',
    qrText: 'Atveriet iesnieguma gaitu tālrunī. Šajā QR kodā izsekošanas koda nav – tas jāievada.',
    qrWithCode:
      'Šis QR kods atver iesnieguma gaitu ar ievadītu izsekošanas kodu. Glabājiet to kā pašu kodu: kas to nofotografē, var lasīt Jūsu iesniegumu.',
    qrAsk: 'Parādīt QR kodu, kurā ir arī izsekošanas kods',
    qrPlain: 'Parādīt QR kodu bez izsekošanas koda',
    next: 'Kas notiks tālāk',
    steps: [
      'Iesniegumu izlasa darbinieks, uz kuru tas neattiecas, un nodod izskatīšanai.',
      'Ja jautājums ir citas iestādes ziņā, to pārsūtām un Jums par to paziņojam.',
    ],
    answerBy: (due: string) =>
      `Atbildi sniedzam līdz šai dienai: ${due}. Ja vajadzēs vairāk laika, paziņosim un paskaidrosim, kāpēc.`,
    used: 'Jūsu ziņu ņemam vērā darbā.',
    further: html`Vairāk lapā <a href="/ka-izskatam/">Kā izskatām iesniegumus</a>. Ja atbilde neapmierina vai tās nav laikā, vērsieties pie izpilddirektora, pēc tam – pie <a href="https://www.tiesibsargs.lv/">Tiesībsarga</a>.`,
    keep: 'Saglabājiet apstiprinājumu',
    keepSigned: html`<a href="/sanemts/apstiprinajums.txt" download>Lejupielādēt parakstītu apstiprinājumu</a> – to var rādīt citiem, koda tajā nav`,
    keepWithCode: html`<a href="/sanemts/apstiprinajums.txt?ar-kodu=1" download>Lejupielādēt kopā ar izsekošanas kodu</a> – glabājiet tikai sev`,
    genuine: html`Apstiprinājuma īstumu ikviens var pārbaudīt lapā <a href="/parbaude/">Apstiprinājuma pārbaude</a>.`,
    forgetText:
      'Šī lapa šajā pārlūkā būs redzama vēl stundu. Ja dators nav tikai Jūsu, aizveriet to ar pogu:',
    forget: 'Aizmirst šajā datorā',
  },
  /** After a survey: a number that deliberately leads to nothing. */
  answered: {
    title: 'Paldies par atbildēm',
    number: 'Saņemšanas numurs',
    kept: 'Atbildes glabājam bez vārda, adreses un precīza laika. Pēc šī numura Jūsu atbildes atrast nevar.',
    home: { href: '/', label: 'Uz sākumlapu' },
  },
  gone: {
    title: 'Apstiprinājums vairs nav redzams',
    lede: 'Pēc nosūtīšanas apstiprinājums šajā pārlūkā redzams vienu stundu.',
    text: html`Ja esat pierakstījis izsekošanas kodu, skatiet <a href="/gaita/">iesnieguma gaitu</a>. Ja koda nav, zvaniet centram un nosauciet reģistrācijas numuru.`,
  },
  status: {
    href: '/gaita/',
    title: 'Iesnieguma gaita',
    history: 'Kas līdz šim noticis',
    after: html`Ja atbildes nav laikā vai tā neapmierina, skatiet, <a href="/ka-izskatam/">kur vērsties tālāk</a>.`,
  },
  attachments: {
    title: 'Pielikumi',
    unnamed: 'Fails',
    eSigned: 'e-parakstīts konteiners, paraksts nav pārbaudīts',
    unreadable: {
      unknown: 'faila nav',
      sealed: 'failu ar šo atslēgu nevar atvērt',
      damaged: 'fails glabātavā ir bojāts',
    },
  },
  check: {
    valid: 'Apstiprinājums ir īsts',
    invalid: 'Apstiprinājums nav derīgs',
    validText: 'To parakstīja šis centrs, un tajā nekas nav mainīts.',
    another: html`<a href="/parbaude/">Pārbaudīt citu</a>`,
    reasons: {
      unreadable:
        'Tekstā nav pilna apstiprinājuma. Iekopējiet to no pirmās rindas “KAC saņemšanas apstiprinājums” līdz rindai “Paraksts”.',
      'unknown-key': 'Apstiprinājums nav parakstīts ar šī centra atslēgu.',
      altered: 'Teksts neatbilst parakstam: kaut kas tajā ir mainīts vai iekopēts nepilnīgi.',
    },
  },
  limits: {
    asked: {
      title: 'Vēl viens solis',
      heading: 'Vēl viens solis pirms nosūtīšanas',
      why: 'Pēdējā stundā saņemts neparasti daudz iesniegumu, visticamāk, no tīkla, ko lietojat kopā ar citiem. Lai programmas nesūtītu surogātpastu, pārlūkam pirms nosūtīšanas jāveic īsa pārbaude.',
      what: (button: string) =>
        `Jums nekas nav jāraksta no jauna: viss ierakstītais ir šajā lapā. Nospiediet “${button}” vēlreiz.`,
    },
    limited: {
      title: 'Vēl nav nosūtīts',
      heading: 'Veidlapa vēl nav nosūtīta',
      why: 'No tīkla, ko lietojat, pēdējā stundā veidlapas sūtītas pārāk daudz reižu, tāpēc pašlaik vairāk nepieņemam.',
      what: (time: string) =>
        `Viss ierakstītais ir šajā lapā. Atstājiet to atvērtu un nosūtiet vēlreiz pēc ${time}.`,
    },
    lookedUp: {
      title: 'Pagaidiet',
      heading: 'Gaitu pašlaik nevar parādīt',
      why: 'No tīkla, ko lietojat, pēdējā stundā iesniegumu gaita meklēta pārāk daudz reižu. Tā sargājam kodus no minēšanas.',
      what: (time: string) => `Meklējiet vēlreiz pēc ${time}.`,
    },
    cantWait: 'Ja nevarat gaidīt:',
    call: 'zvaniet',
    write: 'rakstiet uz e-pasta adresi',
    come: 'nāciet uz centru:',
  },
  problem: html`Ja tas atkārtojas, Jums ir tiesības <a href="/sudziba/">iesniegt sūdzību</a> vai zvanīt centram.`,
};

export type ViewWords = typeof wordsLv;
