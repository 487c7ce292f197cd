// The printed report: place, mistake, remedy, handbook section; a count at the end.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Anchor, Problem } from '../../src/build/check/problem.ts';
import { formatReport } from '../../src/build/check/report.ts';

const problem: Problem = {
  file: 'content/services/x.mdx',
  line: 12,
  field: 'responsible',
  found: 'spec',
  message: 'nezināma vērtība “spec”',
  fix: 'Vai domājāt “specialists”?',
  anchor: 'nezinama-atsauce',
};

it('shows one problem in two lines and a count', () => {
  expect(formatReport([problem])).toBe(
    [
      'content/services/x.mdx:12 · responsible: nezināma vērtība “spec”.',
      '    Vai domājāt “specialists”? → docs/redaktoram/README.md#nezinama-atsauce',
      '',
      'Atrasta 1 kļūda 1 failā.',
    ].join('\n'),
  );
});

it('names what was found when the message does not', () => {
  expect(formatReport([{ ...problem, message: 'par īsu' }])).toContain(
    'responsible: par īsu (atrasts: “spec”).',
  );
  expect(formatReport([{ ...problem, message: 'nav', found: '' }])).toContain('responsible: nav.\n');
});

it('groups by file and counts both', () => {
  const report = formatReport([problem, problem, { ...problem, file: 'content/site.yaml' }]);
  expect(report.split('\n\n')).toHaveLength(3);
  expect(report).toMatch(/Atrastas 3 kļūdas 2 failos\.$/);
});

it('says so when all is well', () => {
  expect(formatReport([])).toBe('Saturs ir kārtībā.');
});

it('points only to paragraphs the handbook has', () => {
  const anchors: Record<Anchor, true> = {
    'nezinams-lauks': true,
    'trukst-lauka': true,
    'nepareiza-vertiba': true,
    'nezinama-atsauce': true,
    numeracija: true,
    dublets: true,
    'datumu-seciba': true,
    nosacijums: true,
    'aptaujas-uzbuve': true,
    redakcija: true,
    'teksts-mdx': true,
    saite: true,
  };
  const handbook = readFileSync('docs/redaktoram/README.md', 'utf8');
  for (const anchor of Object.keys(anchors)) expect(handbook).toMatch(new RegExp(`^#+ ${anchor}$`, 'm'));
});
