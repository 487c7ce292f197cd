// Moves answers of closed staff surveys into the results: at the server's start and every few minutes.
import type { RegisterDeps } from '../deps.ts';
import { type Repeating, repeat } from './repeat.ts';

const EVERY_MS = 5 * 60_000;

type Tools = Pick<RegisterDeps, 'staffSurveys' | 'log'>;

async function tend({ staffSurveys, log }: Tools): Promise<void> {
  try {
    for (const { survey, landed, dropped } of await staffSurveys.tend())
      log({ level: 'info', event: 'staff-survey', detail: { survey, landed, dropped } });
  } catch (fault) {
    // The next round tries again; nobody waits for this one.
    const message = fault instanceof Error ? fault.message : String(fault);
    log({ level: 'error', event: 'staff-survey', detail: { message } });
  }
}

/** Runs until it is stopped. */
export async function startLanding(tools: Tools): Promise<Repeating> {
  await tend(tools);
  return repeat(
    () => tend(tools),
    EVERY_MS,
    () => undefined,
  );
}
