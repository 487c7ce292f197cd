// Periodic cleanup of a server on Node: uploads whose form was never sent expire after a day, ended sessions
// are removed.
import type { LogEntry, RegisterDeps } from '../deps.ts';
import { toInstant } from '../domain/intake.ts';
import { IDLE_MS } from '../domain/register/sessions.ts';
import { type PruneTools, pruneUploads } from '../jobs/prune-uploads.ts';

const EVERY_MS = 15 * 60_000;

/** Runs now and every quarter of an hour; the returned function ends it and waits for a running round. */
export function startHousekeeping(
  deps: PruneTools & Pick<RegisterDeps, 'sessions'> & { readonly log: (entry: LogEntry) => void },
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const round = async (): Promise<void> => {
    try {
      await deps.sessions.prune(toInstant(new Date(deps.now().getTime() - IDLE_MS)));
      const removed = await pruneUploads(deps);
      if (removed > 0) deps.log({ level: 'info', event: 'uploads-expired', detail: { removed } });
    } catch (fault) {
      // The next round tries again; nobody waits for this one.
      const message = fault instanceof Error ? fault.message : String(fault);
      deps.log({ level: 'error', event: 'housekeeping', detail: { message } });
    }
    running = null;
  };
  const start = (): void => {
    running ??= round();
  };
  start();
  const timer = setInterval(start, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
