// What the server's answer means for an answer that waits: it is in, it will never be taken, or later.

export type Outcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused' }
  /** `wait`: the server asked for so many milliseconds at least. `isBusy`: it answered, so the network is there. */
  | { readonly kind: 'later'; readonly wait: number; readonly isBusy: boolean };

/** Refusals that stay refusals, however often it is sent: closed, unknown, changed questions, the key used before. */
const FINAL: ReadonlySet<number> = new Set([400, 404, 405, 409, 410, 413, 415, 422]);
const OURS = 'application/problem+json';

/** Seconds or a date, as HTTP has it; milliseconds from now. */
function retryAfter(value: string | null, now: number): number {
  const wait = /^\d+$/.test(value ?? '') ? Number(value) * 1000 : Date.parse(value ?? '') - now;
  return wait > 0 ? wait : 0;
}

/**
 * Only an answer that is ours settles anything: the sign-in page of a network also says 200, and a proxy before a
 * server that is down says 404.
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
