// Checks a survey against the record of its versions: a change that breaks comparison needs a new version.
// Pure.
import type { Aspect } from '../../../forms/survey/same-question.ts';
import type { RecordedQuestion, RecordedVersion } from '../../../surveys/versions-schema.ts';
import { type ChangedQuestion, type Changes, changesBetween, isOnlyWording } from '../../survey/changes.ts';
import { versionOf } from '../../survey/version.ts';
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { textsAt } from '../values.ts';
import { excerpt, quoted } from '../wording.ts';
import type { Path } from '../yaml.ts';
import { changeWords } from './change-words.ts';
import { questionsOf } from './read.ts';
import { type RecordedSurvey, recordedSurveys } from './recorded.ts';

/** Every change made without a new version, on the line of the change. */
export const versionProblems = (documents: readonly ContentDocument[], today: string): readonly Problem[] =>
  recordedSurveys(documents).flatMap(recorded => problemsOf(recorded, today));

function problemsOf({ document, survey, versions }: RecordedSurvey, today: string): readonly Problem[] {
  const latest = Math.max(0, ...versions.map(({ version }) => version));
  if (survey.version < latest) return [older(document, survey.version, latest)];
  const before = versions.find(({ version }) => version === survey.version);
  if (before === undefined) return [];
  const changes = changesBetween(before, versionOf(survey, today));
  const fix = fixFor(document, changes, { next: latest + 1, hasBegun: survey.opens <= today });
  const saying = { document, before, fix };
  return distinct([
    ...changes.gone.map(question => gone(saying, question)),
    ...changes.changed.flatMap(changed => changedQuestion(saying, changed)),
    ...promises(saying, changes.promises),
  ]);
}

const ANCHOR = 'redakcija';

const older = (document: ContentDocument, version: number, latest: number): Problem =>
  problemAt(document, ['version'], {
    found: String(version),
    message: `redakcija ${version} ir vecāka par pēdējo ierakstīto (${latest})`,
    fix: `Rakstiet “version: ${latest}” vai, ja jautājumi mainīti, “version: ${latest + 1}”.`,
    anchor: ANCHOR,
  });

interface Saying {
  readonly document: ContentDocument;
  readonly before: RecordedVersion;
  readonly fix: string;
}

interface Situation {
  readonly next: number;
  readonly hasBegun: boolean;
}

/** The possible fixes: a new version, the old wording, or, where it does no harm, a new record. */
function fixFor({ id }: ContentDocument, changes: Changes, { next, hasBegun }: Situation): string {
  const ways = `Ja tas mainīts ar nodomu, rakstiet “version: ${next}” – tad vecās un jaunās atbildes nesajauks. Ja nejauši, atjaunojiet, kā bija.`;
  const command = `npm run content -- versions ${id}`;
  if (!hasBegun)
    return `${ways} Aptauja vēl nav sākusies, tāpēc redakciju var ierakstīt arī no jauna: ${command}`;
  return isOnlyWording(changes)
    ? `${ways} Ja labota tikai pareizrakstība, ierakstiet no jauna: ${command}`
    : ways;
}

const gone = ({ document, before, fix }: Saying, { id, label }: RecordedQuestion): Problem =>
  problemAt(document, ['version'], {
    found: '',
    message: `jautājuma ${quoted(id)} (${quoted(excerpt(label))}) vairs nav, bet ${before.version}. redakcijā tas bija`,
    fix,
    anchor: ANCHOR,
  });

/** The field that shows an aspect. */
const FIELDS: Readonly<Record<Aspect, string>> = {
  kind: 'kind',
  label: 'label',
  of: 'label',
  options: 'options',
  optionLabels: 'options',
  rows: 'rows',
  points: 'points',
  scaleLabels: 'labels',
  cantSay: 'cantSay',
  range: 'max',
  condition: 'showIf',
};

function changedQuestion(saying: Saying, { before, aspects }: ChangedQuestion): readonly Problem[] {
  const [question = '', row] = before.id.split('.');
  const place = questionsOf(saying.document).find(({ id }) => id === question)?.path ?? [];
  // What all rows of a grid have in common is said once, at the grid.
  const own = row === undefined ? [] : aspects.filter(aspect => aspect === 'label');
  const shared = row === undefined ? aspects : aspects.filter(aspect => aspect !== 'label');
  return [
    ...changed(saying, before, { id: question, place, aspects: shared }),
    ...changed(saying, before, { id: before.id, place: rowPath(saying.document, place, row), aspects: own }),
  ];
}

const rowPath = ({ data }: ContentDocument, grid: Path, row: string | undefined): Path =>
  textsAt(data, [...grid, 'rows'], 'id')
    .find(({ value }) => value === row)
    ?.path.slice(0, -1) ?? grid;

function changed(
  { document, before: version, fix }: Saying,
  before: RecordedQuestion,
  { id, place, aspects }: { readonly id: string; readonly place: Path; readonly aspects: readonly Aspect[] },
): readonly Problem[] {
  const [first] = aspects;
  if (first === undefined) return [];
  const what = aspects.map(aspect => changeWords(before, aspect)).join(', ');
  return [
    problemAt(document, [...place, FIELDS[first]], {
      found: '',
      message: `jautājums ${quoted(id)} vairs nav tāds kā ${version.version}. redakcijā; mainīts: ${what}`,
      fix,
      anchor: ANCHOR,
    }),
  ];
}

function promises(
  { document, before, fix }: Saying,
  { audience, threshold, groups }: Changes['promises'],
): readonly Problem[] {
  const at = (path: Path, message: string) =>
    problemAt(document, path, { found: '', message, fix, anchor: ANCHOR });
  const edition = `${before.version}. redakcijā`;
  return [
    ...(audience ? [at(['audience'], `${edition} aptauja bija domāta citiem (${before.audience})`)] : []),
    ...(threshold
      ? [at(['anonymity', 'threshold'], `${edition} anonimitātes slieksnis bija ${before.threshold}`)]
      : []),
    ...groups.map(({ id, group }) =>
      at(
        [...(questionsOf(document).find(question => question.id === id)?.path ?? []), 'group'],
        `${edition} rezultātus pa jautājuma ${quoted(id)} atbildēm ${group ? 'varēja' : 'nevarēja'} skatīt`,
      ),
    ),
  ];
}

const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map(problem => [`${problem.field} ${problem.message}`, problem])).values(),
];
