// Changes to YAML touch only what they are meant to change, and no other character.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '../../../src/build/editor/yaml-edit.ts';
import { NoPlace } from '../../../src/build/editor/yaml-places.ts';

const FILE = `# Galva
title: "Nosaukums: ar kolu" # piezīme
checked: { on: 2026-01-01, source: 'Likums' }   # vienā rindā
status: >-
  Garš teksts
  divās rindās.
list:
  # pirmais – tas
  - { id: a, x: 1 }

  - id: b # otrais
    note: |
      Teksts.

toConfirm: [ title,  list , status ]
last: jā # beigas
`;

describe('setting a field', () => {
  it.each([
    ['plain', ['last'], 'nē', 'last: jā', 'last: nē'],
    ['in quotes', ['title'], '"Cits"', '"Nosaukums: ar kolu"', '"Cits"'],
    ['in brackets', ['checked', 'on'], '2026-02-02', '2026-01-01', '2026-02-02'],
    ['of several lines', ['status'], 'Īss', '>-\n  Garš teksts\n  divās rindās.', 'Īss'],
    ['in an entry', ['list', 1, 'id'], 'c', '- id: b', '- id: c'],
  ])('%s', (_, set, value, from, to) => {
    expect(editYaml('content/x.yaml', FILE, [{ set, value }])).toBe(FILE.replace(from, to));
  });

  it('adds it behind its neighbour where it is not there', () => {
    const after = 'source';
    const flow = editYaml('content/x.yaml', FILE, [{ set: ['checked', 'by'], value: 'x', after }]);
    expect(flow).toBe(FILE.replace("'Likums' }", "'Likums', by: x }"));
    const block = editYaml('content/x.yaml', FILE, [{ set: ['list', 1, 'x'], value: '2', after: 'id' }]);
    expect(block).toBe(FILE.replace('# otrais\n', '# otrais\n    x: 2\n'));
  });

  it('throws where it has no place', () => {
    expect(() => editYaml('content/x.yaml', FILE, [{ set: ['no', 'where'], value: '1' }])).toThrow(NoPlace);
  });
});

describe('taking away', () => {
  it.each([
    ['a line', ['last'], 'last: jā # beigas\n', ''],
    ['several lines', ['status'], 'status: >-\n  Garš teksts\n  divās rindās.\n', ''],
    ['the first in brackets', ['toConfirm', 0], '[ title,  list', '[ list'],
    ['one in the middle', ['toConfirm', 1], 'title,  list ,', 'title ,'],
    ['the last in brackets', ['toConfirm', 2], ' , status ]', ' ]'],
    ['a field in brackets', ['checked', 'source'], ", source: 'Likums' }", ' }'],
    ['an entry', ['list', 0], '  - { id: a, x: 1 }\n', ''],
  ])('%s', (_, remove, from, to) => {
    expect(editYaml('content/x.yaml', FILE, [{ remove }])).toBe(FILE.replace(from, to));
  });

  it('refuses what would leave a hyphen behind', () => {
    expect(() => editYaml('content/x.yaml', FILE, [{ remove: ['list', 1, 'id'] }])).toThrow(NoPlace);
  });
});

describe('front matter', () => {
  const text = `---\ntitle: A\nlist:\n  - a\n---\n\ntitle: B\n`;

  it('is changed and the text below it is not', () => {
    expect(editYaml('content/x.mdx', text, [{ set: ['title'], value: 'C' }])).toBe(text.replace('A', 'C'));
    const lines = ['- b', '- c'];
    expect(editYaml('content/x.mdx', text, [{ append: ['list'], lines }])).toBe(
      text.replace('  - a\n', '  - a\n  - b\n  - c\n'),
    );
  });

  it('keeps a byte order mark', () => {
    const marked = `\uFEFF${text}`;
    expect(editYaml('content/x.mdx', marked, [{ set: ['title'], value: 'C' }])).toBe(
      marked.replace('A', 'C'),
    );
  });

  it('keeps Windows line ends', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const after = editYaml('content/x.mdx', windows, [{ append: ['new'], lines: ['- b'] }]);
    expect(after).toBe(windows.replace('  - a\r\n', '  - a\r\nnew:\r\n  - b\r\n'));
  });
});

it('whatever stands there, an entry more is all that an appended entry makes', () => {
  const scalar = fc.oneof(
    fc.integer(),
    fc.constantFrom('a', '"b: c"', "'#'", '- 5', '"x"').map(text => text.replace('- ', '-')),
  );
  const entries = fc.array(fc.array(scalar, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(
      entries,
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 0, max: 4 }),
      (list, isFlow, isLast, indent) => {
        const pad = ' '.repeat(indent);
        const items = list.map(values => `[${values.join(', ')}]`);
        const block = items.map(item => `${pad}- ${item} # piezīme\n`).join('');
        const written = isFlow || items.length === 0 ? `list: [${items.join(', ')}]\n` : `list:\n${block}`;
        const text = isLast ? `a: 1\n${written}` : `${written}\n# beigas\nz: 1\n`;
        const after = editYaml('content/x.yaml', text, [{ append: ['list'], lines: ['- [jauns]'] }]);
        const [old, now] = [parse(text), parse(after)];
        return JSON.stringify({ ...old, list: [...old.list, ['jauns']] }) === JSON.stringify(now);
      },
    ),
    { numRuns: 500 },
  );
});
