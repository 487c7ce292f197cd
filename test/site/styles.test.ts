// The stylesheet for visitors: no class is styled by two files. Otherwise the file loaded later would
// override the other's rules for a class with a different meaning.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/styles/';
/** The files of the shared stylesheet, by its imports. */
const shared = [...readFileSync(`${FOLDER}index.css`, 'utf8').matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(
  ([, name]) => name ?? '',
);

/**
 * Classes that a file styles on their own: `.name {`, `.name,`, `.name:hover {`; not within another selector,
 * nor within a condition on width, where the page's frame is rearranged.
 */
function ownedBy(file: string): Set<string> {
  const text = readFileSync(FOLDER + file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return new Set([...text.matchAll(/^\.([\w-]+)(?::[^\s{,]+)?\s*[{,]/gm)].map(([, name]) => name ?? ''));
}

describe('the shared stylesheet', () => {
  it('is read whole', () => {
    expect(shared.length).toBeGreaterThan(15);
    expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining(shared));
  });

  it('has one file for each class', () => {
    const owners = new Map<string, string[]>();
    // Bare elements, print styles and small helpers style other files' classes on purpose.
    for (const file of shared.filter(name => !/^(base|print|utilities)\.css$/.test(name)))
      for (const name of ownedBy(file)) owners.set(name, [...(owners.get(name) ?? []), file]);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
