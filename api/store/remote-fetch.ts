// The fetch every remote libSQL client uses, on Node and on the edge.

const TIMEOUT_MS = 10_000;

/**
 * A `fetch` for `createClient({ fetch })`. Rejects with a `TimeoutError` when the whole answer is not there in time:
 * with its primary down, a replica otherwise holds a write for minutes (facts/platform T7).
 */
export function remoteFetch(timeoutMs: number = TIMEOUT_MS): (request: Request) => Promise<Response> {
  return request => {
    const headers = new Headers(request.headers);
    // The server compresses at a quality that makes large answers fifty times slower (facts/platform T4).
    headers.set('accept-encoding', 'identity');
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    return fetch(request, { headers, signal });
  };
}
