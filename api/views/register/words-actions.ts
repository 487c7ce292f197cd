// Names of the actions on a case, and messages for success and refusal.
import type { OfficeRefusal } from '../../domain/register/office-step.ts';
import type { CaseAction } from '../../domain/register/rights.ts';

interface ActionWords {
  /** Part of the address below the case's. */
  readonly slug: string;
  readonly title: string;
  readonly submit: string;
  /** The message on the case page afterwards. */
  readonly done: string;
}

export const actionWords: Readonly<Record<CaseAction, ActionWords>> = {
  open: { slug: '', title: 'Atvērt lietu', submit: 'Atvērt', done: '' },
  take: {
    slug: 'uznemties',
    title: 'Uzņemties lietu',
    submit: 'Uzņemties lietu',
    done: 'Lieta ir Jūsu.',
  },
  assign: { slug: 'nodot', title: 'Nodot lietu', submit: 'Nodot', done: 'Lieta nodota.' },
  note: {
    slug: 'piezime',
    title: 'Pierakstīt piezīmi',
    submit: 'Saglabāt piezīmi',
    done: 'Piezīme saglabāta.',
  },
  recuse: {
    slug: 'atstaties',
    title: 'Atstatīties no lietas',
    submit: 'Atstatīties',
    done: 'Jūs esat atstatījies no lietas. To vairs neredzēsiet.',
  },
  exclude: {
    slug: 'atstatit',
    title: 'Atstatīt kolēģi no lietas',
    submit: 'Atstatīt',
    done: 'Kolēģis no lietas atstatīts.',
  },
  'lift-conflict': {
    slug: 'atlaut',
    title: 'Atļaut lietu kolēģim',
    submit: 'Atļaut',
    done: 'Interešu konflikts noņemts.',
  },
  message: { slug: 'zina', title: 'Nosūtīt ziņu', submit: 'Nosūtīt ziņu', done: 'Ziņa nosūtīta.' },
  dispatch: {
    slug: 'nosutits',
    title: 'Atzīmēt, kad atbilde nosūtīta',
    submit: 'Saglabāt nosūtīšanas dienu',
    done: 'Nosūtīšanas diena pierakstīta.',
  },
  'add-document': {
    slug: 'pievienot-dokumentu',
    title: 'Pievienot saņemtu dokumentu',
    submit: 'Pievienot lietai',
    done: 'Dokuments pievienots lietai; to redz arī iesniedzējs.',
  },
  read: {
    slug: 'izlasits',
    title: 'Atzīmēt kā izlasītu',
    submit: 'Atzīmēt kā izlasītu',
    done: 'Jaunā ziņa atzīmēta kā izlasīta.',
  },
  ask: {
    slug: 'lugt-informaciju',
    title: 'Lūgt papildu informāciju',
    submit: 'Nosūtīt lūgumu',
    done: 'Lūgums pēc informācijas nosūtīts.',
  },
  extend: {
    slug: 'pagarinat',
    title: 'Pagarināt termiņu',
    submit: 'Pagarināt termiņu',
    done: 'Termiņš pagarināts, iesniedzējam paziņots.',
  },
  draft: {
    slug: 'melnraksts',
    title: 'Sagatavot atbildes melnrakstu',
    submit: 'Saglabāt melnrakstu',
    done: 'Melnraksts saglabāts.',
  },
  forward: {
    slug: 'parsutit',
    title: 'Pārsūtīt pēc piekritības',
    submit: 'Pārsūtīt un paziņot iesniedzējam',
    done: 'Iesniegums pārsūtīts.',
  },
  answer: {
    slug: 'atbilde',
    title: 'Sniegt atbildi',
    submit: 'Sniegt atbildi',
    done: 'Atbilde sniegta, lieta slēgta.',
  },
  'take-note': {
    slug: 'pienemt-zinasanai',
    title: 'Pieņemt zināšanai',
    submit: 'Pieņemt zināšanai',
    done: 'Pieņemts zināšanai, lieta slēgta.',
  },
  'leave-unexamined': {
    slug: 'atstat-bez-izskatisanas',
    title: 'Atstāt bez izskatīšanas',
    submit: 'Atstāt bez izskatīšanas',
    done: 'Atstāts bez izskatīšanas, lieta slēgta.',
  },
  withdraw: {
    slug: 'atsaukt',
    title: 'Atzīmēt, ka iesniedzējs atsauca',
    submit: 'Atzīmēt kā atsauktu',
    done: 'Iesniegums atzīmēts kā atsaukts.',
  },
  'clear-spam': {
    slug: 'nav-surogatpasts',
    title: 'Nav surogātpasts',
    submit: 'Nav surogātpasts',
    done: 'Iesniegums atgriezts darbu sarakstā ar savu saņemšanas laiku.',
  },
  'confirm-spam': {
    slug: 'surogatpasts',
    title: 'Surogātpasts',
    submit: 'Atzīt par surogātpastu un slēgt',
    done: 'Atzīts par surogātpastu.',
  },
  'mark-whistleblower': {
    slug: 'trauksme',
    title: 'Iespējams trauksmes cēlēja ziņojums',
    submit: 'Izņemt no parastā reģistra',
    done: 'Lieta izņemta no parastā reģistra.',
  },
  'unmark-whistleblower': {
    slug: 'nav-trauksme',
    title: 'Atgriezt parastajā reģistrā',
    submit: 'Atgriezt parastajā reģistrā',
    done: 'Lieta ir atgriezta parastajā reģistrā.',
  },
  unlink: {
    slug: 'atsaistit',
    title: 'Noņemt saiti ar citu lietu',
    submit: 'Noņemt saiti',
    done: 'Saite noņemta.',
  },
  link: {
    slug: 'saistit',
    title: 'Saistīt ar citu lietu',
    submit: 'Saistīt',
    done: 'Lietas saistītas.',
  },
  classify: {
    slug: 'klasificet',
    title: 'Mainīt pakalpojumu vai noteikumu punktus',
    submit: 'Saglabāt',
    done: 'Pakalpojums un punkti saglabāti.',
  },
  reopen: {
    slug: 'atsakt',
    title: 'Atsākt izskatīšanu',
    submit: 'Atsākt izskatīšanu',
    done: 'Izskatīšana atsākta.',
  },
  'decline-review': {
    slug: 'neparskatit',
    title: 'Atbildēt uz lūgumu pārskatīt',
    submit: 'Nosūtīt un neatsākt',
    done: 'Iesniedzējam paziņots, ka izskatīšana netiek atsākta.',
  },
  'answer-erasure': {
    slug: 'datu-dzesana',
    title: 'Atbildēt uz lūgumu dzēst datus',
    submit: 'Nosūtīt atbildi',
    done: 'Atbilde uz lūgumu dzēst datus nosūtīta.',
  },
  rectify: {
    slug: 'labot-datus',
    title: 'Labot iesniedzēja datus',
    submit: 'Saglabāt labojumu',
    done: 'Dati izlaboti.',
  },
  redact: {
    slug: 'aizklat',
    title: 'Aizklāt daļu teksta',
    submit: 'Aizklāt',
    done: 'Teksta daļa aizklāta.',
  },
  publish: {
    slug: 'publicet',
    title: 'Publicēt, kas mainīts',
    submit: 'Publicēt',
    done: 'Publicēts lapā “Pārskats par iesniegumiem”.',
  },
  hold: {
    slug: 'glabat',
    title: 'Iznīcināšanas aizliegums',
    submit: 'Saglabāt',
    done: 'Glabāšanas atzīme saglabāta.',
  },
  print: { slug: 'druka', title: 'Drukāt lietu', submit: 'Drukāt', done: '' },
};

