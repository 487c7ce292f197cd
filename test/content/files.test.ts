// File names, places, encodings and endings.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited, SOUND, siteWith } from './fixtures.ts';

describe('files', () => {
  const page = SOUND['content/pages/par-mums.mdx'] ?? '';
  const problemsOf = (changes: Record<string, string | null>) => checkContent(siteWith(changes));

  it('must have names that can be addresses', () => {
    expect(problemsOf({ 'content/pages/Par Mūsu darbu.mdx': page })).toMatchObject([
      { line: 1, field: 'faila nosaukums', fix: expect.stringContaining('“par-musu-darbu.mdx”') },
    ]);
  });

  it.each([
    'content/jaunumi.mdx',
    'content/pages/en/about.mdx',
    'content/services/x.yaml',
    'content/calendar/2027.yaml',
  ])('must lie where the site reads them, unlike %s', path => {
    expect(problemsOf({ [path]: page })).toMatchObject([{ file: path, message: 'šo failu vietne nelasa' }]);
  });

  it('must all be there', () => {
    const missing = problemsOf({
      'content/calendar/kalendars.yaml': null,
      'content/policy/iesniegumi.yaml': null,
    });
    expect(missing.map(problem => [problem.file, problem.message])).toEqual([
      ['content/calendar/kalendars.yaml', 'šī faila nav'],
      ['content/policy/iesniegumi.yaml', 'šī faila nav'],
    ]);
  });

  it('may not say every code is unknown when site.yaml is missing', () => {
    expect(problemsOf({ 'content/site.yaml': null })).toMatchObject([{ message: 'šī faila nav' }]);
  });

  it('must not have the same name with two endings', () => {
    expect(problemsOf({ 'content/pages/par-mums.md': page })).toMatchObject([
      {
        file: 'content/pages/par-mums.md',
        message: 'kods “par-mums” jau ir failam content/pages/par-mums.mdx',
      },
    ]);
  });

  it('must be UTF-8 without invisible signs', () => {
    const path = 'content/pages/par-mums.mdx';
    expect(problemsOf({ [path]: `\uFEFF${page}` })).toMatchObject([{ line: 1, found: 'BOM' }]);
    expect(problemsOf({ [path]: edited(path, 'Skatiet', 'Ska\0tiet') })).toMatchObject([
      { line: 7, found: 'NUL' },
    ]);
    const files = siteWith({}).map(file => (file.path === path ? { ...file, utf8: false } : file));
    expect(checkContent(files)).toMatchObject([{ file: path, message: expect.stringContaining('UTF-8') }]);
  });

  it('may say < and { in .md', () => {
    const text = page.replace('Skatiet', 'Bērniem <5 { gadu. Skatiet');
    expect(problemsOf({ 'content/pages/par-mums.mdx': null, 'content/pages/par-mums.md': text })).toEqual([]);
  });

  it('have their links checked in .md, too', () => {
    const text = page.replace('/noteikumi/#p-2.1', '/nekur/').concat('\n<a href="/tur/">tur</a>\n');
    expect(
      problemsOf({ 'content/pages/par-mums.mdx': null, 'content/pages/par-mums.md': text }),
    ).toMatchObject([
      { line: 7, found: '/nekur/' },
      { line: 9, found: '/tur/' },
    ]);
  });

  it('may use the comments, escapes and links MDX knows', () => {
    const fine = [
      'a \\< b \\{ &lt; `{<`',
      '{/* piezīme */}',
      '[a](https://likumi.lv/) [b](mailto:a@b.lv) [c](tel:+37160000001) [d](#vieta) [e](/sudziba/?kas=x)',
      '[f](/pakalpojumi/dzivesvieta/) [g](/darbinieki/anna.vcf) [h](/aptaujas/aptauja/) [i](/dati/darba-laiks.ics)',
      '<abbr title="x">y</abbr>',
    ].join('\n\n');
    expect(problemsOf({ 'content/pages/par-mums.mdx': `${page}\n${fine}\n` })).toEqual([]);
  });
});
