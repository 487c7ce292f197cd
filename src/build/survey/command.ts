// `npm run content -- versions`: records the versions of surveys and reports to the editor. Pure.
import { checkContent } from '../check/check.ts';
import { type ContentDocument, readDocument } from '../check/document.ts';
import type { Problem } from '../check/problem.ts';
import { formatReport } from '../check/report.ts';
import { type RecordedSurvey, recordedSurveys } from '../check/survey/recorded.ts';
import { counted, listed, quoted } from '../check/wording.ts';
import type { ContentFile } from '../content-files.ts';
import { keepVersion } from './keep.ts';
import { versionsFile, versionsText } from './version.ts';

export interface Recording {
  readonly text: string;
  readonly ok: boolean;
  /** Files to write, by path from the project folder. */
  readonly write: readonly { readonly path: string; readonly text: string }[];
}

interface RecordingOptions {
  /** The survey that the editor named; undefined for all. */
  readonly only: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Records the versions of all surveys, or of one; a survey with mistakes is not recorded. */
export function recordVersions(files: readonly ContentFile[], { only, today }: RecordingOptions): Recording {
  const documents = files.flatMap(file => readDocument(file) ?? []);
  const surveys = documents.filter(({ kind, id }) => kind === 'surveys' && (only ?? id) === id);
  if (surveys.length === 0) return refused(unknownSurvey(documents, only));
  const problems = problemsOf(files, surveys, today);
  if (problems.some(({ anchor }) => anchor !== 'redakcija')) return refused(formatReport(problems));
  const done = recordedSurveys(documents)
    .filter(({ document }) => surveys.includes(document))
    .map(recorded => recordOne(recorded, { only, today }));
  const report = done.every(({ ok }) => ok) ? [] : [formatReport(problems)];
  return {
    text: [...done.map(({ text }) => text).filter(text => text !== ''), ...report].join('\n\n'),
    ok: report.length === 0,
    write: done.flatMap(({ write }) => write),
  };
}

const refused = (text: string): Recording => ({ text, ok: false, write: [] });

function unknownSurvey(documents: readonly ContentDocument[], only: string | undefined): string {
  const ids = documents.filter(({ kind }) => kind === 'surveys').map(({ id }) => id);
  if (ids.length === 0) return 'Mapē content/surveys nav nevienas aptaujas.';
  return `Mapē content/surveys nav aptaujas ${quoted(only ?? '')}. Aptaujas: ${listed(ids)}.`;
}

/** The problems of these surveys and their records. */
function problemsOf(
  files: readonly ContentFile[],
  surveys: readonly ContentDocument[],
  today: string,
): readonly Problem[] {
  const theirs = new Set(surveys.flatMap(({ file, id }) => [file, versionsFile(id)]));
  return checkContent(files, today).filter(({ file }) => theirs.has(file));
}

function recordOne(
  { document: { id }, survey, versions }: RecordedSurvey,
  { only, today }: RecordingOptions,
): Recording {
  const keeping = keepVersion(survey, versions, { today, isNamed: only === id });
  const edition = `${id}, ${survey.version}. redakcija`;
  switch (keeping.outcome) {
    case 'same':
      return { text: `${edition}: viss jau ir ierakstīts.`, ok: true, write: [] };
    case 'changed':
      return refused('');
    case 'kept': {
      const path = versionsFile(id);
      const fields =
        keeping.versions.find(({ version }) => version === survey.version)?.questions.length ?? 0;
      return {
        text: `${edition}: ierakstīts failā ${path} (${counted(fields, 'jautājums', 'jautājumi')}).`,
        ok: true,
        write: [{ path, text: versionsText(keeping.versions) }],
      };
    }
  }
}
