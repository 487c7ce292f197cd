// The site bundle of the last build, for commands that need what editors keep.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteBundle } from '../domain/site-bundle.ts';
import { Refusal } from './refusal.ts';

/** @throws {Refusal} while the site is not built. */
export function readBundle(
  file = fileURLToPath(new URL('../../build/site-bundle.json', import.meta.url)),
): SiteBundle {
  if (!existsSync(file)) throw new Refusal('Vietne vēl nav uzbūvēta. Palaidiet “npm run build”.');
  return JSON.parse(readFileSync(file, 'utf8')) as SiteBundle;
}
