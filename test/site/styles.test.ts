// The sheet that visitors get: no class has two owners. Two files that style one bare class mean two things by it, and
// whichever comes later draws its box round the other's words.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/styles/';
/** Files of the shared sheet, as it names them. */
const shared = [...readFileSync(`${FOLDER}index.css`, 'utf8').matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(
  ([, name]) => name ?? '',
);

/**
 * Classes that a file gives rules of their own: `.name {`, `.name,`, `.name:hover {`; not within another's selector, nor
 * within a condition on width, where the page's frame is arranged anew.
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
    // Bare elements, paper and small helpers are about other files' classes by nature.
    for (const file of shared.filter(name => !/^(base|print|utilities)\.css$/.test(name)))
      for (const name of ownedBy(file)) owners.set(name, [...(owners.get(name) ?? []), file]);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
