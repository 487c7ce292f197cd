// A questionnaire on paper: every question once with its number, conditions written in words, every text
// escaped.
import { expect, it } from 'vitest';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';
import { numbersOf } from '../../src/forms/survey/numbering.ts';
import { renderPaperSurvey } from '../../src/forms/survey/paper.ts';
import { htmlProblems } from '../support/html-check.ts';
import { everyKind } from '../surveys/paper-sample.ts';

const HOSTILE = `"><img src=x onerror=alert(1)>'</script>&amp;`;
const markup = async (of: Pick<SurveyDefinition, 'sections'>): Promise<string> =>
  String(await renderPaperSurvey(of));
const count = (html: string, part: string): number => html.split(part).length - 1;
const only = (question: SurveyQuestion) => markup({ sections: [{ id: 's', questions: [question] }] });

it('holds every question and row once, in order, and no control of a screen', async () => {
  const html = await markup(everyKind);
  const printed = [...html.matchAll(/paper__number">([\d.]+)</g)].map(([, number]) => number);
  expect(printed).toEqual([...numbersOf(everyKind).values()].map(number => `${number}.`));
  expect(html).not.toMatch(/<(input|select|textarea|button|form)\b/);
  const page = `<!doctype html>\n<html lang="lv"><head><title>x</title></head><body><h1>x</h1>${html}</body></html>`;
  expect(await htmlProblems(page)).toEqual([]);
});

it('says conditions in words, of a question and of a whole section', async () => {
  const html = await markup(everyKind);
  expect(html).toContain('Atbildiet, ja 1. jautājumā atzīmējāt “Citādi”.');
  expect(html).toContain('Atbildiet uz šīs daļas jautājumiem, ja atbildējāt uz 3. jautājumu.');
  expect(html).toContain(
    'Atbildiet, ja 4.1. rindā atzīmējāt 2 vai mazāk un 3. jautājumā atzīmējāt 3 vai mazāk.',
  );
});

const base = { id: 'q', label: 'Jautājums', required: false } as const;
const KINDS: [string, SurveyQuestion, { boxes: number; holds?: string[] }][] = [
  [
    'a scale between two ends',
    { ...base, kind: 'scale', points: 7, low: 'Nemaz', high: 'Ļoti', cantSay: false },
    { boxes: 7, holds: ['paper__end">Nemaz<', 'paper__end">Ļoti<', 'paper__value">7<'] },
  ],
  [
    'a scale of named points',
    { ...base, kind: 'scale', points: 3, labels: ['Slikti', 'Ciešami', 'Labi'], cantSay: true },
    { boxes: 4, holds: ['paper__meaning">Ciešami<', 'Nevaru atbildēt'] },
  ],
  [
    '0 to 10',
    { ...base, kind: 'nps', low: 'Nē', high: 'Jā', cantSay: false },
    { boxes: 11, holds: ['paper__value">0<', 'paper__value">10<'] },
  ],
  [
    'one of',
    {
      ...base,
      kind: 'choice',
      options: [
        { id: 'a', label: 'Pirmais' },
        { id: 'b', label: 'Otrais' },
      ],
      cantSay: true,
      group: false,
    },
    {
      boxes: 3,
      holds: ['paper__code">2</span><span class="paper__box"></span><span>Otrais', 'paper__code">3<'],
    },
  ],
  [
    'many of',
    {
      ...base,
      kind: 'choices',
      options: [
        { id: 'a', label: 'Pirmais' },
        { id: 'b', label: 'Otrais' },
      ],
    },
    { boxes: 2, holds: ['Atzīmējiet visu, kas atbilst.'] },
  ],
  [
    'a grid',
    {
      ...base,
      kind: 'grid',
      rows: [
        { id: 'x', label: 'Viens' },
        { id: 'y', label: 'Divi' },
      ],
      points: 5,
      low: 'Nē',
      high: 'Jā',
      cantSay: true,
    },
    { boxes: 12, holds: ['<th scope="row"><span class="paper__number">1.2.</span> Divi', 'Nevaru atbildēt'] },
  ],
  ['a short text', { ...base, kind: 'short', maxLength: 200 }, { boxes: 0, holds: ['paper__line'] }],
  ['a long text', { ...base, kind: 'text', maxLength: 2000 }, { boxes: 0, holds: ['paper__lines'] }],
  [
    'a number',
    { ...base, kind: 'number', min: 0, max: 120, unit: 'minūtes' },
    { boxes: 0, holds: ['Vesels skaitlis no 0 līdz 120.', 'minūtes'] },
  ],
  [
    'a date',
    { ...base, kind: 'date', from: '2026-02-01', to: '2026-12-31' },
    { boxes: 0, holds: ['No 1.02.2026. līdz 31.12.2026.', 'gada'] },
  ],
];

it.each(KINDS)('%s', async (_, question, { boxes, holds = [] }) => {
  const html = await only(question);
  expect(count(html, 'paper__box')).toBe(boxes);
  for (const part of holds) expect(html).toContain(part);
});

it('asks kindly for what the site requires', async () => {
  const html = await only({ ...base, required: true, kind: 'short', maxLength: 10 });
  expect(html).toContain('(lūdzam atbildēt)');
  expect(html).not.toContain('jāaizpilda');
});

it('escapes every text', async () => {
  const texts = { label: HOSTILE, hint: HOSTILE, required: true } as const;
  const options = [{ id: 'a', label: HOSTILE, hint: HOSTILE }];
  const ends = { low: HOSTILE, high: HOSTILE, cantSay: true } as const;
  const showIf = { question: 'a', is: 'a' } as const;
  const html = await markup({
    sections: [
      {
        id: 's',
        title: HOSTILE,
        intro: HOSTILE,
        showIf,
        questions: [
          { id: 'a', ...texts, kind: 'choice', options, cantSay: true, group: false },
          { id: 'b', ...texts, kind: 'choices', options, showIf },
          { id: 'c', ...texts, kind: 'scale', points: 2, labels: [HOSTILE, HOSTILE], cantSay: true },
          { id: 'd', ...texts, kind: 'scale', points: 2, ...ends, showIf: { question: 'c', is: '1' } },
          { id: 'e', ...texts, kind: 'nps', ...ends },
          { id: 'f', ...texts, kind: 'grid', points: 2, ...ends, rows: options },
          {
            id: 'g',
            ...texts,
            kind: 'grid',
            points: 2,
            labels: [HOSTILE, HOSTILE],
            cantSay: false,
            rows: options,
          },
          { id: 'h', ...texts, kind: 'number', min: 0, max: 1, unit: HOSTILE },
          { id: 'i', ...texts, kind: 'date' },
          { id: 'j', ...texts, kind: 'text', maxLength: 9 },
        ],
      },
    ],
  });
  expect(html).not.toContain('<img');
  expect(html).not.toContain('</script>');
});
