// A survey's English words replace the Latvian ones; everything that affects answers is unchanged.
import { expect, it } from 'vitest';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { type EnglishSurvey, translated } from '../../../src/forms/survey/english.ts';
import { shapesOf } from '../../../src/forms/survey/same-question.ts';

const base = { required: false, cantSay: true };
const definition: SurveyDefinition & { readonly summary: string } = {
  id: 'aptauja',
  title: 'Aptauja',
  summary: 'Aptauja ikvienam.',
  audience: 'public',
  languages: ['lv', 'en'],
  version: 2,
  opens: '2026-01-01',
  closes: '2026-12-31',
  thanks: 'Paldies!',
  sections: [
    {
      id: 'viens',
      title: 'Pirmā daļa',
      intro: 'Ievads.',
      questions: [
        {
          ...base,
          id: 'kanals',
          kind: 'choice',
          label: 'Kā nācāt?',
          hint: 'Izvēlieties.',
          group: true,
          options: [
            { id: 'auto', label: 'Ar auto', hint: 'Arī taksometrs' },
            { id: 'kajam', label: 'Kājām' },
          ],
        },
        {
          ...base,
          id: 'punkti',
          kind: 'scale',
          label: 'Vai patika?',
          points: 3,
          labels: ['Nē', 'Daļēji', 'Jā'],
        },
        {
          ...base,
          id: 'darbs',
          kind: 'grid',
          label: 'Cik piekrītat?',
          points: 5,
          low: 'Nemaz',
          high: 'Pilnīgi',
          showIf: { question: 'kanals', is: 'auto' },
          rows: [
            { id: 'riki', label: 'Rīki', rulePoint: '8' },
            { id: 'telpas', label: 'Telpas' },
          ],
        },
        { required: true, id: 'reizes', kind: 'number', label: 'Cik reižu?', min: 0, max: 9, unit: 'reizes' },
      ],
    },
  ],
  anonymity: { threshold: 5 },
  results: { public: false, openData: false },
  paper: { twoPersonCheck: false },
};

const english: EnglishSurvey = {
  title: 'Survey',
  summary: 'A survey for everybody.',
  thanks: 'Thank you!',
  sections: { viens: { title: 'First part', intro: 'Introduction.' } },
  questions: {
    kanals: {
      label: 'How did you come?',
      hint: 'Choose.',
      options: { auto: { label: 'By car', hint: 'Or taxi' }, kajam: 'On foot' },
    },
    punkti: { label: 'Did you like it?', labels: ['No', 'In part', 'Yes'] },
    darbs: {
      label: 'Do you agree?',
      low: 'Not at all',
      high: 'Fully',
      rows: { riki: 'Tools', telpas: 'Rooms' },
    },
    reizes: { label: 'How many times?', unit: 'times' },
  },
};

/** Every text that people read. */
const words = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const spoken = ['title', 'summary', 'thanks', 'intro', 'label', 'hint', 'low', 'high', 'unit'];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return spoken.includes(key) ? [inner] : [];
    return key === 'labels' && Array.isArray(inner) ? inner : words(inner);
  });
};

it('says everything in English', () => {
  const said = words(translated(definition, english));
  expect(said).toHaveLength(words(definition).length);
  expect(said.filter(text => words(definition).includes(text))).toEqual([]);
  expect(said).toContain('Or taxi');
  expect(said).toContain('Rooms');
});

it('keeps ids, kinds, ranges, conditions, points of the rules and the version', () => {
  const frame = (survey: SurveyDefinition) =>
    JSON.parse(JSON.stringify(survey), (key, value) =>
      ['title', 'summary', 'thanks', 'intro', 'label', 'labels', 'hint', 'low', 'high', 'unit'].includes(key)
        ? '…'
        : value,
    );
  expect(frame(translated(definition, english))).toEqual(frame(definition));
  const fields = (survey: SurveyDefinition) =>
    shapesOf(survey).map(({ id, kind, showIf }) => [id, kind, showIf]);
  expect(fields(translated(definition, english))).toEqual(fields(definition));
});

it('leaves Latvian what has no translation, and loses nothing by an empty one', () => {
  const bare = {
    ...english,
    sections: { viens: { title: undefined } },
    questions: { kanals: { label: 'How?', hint: undefined } },
  };
  const [section] = translated(definition, bare).sections;
  expect(section?.title).toBe('Pirmā daļa');
  expect(section?.questions[0]).toMatchObject({
    label: 'How?',
    hint: 'Izvēlieties.',
    options: [{ label: 'Ar auto' }, {}],
  });
  expect(section?.questions.slice(1)).toEqual(definition.sections[0]?.questions.slice(1));
});
