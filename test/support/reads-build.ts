// Which tests need the site built: those of the browser, and those that read its pages or its data.
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Selection } from './selection.ts';

/** How tests name what the build wrote. Commands and servers read it by default, so these words stand for it, too. */
const READS = /\bdist\.ts'|'build\/|\/build\/site-bundle|'api\/[\w.-]+\.ts'|runRoot\(/;
const IMPORT = /from '(\.[^']+\.ts)'/g;

/** True when the test, or a helper of it, reads what the build wrote. */
function fileReads(file: string, seen: Set<string>): boolean {
  if (seen.has(file) || !file.startsWith('test/') || !existsSync(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (READS.test(text)) return true;
  return [...text.matchAll(IMPORT)].some(([, path = '']) =>
    fileReads(normalize(join(file, '..', path)), seen),
  );
}

/** Whole sets of tests do; of single files, look into each. */
export function readsBuild({ kind, unit, browser }: Selection): boolean {
  if (kind !== 'paths' || browser.length > 0) return true;
  return unit.some(file => fileReads(file, new Set()));
}
