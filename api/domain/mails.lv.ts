// Latvian wording of e-mail letters. They never say what a submission is about.
import { formatDate } from '../../src/calendar/format.ts';

export const mailsLv = {
  greeting: 'Labdien!',
  acknowledgement: {
    subject: (reference: string) => `Iesniegums ${reference} ir saņemts`,
    opening: (centre: string) => `Jūsu iesniegumu ir saņēmis ${centre}.`,
  },
  'message-from-office': {
    subject: (reference: string) => `Ziņa par iesniegumu ${reference}`,
    opening: (centre: string) => `Jums ir ziņa par iesniegumu. To sūta ${centre}.`,
  },
  answered: {
    subject: (reference: string) => `Atbilde uz iesniegumu ${reference} ir sagatavota`,
    opening: (centre: string) => `Atbilde uz Jūsu iesniegumu ir sagatavota. Par to paziņo ${centre}.`,
  },
  'due-changed': {
    subject: (reference: string) => `Mainīts atbildes termiņš: ${reference}`,
    opening: (centre: string) =>
      `Mainījies termiņš, kurā sniegsim atbildi uz Jūsu iesniegumu. Par to paziņo ${centre}.`,
  },
  facts: {
    reference: 'Reģistrācijas numurs',
    received: 'Saņemts',
    due: 'Atbildes termiņš',
    newDue: 'Jaunais termiņš',
    noDue: 'vēl nav aprēķināts; tiklīdz tas būs zināms, to redzēsiet iesnieguma gaitas lapā',
  },
  date: (date: string): string => formatDate(date),
  instant: (date: string, time: string) => `${formatDate(date, 'locative')} plkst. ${time.replace(':', '.')}`,
  follow: {
    acknowledgement: 'Kas ar iesniegumu notiek, redzēsiet šajā lapā, ierakstot izsekošanas kodu:',
    'message-from-office': 'Izlasīt ziņu un atbildēt uz to varat šajā lapā, ierakstot izsekošanas kodu:',
    answered: 'Izlasīt atbildi varat šajā lapā, ierakstot izsekošanas kodu:',
    'due-changed':
      'Kāpēc termiņš mainīts un kā tas aprēķināts, redzēsiet šajā lapā, ierakstot izsekošanas kodu:',
  },
  code: 'Kodu redzējāt uzreiz pēc iesnieguma nosūtīšanas. Drošības dēļ ne koda, ne iesnieguma satura šajā vēstulē nav. Ja koda nav, zvaniet mums un nosauciet reģistrācijas numuru.',
  notYours:
    'Ja iesniegums nav Jūsu, kāds, iespējams, kļūdījies, rakstot savu e-pasta adresi. Jums nekas nav jādara. Ja vēlaties, paziņojiet mums un nosauciet reģistrācijas numuru.',
  contacts: {
    phone: (phone: string) => `Tālrunis: ${phone}`,
    email: (email: string) => `E-pasts: ${email}`,
    further: 'Kā iesniegumus izskatām un kur vērsties, ja atbildes nav laikā vai tā neapmierina:',
  },
  automatic: 'Šī vēstule nosūtīta automātiski.',
  noAnswer: 'Šī vēstule nosūtīta automātiski. Lūdzam uz to neatbildēt.',
};

/** The shape every language of the letters has. */
export type MailWords = typeof mailsLv;
