// How long a sign-in lasts. A session is a random token that only the browser has; the register keeps its keyed hash.
import type { Person } from './people.ts';

const MINUTE = 60_000;
/** Nobody did anything for this long: whoever sits down next is somebody else. */
export const IDLE_MS = 30 * MINUTE;
/** A working day and no longer, whatever was done meanwhile. */
export const LONGEST_MS = 12 * 60 * MINUTE;
/** Changes to keys, people and roles ask for a sign-in not older than this. */
const FRESH_MS = 10 * MINUTE;
/** How often it is noted that a session is in use. */
export const NOTE_EVERY_MS = MINUTE;

export const TOKEN_BYTES = 32;

export interface Session {
  /** Names it in the list; opens nothing. */
  readonly id: string;
  readonly createdAt: string;
  /** When the person last proved who they are. */
  readonly confirmedAt: string;
  readonly lastSeenAt: string;
  /** Browser and system in two words, for its owner to tell it by. */
  readonly device: string;
}

export interface SignedIn {
  readonly person: Person;
  readonly session: Session;
}

/** Whether a session still counts. */
export const isAlive = ({ createdAt, lastSeenAt }: Session, now: Date): boolean =>
  now.getTime() - Date.parse(lastSeenAt) < IDLE_MS && now.getTime() - Date.parse(createdAt) < LONGEST_MS;

/** Whether it is recent enough for what changes who may sign in. */
export const isFresh = ({ confirmedAt }: Session, now: Date): boolean =>
  now.getTime() - Date.parse(confirmedAt) < FRESH_MS;
