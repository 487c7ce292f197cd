// Which changes keep answers comparable, aspect by aspect; conditions of sections and rows of grids included.
import { describe, expect, it } from 'vitest';
import {
  differences,
  isWording,
  type QuestionShape,
  sameQuestion,
  shapesOf,
} from '../../../src/forms/survey/same-question.ts';

const scale: QuestionShape = {
  id: 'pieklajiba',
  kind: 'scale',
  label: 'Darbinieks bija pieklājīgs.',
  points: 5,
  low: 'Nepiekrītu',
  high: 'Piekrītu',
  cantSay: true,
  showIf: { question: 'kanals', is: 'klatiene' },
};
const choice: QuestionShape = {
  id: 'kanals',
  kind: 'choice',
  label: 'Kā saņēmāt pakalpojumu?',
  options: [
    { id: 'klatiene', label: 'Klātienē' },
    { id: 'talrunis', label: 'Pa tālruni' },
  ],
};

describe('one question', () => {
  it('stays the same with another hint, place, duty to answer, rule point or measure', () => {
    const other = { ...scale, hint: 'Jauns', required: true, rulePoint: '5.1.1', measure: 'csat' };
    expect(sameQuestion(scale, other)).toBe(true);
  });

  it('stays the same when spaces, the order of answers or the way of writing a condition change', () => {
    expect(sameQuestion(scale, { ...scale, label: ' Darbinieks  bija\npieklājīgs. ' })).toBe(true);
    expect(sameQuestion(choice, { ...choice, options: choice.options?.toReversed() })).toBe(true);
    expect(sameQuestion(scale, { ...scale, showIf: [{ is: ['klatiene'], question: 'kanals' }] })).toBe(true);
    expect(sameQuestion(choice, { ...choice, cantSay: false, showIf: [] })).toBe(true);
  });

  it.each<[string, QuestionShape, Partial<QuestionShape>]>([
    ['kind', scale, { kind: 'nps' }],
    ['label', scale, { label: 'Darbinieks bija laipns.' }],
    ['points', scale, { points: 7 }],
    ['scaleLabels', scale, { high: 'Pilnīgi piekrītu' }],
    ['scaleLabels', scale, { labels: ['1', '2', '3', '4', '5'] }],
    ['cantSay', scale, { cantSay: false }],
    ['condition', scale, { showIf: undefined }],
    ['condition', scale, { showIf: { question: 'kanals', is: ['klatiene', 'talrunis'] } }],
    ['condition', scale, { showIf: { question: 'kanals', answered: true } }],
    ['options', choice, { options: [...(choice.options ?? []), { id: 'e-pasts', label: 'E-pastā' }] }],
    ['optionLabels', choice, { options: choice.options?.map(({ id }) => ({ id, label: 'Citādi' })) }],
    ['range', { id: 'reizes', kind: 'number', label: 'Cik reižu?', min: 0, max: 10 }, { max: 20 }],
    [
      'range',
      { id: 'diena', kind: 'date', label: 'Kurā dienā?', from: '2026-01-01' },
      { from: '2025-01-01' },
    ],
  ])('becomes another with another %s', (aspect, question, change) => {
    const other = { ...question, ...change };
    expect(differences(question, other)).toContain(aspect);
    expect(sameQuestion(question, other)).toBe(false);
    expect(differences(other, question)).toEqual(differences(question, other));
  });

  it('has wording that may only have been mended, and the rest, that can’t', () => {
    expect(['label', 'of', 'optionLabels', 'scaleLabels'].every(aspect => isWording(aspect as 'label'))).toBe(
      true,
    );
    expect(['kind', 'options', 'points', 'condition'].some(aspect => isWording(aspect as 'kind'))).toBe(
      false,
    );
  });
});

describe('the shapes of a definition', () => {
  const grid = {
    id: 'darbs',
    kind: 'grid',
    label: 'Cik lielā mērā piekrītat?',
    points: 5,
    low: 'Nemaz',
    high: 'Pilnīgi',
    rows: [
      { id: 'slodze', label: 'Slodze ir samērīga.' },
      { id: 'riki', label: 'Rīki ir labi.' },
    ],
  };

  it('carry the condition of their section', () => {
    const showIf = { question: 'kanals', is: 'klatiene' };
    const inSection = shapesOf({ sections: [{ showIf, questions: [{ ...scale, showIf: undefined }] }] });
    const own = shapesOf({ sections: [{ questions: [scale] }] });
    expect(inSection.length).toBe(1);
    expect(inSection.map((shape, i) => differences(shape, own[i] ?? choice))).toEqual([[]]);
  });

  it('are one for each row of a grid, so that another row breaks nothing', () => {
    const before = shapesOf({ sections: [{ questions: [grid] }] });
    expect(before.map(({ id }) => id)).toEqual(['darbs.slodze', 'darbs.riki']);
    const rows = [...grid.rows, { id: 'telpas', label: 'Telpas ir labas.' }];
    const after = shapesOf({ sections: [{ questions: [{ ...grid, rows }] }] });
    expect(before.map((shape, i) => differences(shape, after[i] ?? choice))).toEqual([[], []]);
  });

  it('change in every row with the question above them, and in one with its own words', () => {
    const changed = (change: Partial<typeof grid>) => {
      const [a, b] = [grid, { ...grid, ...change }].map(question =>
        shapesOf({ sections: [{ questions: [question] }] }),
      );
      return a?.map((shape, i) => differences(shape, b?.[i] ?? choice));
    };
    expect(changed({ label: 'Cik bieži?' })).toEqual([['of'], ['of']]);
    expect(changed({ points: 7 })).toEqual([['points'], ['points']]);
    expect(changed({ rows: [{ id: 'slodze', label: 'Slodze ir liela.' }, ...grid.rows.slice(1)] })).toEqual([
      ['label'],
      [],
    ]);
  });
});
