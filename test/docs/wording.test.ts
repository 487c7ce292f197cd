// The documentation is written in plain technical English: words of a former, aphoristic style do not come back.
import { describe, expect, it } from 'vitest';
import { englishPages, type Page } from './pages.ts';

/** Each with the plain words to use. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/\breckon(?:s|ed|ing)?\b/i, 'calculate, count'],
  [/\bwhoever\b/i, 'a person who'],
  [/\b(?:put|puts|putting) down\b/i, 'record'],
  [/\bcan bend\b/i, 'tamper with'],
  [/\bstands? (?:in (?!for\b)|at|beside|behind|open)\b/i, 'is in, is at'],
  [/\bwhat (?:came|comes|became) of\b/i, 'the result of'],
  [/\bmet once\b/i, 'handled in one place'],
  [/\bis told of\b/i, 'is notified of'],
  [/\b(?:lies|lie) (?:open|sealed|in the clear)\b/i, 'is stored unencrypted, is encrypted'],
  [/\bfilling-in\b/i, 'form submission'],
  [/\bhangs? up on\b/i, 'closes the connection of'],
];

function findings({ path, text }: Page): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      DIALECT.filter(([pattern]) => pattern.test(line)).map(
        ([pattern, plain]) => `${path}:${i + 1} “${pattern.exec(line)?.[0]}”: write “${plain}”`,
      ),
    );
}

describe('the documentation', () => {
  it('is in plain English', () => {
    expect(englishPages().flatMap(findings)).toEqual([]);
  });

  it.each([
    'Figures are reckoned once a day.',
    'Whoever has the code follows up.',
    'It puts down what was asked.',
    'The key stands in the file.',
  ])('finds “%s”', text => {
    expect(findings({ path: 'x.md', text })).toHaveLength(1);
  });

  it.each([
    'A standard term, as it stands today.',
    'The deputy stands in for the director.',
    'Outstanding work.',
  ])('lets “%s” through', text => {
    expect(findings({ path: 'x.md', text })).toEqual([]);
  });
});
