// `content/replies.yaml`: the check's messages to the editor about duplicate codes and codes that refer to
// nothing.
import { expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited, siteWith } from './fixtures.ts';

const path = 'content/replies.yaml';
const problemsOf = (from: string, to: string) => checkContent(siteWith({ [path]: edited(path, from, to) }));

it('finds nothing wrong with sound ones', () => {
  expect(checkContent(siteWith({}))).toEqual([]);
});

it.each([
  ['["2.1"]', '["2.7"]', 4, 'replies[1].rulePoints[1]', 'nezināma vērtība “2.7”', 'nezinama-atsauce'],
  [
    '[dzivesvieta]',
    '[dzivesviete]',
    5,
    'replies[1].services[1]',
    'nezināma vērtība “dzivesviete”',
    'nezinama-atsauce',
  ],
  ['id: paldies', 'id: atvainosanas', 8, 'replies[2].id', 'kods “atvainosanas” jau ir 2. rindā', 'dublets'],
])('names the place of %s written as %s', (from, to, line, field, message, anchor) => {
  expect(problemsOf(from, to)).toMatchObject([{ file: path, line, field, message, anchor }]);
});

it('offers the code that was meant', () => {
  expect(problemsOf('[dzivesvieta]', '[dzivesviete]')[0]?.fix).toContain('dzivesvieta');
});

it.each([
  ['title: Paldies par ierosinājumu', 'title: P', 'replies[2].title', 'tekstā ir 1 rakstzīme'],
  ['    text: Paldies par ierosinājumu. To ņemsim vērā.\n', '', 'replies[2].text', 'trūkst'],
])('explains %s written as “%s”', (from, to, field, message) => {
  expect(problemsOf(from, to)).toMatchObject([{ field, message: expect.stringContaining(message) }]);
});

it('must be there', () => {
  expect(checkContent(siteWith({ [path]: null }))).toMatchObject([{ file: path, message: 'šī faila nav' }]);
});
