// What stands in the register on the README's pictures: made-up people, nobody's words.

interface Made {
  readonly path: '/api/complaints' | '/api/feedback';
  readonly content: Readonly<Record<string, unknown>>;
}

const complaint = (content: Made['content']): Made => ({ path: '/api/complaints', content });
const feedback = (content: Made['content']): Made => ({ path: '/api/feedback', content });

export const SUBMISSIONS: readonly Made[] = [
  complaint({
    subject: 'Gara rinda',
    text: 'Rindā pie trešā lodziņa gaidīju četrdesmit minūtes, kaut arī biju pieteicies iepriekš. Neviens nepaskaidroja, kāpēc.\n\nOtrā dienā notika tas pats.',
    wish: 'Lūdzu paskaidrot, kādēļ pierakstu neievēro.',
    name: 'Jānis Ozols',
    email: 'janis.ozols@piemers.example',
    replyBy: 'email',
    service: 'suna-registracija',
    rulePoints: ['5.1.2', '6'],
  }),
  complaint({
    subject: 'Kļūda izziņā',
    text: 'Izziņā par dzīvesvietu ir kļūda uzvārdā.',
    name: 'Zane Liepa',
    email: 'zane.liepa@piemers.example',
    replyBy: 'email',
    service: 'izzina-par-dzivesvietu',
    rulePoints: ['5.2.1'],
  }),
  complaint({ subject: 'Aizslēgtas durvis', text: 'Pusdienlaikā durvis bija aizslēgtas, norādes nebija.' }),
  feedback({
    kind: 'suggestion',
    text: 'Varētu pielikt vēl vienu soliņu pie ieejas, jo rinda bieži ir gara un vecākiem cilvēkiem grūti stāvēt.',
  }),
  feedback({
    kind: 'question',
    text: 'Kad būs pieejama jaunā veidlapa?',
    name: 'Ilze Kalniņa',
    email: 'ilze.kalnina@piemers.example',
  }),
  complaint({ subject: 'Skaļas sarunas zālē', text: 'Zālē skaļi pārrunāja citu cilvēku dokumentus.' }),
  complaint({ subject: 'Neatbild tālrunis', text: 'Trīs dienas pēc kārtas neviens neatbildēja.' }),
  feedback({ kind: 'gratitude', text: 'Paldies par palīdzību ar e-parakstu!' }),
];
