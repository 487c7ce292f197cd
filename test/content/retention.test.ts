// `content/policy/glabasana.yaml`: every case has a class, every class has one code, policies are in order.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OUTCOMES } from '../../api/domain/follow-up.ts';
import { checkContent } from '../../src/build/check/check.ts';
import { unconfirmed } from '../../src/build/check/release.ts';
import { KEPT_OUTCOMES } from '../../src/calendar/retention-schema.ts';
import { edited, siteWith } from './fixtures.ts';

const path = 'content/policy/glabasana.yaml';
const problemsOf = (from: string, to: string) => checkContent(siteWith({ [path]: edited(path, from, to) }));

it.each([
  ['suggestion, gratitude, ', 'gratitude, ', 'policies[1].classes', 'nav klases: suggestion'],
  ['term: { years: 5 }', 'term: { days: 5 }', 'policies[1].classes[2].term', ''],
  ['id: visas', 'id: surogatpasts', 'policies[1].classes[2].id', 'kods “surogatpasts” jau ir'],
  ['countFrom: year-end', 'countFrom: never', 'policies[1].countFrom', ''],
])('explains %s written as “%s”', (from, to, field, message) => {
  const problems = problemsOf(from, to);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toMatchObject({ file: path, message: expect.stringContaining(message) });
  expect(problems[0]?.field.startsWith(field)).toBe(true);
});

it('knows the outcomes of the register', () => {
  expect([...KEPT_OUTCOMES].toSorted()).toEqual([...OUTCOMES].toSorted());
});

it('is refused at release while its terms are not confirmed', () => {
  const text = readFileSync(path, 'utf8');
  const marks = unconfirmed([{ path, text, utf8: true }]);
  expect(marks).toHaveLength(6);
});

it('must be there', () => {
  expect(checkContent(siteWith({ [path]: null }))).toMatchObject([{ file: path, message: 'šī faila nav' }]);
});
