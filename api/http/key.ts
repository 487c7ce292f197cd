// The idempotency key of a send: where it stands in a request, and a fresh one where there is none.
import { isIdempotencyKey } from '../../src/forms/idempotency-key.ts';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import type { AppContext } from './reply.ts';

type Payload = Readonly<Record<string, unknown>>;

/** A fresh key for a filling-in, URL-safe: 144 random bits. */
export const newKey = (c: AppContext): string => toBase64Url(c.get('deps').random(18));

/** The header `Idempotency-Key` counts before a field of the form. */
export function withKeyHeader(c: AppContext, payload: Payload): Payload {
  const header = c.req.header('idempotency-key');
  return header === undefined ? payload : { ...payload, idempotencyKey: header };
}

/** The key that was sent; null where there is none, or none that is accepted. */
export function sentKey({ idempotencyKey }: Payload): string | null {
  return isIdempotencyKey(idempotencyKey) ? idempotencyKey : null;
}
