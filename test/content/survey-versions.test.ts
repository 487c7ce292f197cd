// The record of a survey's versions: what is recorded automatically, what only for a named survey, what
// never.

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/build/check/check.ts';
import { readDocument } from '../../src/build/check/document.ts';
import { unrecorded } from '../../src/build/check/survey/recorded.ts';
import { recordVersions } from '../../src/build/survey/command.ts';
import { versionOf, versionsText } from '../../src/build/survey/version.ts';
import { surveySchema } from '../../src/surveys/schema.ts';
import { surveyVersionsSchema } from '../../src/surveys/versions-schema.ts';
import { edited, MORE, siteWith } from './fixtures.ts';

const survey = 'content/surveys/aptauja.mdx';
const record = 'content/survey-versions/aptauja.yaml';
const TODAY = '2026-06-01';

const WORDING = ['Darbinieks bija pieklājīgs.', 'Darbinieks bija pieklājīgs!'] as const;
const QUESTION = [
  '      - kind: text\n',
  '      - { kind: short, id: vieta, label: Kur tas bija? }\n      - kind: text\n',
] as const;
const KIND = ['kind: text', 'kind: short'] as const;

/** The small site with its survey changed, and its record too when given. */
const changed = (edits: readonly (readonly [string, string])[], other?: string | null) => {
  const text = edits.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    edited(survey, '---', '---'),
  );
  return siteWith({ [survey]: text, ...(other === undefined ? {} : { [record]: other }) });
};

/** The site after the command has written its files. */
function afterwards(files: ReturnType<typeof siteWith>, write: readonly { path: string; text: string }[]) {
  const written = new Map(write.map(({ path, text }) => [path, text]));
  const old = files.filter(({ path }) => !written.has(path));
  return [...old, ...[...written].map(([path, text]) => ({ path, text, utf8: true }))];
}

const put = (files: ReturnType<typeof siteWith>, only?: string, today = TODAY) =>
  recordVersions(files, { only, today });

describe('what nobody has put down', () => {
  const places = (files: ReturnType<typeof siteWith>) =>
    unrecorded(files).map(({ file, line, text }) => `${file}:${line} ${text}`);

  it('is nothing where the record says what the survey asks', () => {
    expect(places(siteWith({}))).toEqual([]);
  });

  it('is a whole version, or a question that came to one', () => {
    expect(places(changed([], null))).toEqual([`${survey}:5 1. redakcija`]);
    expect(places(changed([['version: 1', 'version: 2']]))).toEqual([`${survey}:5 2. redakcija`]);
    expect(places(changed([QUESTION]))).toEqual([`${survey}:26 jautājums “vieta”, 1. redakcija`]);
    expect(checkContent(changed([QUESTION]))).toEqual([]);
  });
});

describe('the command', () => {
  it('puts every survey down and finds nothing to do the second time', () => {
    const files = siteWith({ ...MORE, [record]: null });
    const first = put(files);
    expect(first.ok).toBe(true);
    expect(first.write.map(({ path }) => path)).toEqual([
      record,
      'content/survey-versions/darbiniekiem.yaml',
      'content/survey-versions/zale.yaml',
    ]);
    expect(first.text).toContain(`aptauja, 1. redakcija: ierakstīts failā ${record} (3 jautājumi).`);
    const then = afterwards(files, first.write);
    expect(checkContent(then)).toEqual([]);
    expect(unrecorded(then)).toEqual([]);
    expect(put(then)).toMatchObject({ ok: true, write: [] });
    expect(put(then).text).toContain('zale, 1. redakcija: viss jau ir ierakstīts.');
  });

  it('adds a version beside the earlier ones, whatever changed', () => {
    const files = changed([['version: 1', 'version: 2'], KIND]);
    const { ok, write } = put(files);
    expect(ok).toBe(true);
    const { versions } = surveyVersionsSchema.parse(parse(write[0]?.text ?? ''));
    expect(versions.map(({ version, recorded }) => [version, recorded])).toEqual([
      [1, '2026-01-01'],
      [2, TODAY],
    ]);
    expect(versions.map(({ questions }) => questions.at(-1)?.kind)).toEqual(['text', 'short']);
  });

  it('adds new questions to the version that is there, and keeps its day', () => {
    const { ok, write } = put(changed([QUESTION]));
    expect(ok).toBe(true);
    const { versions } = surveyVersionsSchema.parse(parse(write[0]?.text ?? ''));
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({ version: 1, recorded: '2026-01-01' });
    expect(versions[0]?.questions.map(({ id }) => id)).toEqual(['kanals', 'pieklajiba', 'vieta', 'uzlabot']);
  });

  it('puts a mended spelling down only for the survey that was named', () => {
    const files = changed([WORDING]);
    const all = put(files);
    expect(all).toMatchObject({ ok: false, write: [] });
    expect(all.text).toContain('ierakstiet no jauna: npm run content -- versions aptauja');
    const named = put(files, 'aptauja');
    expect(named.ok).toBe(true);
    expect(checkContent(afterwards(files, named.write))).toEqual([]);
  });

  it('never puts another question down under the same version once people answer', () => {
    const files = changed([KIND]);
    expect(put(files, 'aptauja')).toMatchObject({ ok: false, write: [] });
    expect(put(files, 'aptauja', '2026-01-01')).toMatchObject({ ok: false, write: [] });
    expect(put(files, 'aptauja').text).toContain('mainīts: atbildes veids (bija text)');
    const both = changed([KIND, WORDING]);
    expect(put(both, 'aptauja')).toMatchObject({ ok: false, write: [] });
  });

  it('does before the first day, when nobody has answered, and the check says so', () => {
    const files = changed([KIND]);
    const dayBefore = '2025-12-31';
    expect(checkContent(files, dayBefore)[0]?.fix).toContain('Aptauja vēl nav sākusies');
    expect(checkContent(files, '2026-01-01')[0]?.fix).not.toContain('Aptauja vēl nav sākusies');
    const { ok, write } = put(files, 'aptauja', dayBefore);
    expect(ok).toBe(true);
    expect(checkContent(afterwards(files, write))).toEqual([]);
  });

  it('puts down nothing of a version older than the last', () => {
    const newer = edited(record, 'version: 1', 'version: 2');
    expect(put(changed([], newer), 'aptauja')).toMatchObject({ ok: false, write: [] });
  });

  it('puts down nothing of a survey with mistakes, and leaves those of other files alone', () => {
    const wrong = put(changed([['id: uzlabot', 'id: kanals']], null));
    expect(wrong).toMatchObject({ ok: false, write: [] });
    expect(wrong.text).toContain('kods “kanals” jau ir 13. rindā');
    const staff = { 'content/staff/anna.mdx': edited('content/staff/anna.mdx', 'name:', 'vārds:') };
    expect(put(siteWith({ ...staff, [record]: null }))).toMatchObject({ ok: true });
  });

  it('names the surveys there are', () => {
    expect(put(siteWith({}), 'aptaujas')).toEqual({
      ok: false,
      write: [],
      text: 'Mapē content/surveys nav aptaujas “aptaujas”. Aptaujas: aptauja.',
    });
    expect(put(siteWith({ [survey]: null })).text).toBe('Mapē content/surveys nav nevienas aptaujas.');
  });
});

