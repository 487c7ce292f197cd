// Latvian wording of the forms: labels, hints, choices. Names and values of fields are in each form.

/** The words of one field; `required` is the message when it is missing. */
interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly required?: string;
  /** Replaces the hint on the printed form. */
  readonly onPaper?: string;
}

const complaintFields = {
  text: {
    label: 'Sūdzības teksts',
    hint: 'Pastāstiet, kas notika, kur un kad. Nerakstiet par veselību, pārliecību vai citām sensitīvām lietām, ja sūdzības izskatīšanai tas nav vajadzīgs.',
    required: 'Uzrakstiet, par ko sūdzaties. Pietiek ar vienu teikumu.',
  },
  wish: {
    label: 'Ko vēlaties panākt',
    hint: 'Piemēram, atvainošanos, kļūdas labošanu vai paskaidrojumu.',
  },
  subject: { label: 'Temats dažos vārdos' },
  occurredOn: { label: 'Kad tas notika' },
  service: { label: 'Pakalpojums, uz kuru sūdzība attiecas' },
  aboutStaff: {
    label: 'Darbinieks, par kuru sūdzaties',
    hint: 'Vārds, amats vai kabinets, ja to zināt. Šis darbinieks Jūsu sūdzību neizskatīs.',
  },
  rulePoints: {
    label: 'Noteikumu punkti, kas pārkāpti',
    onPaper: 'Ierakstiet punktu numurus, piemēram, 5.1.1. Noteikumus varat palūgt darbiniekam.',
  },
  attachments: {
    label: 'Pielikumi',
    hint: 'Der JPEG, PNG un WebP attēli, PDF, Word, Excel, PowerPoint un OpenDocument dokumenti, e-parakstīti .edoc un .asice faili.',
    onPaper: 'Uzskaitiet, ko pievienojat.',
  },
  name: { label: 'Vārds un uzvārds' },
  address: { label: 'Adrese', hint: 'Ja adreses nav, oficiālu atbildi pa pastu nosūtīt nevaram.' },
  email: {
    label: 'E-pasta adrese',
    hint: 'Vajadzīga tikai tad, ja tālāk izvēlaties atbildi saņemt e-pastā. Uz to sūtām tikai ziņas par šo sūdzību.',
    onPaper: 'Vajadzīga tikai tad, ja atbildi vēlaties saņemt e-pastā.',
  },
  phone: { label: 'Tālrunis', hint: 'Zvanīsim tikai tad, ja kaut kas būs jāprecizē.' },
  replyBy: {
    label: 'Kā vēlaties saņemt atbildi',
    hint: 'Ja neizvēlēsieties neko, atbilde būs šajā vietnē. Ja Jums ir aktīva e-adrese, oficiālo atbildi sūtīsim uz to.',
    onPaper: 'Ja Jums ir aktīva e-adrese, oficiālo atbildi sūtīsim uz to.',
  },
  keepFactsPrivate: { label: 'Nevēlos, lai sūdzībā minētie fakti tiktu izpausti.' },
  consentToForward: {
    label: 'Piekrītu, ka mana identitāte tiek izpausta iestādei, kurai sūdzību pārsūta.',
    hint: 'Ja nepiekrītat un jautājums ir citas iestādes ziņā, pastāstīsim, kur vērsties Jums pašam.',
  },
} satisfies Record<string, FieldWords>;

const feedbackFields = {
  kind: { label: 'Par ko rakstāt', required: 'Izvēlieties, par ko rakstāt.' },
  text: {
    label: 'Jūsu teksts',
    hint: 'Nerakstiet par veselību, pārliecību vai citām sensitīvām lietām.',
    required: 'Uzrakstiet, ko vēlaties teikt. Pietiek ar vienu teikumu.',
  },
  service: { label: 'Pakalpojums, uz kuru tas attiecas' },
  page: {
    label: 'Lapa, par kuru rakstāt',
    hint: 'Tikai tad, ja rakstāt par šo vietni: lapas adrese vai nosaukums.',
    onPaper: 'Tikai tad, ja rakstāt par tīmekļvietni: lapas adrese vai nosaukums.',
  },
  name: { label: 'Vārds un uzvārds' },
  email: {
    label: 'E-pasta adrese',
    hint: 'Vajadzīga tikai tad, ja ziņas par savu jautājumu vai ierosinājumu vēlaties saņemt e-pastā. Citam to neizmantojam.',
  },
} satisfies Record<string, FieldWords>;

