// Latvian wording of the page of a submission beyond state and dates: answer, messages, steps and their
// meaning.
import { html } from 'hono/html';
import type { Action } from '../domain/follow-up.ts';
import type { MessageKind } from '../domain/messages.ts';

interface Notice {
  readonly title: string;
  readonly text: string;
}

/** Shown below a message of a special kind. */
const messageKinds: Readonly<Record<MessageKind, string>> = {
  message: 'ziņa',
  information: 'papildu informācija',
  review: 'lūgums pārskatīt',
  erasure: 'lūgums dzēst datus',
  document: 'saņemts dokuments',
  'information-request': 'lūgums pēc papildu informācijas',
  answer: 'atbilde',
};

const done: Readonly<Record<Exclude<Action, 'copy'> | 'information', Notice>> = {
  message: {
    title: 'Ziņa ir nosūtīta',
    text: 'To izlasīs darbinieks, kurš iesniegumu izskata. Ja centrs Jums rakstīs, ziņu redzēsiet šajā lapā.',
  },
  information: {
    title: 'Papildu informācija ir nosūtīta',
    text: 'Iesnieguma izskatīšana turpinās.',
  },
  review: {
    title: 'Lūgums pārskatīt ir saņemts',
    text: 'To nodosim izpilddirektoram. Kas nolemts, redzēsiet šajā lapā.',
  },
  rating: { title: 'Paldies par vērtējumu', text: 'Tas palīdz strādāt labāk.' },
  withdraw: {
    title: 'Iesniegums ir atsaukts',
    text: 'To vairs neizskatīsim. Ja pārdomāsiet, iesniedziet jaunu.',
  },
  erasure: {
    title: 'Lūgums dzēst datus ir saņemts',
    text: 'Atbildi redzēsiet šajā lapā. Līdz tam iesniegumu turpinām izskatīt.',
  },
};

