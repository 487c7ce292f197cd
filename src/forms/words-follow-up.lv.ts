// Latvian wording of the forms on the page of a submission. Explanations around them are in `api/views`.

const SENSITIVE =
  'Nerakstiet par veselību, pārliecību vai citām sensitīvām lietām, ja izskatīšanai tas nav vajadzīgs.';

export const followUpLv = {
  message: {
    title: 'Rakstīt centram',
    submit: 'Nosūtīt ziņu',
    text: {
      label: 'Jūsu ziņa',
      hint: SENSITIVE,
      required: 'Uzrakstiet, ko vēlaties teikt. Pietiek ar vienu teikumu.',
    },
  },
  information: {
    title: 'Sniegt papildu informāciju',
    submit: 'Nosūtīt informāciju',
    text: {
      label: 'Papildu informācija',
      hint: SENSITIVE,
      required: 'Uzrakstiet, ko vēlaties teikt. Pietiek ar vienu teikumu.',
    },
  },
  review: {
    title: 'Izskatīšana mani neapmierina',
    submit: 'Lūgt pārskatīt',
    text: {
      label: 'Kam nepiekrītat',
      hint: 'Piemēram, kas atbildē nav pareizi vai kas nav ņemts vērā.',
      required: 'Uzrakstiet, kam nepiekrītat. Pietiek ar vienu teikumu.',
    },
  },
  rating: {
    title: 'Novērtēt izskatīšanu',
    submit: 'Nosūtīt vērtējumu',
    satisfaction: {
      label: 'Cik lielā mērā Jūs apmierina tas, kā izskatījām iesniegumu?',
      low: 'nemaz',
      high: 'pilnībā',
      required: 'Izvēlieties vērtējumu no 1 līdz 5.',
    },
    effort: { label: 'Cik viegli bija nokārtot jautājumu?', low: 'ļoti grūti', high: 'ļoti viegli' },
    comment: { label: 'Ko mums uzlabot', hint: 'To lasa tikai centrs. Nerakstiet personas datus.' },
  },
  withdraw: {
    title: 'Atsaukt iesniegumu',
    submit: 'Tālāk: atsaukt iesniegumu',
    confirm: 'Jā, atsaukt iesniegumu',
    confirmed: {
      label: 'Apstiprinu, ka atsaucu iesniegumu',
      required: 'Apstipriniet, ka atsaucat iesniegumu.',
    },
  },
  copy: {
    title: 'Saņemt savu datu kopiju',
    submit: 'Lejupielādēt kopiju',
    format: 'Veids',
    formats: { html: 'Lejupielādēt lasāmu kopiju', json: 'Lejupielādēt kopiju programmām (JSON)' },
  },
  erasure: {
    title: 'Lūgt dzēst savus datus',
    submit: 'Lūgt dzēst datus',
    text: { label: 'Kurus datus lūdzat dzēst un kāpēc' },
  },
};

/** The shape every language of these forms has. */
export type FollowUpWords = typeof followUpLv;
