// The submissions in the register on the README's pictures. The people and their words are made up.

export interface Made {
  readonly path: '/api/complaints' | '/api/feedback';
  /** Received so many days before the pictures are made; at least 1, so that it is never in the future. */
  readonly daysAgo: number;
  /** Time of day in UTC, `07:40`. */
  readonly time: string;
  readonly content: Readonly<Record<string, unknown>>;
}

type Content = Made['content'];

const complaint = (daysAgo: number, time: string, content: Content): Made => ({
  path: '/api/complaints',
  daysAgo,
  time,
  content,
});
const feedback = (daysAgo: number, time: string, content: Content): Made => ({
  path: '/api/feedback',
  daysAgo,
  time,
  content,
});

/** The case that has a picture of its own. */
export const SHOWN_CASE: Made = complaint(14, '09:25', {
  subject: 'Gara rinda',
  text: 'Rindā pie trešā lodziņa gaidīju četrdesmit minūtes, kaut arī biju pieteicies iepriekš. Neviens nepaskaidroja, kāpēc.\n\nOtrā dienā notika tas pats.',
  wish: 'Lūdzu paskaidrot, kādēļ pierakstu neievēro.',
  name: 'Jānis Ozols',
  email: 'janis.ozols@piemers.example',
  replyBy: 'email',
  service: 'suna-registracija',
  rulePoints: ['5.1.2', '6'],
});

/** Oldest first. With a term of ten working days the first one is overdue and the second is due soon. */
export const SUBMISSIONS: readonly Made[] = [
  complaint(18, '07:40', {
    subject: 'Kļūda izziņā',
    text: 'Izziņā par dzīvesvietu ir kļūda uzvārdā.',
    name: 'Zane Liepa',
    email: 'zane.liepa@piemers.example',
    replyBy: 'email',
    service: 'izzina-par-dzivesvietu',
    rulePoints: ['5.2.1'],
  }),
  SHOWN_CASE,
  complaint(12, '11:05', {
    subject: 'Aizslēgtas durvis',
    text: 'Pusdienlaikā durvis bija aizslēgtas, norādes nebija.',
  }),
  feedback(11, '08:10', {
    kind: 'suggestion',
    text: 'Varētu pielikt vēl vienu soliņu pie ieejas, jo rinda bieži ir gara un vecākiem cilvēkiem grūti stāvēt.',
  }),
  feedback(8, '13:30', {
    kind: 'question',
    text: 'Kad būs pieejama jaunā veidlapa?',
    name: 'Ilze Kalniņa',
    email: 'ilze.kalnina@piemers.example',
  }),
  complaint(6, '10:15', {
    subject: 'Skaļas sarunas zālē',
    text: 'Zālē skaļi pārrunāja citu cilvēku dokumentus.',
  }),
  complaint(4, '14:50', {
    subject: 'Neatbild tālrunis',
    text: 'Trīs dienas pēc kārtas neviens neatbildēja.',
  }),
  feedback(1, '08:45', { kind: 'gratitude', text: 'Paldies par palīdzību ar e-parakstu!' }),
];
