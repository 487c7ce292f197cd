// Finds words that occur twice in `content/synonyms.yaml`, in any form; one of the places is a mistake. Pure.
import { stem, wordsOf } from '../../search/stem.ts';
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { entriesAt, type Found, repeats, textsAt } from './values.ts';
import { quoted } from './wording.ts';

/** A word in two groups would merge them; a word twice in one group is redundant. */
export function repeatedSynonyms(document: ContentDocument): readonly Problem[] {
  if (document.kind !== 'synonyms') return [];
  const words = entriesAt(document.data, ['groups']).flatMap(({ path }) => textsAt(document.data, path));
  const keyed = words.map(({ path, value }) => ({ path, word: value, value: keyOf(value) }));
  return repeats(keyed).map(({ entry, first }) =>
    problemAt(document, entry.path, {
      found: entry.word,
      message: `vārds ${quoted(entry.word)} jau ir ${document.yaml.lineOf(first.path)}. rindā (${quoted(first.word)})`,
      fix: 'Atstājiet to vienā vietā. Locījumus un rakstību bez garumzīmēm meklētājs saprot pats.',
      anchor: 'dublets',
    }),
  );
}

const keyOf = (word: Found['value']): string => wordsOf(word).map(stem).join(' ');
