// The published rules are the official text word for word; anything else is reported with its line.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/build/check/front-matter.ts';
import { allPoints, parseRules } from '../../src/rules/parse.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

function published() {
  const split = splitFrontMatter(read('../../content/rules/2017-11-06.mdx'));
  if ('fault' in split) throw new Error(split.fault);
  return parseRules(split.body, split.bodyLine);
}

describe('the edition of 6 November 2017', () => {
  const official = read('./official-2017-11-06.md').split('\n');
  const rules = published();

  it('has five chapters and thirty-nine points, and nothing to correct', () => {
    expect(rules.problems).toEqual([]);
    expect(rules.chapters.map(chapter => chapter.points.length)).toEqual([4, 24, 7, 3, 1]);
    expect(allPoints(rules)).toHaveLength(39);
  });

  it('has the official chapter titles', () => {
    const titles = official.filter(line => line.startsWith('## '));
    expect(rules.chapters.map(({ numeral, title }) => `## ${numeral}. ${title}`)).toEqual(titles);
  });

  it('has the official text of every point', () => {
    const points = official.filter(line => /^\d/.test(line));
    expect(allPoints(rules).map(({ number, text }) => `${number}. ${text}`)).toEqual(points);
  });

  it('knows line and level of each point', () => {
    const lines = read('../../content/rules/2017-11-06.mdx').split('\n');
    for (const { number, line, level } of allPoints(rules)) {
      expect(lines[line - 1]).toMatch(new RegExp(`^${number.replaceAll('.', '\\.')}\\. `));
      expect(level).toBe(number.split('.').length);
    }
  });
});

/** `line field: what | found`, with valid text around the given paragraphs. */
const problemsOf = (...paragraphs: string[]): string[] =>
  parseRules(['## I. Sākums', ...paragraphs].join('\n\n'), 10).problems.map(
    ({ line, field, what, found }) => `${line} ${field}: ${what} | ${found}`,
  );

describe('what is not rules', () => {
  it.each([
    [
      'a paragraph without a number',
      '1. Labi.\n\nTeksts.',
      '14 punkts: rindkopai nav punkta numura | Teksts.',
    ],
    ['a number without a dot', '1 Teksts.', '12 1. punkts: punkta numurs nav uzrakstīts pareizi | 1 Teksts.'],
    [
      'a number without a space',
      '1.Teksts.',
      '12 1. punkts: punkta numurs nav uzrakstīts pareizi | 1.Teksts.',
    ],
    ['a number without text', '1.', '12 1. punkts: punktam nav teksta | 1.'],
    ['bold text', '1. Teksts **svarīgi**.', '12 1. punkts: punkta tekstā ir noformējuma zīmes | *'],
    [
      'a link',
      '1. Skat. [likumu](https://likumi.lv).',
      '12 1. punkts: punkta tekstā ir noformējuma zīmes | [likumu](',
    ],
    ['a brace', '1. Teksts {.', '12 1. punkts: punkta tekstā ir noformējuma zīmes | {'],
    ['italics', '1. Teksts _svarīgi_.', '12 1. punkts: punkta tekstā ir noformējuma zīmes | _s'],
    [
      'points without an empty line',
      '1. Teksts.\n2. Cits.',
      '13 1. punkts: rinda punkta vidū sākas ar numuru | 2. Cits.',
    ],
  ])('names %s', (_name, paragraph, problem) => {
    expect(problemsOf(paragraph)).toEqual([problem]);
  });

  it.each(['## Sākums', '## 1. Sākums', '## II Sākums', '### II. Sākums', '# II. Sākums', '##II. Sākums'])(
    'names the heading “%s” and counts on',
    heading => {
      expect(problemsOf('1. Teksts.', heading, '2. Teksts.', '## III. Beigas', '3. Teksts.')).toEqual([
        `14 nodaļa: nodaļas virsraksts nav uzrakstīts pareizi | ${heading}`,
      ]);
    },
  );

  it('names points before the first chapter', () => {
    expect(parseRules('1. Teksts.', 3).problems).toMatchObject([
      { line: 3, what: 'punkts ir pirms pirmās nodaļas virsraksta' },
    ]);
  });

  it('names an empty text', () => {
    expect(parseRules('\n', 3).problems).toMatchObject([{ line: 3, what: 'noteikumos nav neviena punkta' }]);
  });

  it('joins wrapped lines, reads Windows line ends and headings without empty lines around them', () => {
    const { chapters, problems } = parseRules(
      '## I. Sākums\r\n1. Pirmā\r\nun otrā.\r\n## II. Beigas\r\n2. Trešā.',
      1,
    );
    expect(problems).toEqual([]);
    expect(chapters.map(({ title, points }) => [title, points.map(point => point.text)])).toEqual([
      ['Sākums', ['Pirmā un otrā.']],
      ['Beigas', ['Trešā.']],
    ]);
  });
});
