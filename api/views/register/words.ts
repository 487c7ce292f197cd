// Latvian wording of the register. There is no second language: it is a tool of a Latvian institution's staff
// (Valsts valodas likums).

import type { Author } from '../../domain/messages.ts';
import type { InnerEvent } from '../../domain/register/case-events.ts';
import type { CHANNELS } from '../../domain/register/channels.ts';
import type { LinkKind } from '../../domain/register/office-case.ts';
import type { Role } from '../../domain/register/people.ts';
import type { SENT_BY } from '../../domain/register/serving.ts';
import type { WorkView } from '../../domain/register/work.ts';
import type { Suspicion } from '../../domain/suspicions.ts';

export const registerWords = {
  roles: {
    clerk: 'darbinieks',
    director: 'izpilddirektors',
    deputy: 'izpilddirektora vietnieks',
    auditor: 'auditors',
    administrator: 'administrators',
  } satisfies Record<Role, string>,
  someone: 'cits darbinieks',
  submitter: 'iesniedzējs',
  authors: { submitter: 'Iesniedzējs', office: 'Centrs' } satisfies Record<Author, string>,
  /** Events that the submitter's page words as addressed to them. */
  told: {
    'needs-information': 'Lūgta papildu informācija',
    'information-received': 'Saņemta papildu informācija',
    'message-received': 'Saņemta ziņa',
    'message-sent': 'Nosūtīta ziņa iesniedzējam',
    'letter-sent': 'Atbilde nosūtīta',
    'document-added': 'Pievienots saņemts dokuments',
    'review-requested': 'Lūgts pārskatīt atbildi',
    'erasure-requested': 'Lūgts dzēst datus',
    rated: 'Saņemts vērtējums',
  },
  system: 'sistēma',
  outcomes: { justified: 'pamatota', partly: 'daļēji pamatota', not: 'nepamatota' },
  channels: {
    web: 'tīmekļvietnē',
    counter: 'klātienē',
    phone: 'pa tālruni',
    letter: 'vēstulē',
    email: 'e-pastā',
    'e-address': 'e-adresē',
  } satisfies Record<(typeof CHANNELS)[number], string>,
  sentBy: { post: 'pa pastu', registered: 'ierakstītā vēstulē', 'e-address': 'uz e-adresi' } satisfies Record<
    (typeof SENT_BY)[number],
    string
  >,
  links: { duplicate: 'atkārtots', joint: 'kopīgs iesniegums', related: 'saistīts' } satisfies Record<
    LinkKind,
    string
  >,
  suspicions: {
    honeypot: 'aizpildīts lauks, ko cilvēks neredz',
    'too-fast': 'nosūtīts ātrāk, nekā cilvēks paspēj uzrakstīt',
    'forged-key': 'viltota veidlapas atslēga',
    'old-key': 'veidlapa atvērta pirms nedēļām',
    'no-proof': 'neparasti daudz iesniegumu no viena tīkla, bez pārlūka pārbaudes',
    'bad-proof': 'neparasti daudz iesniegumu no viena tīkla, pārlūka pārbaude nederīga',
    'unusual-rate': 'neparasti daudz atbilžu no viena tīkla',
    speeder: 'atbildēts ātrāk, nekā var izlasīt jautājumus',
    duplicate: 'tādas pašas atbildes tajā pašā dienā no tā paša tīkla',
    late: 'pienākusi no ekrāna zālē pēc aptaujas vai tās redakcijas beigām',
  } satisfies Record<Suspicion, string>,
  views: {
    open: 'Visas',
    overdue: 'Nokavētas',
    soon: 'Drīz termiņš',
    mine: 'Manas',
    unassigned: 'Brīvas',
    unread: 'Jaunas ziņas',
    review: 'Lūdz pārskatīt',
    erasure: 'Lūdz dzēst datus',
    spam: 'Iespējams surogātpasts',
    whistleblower: 'Trauksmes ziņojumi',
    unsent: 'Jānosūta',
    closed: 'Slēgtas',
  } satisfies Record<WorkView, string>,
  empty: {
    open: 'Nevienas atvērtas lietas nav.',
    overdue: 'Nokavētu lietu nav.',
    soon: 'Tuvākajās dienās neviens termiņš nebeidzas.',
    mine: 'Jums nodotu lietu nav.',
    unassigned: 'Visām lietām ir atbildīgais.',
    unread: 'Neizlasītu ziņu nav.',
    review: 'Neviens nav lūdzis pārskatīt atbildi.',
    erasure: 'Neviens nav lūdzis dzēst datus.',
    spam: 'Aizdomīgu iesniegumu nav.',
    whistleblower: 'No parastā reģistra izņemtu lietu nav.',
    unsent: 'Visas atbildes pa pastu un e-adresē ir nosūtītas.',
    closed: 'Slēgtu lietu vēl nav.',
  } satisfies Record<WorkView, string>,
  inner: {
    viewed: 'Lieta apskatīta',
    assigned: 'Lieta nodota',
    released: 'Lieta atbrīvota',
    'noted-inside': 'Pierakstīta piezīme',
    'draft-saved': 'Saglabāts atbildes melnraksts',
    read: 'Ziņa atzīmēta kā izlasīta',
    'conflict-noted': 'Atzīts interešu konflikts',
    'conflict-lifted': 'Interešu konflikts noņemts',
    'spam-cleared': 'Atzīts, ka nav surogātpasts',
    'spam-confirmed': 'Atzīts par surogātpastu',
    'whistleblower-marked': 'Izņemta no parastā reģistra kā iespējams trauksmes cēlēja ziņojums',
    'whistleblower-unmarked': 'Atgriezta parastajā reģistrā',
    linked: 'Saistīta ar citu lietu',
    unlinked: 'Saite noņemta',
    classified: 'Mainīts pakalpojums vai noteikumu punkti',
    redacted: 'Aizklāta teksta daļa',
    published: 'Publicēts, kas mainīts',
    unpublished: 'Publicētais noņemts',
    'hold-set': 'Iznīcināšana apturēta',
    'hold-lifted': 'Iznīcināšanas aizliegums noņemts',
    printed: 'Lieta izdrukāta',
    exported: 'Lieta eksportēta',
    'file-opened': 'Lejupielādēts fails',
  } satisfies Record<InnerEvent, string>,
  conflictReasons: { named: 'minēts iesniegumā', post: 'minēts amats', declared: 'pieteica darbinieks' },
};
