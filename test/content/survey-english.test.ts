// A survey's translation: complete, of the same version, with the same codes; each mistake with file, line,
// field and remedy.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited, siteWith } from './fixtures.ts';

const survey = 'content/surveys/aptauja.mdx';
const english = 'content/surveys-en/aptauja.mdx';

const LATVIAN = `${edited(survey, 'audience: public', 'audience: public\nlanguages: [lv, en]')}\nAptauja ir anonīma.\n`;
const ENGLISH = `---
title: Client survey
summary: A survey for every client.
thanks: Thank you for your answers!
version: 1
questions:
  kanals:
    label: How did you receive the service?
    options:
      klatiene: In person
      talrunis: By phone
  pieklajiba:
    label: The member of staff was polite.
    low: Disagree
    high: Agree
  uzlabot: { label: What should we do better? }
---

The survey is [anonymous](/en/surveys/aptauja/).
`;

const told = (latvian: string, translation: string | null) =>
  checkContent(siteWith({ [survey]: latvian, [english]: translation })).map(
    ({ file, line, field, message, fix }) => `${file}:${line} ${field}: ${message} | ${fix}`,
  );

/** The only problem after one replacement in the translation or in the Latvian survey. */
function one(from: string, to: string, of: 'english' | 'latvian' = 'english'): string {
  const text = of === 'english' ? ENGLISH : LATVIAN;
  expect(text).toContain(from);
  const changed = text.replace(from, () => to);
  const problems = of === 'english' ? told(LATVIAN, changed) : told(changed, ENGLISH);
  expect(problems, problems.join('\n')).toHaveLength(1);
  return problems[0] ?? '';
}

it('may be whole', () => {
  expect(told(LATVIAN, ENGLISH)).toEqual([]);
});

