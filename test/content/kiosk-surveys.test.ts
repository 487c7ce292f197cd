// A survey that the kiosk can't show is refused, with the line and what to write instead.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { readDocument } from '../../src/build/check/document.ts';
import { kioskSurveyProblems } from '../../src/build/check/kiosk-surveys.ts';
import { readContentFiles } from '../../src/build/content-files.ts';

const FACES = `      - kind: scale
        id: seja
        label: Kā veicās?
        labels: [Slikti, Drīzāk slikti, Viduvēji, Labi, Lieliski]
        cantSay: false
`;
const choice = (id: string, more = '') => `      - kind: choice
        id: ${id}
        label: Kas tieši?
        options: [{ id: ja, label: Jā }, { id: ne, label: Nē }]
${more}`;

/** The first question is in line 11. */
function problems(questions: string, audience = 'kiosk'): string[] {
  const text = `---
title: Vērtējums
summary: Aptauja skārienekrānam zālē.
audience: ${audience}
version: 1
opens: 2026-01-01
closes: 2026-12-31
thanks: Paldies!
sections:
  - id: viss
    questions:
${questions}---
`;
  const document = readDocument({ path: 'content/surveys/kiosks.mdx', text, utf8: true });
  if (!document) throw new Error('not a survey');
  return kioskSurveyProblems(document).map(
    ({ line, field, message, fix }) => `${line} ${field}: ${message} | ${fix}`,
  );
}

describe('a kiosk survey', () => {
  it('of faces and two more on any way through is sound', () => {
    const low = choice('slikti', '        showIf: { question: seja, atMost: 2 }\n');
    const high = choice('labi', '        showIf: { question: seja, atLeast: 4 }\n');
    expect(problems(FACES)).toEqual([]);
    expect(problems(FACES + low + high + choice('visiem'))).toEqual([]);
  });

  it('is told which question is one too many', () => {
    expect(problems(FACES + choice('a') + choice('b') + choice('c'))).toEqual([
      '25 sections[1].questions[4]: kioskā pēc sejām vienam cilvēkam uzdod ne vairāk par 2 jautājumiem; te var sanākt 3: “a”, “b”, “c” | Izdzēsiet kādu jautājumu vai ar “showIf” panāciet, ka visus reizē neuzdod.',
    ]);
    const after = choice('c', '        showIf: { question: b, is: ne }\n');
    expect(problems(FACES + choice('a') + choice('b') + after)).toHaveLength(1);
  });

  it.each([
    [
      'a choice first',
      choice('a'),
      'sections[1].questions[1].kind: kioska aptaujas pirmais jautājums ir sejas: tam jābūt skalai',
    ],
    [
      'four points',
      FACES.replace('cantSay', 'points: 4\n        cantSay'),
      'sections[1].questions[1].points: kioska aptaujas pirmais jautājums ir sejas: skalā jābūt 5 punktiem',
    ],
    [
      'faces without names',
      FACES.replace(/labels: .*/, 'low: Slikti\n        high: Labi'),
      'zem katras sejas vajag nosaukumu',
    ],
    ['faces with “can’t say”', FACES.replace('cantSay: false', 'cantSay: true'), 'cantSay: false'],
    [
      'faces on a condition',
      `${FACES}        showIf: { question: cits, answered: true }\n`,
      'to uzdod vienmēr',
    ],
    [
      'a text to type',
      `${FACES}      - { kind: text, id: teksts, label: Ko uzlabot? }\n`,
      'sections[1].questions[2].kind: kioskā uz katru jautājumu atbild ar vienu pieskārienu',
    ],
    [
      'several choices',
      `${FACES}${choice('a').replace('kind: choice', 'kind: choices')}`,
      'ar vienu pieskārienu',
    ],
    [
      'a further question that must be answered',
      FACES + choice('a', '        required: true\n'),
      'sections[1].questions[2].required: kioskā obligāta ir tikai pirmā atbilde',
    ],
  ])('with %s is refused', (_, questions, says) => {
    expect(problems(questions)).toEqual([expect.stringContaining(says)]);
    expect(problems(questions, 'public')).toEqual([]);
  });
});

it('is asked of the shipped content, too', async () => {
  const files = await readContentFiles(process.cwd());
  expect(files.some(({ text }) => /^audience: kiosk$/m.test(text))).toBe(true);
  const broken = files.map(file => ({
    ...file,
    text: file.text.replace('cantSay: false\n        required: true', 'cantSay: true'),
  }));
  expect(checkContent(files)).toEqual([]);
  expect(checkContent(broken).map(({ file }) => file)).toEqual(['content/surveys/kioska-aptauja.mdx']);
});
