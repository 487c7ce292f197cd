// Differences between two editions of the rules: by point, chapter and fact. Pure.
import { type Match, matchPoints } from './matching.ts';
import { allPoints, parseRules } from './parse.ts';
import type { RulePoint } from './points.ts';
import type { EditionEntry, RuleEdition } from './schema.ts';
import { type Piece, wordChanges } from './words.ts';

/** One point as the comparison shows it. */
export type PointChange =
  | { readonly kind: 'added'; readonly newer: RulePoint }
  | { readonly kind: 'removed'; readonly older: RulePoint }
  | ({
      readonly kind: 'same' | 'changed' | 'renumbered';
      readonly pieces: readonly Piece[];
    } & Match<RulePoint>);

export interface TextChange {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Consecutive unchanged points are grouped, so that a page can collapse them. */
export type Passage =
  | { readonly kind: 'same'; readonly points: readonly RulePoint[] }
  | { readonly kind: 'change'; readonly change: PointChange };

export interface Comparison {
  /** Changed facts about the edition and changed chapter titles. */
  readonly facts: readonly TextChange[];
  readonly chapters: readonly TextChange[];
  /** In the order of the newer edition; a removed point follows its former predecessor. */
  readonly points: readonly PointChange[];
}

const FACTS = [
  'title',
  'issuer',
  'legalBasis',
  'signatory',
] as const satisfies readonly (keyof RuleEdition)[];

/** Compares two editions. */
export function compareEditions(older: EditionEntry, newer: EditionEntry): Comparison {
  const before = parseRules(older.body ?? '', 1);
  const after = parseRules(newer.body ?? '', 1);
  const titles = (rules: typeof before) =>
    new Map(rules.chapters.map(({ numeral, title }) => [numeral, title]));
  const [oldTitles, newTitles] = [titles(before), titles(after)];
  return {
    facts: FACTS.flatMap(name => textChange(name, older.data[name], newer.data[name])),
    chapters: [...new Set([...newTitles.keys(), ...oldTitles.keys()])].flatMap(numeral =>
      textChange(numeral, oldTitles.get(numeral) ?? '', newTitles.get(numeral) ?? ''),
    ),
    points: comparePoints(allPoints(before), allPoints(after)),
  };
}

const textChange = (name: string, older: string, newer: string): TextChange[] =>
  older === newer ? [] : [{ name, pieces: wordChanges(older, newer) }];

function comparePoints(older: readonly RulePoint[], newer: readonly RulePoint[]): PointChange[] {
  const matches = matchPoints(older, newer);
  const byNewer = new Map(matches.map(match => [match.newer, match]));
  const byOlder = new Map(matches.map(match => [match.older, match]));
  const removedAfter = Map.groupBy(
    older.filter(point => !byOlder.has(point)),
    point =>
      byOlder.get(older.slice(0, older.indexOf(point)).findLast(before => byOlder.has(before)) ?? point)
        ?.newer,
  );
  const removed = (after: RulePoint | undefined): PointChange[] =>
    (removedAfter.get(after) ?? []).map(point => ({ kind: 'removed', older: point }));
  return [
    ...removed(undefined),
    ...newer.flatMap(point => [changeOf(point, byNewer.get(point)), ...removed(point)]),
  ];
}

function changeOf(newer: RulePoint, match: Match<RulePoint> | undefined): PointChange {
  if (match === undefined) return { kind: 'added', newer };
  const pieces = wordChanges(match.older.text, newer.text);
  if (match.older.text !== newer.text) return { kind: 'changed', pieces, ...match };
  return { kind: match.older.number === newer.number ? 'same' : 'renumbered', pieces, ...match };
}

/** Gathers neighbours that did not change. */
export function passages(changes: readonly PointChange[]): Passage[] {
  const result: Passage[] = [];
  let same: RulePoint[] = [];
  const flush = () => {
    if (same.length > 0) result.push({ kind: 'same', points: same });
    same = [];
  };
  for (const change of changes) {
    if (change.kind === 'same') same.push(change.newer);
    else {
      flush();
      result.push({ kind: 'change', change });
    }
  }
  flush();
  return result;
}

/** The number of a change: that of the newer edition, if any. */
export const numberOf = (change: PointChange): string =>
  change.kind === 'removed' ? change.older.number : change.newer.number;

/** The id of a change on its page; a removed point may have the same number as an added one. */
export const changeAnchor = (change: PointChange): string =>
  `${change.kind === 'removed' ? 's' : 'p'}-${numberOf(change)}`;
