// Latvian wording of invitations to staff surveys (rule point 10.2).
import { isSingular } from '../../../src/calendar/format.ts';
import { type Changed, type InvitationFault, MOST, MOST_AT_ONCE } from '../../domain/surveys/invitations.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const madeText = (n: number): string =>
  isSingular(n) ? `sagatavots ${n} ielūgums` : `sagatavoti ${n} ielūgumi`;

export const invitationWords = {
  title: 'Ielūgumi uz aptauju',
  facts: {
    period: 'Atbildēt var',
    made: 'Sagatavoti ielūgumi',
    used: 'Atbildējuši',
    threshold: 'Rezultātus rāda, ja atbilžu ir vismaz',
  },
  standing: {
    future: 'Aptauja vēl nav sākusies. Ielūgumus var sagatavot jau tagad; kodi derēs no pirmās dienas.',
    open: 'Atbildes glabājas aizzīmogotas. Līdz aptaujas beigām tās nevar redzēt neviens, arī reģistrā.',
    landing: 'Aptauja ir beigusies. Atbildes parādīsies rezultātos dažu minūšu laikā.',
    landed: 'Aptauja ir beigusies, un atbildes ir rezultātos.',
    nobody: 'Aptauja ir beigusies. Neviens neatbildēja.',
    few: 'Aptauja ir beigusies, bet atbilžu ir par maz, lai tās rādītu un neviens netiktu atpazīts. Tās paliek aizzīmogotas, un pēc glabāšanas termiņa tās iznīcina.',
  },
  changed: {
    title: 'Aptaujas aprakstā ir mainīts tas, kas bija apsolīts',
    audience:
      'Aprakstā vairs nav rakstīts, ka aptauja ir darbiniekiem. Tas netiek ņemts vērā: ielūgumi jau ir izdoti, un atbildes paliek anonīmas.',
    threshold: (promised: number, now: number) =>
      `Aprakstā tagad ir ${now}, bet ielūgumos apsolīts, ka rezultātus rāda, ja atbilžu ir vismaz ${promised}. Spēkā ir apsolītais.`,
  } satisfies Record<Changed, unknown> & { title: string },
  make: {
    title: 'Sagatavot ielūgumus',
    label: 'Cik ielūgumu sagatavot',
    hint: `Pa vienam katram, ko aicināt: no 1 līdz ${MOST_AT_ONCE}.`,
    submit: 'Sagatavot un parādīt drukāšanai',
    more: 'Ja kods pazudis vai pievienojies kolēģis, sagatavojiet vēl. Izsniegtu kodu atcelt nevar, jo nav zināms, kuram tas ir. Atbildējušo daļu rēķina no visiem sagatavotajiem, arī neizdalītajiem, tāpēc liekus nesagatavojiet.',
  },
  hand: {
    title: 'Kā izdalīt',
    steps: [
      'Kodi redzami vienu reizi: nākamajā lapā, ko tūlīt drukājiet. Reģistrs tos neglabā, un otrreiz parādīt tos nevar.',
      'Sagrieziet lapas, katru zīmīti ielieciet aploksnē, aploksnes sajauciet un ļaujiet katram paņemt vienu.',
      'Nepierakstiet, kurš kuru aploksni paņēma. Zīmītes var arī nosūtīt pa pastu.',
      'Neizdalītās zīmītes iznīciniet: kam ir kods, tas var atbildēt.',
    ],
  },
  faults: {
    number: `Ierakstiet veselu skaitli no 1 līdz ${MOST_AT_ONCE}.`,
    'too-many': `Vienai aptaujai var sagatavot ne vairāk kā ${MOST} ielūgumu. Ierakstiet mazāku skaitli.`,
    moved:
      'Kopš lapas atvēršanas ielūgumi jau ir sagatavoti, varbūt ar to pašu pogu. Pārbaudiet skaitu; ja vajag vēl, ierakstiet, cik.',
    closed: 'Aptauja ir beigusies, jaunus ielūgumus sagatavot nevar.',
    'below-threshold':
      'Ar tik maz ielūgumiem rezultātus nekad nevarēs rādīt. Aiciniet vairāk cilvēku vai neveiciet šo aptauju.',
  } satisfies Record<InvitationFault, string>,
  faultTitle: 'Ielūgumi nav sagatavoti',
  sheet: {
    title: (n: number) => capital(madeText(n)),
    once: 'Drukājiet tūlīt (Ctrl + P). Kad lapu aizvērsiet, šos kodus vairs neredzēs neviens.',
    back: 'Gatavs, atpakaļ pie ielūgumiem',
    invited: (centre: string) => `${centre} vēlas zināt Jūsu viedokli. Piedalīties ir brīvprātīgi.`,
    last: 'Pēdējā diena',
    address: 'Adrese',
    code: 'Jūsu kods',
    qr: 'QR kods: atver aptauju ar šo kodu',
    anonymous: (threshold: number) =>
      `Atbilde ir anonīma: uz zīmītes nav Jūsu vārda, un kodu ar atbildi sistēma nesasaista. Atbildes neviens neredz līdz aptaujas beigām; pēc tam rezultātus rāda tikai tad, ja to ir vismaz ${threshold}.`,
    single: 'Kods der vienu reizi. Nosūtītu atbildi mainīt nevar.',
    total: (n: number) => `Pavisam ${madeText(n)}.`,
  },
};
