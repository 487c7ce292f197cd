// Finds the editors' synonyms in a query: by stems, so that any form matches; phrases match as a whole.
import { distance } from 'fastest-levenshtein';
import { stem, wordsOf } from './stem.ts';

/** A word or phrase as the stems of its words. */
export type Phrase = readonly string[];

interface Member {
  readonly stems: Phrase;
  readonly group: readonly Phrase[];
}

interface Synonym {
  /** The words of the query that it replaces. */
  readonly from: number;
  readonly to: number;
  readonly others: readonly Phrase[];
}

/** In shorter words every letter counts; in longer ones this share may be mistyped. */
const SHORTEST = 5;
const FUZZY = 0.2;

/**
 * Synonyms of a query's stems. A stem in `mistyped` also matches a one-word synonym that differs by a typing
 * error.
 */
export type SynonymFinder = (stems: readonly string[], mistyped?: ReadonlySet<string>) => Synonym[];

const phraseOf = (text: string): Phrase => wordsOf(text).map(stem);

const startsAt = (stems: readonly string[], at: number, phrase: Phrase): boolean =>
  phrase.every((part, i) => stems[at + i] === part);

const isNear = (typed: string, known: string): boolean =>
  typed.length >= SHORTEST && distance(typed, known) <= Math.round(typed.length * FUZZY);

function membersOf(groups: readonly (readonly string[])[]): Map<string, Member[]> {
  const members = new Map<string, Member[]>();
  for (const words of groups) {
    const group = words.map(phraseOf).filter(({ length }) => length > 0);
    for (const stems of group) {
      const first = stems[0] ?? '';
      members.set(first, [...(members.get(first) ?? []), { stems, group }]);
    }
  }
  return members;
}

/** Prepares the groups for asking. */
export function synonymFinder(groups: readonly (readonly string[])[]): SynonymFinder {
  const members = membersOf(groups);
  const single = [...members.values()].flat().filter(({ stems }) => stems.length === 1);
  const synonym = (from: number, { stems, group }: Member, meant: readonly Phrase[]): Synonym => ({
    from,
    to: from + stems.length,
    others: [...group.filter(phrase => phrase !== stems), ...meant],
  });
  return (stems, mistyped) =>
    stems.flatMap((first, from) => {
      const exact = (members.get(first) ?? []).filter(member => startsAt(stems, from, member.stems));
      const near = mistyped?.has(first) ? single.filter(member => isNear(first, member.stems[0] ?? '')) : [];
      return [
        ...exact.map(member => synonym(from, member, [])),
        ...near.map(member => synonym(from, member, [member.stems])),
      ];
    });
}
