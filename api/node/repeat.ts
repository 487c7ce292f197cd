// Something a server does by itself every so often.

export interface Repeating {
  /** Ends it; resolves when a run that was under way is over. */
  stop(): Promise<void>;
}

/** Runs `run` every so often, never twice at once, until stopped. It keeps no process alive. */
export function repeat(
  run: (stopped: () => boolean) => Promise<unknown>,
  everyMs: number,
  failed: (fault: unknown) => void,
): Repeating {
  let over = false;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = (): void => {
    timer = setTimeout(() => {
      running = run(() => over)
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