/** Why an action was refused, and how to correct it. */
export const refusalWords: Readonly<Record<OfficeRefusal, string>> = {
  conflicted: 'Lieta Jums nav pieejama.',
  role: 'Jūsu lomai šī darbība nav atļauta. Ja tā jāveic, nododiet lietu kolēģim, kuram tā ir atļauta.',
  state: 'Lietas stāvoklis ir mainījies, un šī darbība tajā vairs nav iespējama.',
  'not-yours': 'Ar lietu strādā kolēģis. Ja tā jāpārņem, vispirms uzņemieties to.',
  whistleblower: 'Lieta ir izņemta no parastā reģistra.',
  'moved-on':
    'Kamēr rakstījāt, lietā kaut kas mainījās. Pārbaudiet, kas jauns, un sūtiet vēlreiz: viss ierakstītais ir saglabājies.',
  'nothing-to-send': 'Šajā lietā nav atbildes, kas būtu jāsūta pa pastu vai uz e-adresi.',
  published:
    'No šīs lietas jau kaut kas ir publicēts. Lai publicētu citu tekstu, vispirms noņemiet iepriekšējo.',
  sealed: 'Lietas saturu ar šī servera atslēgām nevar atvērt, tāpēc tai nevar neko pierakstīt.',
  'no-extension': 'Šim iesniegumam termiņu pagarināt nevar: kārtība to neparedz vai tas jau ir pagarināts.',
  'year-missing':
    'Termiņu nevar aprēķināt: darba dienu kalendārā vēl nav vajadzīgā gada. Papildiniet kalendāru un mēģiniet vēlreiz.',
  'too-late':
    'Termiņš jau ir beidzies, tāpēc pagarināt to vairs nevar. Atbildiet, cik drīz vien iespējams, un paskaidrojiet kavēšanos.',
  'not-longer': 'Pagarinātais termiņš nebūtu garāks par pašreizējo, tāpēc nav ko pagarināt.',
  'no-reasons':
    'Likums prasa pamatojumu: ierakstiet to un, ja lapa to jautā, norādiet arī iznākumu vai tiesisko pamatu.',
  'not-for-them':
    'Šim darbiniekam lietu nodot nevar: to neļauj loma, vai arī lieta ir vai var būt par viņu. Izvēlieties citu.',
  'no-such-case': 'Tādas lietas nav, tā Jums nav pieejama, vai tā ir šī pati lieta. Pārbaudiet numuru.',
  'no-such-passage':
    'Šāda teksta iesniegumā, ziņās un piezīmēs nav. Iekopējiet to tieši tā, kā tas rakstīts, ar visām zīmēm un rindām.',
  'nothing-changed': 'Nekas nav mainīts: dati ir tādi paši kā līdz šim.',
  'nothing-asked': 'Nav lūguma, uz kuru atbildēt: to, iespējams, jau izdarīja kolēģis.',
  'nothing-unread': 'Nelasītu ziņu nav: tās, iespējams, jau izlasīja kolēģis.',
};

/** The message for an action by its part of the address; null for an unknown one. */
export const doneWords = (slug: string | undefined): string | null =>
  Object.values(actionWords).find(words => words.slug !== '' && words.slug === slug)?.done ?? null;
