// Mistakes about people: a person who cannot be found or reached, or whose replacement is absent.
import { type Broken, broken, staff } from './broken.ts';

const END = '\n---\n\nAnna';
const absent = (...entries: readonly string[]): string =>
  `\nabsences:\n${entries.map(entry => `  - { ${entry} }\n`).join('')}---\n\nAnna`;
const december = 'from: 2026-12-01, through: 2026-12-12, standIn: janis';

export const STAFF: readonly Broken[] = [
  broken(
    'a person in no topic',
    staff,
    'topics: [Dzīvesvieta]',
    'topics: []',
    '7 topics: darbinieks nav atrodams ne pie viena jautājuma | Sarakstā “topics” ierakstiet vismaz vienu jautājumu',
  ),
  broken(
    'a person without the list of topics',
    staff,
    'topics: [Dzīvesvieta]\n',
    '',
    '1 topics: trūkst lauka “topics” | Par kādiem jautājumiem vērsties',
  ),
  broken(
    'a topic twice',
    staff,
    'topics: [Dzīvesvieta]',
    'topics: [Dzīvesvieta, dzīvesvieta]',
    '7 topics[2]: jautājums “dzīvesvieta” jau ir 7. rindā | izdzēsiet',
  ),
  broken(
    'a person without a phone',
    staff,
    'phone: "+371 60000001"\n',
    '',
    '1 phone: trūkst lauka “phone” | Tālrunis ar valsts kodu',
  ),
  broken(
    'a person without reception hours',
    staff,
    'reception:\n  monday: ["09:00-12:00"]\n',
    '',
    '1 reception: trūkst lauka “reception” | pieņemšanas laiks pa nedēļas dienām',
  ),
  broken(
    'a person who receives on no day',
    staff,
    'monday: ["09:00-12:00"]',
    'monday: []',
    '8 reception: nav neviena pieņemšanas laika | monday: ["09:00-12:00"]',
  ),
  broken(
    'a person without a room, a post, an e-mail',
    staff,
    'post: specialists\nroom: "1"\nphone: "+371 60000001"\nemail: anna@paraugs.example\n',
    'phone: "+371 60000001"\n',
    '1 post: trūkst lauka “post” | Amata kods',
    '1 room: trūkst lauka “room” | Kabinets',
    '1 email: trūkst lauka “email” | E-pasta adrese',
  ),
  broken(
    'an absence without a stand-in',
    staff,
    END,
    absent('from: 2026-12-01, through: 2026-12-12'),
    '11 absences[1].standIn: trūkst lauka “standIn” | Kas aizvieto',
  ),
  broken(
    'an absence with its reason',
    staff,
    END,
    absent(`${december}, reason: Slimības lapa`),
    '11 absences[1].reason: nezināms lauks “reason” | Šeit drīkst būt: from, through, standIn',
  ),
  broken(
    'an absence that ends before it starts',
    staff,
    END,
    absent('from: 2026-12-12, through: 2026-12-01, standIn: janis'),
    '11 absences[1].through: prombūtnes pēdējā diena (2026-12-01) ir pirms pirmās (2026-12-12) | nedrīkst būt agrāk',
  ),
  broken(
    'an absence on a day that is none',
    staff,
    END,
    absent('from: 2026-11-31, through: 2026-12-12, standIn: janis'),
    '11 absences[1].from: tāda datuma nav | Rakstiet gadu',
  ),
  broken(
    'two absences at once',
    staff,
    END,
    absent(december, 'from: 2026-12-12, through: 2026-12-20, standIn: janis'),
    '12 absences[2].from: pārklājas ar prombūtni 11. rindā (2026-12-01 – 2026-12-12) | Apvienojiet',
  ),
  broken(
    'an unknown stand-in',
    staff,
    END,
    absent(december.replace('janis', 'jaanis')),
    '11 absences[1].standIn: nezināms aizvietotājs “jaanis” | Vai domājāt “janis”?',
  ),
  broken(
    'a stand-in by name',
    staff,
    END,
    absent(december.replace('janis', 'Jānis Paraugs')),
    '11 absences[1].standIn: nezināms aizvietotājs “Jānis Paraugs” | Vai domājāt “janis”?',
  ),
  broken(
    'a stand-in like nobody',
    staff,
    END,
    absent(december.replace('janis', 'direktors')),
    '11 absences[1].standIn: nezināms aizvietotājs “direktors” | Atļautās vērtības: janis, ilze.',
  ),
  broken(
    'a person who stands in for themself',
    staff,
    END,
    absent(december.replace('janis', 'anna')),
    '11 absences[1].standIn: nevar aizvietot pats sevi | cita darbinieka faila nosaukumu',
  ),
  broken(
    'a stand-in who is away at the same time',
    staff,
    END,
    absent('from: 2026-12-24, through: 2027-01-02, standIn: janis'),
    '11 absences[1].standIn: aizvietotājs “janis” pats šajā laikā ir prombūtnē (2026-12-28 – 2027-01-08) | content/staff/janis.mdx, 12. rinda',
  ),
  broken(
    'a photograph without a description',
    staff,
    END,
    '\nphoto: { file: anna.jpg }\n---\n\nAnna',
    '10 photo.alt: trūkst lauka “alt” | Attēla apraksts tiem',
  ),
  broken(
    'a photograph under a name that is no address',
    staff,
    END,
    '\nphoto: { file: Anna Bērziņa.JPG, alt: Anna }\n---\n\nAnna',
    '10 photo.file: attēla faila nosaukums nav uzrakstīts pareizi | Rakstiet anna-berzina.jpg',
    'content/staff/anna.jpg:1 fails: nav norādīts neviena darbinieka failā | photo: { file: anna.jpg',
  ),
  broken(
    'a photograph that is not there',
    staff,
    END,
    '\nphoto: { file: ana.jpg, alt: Anna pie loga }\n---\n\nAnna',
    '10 photo.file: attēla “ana.jpg” nav mapē content/staff/ | Vai domājāt “anna.jpg”?',
    'content/staff/anna.jpg:1 fails: nav norādīts neviena darbinieka failā | vai attēlu izdzēsiet',
  ),
];

/** A second person, absent for a while, and a third as replacement: needed by the mistakes above. */
export const AROUND: Readonly<Record<string, string>> = {
  'content/staff/janis.mdx': `---
name: Jānis Paraugs
post: izpilddirektors
room: "2"
phone: "+371 60000002"
email: janis@paraugs.example
topics: [Sūdzības]
reception:
  wednesday: ["14:00-17:00"]
absences:
  # Starp svētkiem
  - { from: 2026-12-28, through: 2027-01-08, standIn: ilze }
---

Jānis vada.
`,
  'content/staff/ilze.mdx': `---
name: Ilze Parauga
post: specialists
room: "3"
phone: "+371 60000003"
email: ilze@paraugs.example
topics: [Pensijas]
reception:
  friday: ["09:00-12:00"]
---

Ilze palīdz.
`,
};
