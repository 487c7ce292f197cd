// Which receipt a browser may be shown again without the tracking code, as text for a cookie. The intake signs it, so
// that a person who only knows or guesses an idempotency key cannot make one.
import { toBase64Url } from './crypto/base64url.ts';
import { sameText } from './crypto/bytes.ts';
import type { Keyring } from './keyring.ts';

export interface ReceiptPointer {
  readonly kind: 'submission' | 'survey';
  readonly idempotencyKey: string;
  /** Survey id, for a survey's receipt. */
  readonly survey?: string;
}

/** Seconds. Long enough to write the code down, short enough for a shared computer. */
export const POINTER_SECONDS = 3600;

const MAC_BYTES = 16;
/** Expiry in seconds since 1970, survey id (empty for a submission), idempotency key; then the MAC, 22 characters. */
const SHAPE = /^((\d{1,12})\.([a-z0-9-]*)\.([\w-]{16,100}))\.([\w-]{22})$/;

const macOf = async (keyring: Pick<Keyring, 'mac'>, body: string): Promise<string> =>
  toBase64Url((await keyring.mac('receipt-pointer', body)).slice(0, MAC_BYTES));

const secondsAt = (at: Date): number => Math.floor(at.getTime() / 1000);

/** The text that opens this receipt for an hour from `now`. */
export async function signPointer(
  keyring: Pick<Keyring, 'mac'>,
  { idempotencyKey, survey = '' }: ReceiptPointer,
  now: Date,
): Promise<string> {
  const body = `${secondsAt(now) + POINTER_SECONDS}.${survey}.${idempotencyKey}`;
  return `${body}.${await macOf(keyring, body)}`;
}

/** What the text points to; `forged` where the intake never signed it, `expired` where its hour is over. */
export async function readPointer(
  keyring: Pick<Keyring, 'mac'>,
  text: string,
  now: Date,
): Promise<ReceiptPointer | 'forged' | 'expired'> {
  const [, body, expires, survey, idempotencyKey, mac] = SHAPE.exec(text) ?? [];
  if (!body || !idempotencyKey || !mac) return 'forged';
  if (!sameText(mac, await macOf(keyring, body))) return 'forged';
  if (Number(expires) <= secondsAt(now)) return 'expired';
  return survey ? { kind: 'survey', idempotencyKey, survey } : { kind: 'submission', idempotencyKey };
}
