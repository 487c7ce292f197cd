// Latvian wording of answering and deciding a case.
import type { ForwardWay } from '../../domain/register/forwarding.ts';
import type { ErasureGround, NotedGround, UnexaminedGround } from '../../domain/register/grounds.ts';
import type { ServedBy, Serving } from '../../domain/register/serving.ts';

/** Legal grounds by their code, for the form and for the history. */
export const groundWords: Readonly<Record<string, string>> = {
  'no-sender': 'Nav norādīts iesniedzējs (7. panta pirmās daļas 1. punkts); par to nav jāpaziņo',
  unsigned: 'Nav parakstīts (2. punkts)',
  offensive: 'Klaji aizskarošs un izaicinošs saturs (3. punkts)',
  unreadable: 'Objektīvi nav izlasāms vai saprotams (4. punkts)',
  'answered-before': 'Jau atbildēts, un nav jaunu faktu vai tiesību normu (5. punkts)',
  content: 'Pēc satura atbilde nav vajadzīga (5. panta ceturtā daļa)',
  wish: 'Iesniedzējs norādījis, ka atbilde nav vajadzīga (5. panta sestā daļa)',
  repeated: 'Par to pašu jau paziņots, ka atstāts bez izskatīšanas (7. panta trešā daļa)',
  granted: 'Lūgums apmierināts (regulas 17. panta 1. punkts)',
  'legal-duty': 'Glabāt liek likums (17. panta 3. punkta “b” apakšpunkts, Arhīvu likuma 4. pants)',
  archive: 'Arhivēšana sabiedrības interesēs (17. panta 3. punkta “d” apakšpunkts)',
  claims: 'Likumīgu prasību celšana vai aizstāvēšana (17. panta 3. punkta “e” apakšpunkts)',
} satisfies Record<UnexaminedGround | NotedGround | ErasureGround, string>;

/** What was done with a matter of another institution. */
export const wayWords: Readonly<Record<string, string>> = {
  sent: 'nosūtīts tālāk',
  told: 'pateikts, kur vērsties',
} satisfies Record<ForwardWay, string>;

export const servedWords: Readonly<Record<ServedBy, string>> = {
  email: 'E-pastā paziņojam, ka atbilde ir iesnieguma gaitas lapā; e-pastu iesniedzējs ir lūdzis rakstiski.',
  post: 'Pa pastu: atbilde jāizdrukā un jānosūta.',
  'e-address': 'E-adresē: atbilde jānosūta no iestādes e-adreses.',
  'status-page': 'Iesnieguma gaitas lapā: iesniedzējs to izlasa ar izsekošanas kodu.',
  none: 'Iesniedzējs norādījis, ka atbilde nav vajadzīga; gaitas lapā tā tomēr būs redzama.',
};

export const undatedWords: Readonly<Record<NonNullable<Serving['undated']>, string>> = {
  'year-missing': 'Paziņošanas dienu nevar aprēķināt: darba dienu kalendārā nav vajadzīgā gada.',
  'not-asked':
    'Iesniedzējs saņemšanas veidu nav izvēlējies, tāpēc likums nenosaka dienu, no kuras atbilde uzskatāma par paziņotu.',
  'no-reply': '',
};

