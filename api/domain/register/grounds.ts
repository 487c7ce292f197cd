// The legal grounds for closing or refusing. Codes are stored in events; the words are for the sender.

/** Iesniegumu likums 7(1), in the order of its points. */
export const UNEXAMINED_GROUNDS = [
  'no-sender',
  'unsigned',
  'offensive',
  'unreadable',
  'answered-before',
] as const;
export type UnexaminedGround = (typeof UNEXAMINED_GROUNDS)[number];

/** For all but the first the person must be told, with the reason (7(2)). */
export const mustBeTold = (ground: string): boolean => ground !== 'no-sender';

/** Iesniegumu likums 5(4), 5(6) and 7(3). */
export const NOTED_GROUNDS = ['content', 'wish', 'repeated'] as const;
export type NotedGround = (typeof NOTED_GROUNDS)[number];

/** Decisions on a request to erase data (GDPR 17(1), 17(3)(b), 17(3)(d), 17(3)(e)). */
export const ERASURE_GROUNDS = ['granted', 'legal-duty', 'archive', 'claims'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export const isOneOf = <T extends string>(codes: readonly T[], code: string): code is T =>
  (codes as readonly string[]).includes(code);
