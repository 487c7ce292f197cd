// The timer as a port, and what is kept in memory only while it is used.

/** Runs something after so many milliseconds; the function it returns calls it off. It keeps no process alive. */
export type After = (ms: number, run: () => void) => () => void;

/**
 * Runs `forget` once nothing was used for `ms` milliseconds. The function it returns says that something is used now.
 * Without a timer (`after` null) nothing is forgotten: that is for commands, which end soon.
 */
export function whenIdle(after: After | null, ms: number, forget: () => void): () => void {
  let callOff = (): void => undefined;
  return () => {
    callOff();
    if (after) callOff = after(ms, forget);
  };
}
