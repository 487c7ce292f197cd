// Why a submission may be erased. A registered document goes by a destruction act that the archive has agreed to
// (Arhīvu likums 4(2)–(3)); a person's wish alone does not erase what the law keeps (GDPR 17(3)).
import type { EventDetail } from './chain.ts';

export type ErasureReason =
  | { readonly code: 'destruction-act' /** Number and date, “Nr. 5, 2031-01-10”. */; readonly act: string }
  /** For what is no registered document, or where the institution has found that nothing keeps it. */
  | { readonly code: 'submitter-request' };

const LONGEST = 100;

/** An act's number as one line; null when it holds no digit, or is longer than a number is. */
export function parseAct(text: string): string | null {
  const act = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return /\d/.test(act) && act.length <= LONGEST ? act : null;
}

/** The reason as it stands in the event, for as long as the chain does. */
export const erasureDetail = (reason: ErasureReason): EventDetail =>
  reason.code === 'destruction-act' ? { reason: reason.code, act: reason.act } : { reason: reason.code };
