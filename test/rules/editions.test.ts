// Which edition is in force on a day, without claiming more than is known.
import { describe, expect, it } from 'vitest';
import { currentEdition, editionPairs, forceOf } from '../../src/rules/editions.ts';
import { legislation } from '../../src/rules/legislation.ts';
import { bannerOf, standingText } from '../../src/rules/standing.ts';
import { entryOf, REAL, threeEntries } from './three-editions.ts';

const three = threeEntries();
const [first, second, third] = three;
const idOn = (today: string) => currentEdition(three, today)?.id;
const text = (value: string) => value.replaceAll('\u00a0', ' ');

describe('the current edition', () => {
  it.each([
    ['2000-01-01', '2017-11-06'],
    ['2017-11-06', '2017-11-06'],
    ['2025-12-31', '2017-11-06'],
    ['2026-01-01', '2026-01-01'],
    ['2098-12-31', '2026-01-01'],
    ['2099-01-01', '2099-01-01'],
  ])('on %s is that of %s', (today, id) => expect(idOn(today)).toBe(id));

  it('is the last one when it is repealed and nothing follows', () => {
    expect(currentEdition([first], '2050-01-01')?.id).toBe('2017-11-06');
    expect(forceOf(first.data, '2050-01-01')).toBe('repealed');
  });

  it('is none when there are none', () => expect(currentEdition([], '2026-01-01')).toBeUndefined());
});

it('pairs every two editions once, the newer first', () => {
  expect(editionPairs(three).map(({ newer, older }) => `${newer.id} ${older.id}`)).toEqual([
    '2099-01-01 2026-01-01',
    '2099-01-01 2017-11-06',
    '2026-01-01 2017-11-06',
  ]);
  expect(editionPairs([first])).toEqual([]);
});

describe('the banner', () => {
  it.each([
    [
      'an edition in force',
      second,
      '2026-11-22',
      'success',
      'ir spēkā',
      'Tā zaudēs spēku 2099. gada 1. janvārī.',
    ],
    [
      'a repealed edition',
      first,
      '2026-01-01',
      'warn',
      'ir zaudējusi spēku',
      'zaudēja spēku 2026. gada 1. janvārī.',
    ],
    [
      'a coming edition',
      third,
      '2026-11-22',
      'info',
      'vēl nav spēkā',
      'stāsies spēkā 2099. gada 1. janvārī.',
    ],
    [
      'an edition nobody confirmed',
      entryOf(REAL),
      '2026-11-22',
      'warn',
      'Vai redakcija ir spēkā, vēl jāapstiprina',
      'stājās spēkā 2017. gada 6. novembrī.',
    ],
  ] as const)('of %s', (_, edition, today, tone, title, dates) => {
    const banner = bannerOf(edition.data, today);
    expect(banner).toMatchObject({ tone, title: expect.stringContaining(title) });
    expect(text(banner.dates)).toContain(dates);
  });

  it('has a short form for lists', () => {
    expect(text(standingText(second.data, '2026-11-22'))).toBe('spēkā no 2026. gada 1. janvāra');
    expect(text(standingText(first.data, '2026-11-22'))).toBe('zaudēja spēku 2026. gada 1. janvārī');
  });
});

describe('schema.org Legislation', () => {
  const origin = new URL('https://kac.example');
  const force = (edition = entryOf(REAL), today = '2026-11-22') =>
    legislation(edition, today, origin).legislationLegalForce;

  it('claims no legal force while it is unconfirmed, and says why', () => {
    const data = legislation(entryOf(REAL), '2026-11-22', origin);
    expect(data).not.toHaveProperty('legislationLegalForce');
    expect(data).not.toHaveProperty('legislationDate');
    expect(data).not.toHaveProperty('legislationIdentifier');
    expect(data).toMatchObject({
      '@type': 'Legislation',
      url: 'https://kac.example/noteikumi/2017-11-06/',
      description: expect.stringContaining('vai tie joprojām ir spēkā, pašvaldībai vēl jāapstiprina'),
      legislationDateOfApplicability: '2017-11-06',
      legislationPassedBy: { name: 'Jaunpiebalgas novada dome' },
    });
  });

  it('says in force or not where it is known', () => {
    expect(force(second)).toBe('https://schema.org/InForce');
    expect(force(first)).toBe('https://schema.org/NotInForce');
    expect(force(third)).toBe('https://schema.org/NotInForce');
  });
});
