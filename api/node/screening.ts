// Screens new submissions for conflicts of interest while the server runs, when the office's key is here.
import type { RegisterDeps } from '../deps.ts';
import { screenCases } from '../jobs/screen-cases.ts';
import { type Repeating, repeat } from './repeat.ts';

/** A case appears in the worklist within seconds of its arrival. */
const EVERY_MS = 2000;

/**
 * Runs until it is stopped; null when the office's key is kept elsewhere. A failed run is logged and
 * repeated.
 */
export function startScreening(deps: RegisterDeps): Repeating | null {
  const { office, primitives, cases, journal, people, site, now, log } = deps;
  if (!office) return null;
  const directory = site.desk?.directory ?? [];
  const tools = { office, primitives, cases, journal, directory, people: people.list, now };
  const failed = (fault: unknown): void =>
    log({
      level: 'error',
      event: 'screening',
      detail: { message: fault instanceof Error ? fault.message : String(fault) },
    });
  return repeat(turn => screenCases({ ...tools, ...turn }), EVERY_MS, failed);
}
