// Valid conditions that look like contradictions.
import { expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { siteWith } from './fixtures.ts';

const survey = (questions: readonly string[]): string => `---
title: Klientu aptauja
summary: Aptauja ikvienam klientam.
audience: public
version: 1
opens: 2026-01-01
closes: 2026-12-31
thanks: Paldies par atbildēm!
sections:
  - id: viss
    questions:
${questions.map(question => `      - { ${question} }\n`).join('')}---
`;

const CHOICE =
  'kind: choice, id: kanals, label: Kā nācāt?, cantSay: true, options: [{ id: auto, label: Auto }, { id: kajam, label: Kājām }]';
const CHOICES =
  'kind: choices, id: veidi, label: Kā vēl nācāt?, options: [{ id: auto, label: Auto }, { id: kajam, label: Kājām }]';
const SCALE = 'kind: scale, id: ilgums, label: Cik ilgi gaidījāt?, low: Īsi, high: Ilgi';
const NUMBER = 'kind: number, id: reizes, label: Cik reižu nācāt?, min: -2, max: 12';
const GRID =
  'kind: grid, id: telpas, label: Vai piekrītat?, low: Nemaz, high: Pilnīgi, rows: [{ id: ieeja, label: Ieeja }, { id: gaisma, label: Gaisma }]';

it.each<[string, readonly string[], string]>([
  ['two of several answers', [CHOICES], '[{ question: veidi, is: auto }, { question: veidi, is: kajam }]'],
  ['any of two answers', [CHOICE], '{ question: kanals, is: [auto, kajam] }'],
  ['“can’t say”', [CHOICE], '{ question: kanals, is: cant-say }'],
  ['a stretch of a scale', [SCALE], '[{ question: ilgums, atLeast: 2 }, { question: ilgums, atMost: 2 }]'],
  ['one point of a scale', [SCALE], '{ question: ilgums, is: "5" }'],
  ['the ends of a range', [NUMBER], '[{ question: reizes, atLeast: -2 }, { question: reizes, atMost: 12 }]'],
  ['the row of a grid', [GRID], '{ question: telpas.gaisma, atMost: 2 }'],
  [
    'an answer of those who were asked something else',
    [CHOICE, `${SCALE}, showIf: { question: kanals, is: auto }`],
    '[{ question: ilgums, answered: true }, { question: kanals, is: [auto, kajam] }]',
  ],
])('may be %s', (_name, questions, condition) => {
  const last = `kind: text, id: vairak, label: Pastāstiet vairāk!, showIf: ${condition}`;
  expect(checkContent(siteWith({ 'content/surveys/cita.mdx': survey([...questions, last]) }))).toEqual([]);
});
