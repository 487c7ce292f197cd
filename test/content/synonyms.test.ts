// `content/synonyms.yaml`: the check's messages to the editor about duplicate and single words.
import { expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited, siteWith } from './fixtures.ts';

const path = 'content/synonyms.yaml';
const problemsOf = (from: string, to: string) =>
  checkContent(siteWith({ [path]: edited(path, from, to) })).map(
    ({ file, line, field, message, anchor }) => ({
      at: `${file}:${line}`,
      field,
      message,
      anchor,
    }),
  );

it('names a word that is in another group already, in whatever form', () => {
  expect(problemsOf('cikos]', 'cikos, Suņi]')).toEqual([
    {
      at: `${path}:3`,
      field: 'groups[2][4]',
      message: 'vārds “Suņi” jau ir 2. rindā (“suns”)',
      anchor: 'dublets',
    },
  ]);
});

it('names a word that is twice in a group, also without diacritics', () => {
  expect(problemsOf('[suns, kucēns]', '[suns, kucēns, kucens]')).toMatchObject([
    { at: `${path}:2`, message: 'vārds “kucens” jau ir 2. rindā (“kucēns”)' },
  ]);
});

it('lets a word be part of a phrase elsewhere', () => {
  expect(problemsOf('cikos]', 'cikos, suņa laiks]')).toEqual([]);
});

it.each([
  ['[suns, kucēns]', '[suns]', 'groups[1]', 'sarakstā ir 1 ieraksts'],
  ['[suns, kucēns]', 'suns, kucēns', 'groups[1]', 'šeit vajadzīgs saraksts'],
  ['[suns, kucēns]', '[suns, s]', 'groups[1][2]', 'tekstā ir 1 rakstzīme'],
])('explains “%s” written as “%s”', (from, to, field, message) => {
  expect(problemsOf(from, to)).toMatchObject([{ at: `${path}:2`, field, message }]);
});

it('must be there', () => {
  expect(checkContent(siteWith({ [path]: null }))).toMatchObject([{ file: path, message: 'šī faila nav' }]);
});
