// Searching what people wrote: by word prefixes, ignoring case and diacritics.
import { describe, expect, it } from 'vitest';
import { fits, searchable, searchTerms } from '../../api/domain/surveys/text-search.ts';

const finds = (query: string, text: string): boolean => fits(searchable(text), searchTerms(query));

describe('a word', () => {
  it.each([
    ['rinda', 'Rindas ir garas.'],
    ['RINDĀ', 'rindā'],
    ['kede', 'Ķēde'],
    ['ķēde', 'KEDE'],
    ['gar rind', 'Rindas ir pārāk garas.'],
    ['„krēsli”', 'Nav krēslu, (krēsli) ir salauzti'],
    ['2. kabin', 'Otrajā stāvā, 2. kabinetā'],
    ['rinda rinda', 'rinda'],
    ['žņaugs', 'z\u030Cn\u0327augs'],
  ])('%s is found in “%s”', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['inda', 'Rindas ir garas.'],
    ['rinda gara', 'Rindas bija īsas.'],
    ['rindas', 'rinda'],
    ['12', '2 1'],
  ])('%s is not found in “%s”', (query, text) => expect(finds(query, text)).toBe(false));
});

it('nothing to look for is told from nothing found', () => {
  expect(searchTerms(' …!? ')).toEqual([]);
  expect(searchTerms(Array.from({ length: 50 }, (_, i) => `v${i}`).join(' '))).toHaveLength(10);
});
