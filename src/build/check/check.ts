// The content check: everything that is wrong with the editors' files, all at once, before Astro sees them. Pure.
import type { ContentFile } from '../content-files.ts';
import { bodyProblems } from './body.ts';
import { dateProblems, overlapProblems } from './dates.ts';
import { readDocument, readingProblems } from './document.ts';
import { duplicateFiles, duplicateIds } from './duplicates.ts';
import { fileProblems, missingFiles } from './files.ts';
import type { Problem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { schemaProblems } from './schema-problems.ts';
import { indexSite } from './site-index.ts';
import { repeatedSynonyms } from './synonyms.ts';

/** All problems of all files, by file and line. */
export function checkContent(files: readonly ContentFile[]): readonly Problem[] {
  const documents = files.flatMap(file => readDocument(file) ?? []);
  const site = indexSite(documents);
  const problems = [
    ...missingFiles(files),
    ...files.flatMap(fileProblems),
    ...files.flatMap(readingProblems),
    ...documents.flatMap(schemaProblems),
    ...documents.flatMap(document => referenceProblems(document, site)),
    ...documents.flatMap(duplicateIds),
    ...documents.flatMap(repeatedSynonyms),
    ...documents.flatMap(dateProblems),
    ...documents.flatMap(document => bodyProblems(document, site)),
    ...duplicateFiles(documents),
    ...overlapProblems(documents),
  ];
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
