// Every mistake of the corpus is found, in its file and line, and explained in Latvian; valid content has no
// problems.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { formatReport } from '../../src/build/check/report.ts';
import { readContentFiles } from '../../src/build/content-files.ts';
import type { Broken } from './broken/broken.ts';
import { CALENDAR } from './broken/calendar.ts';
import { DATES } from './broken/dates.ts';
import { FIELDS } from './broken/fields.ts';
import { REFERENCES } from './broken/references.ts';
import { SURVEY_CONDITIONS } from './broken/survey-conditions.ts';
import { SURVEY_VERSIONS } from './broken/survey-versions.ts';
import { SURVEYS } from './broken/surveys.ts';
import { TEXTS } from './broken/texts.ts';
import { VALUES } from './broken/values.ts';
import { YAML } from './broken/yaml.ts';
import { edited, MORE, siteWith } from './fixtures.ts';

describe('sound content', () => {
  it('has no problems in the small site', () => {
    expect(checkContent(siteWith({}))).toEqual([]);
    expect(checkContent(siteWith(MORE))).toEqual([]);
  });

  it('has no problems in the content we ship', async () => {
    expect(formatReport(checkContent(await readContentFiles(process.cwd())))).toBe('Saturs ir kārtībā.');
  });
});

/** `7 saite: …` or, for a file other than the broken one, `content/x.mdx:7 saite: …` */
function parsed(path: string, says: string) {
  const [, file = path, line, field, message = '', fix = ''] =
    /^(?:(content\/\S+?):)?(\d+) ([^:]+): (.*?) \|\s?(.*)$/.exec(says) ?? [];
  return {
    file,
    line: Number(line),
    field,
    message: expect.stringContaining(message),
    fix: expect.stringContaining(fix),
  };
}

describe.each([
  ['fields', FIELDS],
  ['values', VALUES],
  ['references and duplicates', REFERENCES],
  ['dates', DATES],
  ['hours and calendar', CALENDAR],
  ['surveys', SURVEYS],
  ['conditions of surveys', SURVEY_CONDITIONS],
  ['versions of surveys', SURVEY_VERSIONS],
  ['YAML', YAML],
  ['texts', TEXTS],
])('%s', (_group, corpus) => {
  it.each(corpus.map(entry => [entry.name, entry] as const))(
    'explains %s',
    (_name, { path, from, to, says }: Broken) => {
      const problems = checkContent(siteWith({ [path]: edited(path, from, to) }));
      const expected = says.map(line => parsed(path, line)).toSorted((a, b) => a.file.localeCompare(b.file));
      expect(problems).toEqual(expected.map(problem => expect.objectContaining(problem)));
    },
  );

  it('never shows a stack, zod’s English or raw data', () => {
    for (const { path, from, to } of corpus) {
      const report = formatReport(checkContent(siteWith({ [path]: edited(path, from, to) })));
      expect(report).not.toMatch(/\n\s+at |Invalid|expected|received|"code"|undefined|\[object|Error/);
    }
  });
});
