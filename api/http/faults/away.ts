// Whether an unexpected error means that the database is away for now, or that the program is wrong.

/** An error and its causes, the outermost first. Bounded, because a cause may lead back to itself. */
export function chainOf(fault: unknown): readonly Error[] {
  const chain: Error[] = [];
  let next = fault;
  while (next instanceof Error && chain.length < MOST_CAUSES && !chain.includes(next)) {
    chain.push(next);
    next = next.cause;
  }
  return chain;
}
const MOST_CAUSES = 8;

/** `denied`: the server of the database does not accept our token. */
export type Absence = 'away' | 'denied';

/**
 * SQLite's results for a file that can't be used at the moment: locked, a disk that fails, is full or read-only
 * (https://www.sqlite.org/rescode.html). A broken constraint, wrong SQL or a damaged file is none of these.
 */
const SQLITE_AWAY = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/** The thread of the embedded database has ended, or a connection to a server broke (Node, undici, libSQL's client). */
const CONNECTION_AWAY =
  /^(WORKER_GONE|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ENOSPC|EMFILE|ENFILE|UND_ERR_|HRANA_(CLOSED|WEBSOCKET)_ERROR|SERVER_ERROR|STREAM_EXPIRED)/;

const DENIED: ReadonlySet<unknown> = new Set([401, 403]);

/** `code` where it is a name, as Node and SQLite have it; a DOMException has a number there. */
export const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** The HTTP status that the server of the database answered with. */
export const statusOf = (error: Error): number | null =>
  'status' in error && typeof error.status === 'number' ? error.status : null;

/** Null: the database has nothing to do with it, the program is wrong. */
export function absenceOf(fault: unknown): Absence | null {
  const chain = chainOf(fault);
  if (chain.some(error => DENIED.has(statusOf(error)))) return 'denied';
  return chain.some(isAway) ? 'away' : null;
}

const isAway = (error: Error): boolean =>
  error.name === 'DatabaseUnreachable' ||
  error.name === 'TimeoutError' ||
  SQLITE_AWAY.test(codeOf(error)) ||
  CONNECTION_AWAY.test(codeOf(error));