it('says once of a grid what all its rows share, and of a row what is its own', () => {
  const grid =
    '      - kind: grid\n        id: darbs\n        label: Cik piekrītat?\n        low: Nemaz\n        high: Pilnīgi\n        rows:\n          - { id: riki, label: Rīki ir labi. }\n          - { id: telpas, label: Telpas ir labas. }\n';
  const asking = (question: string) => changed([['  - id: beigas\n', `${question}  - id: beigas\n`]]);
  const [first] = put(asking(grid)).write;
  const told = (question: string) =>
    checkContent(afterwards(asking(question), first === undefined ? [] : [first])).map(
      ({ line, field, message }) => `${line} ${field}: ${message}`,
    );
  expect(told(grid)).toEqual([]);
  const place = 'sections[1].questions[3]';
  expect(told(grid.replace('Cik piekrītat?', 'Cik bieži tā ir?'))).toEqual([
    `26 ${place}.label: jautājums “darbs” vairs nav tāds kā 1. redakcijā; mainīts: tabulas virsraksts (bija “Cik piekrītat?”)`,
  ]);
  expect(told(grid.replace('Rīki ir labi.', 'Rīki ir ērti.'))).toEqual([
    `30 ${place}.rows[1].label: jautājums “darbs.riki” vairs nav tāds kā 1. redakcijā; mainīts: formulējums (bija “Rīki ir labi.”)`,
  ]);
  expect(
    told(
      grid.replace(
        '          - { id: telpas, label: Telpas ir labas. }',
        '          - { id: slodze, label: Slodze ir laba. }',
      ),
    ),
  ).toEqual([
    '5 version: jautājuma “darbs.telpas” (“Telpas ir labas.”) vairs nav, bet 1. redakcijā tas bija',
  ]);
});

it('reads back what it wrote, also texts that look like something else', () => {
  const question = { kind: 'choice', id: 'diena', label: 'Kurā dienā nācāt?' };
  const options = ['2026-01-01', 'true', '5.10', 'null', '- a: #b', 'Jā "nu"'].map((label, i) => ({
    id: `a${i}`,
    label,
  }));
  const definition = surveySchema.parse({
    title: 'Aptauja',
    summary: 'Aptauja ikvienam.',
    audience: 'public',
    version: 3,
    opens: '2026-01-01',
    closes: '2026-12-31',
    thanks: 'Paldies!',
    sections: [
      {
        id: 'a',
        questions: [
          { ...question, options },
          { kind: 'date', id: 'kad', label: 'Kad nācāt?', from: '2026-01-01' },
        ],
      },
    ],
  });
  const version = versionOf(definition, TODAY);
  const document = readDocument({ path: record, text: versionsText([version]), utf8: true });
  expect(surveyVersionsSchema.parse(document?.data)).toEqual({ versions: [version] });
});
