// The signs of spam. Code words: the register's views put them into words.

/** Why a submission may be spam. It is stored and flagged with these, never dropped. */
export const SUSPICIONS = [
  /** The field that nobody sees was filled in. */
  'honeypot',
  /** Sent sooner after the page was served than anybody types. */
  'too-fast',
  /** The form's key bears our mark and a wrong signature. */
  'forged-key',
  /** The page was served weeks ago. */
  'old-key',
  /** The rate was unusual, and it came without a proof of work. */
  'no-proof',
  /** … with a proof that was forged, too old or used before. */
  'bad-proof',
  /** A survey's answers came at an unusual rate. */
  'unusual-rate',
  /** … faster than anybody reads the questions. */
  'speeder',
  /** … the same a second time from the same network on one day. */
  'duplicate',
  /** … after the survey's end, or to a former version; by its own word it was given in time and waited for the network. */
  'late',
] as const;
export type Suspicion = (typeof SUSPICIONS)[number];
