// Three editions of the rules for tests: the real one and two derived from it. `content/` never contains an
// invented edition.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/build/check/front-matter.ts';
import { type EditionEntry, ruleEditionSchema } from '../../src/rules/schema.ts';

/** The shipped edition. */
export const REAL = readFileSync(new URL('../../content/rules/2017-11-06.mdx', import.meta.url), 'utf8');

function changed(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`no “${from}”`);
    return result.replace(from, () => to);
  }, text);
}

/**
 * In force on the day of the test: changed words, one point removed, one added, another signatory and
 * heading.
 */
const SECOND = changed(
  REAL,
  ['inForce: 2017-11-06', 'inForce: 2026-01-01\nrepealed: 2099-01-01'],
  ['toConfirm: [status]\n', ''],
  ['Laimis Šāvējs', 'Parauga Vārds'],
  ['viņš par to atvainojas klientam', 'viņš nekavējoties atvainojas klientam'],
  [/\n\n5\.5\.3\. .*\n/.exec(REAL)?.[0] ?? '?', '\n'],
  ['## V. Noslēguma jautājums', '## V. Noslēguma jautājumi'],
  [
    '14. Noteikumi stājas spēkā',
    '14. Par noteikumiem darbiniekus informē vadītājs.\n\n15. Noteikumi stājas spēkā',
  ],
);

/** In future: a new sixth point, so that every later one has another number. */
const THIRD = changed(SECOND, ['inForce: 2026-01-01\nrepealed: 2099-01-01', 'inForce: 2099-01-01'])
  .replace(/^(\d+)(?=\.)/gm, number => (Number(number) >= 6 ? `${Number(number) + 1}` : number))
  .replace(/^7\. /m, '6. Centrs rūpējas, lai rinda būtu īsa.\n\n7. ');

/** By path in a project. */
export const THREE_EDITIONS: Readonly<Record<string, string>> = {
  'content/rules/2017-11-06.mdx': changed(REAL, ['signatory:', 'repealed: 2026-01-01\nsignatory:']),
  'content/rules/2026-01-01.mdx': SECOND,
  'content/rules/2099-01-01.mdx': THIRD,
};

/** An edition as the collections would contain it. */
export function entryOf(text: string): EditionEntry {
  const split = splitFrontMatter(text);
  if ('fault' in split) throw new Error(split.fault);
  const data = ruleEditionSchema.parse(parse(split.yaml));
  return { id: data.inForce, data, body: split.body };
}

/** The three, oldest first. */
export const threeEntries = (): readonly [EditionEntry, EditionEntry, EditionEntry] => {
  const [a, b, c] = Object.values(THREE_EDITIONS).map(entryOf);
  if (!a || !b || !c) throw new Error('three editions');
  return [a, b, c];
};
