// The timer behind the port `After`.
import type { After } from '../domain/crypto/after.ts';

/** Runs something once, later. It keeps no process alive: a server that stops does not wait for it. */
export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};
