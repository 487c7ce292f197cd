// Latvian wording of drafts and the outbox. Separate from the other messages because browsers load it.

const MONTHS = [
  'janvārī',
  'februārī',
  'martā',
  'aprīlī',
  'maijā',
  'jūnijā',
  'jūlijā',
  'augustā',
  'septembrī',
  'oktobrī',
  'novembrī',
  'decembrī',
];

const clock = (at: Date): string =>
  `plkst.\u00a0${at.getHours()}.${String(at.getMinutes()).padStart(2, '0')}`;

export const wordsLv = {
  clock,
  /** “23. novembrī plkst. 10.15” */
  moment: (at: Date) => `${at.getDate()}.\u00a0${MONTHS[at.getMonth()]} ${clock(at)}`,
  cancel: 'Atcelt',
  draft: {
    title: 'Melnraksts šajā ierīcē',
    nothing: 'Kad sāksiet rakstīt, teksts glabāsies šajā pārlūkā un nepazudīs, ja lapa aizvērsies.',
    saved: (time: string) => `Ierakstītais saglabāts šajā pārlūkā ${time}.`,
    unsaved:
      'Šajā pārlūkā ierakstīto saglabāt neizdodas. Neaizveriet lapu, kamēr neesat nosūtījis, vai saglabājiet melnrakstu failā.',
    how: (days: number) =>
      `Kamēr nenosūtāt, centrs to nesaņem. Melnraksts pazūd, kad redzat saņemšanas apstiprinājumu. Ja to nemaināt ${days} dienas, tas vairs netiek atjaunots.`,
    shared: 'Ja ierīci lieto arī citi, pirms aiziešanas spiediet “Aizmirst ierakstīto”.',
    forget: 'Aizmirst ierakstīto',
    forgetQuestion: 'Vai izdzēst visu, kas šajā veidlapā ierakstīts? Atjaunot to vairs nevarēs.',
    forgetYes: 'Jā, izdzēst',
    forgotten: 'Ierakstītais ir izdzēsts no veidlapas un no šī pārlūka.',
    restored: (moment: string) => `Atjaunots melnraksts, kas saglabāts ${moment}.`,
    hide: 'Paslēpt šo paziņojumu',
    left: (texts: string) =>
      `Veidlapa kopš tā laika ir mainījusies, un šīm atbildēm vietas vairs nav: ${texts}`,
    done: 'Šī veidlapa jau ir nosūtīta un saņemta. Te ir jauna, tukša veidlapa.',
    save: 'Saglabāt melnrakstu failā',
    load: 'Ielādēt melnrakstu no faila',
    replaceQuestion: 'Vai aizstāt to, kas veidlapā jau ierakstīts, ar faila saturu?',
    replaceYes: 'Jā, aizstāt',
    loaded: (name: string) => `Melnraksts ielādēts no faila “${name}”.`,
    fileErrors: {
      large: (name: string) =>
        `Fails “${name}” ir par lielu: melnraksti ir daudz mazāki. Nekas nav ielādēts.`,
      unreadable: (name: string) =>
        `Fails “${name}” nav melnraksts vai ir bojāts. Izvēlieties failu, ko saglabājāt šajā vietnē. Nekas nav ielādēts.`,
      newer: (name: string) =>
        `Fails “${name}” ir no jaunākas vietnes versijas. Pārlādējiet lapu un mēģiniet vēlreiz. Nekas nav ielādēts.`,
      other: (name: string) =>
        `Fails “${name}” ir citas veidlapas melnraksts. Nekas nav ielādēts. Šī ir īstā veidlapa:`,
    },
  },
  forms: {
    complaint: { name: 'Sūdzība', page: '/sudziba/', file: 'sudzibas-melnraksts' },
    feedback: { name: 'Atsauksme', page: '/atsauksme/', file: 'atsauksmes-melnraksts' },
    survey: { name: 'Aptaujas anketa', page: '/aptaujas/', file: 'aptaujas-melnraksts' },
  },
  outbox: {
    title: 'Vēl nenosūtītais',
    titleReceived: 'Nosūtītais',
    keep: 'Kamēr tas nav nosūtīts, tas glabājas tikai šajā ierīcē. Ja ierīci lieto arī citi, neatstājiet to gaidām.',
    offline:
      'Vēl nav nosūtīts: nav interneta savienojuma. Nosūtīsim, kad savienojums būs atjaunots. Līdz tam turiet atvērtu šo lapu vai vēlāk atveriet kādu no veidlapām.',
    network: (time: string) =>
      `Centrs nav apstiprinājis saņemšanu: nav atbildes. Nosūtīsim vēlreiz ${time}; divreiz to nereģistrēs.`,
    busy: (time: string) => `Centrs pašlaik nevar pieņemt. Nosūtīsim vēlreiz ${time}.`,
    sending: 'Sūta…',
    received: 'Centrs to ir saņēmis. Atveriet apstiprinājumu: tajā ir numurs un izsekošanas kods.',
    receivedSurvey: 'Centrs atbildes ir saņēmis. Apstiprinājumu varat atvērt šeit.',
    refused: (detail: string) => `Centrs to nav pieņēmis. ${detail}`,
    send: 'Nosūtīt tagad',
    show: 'Atvērt apstiprinājumu',
    answer: 'Skatīt, kas jālabo',
    again: 'Nosūtīt kā jaunu',
    edit: 'Atvērt un labot',
    drop: 'Dzēst',
    dropQuestion: 'Vai izdzēst to no šīs ierīces? Centrs to tad nesaņems.',
    dropReceived: 'Vai izdzēst to no šīs ierīces, neatverot apstiprinājumu? Vēlāk to atvērt vairs nevarēs.',
    dropYes: 'Jā, izdzēst',
    noRoom:
      'Nav interneta savienojuma, un šajā pārlūkā neko nevar saglabāt. Neaizveriet šo lapu un nosūtiet, kad savienojums būs atjaunots.',
    noFiles:
      'Nav interneta savienojuma. Pielikumus var nosūtīt tikai tad, kad tas ir. Neaizveriet šo lapu un nosūtiet vēlreiz, kad savienojums būs atjaunots.',
  },
};

/** The shape every language has. */
export type KeepWords = typeof wordsLv;
