// The only cookie of the public site: after sending, it allows the receipt page to be shown for an hour.
// Strictly necessary, because the tracking code must not appear in an address.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { POINTER_SECONDS, type ReceiptPointer, readPointer, signPointer } from '../domain/receipt-pointer.ts';
import type { AppContext } from './reply.ts';

const NAME = 'kac-sanemts';

export const RECEIPT_PATH = '/sanemts/';

function attributes(c: AppContext) {
  const origin = c.var.deps.settings.origin ?? c.req.url;
  return {
    path: RECEIPT_PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: origin.startsWith('https:'),
  } as const;
}

/** Lets this browser see the receipt for an hour. */
export async function rememberReceipt(c: AppContext, pointer: ReceiptPointer): Promise<void> {
  const { keyring, now } = c.var.deps;
  const value = await signPointer(keyring, pointer, now());
  setCookie(c, NAME, value, { ...attributes(c), maxAge: POINTER_SECONDS });
}

/** What the browser may see: a receipt, nothing (no cookie, or its hour is over), or `forged`: a guess. */
export async function rememberedReceipt(c: AppContext): Promise<ReceiptPointer | 'forged' | null> {
  const value = getCookie(c, NAME);
  if (!value) return null;
  const { keyring, now } = c.var.deps;
  const pointer = await readPointer(keyring, value, now());
  return pointer === 'expired' ? null : pointer;
}

export const forgetReceipt = (c: AppContext): void => {
  deleteCookie(c, NAME, attributes(c));
};
