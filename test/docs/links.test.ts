// Every relative link in the documentation leads to a file and heading that exist; every `npm run` names a script.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages, type Page, scriptNames } from './pages.ts';

const withoutCode = (text: string): string =>
  text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function brokenLinks({ path, text }: Page): string[] {
  const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter(target => !/^(?:https?:|mailto:|\/)/.test(target))
    .filter(target => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      if (!existsSync(to)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(to, 'utf8')).includes(anchor);
    })
    .map(target => `${path} → ${target}`);
}

/** Paths of source files that a page names in backticks. */
function missingFiles({ path, text }: Page): string[] {
  const named = [...text.matchAll(/`((?:api|src|test|content|docs)\/[\w./-]+\.\w+)`/g)].map(
    ([, file = '']) => file,
  );
  return named.filter(file => !existsSync(file)).map(file => `${path} → ${file}`);
}

describe('the documentation', () => {
  const pages = allPages();

  it('is found', () => {
    expect(pages.length).toBeGreaterThan(40);
  });

  it('has links that lead somewhere', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('names source files that exist', () => {
    expect(pages.flatMap(missingFiles)).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const scripts = scriptNames();
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)]
        .filter(([, name = '']) => !scripts.has(name))
        .map(([, name]) => `${path}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['[x](no-such.md)', 'docs/x.md → no-such.md'],
    ['[x](keys.md#no-such-heading)', 'docs/x.md → keys.md#no-such-heading'],
    ['[x](#nowhere)\n', 'docs/x.md → #nowhere'],
  ])('finds %s', (text, finding) => {
    expect(
      brokenLinks({ path: 'docs/keys.md', text }).map(found => found.replace('docs/keys.md', 'docs/x.md')),
    ).toEqual([finding]);
  });

  it('lets good links and code through', () => {
    const text = '[x](keys.md) [y](https://kac.example/) [z](../README.md) `[n](nothing.md)`';
    expect(brokenLinks({ path: 'docs/keys.md', text })).toEqual([]);
  });
});
