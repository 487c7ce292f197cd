// The fetch function of every remote libSQL client, on Node and on the edge.

const TIMEOUT_MS = 10_000;

/** The server of the database can't be used at the moment. `status`: what it answered, if it did. */
class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable';
  readonly status: number | null;

  constructor(status: number | null, cause?: unknown) {
    super(status === null ? 'no answer from the database server' : `the database server answered ${status}`, {
      cause,
    });
    this.status = status;
  }
}

/** Our token is not accepted, or the server itself is busy or broken. Errors in SQL come with 200 or 400. */
const isUnusable = (status: number): boolean =>
  status === 401 || status === 403 || status === 429 || status >= 500;

/**
 * A `fetch` for `createClient({ fetch })`. Rejects with a `TimeoutError` when the whole answer is not there in time:
 * with its primary down, a replica otherwise holds a write for minutes (facts/platform T7). Rejects with
 * `DatabaseUnreachable` when there is no connection, and for a status that says the server can't be used: the client
 * would keep neither the status nor, on the edge, an error that can be told from others.
 */
export function remoteFetch(timeoutMs: number = TIMEOUT_MS): (request: Request) => Promise<Response> {
  return async request => {
    const headers = new Headers(request.headers);
    // The server compresses at a quality that makes large answers fifty times slower (facts/platform T4).
    headers.set('accept-encoding', 'identity');
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(request, { headers, signal }).catch((fault: unknown) => {
      throw isTimeout(fault) ? fault : new DatabaseUnreachable(null, fault);
    });
    if (!isUnusable(response.status)) return response;
    await response.body?.cancel();
    throw new DatabaseUnreachable(response.status);
  };
}

const isTimeout = (fault: unknown): boolean => fault instanceof Error && fault.name === 'TimeoutError';
