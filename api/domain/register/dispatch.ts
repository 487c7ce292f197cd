// Replies that staff send themselves: by post and e-address.

/** Where a reply by post or e-address stands, which staff send themselves. */
export interface Dispatch {
  /** Since when it waits to be sent, ISO 8601 in UTC; null where nothing waits. */
  readonly toSendSince: string | null;
  /** Riga date on which it left; null until that is recorded. */
  readonly sentOn: string | null;
}
