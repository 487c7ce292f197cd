// The signs of spam as codes; the register's views have their wording.

/** Why a submission may be spam. It is stored and flagged, never dropped. */
export const SUSPICIONS = [
  /** The hidden field was filled in. */
  'honeypot',
  /** Sent sooner after the page was served than anybody types. */
  'too-fast',
  /** The form's key has our mark and a wrong signature. */
  'forged-key',
  /** The page was served weeks ago. */
  'old-key',
  /** The rate was unusual, and there was no proof of work. */
  'no-proof',
  /** … and the proof of work was forged, too old or already used. */
  'bad-proof',
  /** Survey answers came at an unusual rate. */
  'unusual-rate',
  /** … faster than anybody reads the questions. */
  'speeder',
  /** … the same again from the same network on one day. */
  'duplicate',
  /**
   * … after the survey's end, or to a former version; according to the kiosk it was given in time and waited
   * for the network.
   */
  'late',
] as const;
export type Suspicion = (typeof SUSPICIONS)[number];
