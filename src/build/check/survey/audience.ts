// Checks what staff and kiosk surveys may not do: the former for anonymity, the latter for the people in the queue. Pure.
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { counted, quoted } from '../wording.ts';
import { type FoundQuestion, flagAt, questionsOf, wordAt } from './read.ts';

/** The most questions of a survey at the kiosk: the first and two more. */
const KIOSK_QUESTIONS = 3;

/** Rules that hang on whom the survey is for. */
export function audienceProblems(document: ContentDocument): readonly Problem[] {
  const questions = questionsOf(document);
  switch (wordAt(document.data, ['audience'])) {
    case 'staff':
      return [...groupProblems(document, questions), ...publicityProblems(document)];
    case 'kiosk':
      return kioskProblems(document, questions);
    default:
      return [];
  }
}

const ANCHOR = 'aptaujas-uzbuve';

/** Two splits crossed make groups so small that they name people. */
function groupProblems(document: ContentDocument, questions: readonly FoundQuestion[]): readonly Problem[] {
  const [first, ...others] = questions.filter(({ path }) => flagAt(document.data, [...path, 'group'], false));
  if (first === undefined) return [];
  return others.map(({ path }) =>
    problemAt(document, [...path, 'group'], {
      found: '',
      message: `darbinieku aptaujā grupu jautājums ir jau ${document.yaml.lineOf([...first.path, 'group'])}. rindā (${quoted(first.id)})`,
      fix: 'Atstājiet vienu: no divu grupu krustojuma varētu noprast, kurš atbildējis. Šeit “group: true” izdzēsiet.',
      anchor: ANCHOR,
    }),
  );
}

const publicityProblems = (document: ContentDocument): readonly Problem[] =>
  ['public', 'openData']
    .filter(field => flagAt(document.data, ['results', field], false))
    .map(field =>
      problemAt(document, ['results', field], {
        found: '',
        message: 'darbinieku aptaujas rezultātus nepublicē',
        fix: `Rakstiet “${field}: false” vai rindu izdzēsiet; rezultātus darbinieki redz reģistrā.`,
        anchor: ANCHOR,
      }),
    );

function kioskProblems(document: ContentDocument, questions: readonly FoundQuestion[]): readonly Problem[] {
  const [first] = questions;
  const extra = questions[KIOSK_QUESTIONS];
  return [
    ...(first === undefined || first.kind === '' || first.kind === 'scale'
      ? []
      : [firstQuestion(document, first)]),
    ...(extra === undefined
      ? []
      : [
          problemAt(document, [...extra.path, 'id'], {
            found: '',
            message: `kioska aptaujā ir ${counted(questions.length, 'jautājums', 'jautājumi')}, bet drīkst būt ne vairāk kā ${KIOSK_QUESTIONS}`,
            fix: 'Atstājiet svarīgākos, bet garāku aptauju veidojiet atsevišķi ar “audience: public”.',
            anchor: ANCHOR,
          }),
        ]),
  ];
}

const firstQuestion = (document: ContentDocument, { path, kind }: FoundQuestion): Problem =>
  problemAt(document, [...path, 'kind'], {
    found: kind,
    message: 'kioska aptaujas pirmajam jautājumam jābūt skalai, jo uz to atbild ar vienu pieskārienu',
    fix: 'Rakstiet “kind: scale” vai vispirms lieciet jautājumu ar skalu.',
    anchor: ANCHOR,
  });
