// Something a server does by itself every so often.

export interface Repeating {
  /** Ends it; resolves when a run that was under way is over. */
  stop(): Promise<void>;
}

/** Background work takes this share of the time at most: visitors come first, however much there is to catch up on. */
const SHARE = 0.05;
/** A server that stops waits for a pause. */
const LONGEST_PAUSE_MS = 1000;

/** Waits nineteen times as long as the part took that was done since the last pause. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const took = performance.now() - since;
    const pause = Math.min(LONGEST_PAUSE_MS, took * (1 / SHARE - 1));
    await new Promise(resolve => setTimeout(resolve, pause));
    since = performance.now();
  };
}

/** What a run is given: whether to leave off, and a pause to take between its parts. */
export interface Turn {
  readonly stopped: () => boolean;
  readonly pause: () => Promise<void>;
}

/** Runs `run` every so often, never twice at once, until stopped. It keeps no process alive. */
export function repeat(
  run: (turn: Turn) => Promise<unknown>,
  everyMs: number,
  failed: (fault: unknown) => void,
): Repeating {
  let over = false;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = (): void => {
    timer = setTimeout(() => {
      running = run({ stopped: () => over, pause: breather() })
        .catch(failed)
        .finally(() => {
          if (!over) next();
        });
    }, everyMs).unref();
  };
  next();
  return {
    async stop() {
      over = true;
      clearTimeout(timer);
      await running;
    },
  };
}
