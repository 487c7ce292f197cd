// What relates to a point: services that name it, open public surveys, the complaint form – and nothing else.
import { expect, it } from 'vitest';
import { ruleRelations } from '../../src/build/rule-relations.ts';
import type { Service } from '../../src/services/schema.ts';
import type { Survey } from '../../src/surveys/schema.ts';

const service = (id: string, title: string, rulePoints?: string[]) => ({
  id,
  data: { title, rulePoints } as unknown as Service,
});
const survey = (id: string, audience: Survey['audience'], closes = '2026-12-31') => ({
  id,
  data: {
    audience,
    title: id,
    opens: '2026-01-01',
    closes,
    sections: [
      {
        id: 's',
        questions: [
          {
            kind: 'text',
            id: 'a',
            label: 'Jautājums A',
            rulePoint: '5.1.1',
            required: false,
            maxLength: 100,
          },
          { kind: 'text', id: 'b', label: 'Jautājums B', required: false, maxLength: 100 },
        ],
      },
    ],
  } as unknown as Survey,
});

const related = ruleRelations({
  services: [service('z', 'Zeme', ['9']), service('a', 'Āda', ['9', '5.1.1']), service('n', 'Nekas')],
  surveys: [
    survey('atverta', 'public'),
    survey('beigusies', 'public', '2026-02-01'),
    survey('savejo', 'staff'),
  ],
  rulePoints: ['3', '5', '5.1', '5.1.1', '9', '13'].map(id => ({ id, label: id })),
  today: '2026-11-22',
});

it('names services by the Latvian alphabet, survey questions and the complaint form, in this order', () => {
  expect(related.get('9')?.map(({ kind, href }) => `${kind} ${href}`)).toEqual([
    'service /pakalpojumi/a/',
    'service /pakalpojumi/z/',
    'complaint /sudziba/?punkts=9',
  ]);
  expect(related.get('5.1.1')).toEqual([
    { kind: 'service', label: 'Āda', href: '/pakalpojumi/a/' },
    { kind: 'question', label: 'Jautājums A', href: '/aptaujas/atverta/#aptauja-a' },
    { kind: 'complaint', label: expect.stringContaining('5.1.1. punkts'), href: '/sudziba/?punkts=5.1.1' },
  ]);
});

it('offers a complaint only about points the form offers', () => {
  expect([...related.keys()].toSorted()).toEqual(['5.1.1', '9']);
});
