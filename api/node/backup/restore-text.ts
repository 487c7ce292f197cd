// Texts of `npm run restore` before and after, in Latvian, for a tired person with only one chance.
import { headText } from '../../domain/chain.ts';
import type { ErasureList } from './erasures.ts';
import type { Examined } from './examine.ts';
import { localTime } from './list-text.ts';
import type { Loss } from './loss.ts';
import type { Manifest } from './manifest.ts';
import type { Renewed } from './renewed.ts';

export interface Outlook {
  readonly name: string;
  readonly manifest: Manifest | null;
  readonly examined: Examined;
  readonly loss: Loss;
  readonly erasures: ErasureList | null;
}

/** Before: describes the backup, and what is lost with the present database. */
export function outlookText({ name, manifest, examined, loss, erasures }: Outlook): string {
  const { counts, head, lastAt, damage } = examined;
  return paragraphs([
    [
      `Kopija: ${name}${manifest ? `, izveidota ${localTime(new Date(manifest.made))}` : ''}`,
      ...(manifest ? [] : ['Blakus nav tās apraksta (.json), tāpēc nevar redzēt, vai fails nav nomainīts.']),
      `Iesniegumi: ${counts['submissions'] ?? 0}; notikumi: ${counts['events'] ?? 0}${lastAt ? `, pēdējais ${localTime(new Date(lastAt))}` : ''}.`,
      damage === null ? 'Fails ir vesels, notikumu ķēde saskan.' : `UZMANĪBU: ${damage}`,
      ...(head ? [`Ķēdes gals: ${headText(head)}`] : []),
    ],
    lossLines(loss, counts['survey_answers'] ?? 0),
    erasureLines(erasures, loss),
  ]);
}

function lossLines(loss: Loss, answersInCopy: number): string[] {
  if (loss.present === 'none') return ['Datubāzes šeit vēl nav; nekas nezudīs.'];
  if (loss.present === 'unreadable')
    return [`Pašreizējo datubāzi nolasīt nevar, tāpēc nav zināms, kas zudīs: ${loss.why}.`];
  const lead = loss.sameHistory
    ? 'Pašreizējā datubāzē pēc kopijas vēl ir:'
    : 'Kopija nav pašreizējās datubāzes agrāks stāvoklis (varbūt tā jau reiz atjaunota). Pašreizējā datubāzē ir:';
  const answers = loss.surveyAnswers - (loss.sameHistory ? answersInCopy : 0);
  if (loss.events === 0 && answers <= 0) return ['Pēc kopijas reģistrā nekas nav noticis; nekas nezudīs.'];
  const more = loss.submissions > loss.references.length ? ' …' : '';
  return [
    lead,
    `  notikumi: ${loss.events}`,
    `  saņemti iesniegumi: ${loss.submissions}${loss.submissions > 0 ? ` (${loss.references.join(', ')}${more})` : ''}`,
    ...(answers > 0 ? [`  aptauju atbildes: ${answers}`] : []),
    ...(loss.peopleChanges > 0 ? [`  izmaiņas tajā, kas drīkst reģistrā: ${loss.peopleChanges}`] : []),
    'Tas viss pēc atjaunošanas reģistrā vairs nebūs. Agrākā datubāze paliks blakus.',
  ];
}

function erasureLines(erasures: ErasureList | null, loss: Loss): string[] {
  // When the present database could be read, its chain has provided the erasures.
  if (!erasures && loss.present === 'read' && loss.sameHistory) return [];
  if (!erasures)
    return [
      'Saraksta ar iznīcinātajiem (erased.jsonl) pie kopijām nav. Ja pēc kopijas kas iznīcināts, iznīciniet to vēlreiz pēc aktiem.',
    ];
  return erasures.unreadable > 0
    ? [
        `Sarakstā ar iznīcinātajiem (erased.jsonl) nav lasāmas rindas: ${erasures.unreadable}. Salīdziniet ar iznīcināšanas aktiem.`,
      ]
    : [];
}

export interface Done {
  readonly renewed: Renewed;
  readonly loss: Loss;
  readonly replaced: string;
  /** The maximum time a copy may be kept. */
  readonly days: number;
}

/** After: what was done, and what a person has to do now. */
export function doneText({ renewed, loss, replaced, days }: Done): string {
  const { applied, erased, unredacted, letters, surveys } = renewed;
  const kept =
    loss.present === 'none'
      ? []
      : [
          `Agrākā datubāze ir mapē “${replaced}”. Kad tā vairs nav vajadzīga, bet ne vēlāk kā pēc ${days} dienām, izdzēsiet to.`,
        ];
  const todo = [
    'palaidiet serveri: npm start (vai kā ierasts);',
    'darbiniekiem jāpiesakās no jauna; agrāk izsniegti, vēl neizlietoti uzaicinājumi neder;',
    ...(loss.present === 'read' && loss.peopleChanges === 0
      ? []
      : ['pārbaudiet sadaļā “Cilvēki”, vai kāds, kam tiesības pēc kopijas atņemtas, nav tās atguvis;']),
    ...(unredacted.length > 0
      ? [`aizklājiet vēlreiz tekstu, kas pēc kopijas bija aizklāts: ${unredacted.join(', ')};`]
      : []),
    ...(surveys.length > 0
      ? [
          `darbinieku aptauju atbildes kopijās neglabā: ${surveys.join(', ')}. Ja aptauja vēl nav beigusies, palūdziet atbildēt vēlreiz ar tām pašām lapiņām;`,
        ]
      : []),
    ...(letters > 0
      ? [
          `vēstules, kas gaida sūtīšanu: ${letters}; dažas, iespējams, jau nosūtītas, skatiet “npm run outbox -- list”;`,
        ]
      : []),
    'ja ķēdes galu glabā kāds ārpus iestādes, pasakiet viņam, ka reģistrs atjaunots: agrāk pierakstītie gali, kas ir pēc kopijas, vairs nesaskanēs. Tas pats attiecas uz apliecinājumiem, kas izsniegti pēc kopijas.',
  ];
  return paragraphs([
    [
      'Atjaunots. Notikumu ķēdē par to ir ieraksts (restored).',
      ...(applied.length > 0 ? [`Datubāzē veiktas izmaiņas: ${applied.join(', ')}.`] : []),
      ...(erased.length > 0 ? [`Vēlreiz iznīcināti, jo iznīcināti pēc kopijas: ${erased.join(', ')}.`] : []),
      ...kept,
    ],
    ['Ko darīt tālāk:', ...todo.map(line => `  – ${line}`)],
  ]);
}

const paragraphs = (parts: readonly (readonly string[])[]): string =>
  parts
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