describe('a translation', () => {
  it('has to be there where the survey says so, and only there', () => {
    expect(told(LATVIAN, null)).toEqual([
      `${survey}:5 languages: aptaujai nav angļu tulkojuma | Izveidojiet failu ${english} vai rakstiet “languages: [lv]”.`,
    ]);
    expect(one('languages: [lv, en]\n', '', 'latvian')).toBe(
      `${english}:1 fails: tulkojumu neredzēs neviens: failā ${survey} nav “languages: [lv, en]” | Ierakstiet tur valodas vai tulkojumu izdzēsiet.`,
    );
  });

  it('is none of a survey for the screen in the hall', () => {
    const hall = 'content/surveys/zale.mdx';
    const asked = edited(hall, 'audience: kiosk', 'audience: kiosk\nlanguages: [lv, en]');
    expect(checkContent(siteWith({ [hall]: asked }))).toMatchObject([
      { file: hall, line: 5, field: 'languages', message: 'kioska aptauja ir tikai latviski' },
    ]);
  });

  it('bears the name of its survey', () => {
    const elsewhere = ENGLISH.replace('/en/surveys/aptauja/', '/en/contact/');
    expect(checkContent(siteWith({ 'content/surveys-en/aptaua.mdx': elsewhere }))).toMatchObject([
      {
        line: 1,
        field: 'faila nosaukums',
        message: 'mapē content/surveys nav aptaujas “aptaua”',
        fix: expect.stringContaining('Vai domājāt “aptauja”?'),
      },
    ]);
  });

  it('is of the version that is asked', () => {
    expect(one('version: 1', 'version: 2')).toBe(
      `${english}:5 version: tulkota 2. redakcija, bet failā ${survey} ir 1. | Salīdziniet tulkojumu ar latviešu tekstu un rakstiet “version: 1”.`,
    );
  });

  it('leaves out no question, answer, end of a scale or introduction', () => {
    expect(one('  uzlabot: { label: What should we do better? }\n', '')).toBe(
      `${english}:6 questions.uzlabot: nav iztulkots: “Ko mums uzlabot?” | Pievienojiet “uzlabot” un angļu tekstu.`,
    );
    expect(one('      talrunis: By phone\n', '')).toBe(
      `${english}:9 questions.kanals.options.talrunis: nav iztulkots: “Pa tālruni” | Pievienojiet “talrunis” un angļu tekstu.`,
    );
    expect(one('    high: Agree\n', '')).toBe(
      `${english}:12 questions.pieklajiba.high: nav iztulkots: “Piekrītu” | Pievienojiet “high” un angļu tekstu.`,
    );
    expect(one('The survey is [anonymous](/en/surveys/aptauja/).\n', '')).toContain(
      `${english}:18 teksts: nav iztulkots ievads`,
    );
    expect(one('  - id: beigas\n', '  - id: beigas\n    title: Beigas\n', 'latvian')).toBe(
      `${english}:1 sections: nav iztulkots: “Beigas” | Pievienojiet “sections” un angļu tekstu.`,
    );
    expect(
      one('id: klatiene, label: Klātienē', 'id: klatiene, label: Klātienē, hint: Centrā', 'latvian'),
    ).toBe(
      `${english}:10 questions.kanals.options.klatiene.hint: nav iztulkots: “Centrā” | Rakstiet klatiene: { label: "…", hint: "…" }.`,
    );
  });

  it('translates nothing that is not there', () => {
    expect(
      one(
        'label: What should we do better? }',
        'label: What should we do better?, hint: Nothing personal. }',
      ),
    ).toBe(
      `${english}:16 questions.uzlabot.hint: latviešu failā nav nekā, ko tulko “hint” | Izlabojiet kodu vai lieko izdzēsiet.`,
    );
    expect(
      one('      talrunis: By phone\n', '      talrunis: By phone\n      e-pasts: By e-mail\n'),
    ).toContain(
      `${english}:12 questions.kanals.options.e-pasts: latviešu failā nav nekā, ko tulko “e-pasts”`,
    );
  });

  it('is told of a mistyped code in both directions', () => {
    const problems = told(LATVIAN, ENGLISH.replace('  pieklajiba:', '  pieklajba:'));
    expect(problems).toEqual([
      `${english}:6 questions.pieklajiba: nav iztulkots: “Darbinieks bija pieklājīgs.” | Pievienojiet “pieklajiba” un angļu tekstu.`,
      `${english}:12 questions.pieklajba: latviešu failā nav nekā, ko tulko “pieklajba” | Vai domājāt “pieklajiba”? Izlabojiet kodu vai lieko izdzēsiet.`,
    ]);
  });

  it('has as many names as the scale has points', () => {
    const scale = 'low: Nepiekrītu\n        high: Piekrītu';
    const latvian = LATVIAN.replace(scale, 'points: 3\n        labels: [Nē, Daļēji, Jā]').replace(
      'version: 1',
      'version: 2',
    );
    const words = (labels: string) =>
      told(
        latvian,
        ENGLISH.replace('low: Disagree\n    high: Agree', `labels: [${labels}]`).replace(
          'version: 1',
          'version: 2',
        ),
      );
    expect(words('"No", In part, "Yes"')).toEqual([]);
    expect(words('"No", "Yes"')).toEqual([
      `${english}:14 questions.pieklajiba.labels[3]: nav iztulkots: “Jā” | Rakstiet tikpat nosaukumu, cik latviešu failā, tādā pašā secībā.`,
    ]);
  });

  it('has no field that nobody knows, at whatever depth', () => {
    expect(one('    low: Disagree\n', '    lov: Disagree\n    low: Disagree\n')).toContain(
      `${english}:14 questions.pieklajiba.lov: nezināms lauks “lov” | Vai domājāt “low”?`,
    );
    expect(one('label: The member of staff was polite.', 'label: 5')).toContain(
      `${english}:13 questions.pieklajiba.label: šeit vajadzīgs teksts`,
    );
  });
});
