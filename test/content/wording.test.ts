// The name an editor probably meant, and Latvian plurals.
import { describe, expect, it } from 'vitest';
import { counted, excerpt, listed, nearest, slug, suggestion } from '../../src/build/check/wording.ts';

describe('nearest', () => {
  it.each([
    ['klientu-apkalpošanas-specialists', 'klientu-apkalposanas-specialists'],
    ['izpilddirektor', 'izpilddirektors'],
    ['Izpilddirektors', 'izpilddirektors'],
    ['2107-11-06', '2017-11-06'],
    ['xyz', undefined],
    // One character out of one gives no suggestion.
    ['8', undefined],
  ])('takes %s for %s', (wrong, meant) => {
    expect(nearest(wrong, ['1', '2017-11-06', 'klientu-apkalposanas-specialists', 'izpilddirektors'])).toBe(
      meant,
    );
  });
});

it('makes a code of any name', () => {
  expect(slug(' Dzīvesvietas deklarēšana (2026)! ')).toBe('dzivesvietas-deklaresana-2026');
});

it('counts as Latvian does', () => {
  expect([1, 2, 11, 21].map(n => counted(n, 'kļūda', 'kļūdas'))).toEqual([
    '1 kļūda',
    '2 kļūdas',
    '11 kļūdas',
    '21 kļūda',
  ]);
});

it('keeps lists and quotations short', () => {
  expect(listed(Array.from({ length: 20 }, (_, i) => `${i}`))).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …');
  expect(excerpt(`${'vārds '.repeat(20)}`)).toHaveLength(60);
  expect(suggestion('x', [])).toBe('');
});
