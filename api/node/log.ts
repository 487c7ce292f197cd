// The server's log on its way out. A write to a file or pipe makes the thread wait, so lines of one moment go out together.
import type { LogEntry } from '../deps.ts';

const FLUSH_MS = 20;

export interface Log {
  /** Errors, with all that stood before them, are out at once; the rest within 20 ms. */
  readonly log: (entry: LogEntry) => void;
  /** Writes what is waiting. What is logged afterwards goes out at once. */
  close(): void;
}

/**
 * A log of one JSON object a line through `write`, which must not return before it is done. Whatever way the process
 * ends, an uncaught fault included, the lines are out first; only `kill -9` loses those of the last 20 ms.
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

/** The log of a server: standard error, which Node writes to without delay. */
export const logToStderr = (): Log =>
  openLog(lines => {
    process.stderr.write(lines);
  });
