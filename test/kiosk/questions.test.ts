// From a survey to what the screen shows, and which question comes next.
import { describe, expect, it } from 'vitest';
import { nextQuestion } from '../../src/kiosk/survey/flow.ts';
import { kioskQuestions, openKioskSurvey } from '../../src/kiosk/survey/questions.ts';
import { surveySchema } from '../../src/surveys/schema.ts';

const LABELS = ['Ļoti slikti', 'Slikti', 'Viduvēji', 'Labi', 'Ļoti labi'];
const options = [
  { id: 'ja', label: 'Jā' },
  { id: 'ne', label: 'Nē', hint: 'Vēl nē' },
];
const survey = (more: object = {}) =>
  surveySchema.parse({
    title: 'Jūsu vērtējums',
    summary: 'Aptauja skārienekrānam.',
    audience: 'kiosk',
    version: 1,
    opens: '2026-01-01',
    closes: '2026-12-31',
    thanks: 'Paldies!',
    sections: [
      {
        id: 'viss',
        questions: [
          { kind: 'scale', id: 'seja', label: 'Kā veicās?', labels: LABELS, cantSay: false },
          {
            kind: 'choice',
            id: 'slikti',
            label: 'Kas slikti?',
            options,
            showIf: { question: 'seja', atMost: 2 },
          },
          {
            kind: 'choice',
            id: 'sikak',
            label: 'Kas tieši?',
            options,
            showIf: { question: 'slikti', is: 'ja' },
          },
        ],
      },
      {
        id: 'labi',
        showIf: { question: 'seja', atLeast: 4 },
        questions: [
          { kind: 'nps', id: 'ieteiktu', label: 'Vai ieteiktu?', low: 'Neieteiktu', high: 'Ieteiktu' },
        ],
      },
    ],
    ...more,
  });

describe('the questions on the screen', () => {
  const questions = kioskQuestions(survey());

  it('begin with five named faces', () => {
    expect(questions[0]).toMatchObject({ id: 'seja', cantSay: false, showIf: [] });
    expect(questions[0]?.options.map(({ value, label }) => [value, label])).toEqual(
      LABELS.map((label, i) => [String(i + 1), label]),
    );
  });

  it('keep the values that the survey’s address takes', () => {
    expect(questions[1]?.options).toEqual([
      { value: 'ja', label: 'Jā', hint: undefined },
      { value: 'ne', label: 'Nē', hint: 'Vēl nē' },
    ]);
    expect(questions[3]?.options.map(({ value }) => value)).toEqual(
      Array.from({ length: 11 }, (_, i) => `${i}`),
    );
    expect(questions[3]?.ends).toEqual(['Neieteiktu', 'Ieteiktu']);
    expect(questions[3]?.showIf).toEqual([{ question: 'seja', atLeast: 4 }]);
  });

  it('follow from the answers', () => {
    const items = questions.map(({ id, showIf }) => ({ name: id, showIf }));
    const next = (answers: Record<string, string>, at: number) => nextQuestion(items, answers, at);
    expect(next({ seja: '1' }, 0)).toBe(1);
    expect(next({ seja: '1', slikti: 'ja' }, 1)).toBe(2);
    expect(next({ seja: '1', slikti: 'ne' }, 1)).toBeNull();
    expect(next({ seja: '1' }, 1)).toBeNull();
    expect(next({ seja: '3' }, 0)).toBeNull();
    expect(next({ seja: '5' }, 0)).toBe(3);
    expect(next({ seja: '5' }, 3)).toBeNull();
  });
});

describe('the survey the screen shows', () => {
  const entry = (id: string, more: object = {}) => ({ id, data: survey(more) });

  it('is one for kiosks that is open on the day, of several the one that opened last', () => {
    const surveys = [
      entry('a'),
      entry('b', { opens: '2026-06-01' }),
      entry('c', { opens: '2026-07-01', audience: 'public' }),
      entry('d', { opens: '2027-01-01', closes: '2027-02-01' }),
    ];
    expect(openKioskSurvey(surveys, '2026-05-31')?.id).toBe('a');
    expect(openKioskSurvey(surveys, '2026-06-01')?.id).toBe('b');
    expect(openKioskSurvey(surveys, '2026-12-31')?.id).toBe('b');
    expect(openKioskSurvey(surveys, '2027-01-01')?.id).toBe('d');
    expect(openKioskSurvey(surveys, '2027-02-02')).toBeNull();
  });
});