export const answerWords = {
  preview: {
    title: 'Apskatiet pirms sūtīšanas',
    intro: 'Vēl nekas nav nosūtīts. Tā ziņu lasīs iesniedzējs:',
    serving: 'Kā atbilde nonāks pie iesniedzēja',
    eAddressFirst:
      'Ja zināt, ka iesniedzējam ir aktivizēta e-adrese, atbildi sūtiet uz to: tai ir priekšroka (Oficiālās elektroniskās adreses likuma 12. panta pirmā daļa).',
    edit: 'Turpināt rakstīt',
    change: 'Reģistram: kas mainīts',
  },
  extend: {
    now: 'Termiņš tagad',
    new: 'Termiņš pēc pagarināšanas',
    how: 'Kā aprēķināts jaunais termiņš (to pašu redzēs iesniedzējs)',
  },
  forward: {
    by: 'Jāpārsūta līdz',
    late: 'Pārsūtīšanas termiņš ir nokavēts. Pārsūtiet uzreiz; nokavējums paliks redzams lietas vēsturē.',
    unknown: 'Pārsūtīšanas termiņu nevar aprēķināt: darba dienu kalendārā nav vajadzīgā gada.',
    factsPrivate:
      'Iesniedzējs lūdz neizpaust iesniegumā minētos faktus (Iesniegumu likuma 9. panta otrā daļa). Pārsūtot izpaudiet tikai to, bez kā jautājumu nevar izskatīt.',
    noConsent:
      'Iesniedzējs nav piekritis, ka viņa identitāte tiek izpausta citai iestādei (Iesniegumu likuma 9. panta pirmā daļa). Veidlapā solījām, ka tad pateiksim, kur vērsties pašam: citai iestādei iesniegumu nepārsūtiet.',
    notAsked:
      'Šajā veidlapā par identitātes izpaušanu nejautā. Likums ļauj iesniegumu pārsūtīt kompetentajai iestādei (4. pants), bet privātai organizācijai identitāti bez piekrišanas izpaust nedrīkst (9. panta pirmā daļa).',
    who: 'Norādiet iestādi vai darbinieku, pie kura vērsties.',
    reach: 'Norādiet vismaz vienu: atrašanās vietu, tālruni vai e-pastu.',
  },
  unexamined:
    'Likums ļauj, nevis liek atstāt iesniegumu bez izskatīšanas (Iesniegumu likuma 7. pants). Ja jautājumu var saprast un atrisināt, atbildiet.',
  reopen: 'Jaunais atbildes termiņš',
  draftBy: 'Ielikts melnraksts, ko sagatavoja',
  unfilled: (places: readonly string[]): string =>
    `Tekstā palikušas neaizpildītas vietas: ${places.join(', ')}. Aizpildiet tās vai izdzēsiet.`,
  remedy: 'Ierakstiet, kas darīts, lai novērstu kļūdas sekas.',
  mistake: 'Aprakstīts, kas darīts kļūdas dēļ, bet nav atzīmēts, ka kļūda ir pieļauta.',
  groundTold: 'Ierakstiet iemeslu: par šo pamatu iesniedzējam jāpaziņo (7. panta otrā daļa).',
  beforeReply: 'Šajā dienā atbilde vēl nebija sniegta.',
  beforeReceipt: 'Šajā dienā iesniegums vēl nebija saņemts.',
  noReason: 'Izvēlieties iemeslu no saraksta.',
  letter: {
    title: 'Vēstule',
    none: 'Vēstules nav: iesniedzējam vēl nekas nav rakstīts.',
    about: (received: string): string => `Par iesniegumu, kas saņemts ${received}`,
    number: 'Nr.',
    enclosed: 'Pielikumā:',
    print: 'Drukā ar pārlūka drukāšanas komandu (Ctrl+P); izdrukā būs tikai vēstule.',
    toDo: 'Kas vēl jādara',
    post: 'Izdrukājiet vēstuli, parakstiet un nosūtiet pa pastu uz norādīto adresi. Nosūtīšanas dienu reģistrējiet nosūtāmo dokumentu reģistrā un atzīmējiet lietā.',
    eAddress:
      'Nosūtiet vēstuli no iestādes e-adreses, parakstītu ar drošu elektronisko parakstu, un nosūtīšanas dienu atzīmējiet lietā.',
    noHand: 'Iesniedzējs atbildi izlasīs pats. Vēstule vajadzīga tikai tad, ja to lūdz klātienē.',
    forwarded:
      'Nododiet arī pašu iesniegumu: citai iestādei to sūta no iestādes e-adreses, kolēģim – kā izdruku vai norādot numuru.',
    back: 'Atpakaļ uz lietu',
    signature: 'paraksts',
  },
};
