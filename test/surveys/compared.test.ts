// Which questions of two versions are compared: those the build considers the same, and no others.
import { expect, it } from 'vitest';
import { resultFields } from '../../api/domain/surveys/fields.ts';
import { comparedWith } from '../../api/domain/surveys/over-time.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';
import { surveyOf } from './landed.ts';

const scale = {
  id: 'telpas',
  kind: 'scale',
  label: 'Cik ērtas telpas?',
  required: false,
  points: 5,
  low: 'nemaz',
  high: 'ļoti',
  cantSay: false,
} as const;

const asking = (
  version: number,
  question: SurveyQuestion,
  showIf?: SurveyDefinition['sections'][0]['showIf'],
) => surveyOf({ version, sections: [{ id: 'viss', questions: [question], ...(showIf ? { showIf } : {}) }] });

const present = asking(2, scale);
const sums = [{ month: '2026-01', question: 'telpas', n: 4, sum: 12 }];
const compared = (before: SurveyDefinition) =>
  comparedWith({ definition: present, fields: resultFields(present) }, [
    {
      of: {
        survey: before.id,
        version: 1,
        definition: before,
        audience: 'public',
        threshold: 5,
        responses: 4,
      },
      sums,
    },
  ]).get('telpas');

it.each<[string, SurveyDefinition]>([
  ['the same', asking(1, scale)],
  [
    'another hint, duty to answer and spacing',
    asking(1, { ...scale, required: true, hint: 'Padomājiet.', label: 'Cik  ērtas telpas?' }),
  ],
])('compares %s', (_, before) => {
  expect(compared(before)).toEqual([{ version: 1, n: 4, mean: 3 }]);
});

it.each<[string, SurveyDefinition]>([
  ['another wording', asking(1, { ...scale, label: 'Cik tīras telpas?' })],
  ['another scale', asking(1, { ...scale, points: 7 })],
  ['another word at an end', asking(1, { ...scale, high: 'pilnīgi' })],
  ['“can’t say” beside it', asking(1, { ...scale, cantSay: true })],
  ['other people asked', asking(1, scale, { question: 'kopuma', atMost: 2 })],
  [
    'another kind',
    asking(1, { id: 'telpas', kind: 'number', label: scale.label, required: false, min: 1, max: 5 }),
  ],
])('does not compare %s', (_, before) => {
  expect(compared(before)).toBeUndefined();
});
