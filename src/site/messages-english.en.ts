// Wording of pages that exist only in the English edition or are composed differently there.
export const englishEdition = {
  official: {
    text: 'Official information is in Latvian. If the two differ, the Latvian text applies.',
    here: 'Šī lapa latviski',
    home: 'Sākumlapa latviski',
  },
  home: {
    title: 'Customer service centre in Jaunpiebalga',
    description:
      'Municipal and state services in one place: opening hours, how to reach us, services, complaints and feedback.',
    lede: 'We help you deal with the municipality and state institutions: we explain, accept submissions and show how to use e-services.',
    doHere: 'What would you like to do?',
    cards: {
      services: 'Services described in English, and the list of all services in Latvian.',
      hours: 'When the centre is open, and the public holidays ahead.',
      contact: 'Address, telephone and e-mail.',
      complaint: 'If the service was not right. You receive a number and a reply date at once.',
      feedback: 'A suggestion, a question, thanks or a note about this website.',
      status: 'With the tracking code from your receipt.',
    },
  },
  contact: {
    title: 'How to reach us',
    description: 'Address, telephone and e-mail of the customer service centre in Jaunpiebalga.',
    lede: 'Come to the counter, call or write.',
    visit: 'Come to us',
    callWrite: 'Call or write',
    municipality: 'Municipality',
    hours: 'Opening hours',
    staff: 'Reception hours of each member of staff',
    language: 'Language',
  },
  hours: {
    lede: 'The centre is closed on public holidays and closes an hour earlier the day before.',
    channels: { counter: 'At the counter', phone: 'By telephone', 'cash-desk': 'Cash desk' },
    exceptions: 'Coming changes',
    exceptionsIntro: 'Days in the next two months with other hours than usual.',
    noExceptions: 'In the next two months the hours are as usual.',
    holidays: 'Public holidays',
    holidaysIntro: 'Public holidays of the coming year.',
    channel: 'Where',
    weekday: 'Weekday',
    holiday: 'Holiday',
    shorter: (holiday: string) => `an hour shorter before a public holiday (${holiday})`,
  },
  services: {
    lede: 'Services described in English. The others are described in Latvian only.',
    inEnglish: 'In English',
    inLatvian: 'In Latvian only',
    inLatvianIntro: 'These pages are in Latvian. If you need help with them, call us or ask at the counter.',
    outdated: (date: string) =>
      `The Latvian page was checked on ${date}, after this translation was made. Something may have changed.`,
    full: 'The full description, with the legal basis and how to contest the result, is in Latvian:',
    translated: 'Translation reviewed on',
  },
  /** Shown on forms and the contact page (Valsts valodas likums s. 10). */
  language:
    'By law, an institution accepts documents in Latvian, apart from exceptions set out in the law. If you cannot write in Latvian, call us or ask for help at the counter.',
};
