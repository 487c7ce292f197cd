// Free texts of surveys and their states: only the person who clears a text reads it before it is cleared of
// names, and blacked-out passages are gone. Pure.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { Audience } from '../../../src/forms/survey/definition.ts';
import { normalise } from '../normalise.ts';
import { aboutWhom } from '../register/about.ts';
import { COVERED } from '../register/actions/content.ts';
import type { Person } from '../register/people.ts';
import { mayAtDesk } from '../register/rights.ts';
import { folded } from '../search-words.ts';
import type { AnsweredVersion } from './versions.ts';

export const TEXT_STATES = ['raw', 'cleared', 'withheld'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** Why only the people who clear texts see one. */
export const WITHHELD_REASONS = [
  'identifies',
  'third-party',
  'special-category',
  'offensive',
  'empty',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A text as stored in the database. */
export interface StoredText {
  /** Hexadecimal, 16 random bytes: reveals neither the time nor the other answers. */
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  /** `YYYY-MM`; empty in surveys of staff. */
  readonly month: string;
  /** Name of the field. */
  readonly question: string;
  /** The same person's answer to the satisfaction question; null in staff surveys. */
  readonly rating: number | null;
  readonly state: TextState;
  readonly reason: WithheldReason | null;
  readonly tags: readonly string[];
  /** Counts every change of state or text: a decision based on an older number is refused. */
  readonly revision: number;
  readonly windowId: string;
  readonly forOffice: Uint8Array;
  readonly sealed: Uint8Array;
}

export const TEXT_ACTIONS = ['redact', 'clear', 'withhold', 'return'] as const;
export type TextAction = (typeof TEXT_ACTIONS)[number];

const AFTER: Readonly<Record<TextAction, Partial<Record<TextState, TextState>>>> = {
  redact: { raw: 'raw', cleared: 'cleared', withheld: 'withheld' },
  clear: { raw: 'cleared', withheld: 'cleared' },
  withhold: { raw: 'withheld', cleared: 'withheld' },
  /** Returns it to clearing. */
  return: { cleared: 'raw', withheld: 'raw' },
};

/**
 * How long a text that was handed out for clearing is reserved; milliseconds. A page takes minutes, an
 * interruption longer.
 */
export const CLAIM_MS = 10 * 60_000;

/** The state after an action; null when the action is not possible. */
export const stateAfter = (state: TextState, action: TextAction): TextState | null =>
  AFTER[action][state] ?? null;

/** True when a person may read cleared texts of a survey for this audience. */
export const mayReadTexts = (person: Person, audience: Audience): boolean =>
  mayAtDesk(person, audience === 'staff' ? 'staffSurveyTexts' : 'surveyTexts');

/** States visible to a person: uncleared texts only to those who clear. */
export const statesFor = (person: Person): readonly TextState[] =>
  mayAtDesk(person, 'surveyClearing') ? TEXT_STATES : ['cleared'];

/** True when a text may be about the person who would clear it: then a colleague does (rule point 5.4). */
export const isAboutReader = (
  text: string,
  { directoryId }: Pick<Person, 'directoryId'>,
  directory: readonly DirectoryEntry[],
): boolean => directoryId !== null && aboutWhom({ text }, directory).some(({ who }) => who === directoryId);

/**
 * Whether texts of a question may be shown at all. In staff surveys at least the threshold of people must
 * have answered, and as many must have been asked the question, because being asked after an earlier answer
 * makes a group too.
 */
export const isReleased = (
  { audience, threshold, responses }: Pick<AnsweredVersion, 'audience' | 'threshold' | 'responses'>,
  asked: number,
): boolean => audience !== 'staff' || (responses >= threshold && asked >= threshold);

/**
 * Why a step on a text is refused. `moved-on`: somebody decided meanwhile. `sealed`: it does not open.
 * `yours`: it may be about the person who decides. `nothing`: there is nothing to black out. `full`: too many
 * tags.
 */
export type TextRefusal = 'gone' | 'moved-on' | 'sealed' | 'yours' | 'nothing' | 'full';

/** Maximum characters of all passages typed at once. */
export const LONGEST_PASSAGES = 10_000;
const SHORTEST_PASSAGE = 2;

const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** Passages, one per line. */
export const passagesIn = (typed: string): string[] =>
  plain(typed)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

export interface Covered {
  readonly text: string;
  /** Passages that stand nowhere in the text, or are too short to be meant, each once. */
  readonly missing: readonly string[];
  /** How many of the passages, each counted once, stand in the text. */
  readonly found: number;
}

/** Where passages begin and end in a text, none within another; the earlier passage has the place of a later one. */
function placesOf(text: string, passages: readonly string[]): [start: number, end: number][] {
  const taken = new Uint8Array(text.length);
  const places: [number, number][] = [];
  for (const one of passages) {
    for (let at = text.indexOf(one); at >= 0; ) {
      const end = at + one.length;
      const isFree = !taken.subarray(at, end).includes(1);
      if (isFree) {
        places.push([at, end]);
        taken.fill(1, at, end);
      }
      at = text.indexOf(one, isFree ? end : at + 1);
    }
  }
  return places.toSorted(([a], [b]) => a - b);
}

/** Whether a passage is nothing but what was covered before: covering it again would only make the text longer. */
const isCovered = (passage: string): boolean => passage.replaceAll('█', '').trim() === '';

/**
 * The text without these passages, at every occurrence. Longer ones first, because a name may contain
 * another.
 */
export function covered(text: string, passages: readonly string[]): Covered {
  const before = plain(text);
  const groups = Map.groupBy(
    new Set(passages),
    one => one.length >= SHORTEST_PASSAGE && before.includes(one),
  );
  const found = groups.get(true) ?? [];
  const longestFirst = found.filter(one => !isCovered(one)).toSorted((a, b) => b.length - a.length);
  let after = '';
  let from = 0;
  for (const [start, end] of placesOf(before, longestFirst)) {
    after += before.slice(from, start) + COVERED;
    from = end;
  }
  return { text: after + before.slice(from), missing: groups.get(false) ?? [], found: found.length };
}

export const MOST_TAGS = 10;
export const LONGEST_TAG = 40;

/** The normalised spelling of a tag; empty when nothing remains. */
const tagOf = (typed: string): string =>
  normalise(typed, 'NFC').replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_TAG).trim();

/** Tags separated by commas; a known tag in another spelling is taken in its known spelling. */
export function tagsIn(typed: string, known: readonly string[]): string[] {
  const byFolded = new Map(known.map(tag => [folded(tag), tag]));
  const tags = typed
    .split(/[,;\n]/u)
    .map(tagOf)
    .filter(tag => tag !== '');
  for (const tag of tags) if (!byFolded.has(folded(tag))) byFolded.set(folded(tag), tag);
  return [...new Set(tags.map(tag => byFolded.get(folded(tag)) ?? tag))];
}

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * A person's changes applied to the present tags, so that two people at once do not undo each other. Null
 * when there is no room.
 */
export function tagsAfter(present: readonly string[], { add, remove }: TagChange): readonly string[] | null {
  const kept = present.filter(tag => !remove.includes(tag));
  const next = [...new Set([...kept, ...add])];
  return next.length > MOST_TAGS ? null : next;
}
