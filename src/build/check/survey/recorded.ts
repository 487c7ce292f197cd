// Surveys with the records of their versions. Only readable files can be compared. Pure.
import { type Survey, surveySchema } from '../../../surveys/schema.ts';
import { type RecordedVersion, surveyVersionsSchema } from '../../../surveys/versions-schema.ts';
import type { ContentFile } from '../../content-files.ts';
import { changesBetween } from '../../survey/changes.ts';
import { versionOf } from '../../survey/version.ts';
import { type ContentDocument, readDocument } from '../document.ts';
import type { Mark } from '../release.ts';
import { questionsOf } from './read.ts';

export interface RecordedSurvey {
  readonly document: ContentDocument;
  readonly survey: Survey;
  /** Empty when no version has been recorded. */
  readonly versions: readonly RecordedVersion[];
}

/** Every survey whose file and record both match their schemas. */
export function recordedSurveys(documents: readonly ContentDocument[]): readonly RecordedSurvey[] {
  const records = new Map(
    documents.filter(({ kind }) => kind === 'survey-versions').map(({ id, data }) => [id, data]),
  );
  return documents
    .filter(({ kind }) => kind === 'surveys')
    .flatMap(document => {
      const survey = surveySchema.safeParse(document.data);
      const record = records.get(document.id);
      const versions = record === undefined ? undefined : surveyVersionsSchema.safeParse(record);
      if (!survey.success || versions?.success === false) return [];
      return [{ document, survey: survey.data, versions: versions?.data.versions ?? [] }];
    });
}

/** What has not been recorded yet: a whole version, or questions added to one. */
export const unrecorded = (files: readonly ContentFile[]): readonly Mark[] =>
  recordedSurveys(files.flatMap(file => readDocument(file) ?? [])).flatMap(
    ({ document, survey, versions }) => {
      const { file, yaml } = document;
      const before = versions.find(({ version }) => version === survey.version);
      if (before === undefined)
        return [{ file, line: yaml.lineOf(['version']), text: `${survey.version}. redakcija` }];
      return changesBetween(before, versionOf(survey, survey.opens)).added.map(({ id }) => ({
        file,
        line: yaml.lineOf(
          questionsOf(document).find(question => question.id === id.split('.')[0])?.path ?? [],
        ),
        text: `jautājums “${id}”, ${survey.version}. redakcija`,
      }));
    },
  );
