// Checks that each chapter of the rules has exactly one plain-language explanation, and that none is for an
// unknown chapter. Pure.
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { rulesOf } from './site-index.ts';
import { entriesAt, type Found, repeats, textsAt } from './values.ts';
import { listed, quoted } from './wording.ts';

/** Missing, unknown and repeated explanations of an edition. */
export function summaryProblems(document: ContentDocument): readonly Problem[] {
  if (document.kind !== 'rules') return [];
  const chapters = rulesOf(document).chapters.map(({ numeral }) => numeral);
  // An unreadable heading is reported elsewhere; it is unknown which explanation belongs to it.
  if (chapters.includes('')) return [];
  const found = textsAt(document.data, ['summaries'], 'chapter');
  return [
    ...unknown(document, found, chapters),
    ...repeated(document, found),
    ...missing(document, chapters),
  ];
}

const unknown = (document: ContentDocument, found: readonly Found[], chapters: readonly string[]) =>
  found
    .filter(({ value }) => /^[IVXLC]+$/.test(value) && !chapters.includes(value))
    .map(({ path, value }) =>
      problemAt(document, path, {
        found: value,
        message: `nodaļas ${quoted(value)} noteikumos nav`,
        fix: `Rakstiet kādu no šīm: ${listed(chapters)}.`,
        anchor: 'nezinama-atsauce',
      }),
    );

const repeated = (document: ContentDocument, found: readonly Found[]) =>
  repeats(found).map(({ entry, first }) =>
    problemAt(document, entry.path, {
      found: entry.value,
      message: `nodaļa ${quoted(entry.value)} jau paskaidrota ${document.yaml.lineOf(first.path)}. rindā`,
      fix: 'Norādiet citu nodaļu vai lieko ierakstu izdzēsiet.',
      anchor: 'dublets',
    }),
  );

function missing(document: ContentDocument, chapters: readonly string[]): readonly Problem[] {
  // When the whole list is missing, the schema check reports it.
  if (entriesAt(document.data, ['summaries']).length === 0) return [];
  const explained = new Set(textsAt(document.data, ['summaries'], 'chapter').map(({ value }) => value));
  return [...new Set(chapters)]
    .filter(numeral => !explained.has(numeral))
    .map(numeral =>
      problemAt(document, ['summaries'], {
        found: '',
        message: `nodaļai ${quoted(numeral)} nav skaidrojuma`,
        fix: `Pievienojiet ierakstu ar “chapter: ${numeral}” un laukā “text” pasakiet nodaļas būtību vienkāršiem vārdiem.`,
        anchor: 'trukst-lauka',
      }),
    );
}
