// Numbers and conditions as shown on paper, on the entry screen and with the results.
import { expect, it } from 'vitest';
import type { Condition } from '../../src/forms/conditions.ts';
import { conditionClause } from '../../src/forms/survey/condition-words.ts';
import { numbered, numbersOf } from '../../src/forms/survey/numbering.ts';
import { conditionLv } from '../../src/forms/survey/words-paper.lv.ts';
import { everyKind } from './paper-sample.ts';

it('numbers run through all sections, rows of a grid behind their question', () => {
  const numbers = numbersOf(everyKind);
  expect([...numbers]).toEqual([
    ['kanals', '1'],
    ['cits-kanals', '2'],
    ['apmierinatiba', '3'],
    ['vide', '4'],
    ['vide.tiriba', '4.1'],
    ['vide.gaisma', '4.2'],
    ['netirs', '5'],
    ['ieteiktu', '6'],
    ['uzzinaja', '7'],
    ['reizes', '8'],
    ['pedejoreiz', '9'],
    ['piebilst', '10'],
  ]);
  expect(numbered(numbers, 'vide.gaisma')).toBe('4.2.');
  expect(numbered(numbers, 'nav')).toBe('');
});

const CLAUSES: [Condition | Condition[] | undefined, string, string][] = [
  [undefined, '', ''],
  [{ question: 'kanals', is: 'cits' }, '1. jautājumā atzīmējāt “Citādi”', '1. jautājumā atzīmēts “Citādi”'],
  [
    { question: 'kanals', is: ['klatiene', 'talrunis', 'cits'] },
    '1. jautājumā atzīmējāt “Klātienē”, “Pa tālruni” vai “Citādi”',
    '1. jautājumā atzīmēts “Klātienē”, “Pa tālruni” vai “Citādi”',
  ],
  [
    { question: 'uzzinaja', is: ['radio', 'avize'] },
    '7. jautājumā atzīmējāt “Radio” vai “Avīzē”',
    '7. jautājumā atzīmēts “Radio” vai “Avīzē”',
  ],
  [
    { question: 'apmierinatiba', is: '5' },
    '3. jautājumā atzīmējāt 5 (“Ļoti apmierināts”)',
    '3. jautājumā atzīmēts 5 (“Ļoti apmierināts”)',
  ],
  [
    { question: 'vide.gaisma', is: 'cant-say' },
    '4.2. rindā atzīmējāt “Nevaru atbildēt”',
    '4.2. rindā atzīmēts “Nevaru atbildēt”',
  ],
  [
    { question: 'ieteiktu', atLeast: 9 },
    '6. jautājumā atzīmējāt 9 vai vairāk',
    '6. jautājumā atzīmēts 9 vai vairāk',
  ],
  [
    { question: 'vide.tiriba', atMost: 2 },
    '4.1. rindā atzīmējāt 2 vai mazāk',
    '4.1. rindā atzīmēts 2 vai mazāk',
  ],
  [
    { question: 'reizes', atLeast: 1 },
    '8. jautājumā ierakstījāt 1 vai vairāk',
    '8. jautājumā ierakstīts 1 vai vairāk',
  ],
  [{ question: 'reizes', is: '0' }, '8. jautājumā ierakstījāt 0', '8. jautājumā ierakstīts 0'],
  [{ question: 'piebilst', answered: true }, 'atbildējāt uz 10. jautājumu', 'uz 10. jautājumu ir atbildēts'],
  [{ question: 'vide.gaisma', answered: true }, 'atbildējāt 4.2. rindā', '4.2. rindā ir atbildēts'],
  [
    [
      { question: 'kanals', is: 'cits' },
      { question: 'apmierinatiba', atMost: 3 },
      { question: 'ieteiktu', answered: true },
    ],
    '1. jautājumā atzīmējāt “Citādi”, 3. jautājumā atzīmējāt 3 vai mazāk un atbildējāt uz 6. jautājumu',
    '1. jautājumā atzīmēts “Citādi”, 3. jautājumā atzīmēts 3 vai mazāk un uz 6. jautājumu ir atbildēts',
  ],
];

it.each(CLAUSES)('%j reads “%s”', (showIf, asked, told) => {
  expect(conditionClause(everyKind, showIf, conditionLv.asked)).toBe(asked);
  expect(conditionClause(everyKind, showIf, conditionLv.told)).toBe(told);
});

it('says so when a condition looks at nothing', () => {
  expect(() => conditionClause(everyKind, { question: 'nav', answered: true }, conditionLv.asked)).toThrow(
    '“nav”',
  );
});
