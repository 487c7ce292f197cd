// Mistakes that only several files together can contain.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited, SOUND, siteWith } from './fixtures.ts';

describe('files together', () => {
  it('may not give a service the name of a view of the catalogue', () => {
    for (const id of ['a-z', 'iestade', 'dzives-situacija']) {
      const file = `content/services/${id}.mdx`;
      expect(checkContent(siteWith({ [file]: SOUND['content/services/dzivesvieta.mdx'] ?? '' }))).toEqual([
        expect.objectContaining({
          file,
          line: 1,
          message: `adresi “/pakalpojumi/${id}/” jau lieto pakalpojumu katalogs`,
        }),
      ]);
    }
  });

  it('may not have two opening hours for one channel on one day', () => {
    const second = edited('content/hours/klatiene.mdx', '2026-01-01', '2026-07-01');
    const [problem, ...others] = checkContent(siteWith({ 'content/hours/vasara.mdx': second }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      file: 'content/hours/klatiene.mdx',
      field: 'validThrough',
      message: 'spēkā reizē ar failu content/hours/vasara.mdx (no 2026-07-01)',
    });
    const phone = second.replace('counter', 'phone');
    expect(checkContent(siteWith({ 'content/hours/vasara.mdx': phone }))).toEqual([]);
  });

  it('finds an overlap that is not with the next one', () => {
    const short = edited('content/hours/klatiene.mdx', '2026-01-01', '2026-02-01\nvalidThrough: 2026-02-28');
    const later = edited('content/hours/klatiene.mdx', '2026-01-01', '2026-07-01');
    const problems = checkContent(siteWith({ 'content/hours/a.mdx': short, 'content/hours/b.mdx': later }));
    expect(problems.map(problem => problem.file)).toEqual([
      'content/hours/klatiene.mdx',
      'content/hours/klatiene.mdx',
    ]);
  });

  it('may have a new edition from the day the old one is repealed', () => {
    const path = 'content/rules/2017-11-06.mdx';
    const next = edited(path, 'inForce: 2017-11-06', 'inForce: 2027-01-01');
    const repealed = edited(path, 'signatory:', 'repealed: 2027-01-01\nsignatory:');
    expect(checkContent(siteWith({ [path]: repealed, 'content/rules/2027-01-01.mdx': next }))).toEqual([]);
    expect(checkContent(siteWith({ 'content/rules/2027-01-01.mdx': next }))).toMatchObject([
      { file: path, field: 'repealed', message: expect.stringContaining('spēkā reizē') },
    ]);
  });

  it('refers to the points of the edition in force', () => {
    const path = 'content/rules/2017-11-06.mdx';
    const changes = {
      [path]: edited(path, 'signatory:', 'repealed: 2027-01-01\nsignatory:'),
      'content/rules/2027-01-01.mdx': edited(path, 'inForce: 2017-11-06', 'inForce: 2027-01-01').replace(
        /2\.1\. .*\n\n2\.2\. .*\n\n/,
        '',
      ),
    };
    expect(checkContent(siteWith(changes), '2026-12-31')).toEqual([]);
    expect(checkContent(siteWith(changes), '2027-01-01').map(problem => problem.found)).toEqual([
      '/noteikumi/#p-2.1',
      '2.1',
      '2.1',
    ]);
  });

  it('names the numbering of the rules with the lines of the file', () => {
    const path = 'content/rules/2017-11-06.mdx';
    expect(checkContent(siteWith({ [path]: edited(path, '2.2. otrais', '2.3. otrais') }))).toMatchObject([
      { file: path, line: 23, field: '2.3. punkts', message: 'trūkst 2.2. punkta', anchor: 'numeracija' },
    ]);
  });

  it('reports a sign MDX cannot read in a point once', () => {
    const path = 'content/rules/2017-11-06.mdx';
    expect(checkContent(siteWith({ [path]: edited(path, 'Pirmais', 'Pirmais <5') }))).toMatchObject([
      { line: 17, field: 'teksts' },
    ]);
  });

  it('may have an English file only for a Latvian service of the same name', () => {
    const english =
      '---\ntitle: Declaring residence\nsummary: How to declare a new address.\ntranslated: 2026-11-22\n---\n\n[Complain](/en/complaint/).\n';
    const found = (name: string) => checkContent(siteWith({ [`content/services-en/${name}.mdx`]: english }));
    expect(found('dzivesvieta')).toEqual([]);
    expect(found('dzivesvietas')).toMatchObject([
      {
        file: 'content/services-en/dzivesvietas.mdx',
        field: 'faila nosaukums',
        message: 'mapē content/services nav pakalpojuma “dzivesvietas”',
        fix: expect.stringContaining('Vai domājāt “dzivesvieta”?'),
        anchor: 'nezinama-atsauce',
      },
    ]);
  });

  it('may lack no field of an English file, and link to no English page that is not there', () => {
    const path = 'content/services-en/dzivesvieta.mdx';
    const broken =
      '---\ntitle: Declaring residence\nsummary: How to declare a new address.\n---\n\n[x](/en/complaints/)\n';
    expect(checkContent(siteWith({ [path]: broken }))).toMatchObject([
      { file: path, field: 'translated', anchor: 'trukst-lauka' },
      { file: path, line: 6, field: 'saite', fix: expect.stringContaining('/en/complaint/') },
    ]);
  });

  it('shows every problem of every file at once, in the order of files and lines', () => {
    const staff = edited('content/staff/anna.mdx', 'email: anna', 'email: ').replace('"1"', '1');
    const page = edited('content/pages/par-mums.mdx', 'title:', 'tittle:').replace('#p-2.1', '#p-7');
    const survey = edited('content/surveys/aptauja.mdx', '"2.1"', '"9"').replace(
      'high: Piekrītu',
      'hihg: Piekrītu',
    );
    const problems = checkContent(
      siteWith({
        'content/staff/anna.mdx': staff,
        'content/pages/par-mums.mdx': page,
        'content/surveys/aptauja.mdx': survey,
      }),
    );
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'content/pages/par-mums.mdx:2',
      'content/pages/par-mums.mdx:7',
      'content/staff/anna.mdx:6',
      'content/surveys/aptauja.mdx:21',
      'content/surveys/aptauja.mdx:23',
    ]);
  });

  it('reports the same opening hours as .md and .mdx as a repeated name only', () => {
    const hours = SOUND['content/hours/klatiene.mdx'] ?? '';
    expect(checkContent(siteWith({ 'content/hours/klatiene.md': hours }))).toMatchObject([
      { anchor: 'dublets' },
    ]);
  });
});
