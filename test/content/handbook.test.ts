// The surveys and questions in the handbook's chapter about surveys pass the check.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { siteWith } from './fixtures.ts';

const chapter = readFileSync('docs/redaktoram/aptaujas.md', 'utf8');
const blocks = [...chapter.matchAll(/^```(yaml)?\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({
  kind,
  text,
}));
const [survey = '', translation = ''] = blocks
  .filter(({ kind }) => kind === undefined)
  .map(({ text }) => text);
const questions = blocks.filter(({ kind, text }) => kind === 'yaml' && text.startsWith('- '));

/** The questions and points that the handbook's questions refer to are not in the small site. */
const asked = (text: string): string => `---
title: Paraugi no rokasgrāmatas
summary: Jautājumi, kādi tie ir rokasgrāmatā.
audience: public
version: 1
opens: 2027-01-01
closes: 2027-12-31
thanks: Paldies par atbildēm!
sections:
  - id: viss
    questions:
${text.replaceAll(/^(?=.)/gm, '      ').replaceAll(/rulePoint: "[\d.]+"/g, 'rulePoint: "2.1"')}---
`;

const problemsOf = (files: Readonly<Record<string, string>>) =>
  checkContent(siteWith(files)).map(({ file, field, message }) => `${file} ${field}: ${message}`);

describe('the handbook of surveys', () => {
  it('begins with a whole survey', () => {
    expect(problemsOf({ 'content/surveys/diena.mdx': survey })).toEqual([]);
  });

  it('has questions of every kind, each sound', () => {
    const kinds = questions.flatMap(({ text }) => [...text.matchAll(/kind: (\w+)/g)].map(([, kind]) => kind));
    expect(new Set(kinds)).toEqual(
      new Set(['scale', 'nps', 'choice', 'choices', 'grid', 'short', 'text', 'number', 'date']),
    );
    for (const { text } of questions)
      expect(problemsOf({ 'content/surveys/paraugi.mdx': asked(text) }), text).toEqual([]);
  });

  it('ends with a translation of a survey like the small site’s', () => {
    const latvian = asked(
      '- kind: choice\n  id: kanals\n  label: Kā saņēmāt pakalpojumu?\n  options: [{ id: klatiene, label: Klātienē }, { id: talrunis, label: Pa tālruni }]\n- kind: scale\n  id: pieklajiba\n  label: Darbinieks bija pieklājīgs.\n  low: Nepiekrītu\n  high: Piekrītu\n',
    )
      .replace('audience:', 'languages: [lv, en]\naudience:')
      .replace('- id: viss', '- id: apkalposana\n    title: Kā Jūs apkalpoja');
    expect(
      problemsOf({ 'content/surveys/paraugi.mdx': latvian, 'content/surveys-en/paraugi.mdx': translation }),
    ).toEqual([]);
  });
});
