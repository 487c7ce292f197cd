// What a version of a survey asks, as recorded in `content/survey-versions/`. Pure.
import { stringify } from 'yaml';
import { type QuestionShape, shapesOf } from '../../forms/survey/same-question.ts';
import type { Survey } from '../../surveys/schema.ts';
import type { RecordedQuestion, RecordedVersion } from '../../surveys/versions-schema.ts';

/** Path of a survey's record. */
export const versionsFile = (id: string): string => `content/survey-versions/${id}.yaml`;

/** The present version, recorded on the day `recorded` (`YYYY-MM-DD`). */
export const versionOf = (survey: Survey, recorded: string): RecordedVersion => ({
  version: survey.version,
  recorded,
  audience: survey.audience,
  threshold: survey.anonymity.threshold,
  questions: shapesOf(survey).map(recordedQuestion),
});

/** Without hints, required marks and measures, which do not change an answer, and without empty values. */
function recordedQuestion(shape: QuestionShape & { readonly group?: boolean }): RecordedQuestion {
  const { id, kind, label, of, points, labels, low, high, min, max, unit, from, to } = shape;
  const options = shape.options?.map(option => ({ id: option.id, label: option.label }));
  const showIf = shape.showIf === undefined ? undefined : [shape.showIf].flat();
  const flags = { cantSay: shape.cantSay || undefined, group: shape.group || undefined };
  const all = {
    id,
    kind,
    label,
    of,
    options,
    points,
    labels,
    low,
    high,
    ...flags,
    min,
    max,
    unit,
    from,
    to,
    showIf,
  };
  const said = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as RecordedQuestion;
}

const HEAD = '# Raksta komanda “npm run content -- versions”. Ar roku šeit neko nemainiet.\n';

/** The text of the file with these versions. */
export const versionsText = (versions: readonly RecordedVersion[]): string =>
  HEAD +
  stringify(
    { versions: versions.toSorted((a, b) => a.version - b.version) },
    // Long questions stay on one line, so that a change is one line of a diff. With the date tag known, texts
    // that look like dates are quoted.
    { lineWidth: 0, customTags: ['timestamp'] },
  );