export const wordsLv = {
  complaint: {
    title: 'Iesniegt sūdzību',
    submit: 'Nosūtīt sūdzību',
    sections: { what: 'Kas notika', you: 'Par Jums', reply: 'Atbilde un datu izmantošana' },
    youIntro: [
      'Sūdzību varat iesniegt arī bez vārda. Tad to izskatīsim kā ierosinājumu darba uzlabošanai: likums neuzliek pienākumu atbildēt, ja nav norādīts iesniedzēja vārds, uzvārds un adrese (Iesniegumu likuma 7. pants).',
      'Jūsu identitāti bez piekrišanas neizpaužam (Iesniegumu likuma 9. pants).',
    ],
    fields: complaintFields,
    chooseRulePoints: 'Izvēlēties noteikumu punktus',
    replyBy: {
      email: 'E-pastā',
      post: 'Pa pastu',
      'e-address': 'Oficiālajā elektroniskajā adresē (e-adresē)',
      'status-page': 'Šajā vietnē, ievadot izsekošanas kodu',
      none: 'Atbilde nav vajadzīga',
    },
    statusPageOnPaper: 'Centra tīmekļvietnē, ievadot izsekošanas kodu',
  },
  feedback: {
    title: 'Atsauksme vai ierosinājums',
    submit: 'Nosūtīt',
    you: 'Par Jums',
    youIntro: [
      'Atsauksmi varat sūtīt arī bez vārda. Uz jautājumu bez kontaktinformācijas atbildēsim tikai šajā vietnē.',
    ],
    youOnPaper: [
      'Atsauksmi varat iesniegt arī bez vārda, bet uz jautājumu bez kontaktinformācijas atbildēt nevarēsim.',
    ],
    fields: feedbackFields,
    kinds: {
      suggestion: { label: 'Ierosinājums', hint: 'Ideja vai priekšlikums, kā strādāt labāk' },
      gratitude: { label: 'Pateicība', hint: 'Nodosim to darbiniekam' },
      question: { label: 'Jautājums', hint: 'Atbildēsim, ja norādīsiet, kā Jūs sasniegt' },
      site: {
        label: 'Par šo vietni',
        hint: 'Kļūda, neskaidrība vai piekļūstamības problēma',
        onPaper: 'Par centra tīmekļvietni',
      },
    },
  },
  status: {
    title: 'Iesnieguma gaita',
    submit: 'Parādīt gaitu',
    trackingCode: {
      label: 'Izsekošanas kods',
      hint: '16 burti un cipari no saņemšanas apstiprinājuma, piemēram, 7Q4W-X29M-KD3T-R8AB. Lielie vai mazie burti, atstarpes un defises nav svarīgas.',
      required: 'Ierakstiet izsekošanas kodu. Tas ir saņemšanas apstiprinājumā.',
    },
  },
  check: {
    title: 'Saņemšanas apstiprinājuma pārbaude',
    file: {
      label: 'Vai apstiprinājuma fails',
      hint: 'Teksta fails (.txt), ko lejupielādējāt pēc nosūtīšanas.',
      submit: 'Pārbaudīt failu',
    },
    submit: 'Pārbaudīt',
    receipt: {
      label: 'Apstiprinājuma teksts',
      hint: 'Iekopējiet visu lejupielādētā apstiprinājuma tekstu, arī pēdējo rindu ar parakstu.',
      required: 'Iekopējiet apstiprinājuma tekstu.',
    },
  },
};

/** The shape every language of the forms has. */
export type Words = typeof wordsLv;
