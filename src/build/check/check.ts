// The content check: reports all mistakes in the editors' files at once, before Astro reads them.
import { buildDate } from '../../site/build-date.ts';
import type { ContentFile } from '../content-files.ts';
import { absenceProblems } from './absences.ts';
import { bodyProblems } from './body.ts';
import { dateProblems, overlapProblems } from './dates.ts';
import { type ContentDocument, readDocument, readingProblems } from './document.ts';
import { duplicateFiles, duplicateIds, duplicateTopics, reservedNames } from './duplicates.ts';
import { fileProblems, missingFiles } from './files.ts';
import { kioskSurveyProblems } from './kiosk-surveys.ts';
import { photoProblems } from './photos.ts';
import type { Problem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { schemaProblems } from './schema-problems.ts';
import { indexSite } from './site-index.ts';
import { summaryProblems } from './summaries.ts';
import { translationProblems } from './survey/english.ts';
import { surveyProblems } from './survey/problems.ts';
import { versionProblems } from './survey/versions.ts';
import { repeatedSynonyms } from './synonyms.ts';

/**
 * All problems of all files, sorted by file and line.
 * @param today `YYYY-MM-DD`: references name points of the edition of the rules in force on that day
 */
export function checkContent(files: readonly ContentFile[], today = buildDate): readonly Problem[] {
  const readings = files.map(file => ({ file, document: readDocument(file) }));
  const documents = readings.flatMap(({ document }) => document ?? []);
  const site = indexSite(documents, today);
  const problems = [
    ...missingFiles(files),
    ...files.flatMap(fileProblems),
    ...readings.flatMap(({ file, document }) => readingProblems(file, document)),
    ...documents.flatMap(schemaProblems),
    ...documents.flatMap(document => referenceProblems(document, site)),
    ...documents.flatMap(duplicateIds),
    ...documents.flatMap(reservedNames),
    ...documents.flatMap(duplicateTopics),
    ...documents.flatMap(repeatedSynonyms),
    ...documents.flatMap(dateProblems),
    ...documents.flatMap(kioskSurveyProblems),
    ...documents.flatMap(summaryProblems),
    ...documents.flatMap(surveyProblems),
    ...documents.flatMap(document => bodyProblems(document, site)),
    ...duplicateFiles(documents),
    ...overlapProblems(documents),
    ...absenceProblems(documents),
    ...translationProblems(documents),
    ...photoProblems(files, documents),
  ];
  const compared = versionProblems(documents.filter(isReadable(problems)), today);
  return [...problems, ...compared].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** True when the fields of the file are valid. A mistyped id must not be reported as a removed question. */
const isReadable = (problems: readonly Problem[]): ((document: ContentDocument) => boolean) => {
  const faulty = new Set(
    problems.filter(({ anchor }) => anchor !== 'saite' && anchor !== 'teksts-mdx').map(({ file }) => file),
  );
  return ({ file }) => !faulty.has(file);
};
