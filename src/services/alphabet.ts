// The catalogue from A to Z and its filters. Pure.
import type { Facts } from '../site/facts-schema.ts';
import { holderOf, type ServiceEntry, sortByTitle } from './catalogue.ts';

/** What the list can be narrowed to; `src/styles/services.css` has a rule for each. */
const TRAITS = ['municipality', 'state', 'online', 'free'] as const;
export type Trait = (typeof TRAITS)[number];

interface LetterService extends ServiceEntry {
  readonly traits: readonly Trait[];
}
export interface Letter {
  readonly letter: string;
  readonly anchor: string;
  readonly services: readonly LetterService[];
  /** Every trait of the group's services: when all are filtered out, the heading is hidden too. */
  readonly traits: readonly Trait[];
}

/** Traits of a service: its holder, whether it is online, whether it is free. */
export function traitsOf({ data }: ServiceEntry, facts: Facts): Trait[] {
  const has: Record<Trait, boolean> = {
    municipality: holderOf(data, facts)?.level === 'municipality',
    state: holderOf(data, facts)?.level === 'state',
    online: data.channels.some(({ kind }) => kind === 'online'),
    free: data.cost.amount === 0,
  };
  return TRAITS.filter(trait => has[trait]);
}

const OTHER = '0–9';
/** Latvian dictionaries sort long vowels with the short ones; letters with a comma or caron are separate. */
const SHORT: Readonly<Record<string, string>> = { Ā: 'A', Ē: 'E', Ī: 'I', Ō: 'O', Ū: 'U' };

/** The heading letter of a title: its first letter after any quotation mark. */
export function letterOf(title: string): string {
  const [first = ''] = /[\p{L}\d]/u.exec(title) ?? [];
  const letter = first.toLocaleUpperCase('lv');
  return /\p{L}/u.test(letter) ? (SHORT[letter] ?? letter) : OTHER;
}

/** All services under their letters, in the order of the Latvian alphabet. */
export function byLetter(services: readonly ServiceEntry[], facts: Facts): Letter[] {
  const sorted = sortByTitle(services).map(entry => ({ ...entry, traits: traitsOf(entry, facts) }));
  const groups = Map.groupBy(sorted, ({ data }) => letterOf(data.title));
  return [...groups].map(([letter, own]) => ({
    letter,
    anchor: letter === OTHER ? 'burts-0' : `burts-${letter.toLocaleLowerCase('lv')}`,
    services: own,
    traits: TRAITS.filter(trait => own.some(({ traits }) => traits.includes(trait))),
  }));
}

/** The filters that leave some but not all services, with their counts. */
export function narrowings(letters: readonly Letter[]): { trait: Trait; count: number }[] {
  const services = letters.flatMap(letter => letter.services);
  return TRAITS.map(trait => ({
    trait,
    count: services.filter(({ traits }) => traits.includes(trait)).length,
  })).filter(({ count }) => count > 0 && count < services.length);
}
