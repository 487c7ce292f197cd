// Writes the server's log. A write to a file or pipe blocks the thread, so lines of one moment are written
// together.
import type { LogEntry } from '../deps.ts';

const FLUSH_MS = 20;

export interface Log {
  /** Errors and all lines before them are written at once, others within 20 ms. */
  readonly log: (entry: LogEntry) => void;
  /** Writes the waiting lines. Later lines are written at once. */
  close(): void;
}

/**
 * A log of one JSON object per line through `write`, which must not return before it is done. However the
 * process ends, including an uncaught error, the lines are written first; only `kill -9` loses those of the
 * last 20 ms.
 */
export function openLog(write: (lines: string) => void): Log {
  let lines = '';
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const waiting = lines;
    lines = '';
    if (waiting !== '') write(waiting);
  };
  process.on('exit', flush);
  return {
    log(entry) {
      lines += `${JSON.stringify(entry)}\n`;
      if (closed || entry.level === 'error') flush();
      else timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    close() {
      closed = true;
      process.off('exit', flush);
      flush();
    },
  };
}

/** The log of a server: standard error, to which Node writes synchronously. */
export const logToStderr = (): Log =>
  openLog(lines => {
    process.stderr.write(lines);
  });
