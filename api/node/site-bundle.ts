// Reads the site bundle of the last build, for the server and the commands.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSiteBundle, type SiteBundle } from '../../src/contract/site-bundle.ts';
import { Refusal } from './refusal.ts';

/** Said whenever there is no usable build. */
export const NOT_BUILT =
  'Vietne vēl nav uzbūvēta. Palaidiet “npm run build” (vai “npm start”, kas uzbūvē un palaiž).';

/**
 * Reads and checks a site bundle, `build/site-bundle.json` by default.
 *
 * @throws {Refusal} when the site is not built, or the file was made by another version of the program.
 */
export function readBundle(
  file = fileURLToPath(new URL('../../build/site-bundle.json', import.meta.url)),
): SiteBundle {
  if (!existsSync(file)) throw new Refusal(NOT_BUILT);
  const read = readSiteBundle(readFileSync(file, 'utf8'));
  if (read.ok) return read.bundle;
  throw new Refusal(
    `Uzbūvētā vietne (${file}) neatbilst šai programmas versijai – ${read.problems.join('; ')}. Uzbūvējiet to no jauna: “npm run build” (vai “npm start”, kas uzbūvē un palaiž).`,
  );
}
