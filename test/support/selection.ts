// Which tests the arguments of `npm test` name.
import { globSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';

export interface Selection {
  /** Everything, one of the two kinds, what imports a changed file, or the files and folders named. */
  readonly kind: 'all' | 'unit' | 'browser' | 'changed' | 'paths';
  readonly unit: readonly string[];
  readonly browser: readonly string[];
  /** Files of the product: the tests that import them. */
  readonly related: readonly string[];
  /** What `--changed=` compares with; the last commit unless told. */
  readonly since: string | null;
  readonly coverage: boolean;
}

const USAGE = `npm test                        everything
npm test -- <file or folder>…   the tests there; of a file of the product, the tests that import it
npm test -- --changed           the tests that import what is not committed yet (--changed=main: what differs from main)
npm run test:unit · test:browser · test:watch · test:coverage`;

/** An argument that means nothing. The message says what may be given. */
export class WrongArgument extends Error {
  override name = 'WrongArgument';
  constructor(what: string) {
    super(`${what}\n\n${USAGE}`);
  }
}

const isBrowser = (path: string): boolean => path.endsWith('.spec.ts');
const isUnit = (path: string): boolean => path.endsWith('.test.ts');

/** The test files at a path, itself or in the folder; a file of the product is its own. */
function filesAt(argument: string): string[] {
  const path = normalize(argument).replace(/\/$/, '');
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new WrongArgument(`There is no file or folder “${argument}”.`);
  if (!found.isDirectory()) return [path];
  const files = globSync(join(path, '**/*.{test,spec}.ts')).filter(file => !file.includes('node_modules'));
  if (files.length === 0) throw new WrongArgument(`The folder “${argument}” has no tests.`);
  return files;
}

/** @throws {WrongArgument} on an unknown option or a path with no tests. */
export function selectionOf(args: readonly string[]): Selection {
  const options = args.filter(one => one.startsWith('-'));
  const known = /^--(unit|browser|coverage|changed(=[\w./~^-]+)?)$/;
  const unknown = options.find(option => !known.test(option));
  if (unknown) throw new WrongArgument(`Unknown option “${unknown}”.`);
  const files = args.filter(one => !one.startsWith('-')).flatMap(filesAt);
  const changed = options.find(option => option.startsWith('--changed'));
  const kind = (['unit', 'browser'] as const).find(one => options.includes(`--${one}`));
  return {
    kind: changed ? 'changed' : files.length > 0 ? 'paths' : (kind ?? 'all'),
    unit: files.filter(isUnit),
    browser: files.filter(isBrowser),
    related: files.filter(file => !isUnit(file) && !isBrowser(file)),
    since: changed?.split('=')[1] ?? null,
    coverage: options.includes('--coverage'),
  };
}