export const followUpViewLv = {
  coSigners: 'Pārējie iesniedzēji',
  yes: 'jā',
  no: 'nē',
  answer: 'Atbilde',
  asked: 'Centrs lūdz papildu informāciju',
  talk: 'Sarakste',
  noTalk: 'Ziņu vēl nav.',
  earlier: (count: number) => `Agrākās ziņas: ${count}`,
  earlierEvents: (count: number) => `Agrākie notikumi: ${count}`,
  authors: { submitter: 'Jūs', office: 'Centrs' },
  messageKinds,
  shut: 'Šo ziņu ar Jūsu kodu neizdevās atvērt. Zvaniet centram un nosauciet reģistrācijas numuru.',
  wrote: 'Ko Jūs rakstījāt',
  sealed: {
    title: 'Jūsu rakstīto šeit parādīt nevaram',
    text: 'To ar Jūsu kodu nevar atvērt: iesniegums saņemts, pirms rakstīto sākām šifrēt ar kodu, vai arī ieraksts ir bojāts. Centrs to var izlasīt. Gaitu un termiņu redzat šeit, bet, ja ir kas sakāms, zvaniet centram un nosauciet reģistrācijas numuru.',
  },
  actions: 'Ko varat darīt',
  reviewRequested: 'Lūgums pārskatīt',
  erasureRequested: 'Lūgums dzēst datus',
  answeredBy: (asked: string, due: string) => `Saņemts ${asked}. Atbildi sniegsim līdz šai dienai: ${due}.`,
  answeredSoon: (asked: string) => `Saņemts ${asked}. Atbildi sniegsim mēneša laikā.`,
  rated: 'Jūsu vērtējums',
  outOfFive: (satisfaction: number) => `${satisfaction} no 5`,
  changeRating: 'Mainīt vērtējumu',
  message: {
    open: 'Ziņu pievienosim iesniegumam, un to izlasīs darbinieks, kurš to izskata. Atbildes termiņš no tā nemainās.',
    closed: html`Izskatīšana ir pabeigta. Ziņu izlasīsim un pievienosim iesniegumam, taču varam to tikai pieņemt zināšanai: par to pašu jautājumu likums ļauj otrreiz neatbildēt (Iesniegumu likuma 7. pants). Ja jautājums ir jauns, <a href="/sudziba/">iesniedziet jaunu iesniegumu</a>.`,
    withdrawn: html`Iesniegums ir atsaukts. Ziņu izlasīsim, bet izskatīšana no tās neatsākas. Ja vēlaties, lai jautājumu izskata, <a href="/sudziba/">iesniedziet jaunu iesniegumu</a>.`,
  },
  review: [
    html`Lūgumu pārskatīt izskata izpilddirektors (<a href="/noteikumi/#p-13">noteikumu 13. punkts</a>). Izskatīšanu var atsākt vai arī paskaidro, kāpēc tās rezultāts paliek spēkā.`,
    html`Ja neapmierina arī tas, varat vērsties pie <a href="https://www.tiesibsargs.lv/">Tiesībsarga</a>, bet likumā noteiktajos gadījumos – tiesā. Vairāk lapā <a href="/ka-izskatam/">Kā izskatām iesniegumus</a>.`,
  ],
  rating: [
    'Vērtējums neietekmē iesnieguma izskatīšanu. Publiskojam tikai kopējos skaitļus. Vērtējumu varat mainīt: skaita pēdējo.',
  ],
  withdraw: [
    'Ja iesniegums vairs nav vajadzīgs, varat to atsaukt. Vispirms parādīsim, ko tas nozīmē, un pajautāsim vēlreiz.',
  ],
  confirm: {
    title: 'Vai atsaukt iesniegumu?',
    lede: (reference: string) => `Iesniegums ${reference} vēl nav atsaukts.`,
    means: [
      'Iesniegumu vairs neizskatīsim, un atbildi uz to nesniegsim.',
      'Atsaukto nevar atjaunot. Varēsiet iesniegt jaunu iesniegumu, un termiņu tad skaitīs no jauna.',
      'Iesniegums paliek reģistrā: atsaucot dati netiek dzēsti.',
      'Ja iesniegumā minēts pārkāpums, centrs to drīkst pārbaudīt arī pēc atsaukšanas.',
    ],
    back: 'Nē, atgriezties',
  },
  copy: [
    'Kopijā ir viss, ko par šo iesniegumu glabājam: Jūsu rakstītais, sarakste, notikumi, tas, kas reģistrā nav šifrēts, un cik ilgi to glabā (Vispārīgās datu aizsardzības regulas 15. pants). Izsekošanas koda tajā nav.',
    'Saņemsiet to uzreiz. Glabājiet failu tā, lai to neizlasa citi.',
  ],
  erasure: [
    'Reģistrētu iesniegumu un saraksti likums liek glabāt. Tos drīkst iznīcināt tikai tad, kad beidzies glabāšanas termiņš un sastādīts iznīcināšanas akts (Arhīvu likuma 4. pants). Tāpēc tiesības uz dzēšanu šeit ir ierobežotas (Vispārīgās datu aizsardzības regulas 17. panta 3. punkts).',
    'Lūgumu izvērtēsim un mēneša laikā atbildēsim, ko izdzēsām, ko ne un kāpēc (regulas 12. panta 3. punkts). Sarežģītā gadījumā termiņu var pagarināt vēl par diviem mēnešiem; par to paziņosim pirmā mēneša laikā.',
    'Iesniegumu tikmēr turpinām izskatīt. Ja atteikums neapmierina, varat sūdzēties Datu valsts inspekcijā.',
  ],
  done,
  /** The same form sent again with other text. */
  conflict: {
    title: 'Ar šo veidlapu jau ir nosūtīts cits teksts',
    detail: 'Pirmais ir saņemts un redzams šajā lapā. Ja vēlaties nosūtīt arī šo, nospiediet pogu vēlreiz.',
  },
  leave: {
    title: 'Ja dators nav tikai Jūsu',
    text: 'Beigās aizveriet šo lapu ar pogu. Tad šajā pārlūkā nebūs redzams arī saņemšanas apstiprinājums.',
    button: 'Aizvērt un doties uz sākumlapu',
    other: html`<a href="/gaita/">Meklēt citu iesniegumu</a>`,
  },
};

/** The shape every language of this page has. */
export type FollowUpView = typeof followUpViewLv;
