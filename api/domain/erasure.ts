// Grounds for erasing a submission. A registered document is destroyed by an act that the archive has
// approved (Arhīvu likums 4(2)–(3)); a person's request alone does not erase what the law keeps (GDPR 17(3)).
import type { EventDetail } from './chain.ts';

export type ErasureReason =
  | { readonly code: 'destruction-act' /** Number and date, “Nr. 5, 2031-01-10”. */; readonly act: string }
  /**
   * For something that is not a registered document, or when the institution has found no duty to keep it.
   */
  | { readonly code: 'submitter-request' };

const LONGEST = 100;

/** An act's number as one line; null when it has no digit or is too long. */
export function parseAct(text: string): string | null {
  const act = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return /\d/.test(act) && act.length <= LONGEST ? act : null;
}

/** The reason as recorded in the event, permanently. */
export const erasureDetail = (reason: ErasureReason): EventDetail =>
  reason.code === 'destruction-act' ? { reason: reason.code, act: reason.act } : { reason: reason.code };
