// The one cookie of the public site: after sending, it lets the receipt page show itself for an hour. Strictly
// necessary, because the tracking code may stand in no address.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from './reply.ts';

const NAME = 'kac-sanemts';
/** Seconds. Long enough to write the code down, short enough for a shared computer. */
const MAX_AGE = 3600;

export interface ReceiptPointer {
  readonly kind: 'submission' | 'survey';
  readonly idempotencyKey: string;
  /** Survey id, for a survey's receipt. */
  readonly survey?: string;
}

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

export function rememberReceipt(c: AppContext, { idempotencyKey, survey = '' }: ReceiptPointer): void {
  setCookie(c, NAME, `${idempotencyKey}.${survey}`, { ...attributes(c), maxAge: MAX_AGE });
}

/** What the browser was told to show, or null. */
export function rememberedReceipt(c: AppContext): ReceiptPointer | null {
  const [, idempotencyKey, survey] = /^([\w-]{16,100})\.([a-z0-9-]*)$/.exec(getCookie(c, NAME) ?? '') ?? [];
  if (!idempotencyKey) return null;
  return survey ? { kind: 'survey', idempotencyKey, survey } : { kind: 'submission', idempotencyKey };
}

export const forgetReceipt = (c: AppContext): void => {
  deleteCookie(c, NAME, attributes(c));
};
