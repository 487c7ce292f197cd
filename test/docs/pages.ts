// The English pages of documentation, as text.
import { globSync, readFileSync } from 'node:fs';

export interface Page {
  /** From the root, `docs/keys.md`. */
  readonly path: string;
  readonly text: string;
}

const ENGLISH = ['*.md', 'docs/*.md', 'docs/decisions/*.md'];
const LATVIAN = ['docs/redaktoram/*.md'];

const read = (patterns: readonly string[]): readonly Page[] =>
  globSync([...patterns])
    .sort()
    .map(path => ({ path, text: readFileSync(path, 'utf8') }));

export const englishPages = (): readonly Page[] => read(ENGLISH);
export const allPages = (): readonly Page[] => read([...ENGLISH, ...LATVIAN]);

/** The names of the npm scripts. */
export function scriptNames(): ReadonlySet<string> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  return new Set(Object.keys(scripts));
}
