// Checks that a staff survey cannot reveal who answered. Pure.
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { quoted } from '../wording.ts';
import { type FoundQuestion, flagAt, questionsOf, wordAt } from './read.ts';

/** Everything that a staff survey may not ask or show. */
export const staffProblems = (document: ContentDocument): readonly Problem[] =>
  wordAt(document.data, ['audience']) === 'staff'
    ? [...groupProblems(document, questionsOf(document)), ...publicityProblems(document)]
    : [];

const ANCHOR = 'aptaujas-uzbuve';

/** Two crossed splits make groups so small that they identify people. */
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
