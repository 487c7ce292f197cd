// Finds the editors' synonyms in a query: by stems, so that any form of a word counts, and phrases as a whole.
import { stem, wordsOf } from './stem.ts';

/** A word or phrase as the stems of its words. */
export type Phrase = readonly string[];

interface Member {
  readonly stems: Phrase;
  readonly group: readonly Phrase[];
}

export interface Synonym {
  /** Which words of the query it stands for. */
  readonly from: number;
  readonly to: number;
  readonly others: readonly Phrase[];
}

export const phraseOf = (text: string): Phrase => wordsOf(text).map(stem);

const startsAt = (stems: readonly string[], at: number, phrase: Phrase): boolean =>
  phrase.every((part, i) => stems[at + i] === part);

/** Prepares the groups; the result lists what a query's stems mean as well. */
export function synonymFinder(
  groups: readonly (readonly string[])[],
): (stems: readonly string[]) => Synonym[] {
  const members = new Map<string, Member[]>();
  for (const words of groups) {
    const group = words.map(phraseOf).filter(({ length }) => length > 0);
    for (const stems of group) {
      const first = stems[0] ?? '';
      members.set(first, [...(members.get(first) ?? []), { stems, group }]);
    }
  }
  return stems =>
    stems.flatMap((first, from) =>
      (members.get(first) ?? [])
        .filter(member => startsAt(stems, from, member.stems))
        .map(member => ({
          from,
          to: from + member.stems.length,
          others: member.group.filter(phrase => phrase !== member.stems),
        })),
    );
}
