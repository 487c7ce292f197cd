// Whether `dist/` and `build/` are as the sources are now: tests of a few files build only when they are not.
import { globSync, statSync } from 'node:fs';
import { rigaDate } from '../../src/calendar/dates.ts';

/** Written last by the build. */
const BUILT = 'build/site-bundle.json';
/** What the build reads. Folders count, too: a removed file leaves its trace there only. */
const INPUTS = ['src/**/*', 'src', 'content/**/*', 'content', 'public/*', 'public', 'astro.config.mjs'];

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Missing, older than a source, or of another day: pages show the coming days. */
export function buildIsStale(now: Date): boolean {
  const builtAt = changedAt(BUILT);
  if (rigaDate(new Date(builtAt)) !== rigaDate(now)) return true;
  return globSync(INPUTS).some(path => changedAt(path) > builtAt);
}
