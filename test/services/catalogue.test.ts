// The catalogue's views: letters of the Latvian alphabet, groups, choices, and when a page is outdated.
import { describe, expect, it } from 'vitest';
import { byLetter, letterOf, narrowings, traitsOf } from '../../src/services/alphabet.ts';
import { byHolder, byLifeEvent } from '../../src/services/catalogue.ts';
import { FRESH_DAYS, isStale } from '../../src/services/freshness.ts';
import type { Service } from '../../src/services/schema.ts';
import { shortFacts } from '../../src/services/words.ts';
import { messagesFor } from '../../src/site/messages.ts';
import { facts, service } from './sample.ts';

const entry = (title: string, changes: Partial<Service> = {}) => ({
  id: title,
  data: { ...service.data, title, ...changes },
});
const messages = messagesFor('lv');

describe('from A to Z', () => {
  const titles = [
    'Zemes nodoklis',
    'Šķūņa nojaukšana',
    'Civilprasība',
    'Ādas',
    'Čeku izsniegšana',
    'Avīze',
    '“Sniegs”',
    '2027. gada budžets',
    'Ķīlas',
    'Kapavieta',
  ];
  const letters = byLetter(
    titles.map(title => entry(title)),
    facts,
  );

  it('follows the Latvian alphabet, long vowels among the short ones', () => {
    expect(letters.map(({ letter, services }) => [letter, services.map(({ id }) => id)])).toEqual([
      ['0–9', ['2027. gada budžets']],
      ['A', ['Avīze', 'Ādas'].toSorted(new Intl.Collator('lv').compare)],
      ['C', ['Civilprasība']],
      ['Č', ['Čeku izsniegšana']],
      ['K', ['Kapavieta']],
      ['Ķ', ['Ķīlas']],
      ['S', ['“Sniegs”']],
      ['Š', ['Šķūņa nojaukšana']],
      ['Z', ['Zemes nodoklis']],
    ]);
  });

  it('gives every letter an anchor of its own', () => {
    const anchors = letters.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toContain('burts-č');
  });

  it('finds the letter behind quotation marks, and has none for no letter', () => {
    expect(['“ēka”', 'ūdens', '(žogs)', '…'].map(letterOf)).toEqual(['E', 'U', 'Ž', '0–9']);
  });
});

describe('choices', () => {
  const online = entry('Tiešsaistē', { channels: [{ kind: 'online' }] });
  const dear = entry('Dārgs', { cost: { amount: 5 } });

  it('say whose a service is, whether it is online and free', () => {
    expect(traitsOf(online, facts)).toEqual(['municipality', 'online', 'free']);
    expect(traitsOf(dear, facts)).toEqual(['municipality']);
    expect(traitsOf(entry('Nav zināms', { cost: { amount: null } }), facts)).not.toContain('free');
  });

  it('are offered only where they leave something, but not everything', () => {
    expect(narrowings(byLetter([online, dear], facts))).toEqual([
      { trait: 'online', count: 1 },
      { trait: 'free', count: 1 },
    ]);
    expect(narrowings(byLetter([], facts))).toEqual([]);
  });
});

it('groups by life event and institution, each group with a page', () => {
  const services = [entry('B'), entry('A')];
  for (const [groups, href] of [
    [byLifeEvent(services, facts), '/pakalpojumi/dzives-situacija/dzivesvieta/'],
    [byHolder(services, facts), '/pakalpojumi/iestade/pasvaldiba/'],
  ] as const)
    expect(groups).toEqual([
      expect.objectContaining({ href, services: [expect.objectContaining({ id: 'A' }), expect.anything()] }),
    ]);
  expect(byHolder([], facts)).toEqual([]);
});

it.each([
  [{}, 'bez maksas · uzreiz · klātienē'],
  [
    {
      cost: { amount: 14.23 },
      processingTime: { workingDays: 10 },
      channels: [{ kind: 'online' }, { kind: 'post' }],
    },
    '14,23\u00a0EUR · līdz 10 darbdienām · tiešsaistē, pa pastu',
  ],
  [{ cost: { amount: null }, processingTime: { workingDays: null } }, 'klātienē'],
] as [Partial<Service>, string][])('says in one line what is known (%#)', (changes, line) => {
  expect(shortFacts(entry('Nosaukums', changes).data, messages)).toBe(line);
});

it(`calls a check stale after ${FRESH_DAYS} days, not on the day itself`, () => {
  expect(isStale('2026-05-26', '2026-11-22')).toBe(false);
  expect(isStale('2026-05-25', '2026-11-22')).toBe(true);
});
