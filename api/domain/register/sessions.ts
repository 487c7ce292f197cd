// Duration of sign-ins. A session is a random token that only the browser has; the register stores its keyed
// hash.
import type { Person } from './people.ts';

const MINUTE = 60_000;
/** After this idle time another person may be at the device. */
export const IDLE_MS = 30 * MINUTE;
/** A working day, regardless of use. */
export const LONGEST_MS = 12 * 60 * MINUTE;
/** Changes to keys, people and roles require a sign-in at most this old. */
const FRESH_MS = 10 * MINUTE;
/** How often the use of a session is recorded. */
export const NOTE_EVERY_MS = MINUTE;

export const TOKEN_BYTES = 32;

export interface Session {
  /** Identifies it in the list; opens nothing. */
  readonly id: string;
  readonly createdAt: string;
  /** When the person last proved their identity. */
  readonly confirmedAt: string;
  readonly lastSeenAt: string;
  /** Browser and system, so that the owner recognises it. */
  readonly device: string;
}

export interface SignedIn {
  readonly person: Person;
  readonly session: Session;
}

/** True while a session is valid. */
export const isAlive = ({ createdAt, lastSeenAt }: Session, now: Date): boolean =>
  now.getTime() - Date.parse(lastSeenAt) < IDLE_MS && now.getTime() - Date.parse(createdAt) < LONGEST_MS;

/** True when it is recent enough for changes to who may sign in. */
export const isFresh = ({ confirmedAt }: Session, now: Date): boolean =>
  now.getTime() - Date.parse(confirmedAt) < FRESH_MS;
