// A periodic task of a server.

export interface Repeating {
  /** Ends it; resolves when a running round is over. */
  stop(): Promise<void>;
}

/** Background work takes at most this share of the time, so that requests come first. */
const SHARE = 0.05;
/** A stopping server waits for at most one pause. */
const LONGEST_PAUSE_MS = 1000;

/** Waits nineteen times as long as the work since the last pause took. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const took = performance.now() - since;
    const pause = Math.min(LONGEST_PAUSE_MS, took * (1 / SHARE - 1));
    await new Promise(resolve => setTimeout(resolve, pause));
    since = performance.now();
  };
}

/** What a round gets: whether to stop, and a pause to take between its parts. */
export interface Turn {
  readonly stopped: () => boolean;
  readonly pause: () => Promise<void>;
}

/** Runs `run` at intervals, never twice at once, until stopped. It does not keep the process alive. */
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
