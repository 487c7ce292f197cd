// Replies that staff send themselves: by post and e-address.

/** State of a reply by post or e-address. */
export interface Dispatch {
  /** Since when it waits to be sent, ISO 8601 in UTC; null when nothing waits. */
  readonly toSendSince: string | null;
  /** Riga date on which it was sent; null until that is recorded. */
  readonly sentOn: string | null;
}
