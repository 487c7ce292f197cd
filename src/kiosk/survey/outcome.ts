// What the server's response means for a queued answer: stored, refused for good, or try later.

export type Outcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused' }
  /**
   * `wait`: the server asked for at least this many milliseconds. `isBusy`: it answered, so the network
   * works.
   */
  | { readonly kind: 'later'; readonly wait: number; readonly isBusy: boolean };

/** Permanent refusals: closed, unknown, changed questions, key already used. */
const FINAL: ReadonlySet<number> = new Set([400, 404, 405, 409, 410, 413, 415, 422]);
const OURS = 'application/problem+json';

/** `Retry-After` in seconds or as a date; returns milliseconds from now. */
function retryAfter(value: string | null, now: number): number {
  const wait = /^\d+$/.test(value ?? '') ? Number(value) * 1000 : Date.parse(value ?? '') - now;
  return wait > 0 ? wait : 0;
}

/**
 * Only a response of our own server counts: the sign-in page of a network also answers 200, and a proxy in
 * front of a stopped server answers 404.
 */
export async function outcomeOf(response: Response, now: number): Promise<Outcome> {
  const { status, headers } = response;
  if (FINAL.has(status) && headers.get('content-type')?.startsWith(OURS)) return { kind: 'refused' };
  if (status === 201) {
    const body = (await response.json().catch(() => null)) as { reference?: unknown } | null;
    if (typeof body?.reference === 'string') return { kind: 'received' };
  }
  return { kind: 'later', wait: retryAfter(headers.get('retry-after'), now), isBusy: status >= 400 };
}
