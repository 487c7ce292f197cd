// Everything the app takes from outside. Roots build it; nothing else reads a clock, randomness or a setting.
import type { Primitives } from './domain/crypto/primitives.ts';
import type { Windows } from './domain/crypto/windows.ts';
import type { Keyring } from './domain/keyring.ts';
import type { SiteBundle } from './domain/site-bundle.ts';
import type { Database } from './store/database.ts';
import type { StoreSubmission } from './store/intake.ts';
import type { Journal } from './store/journal.ts';
import type { ResponseStore } from './store/responses.ts';
import type { TakeStep } from './store/steps.ts';
import type { SubmissionStore } from './store/submissions.ts';

export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly event: string;
  /** Facts about the event, never a person's data or anything typed into a form. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface Settings {
  /** The public address, `https://kac.example`, no slash at the end; null means "wherever the request came to". */
  readonly origin: string | null;
}

/** What a root hands in; `createDeps` in `compose.ts` adds the stores. */
export interface Surroundings {
  readonly database: Database;
  readonly site: SiteBundle;
  readonly keyring: Keyring;
  readonly primitives: Primitives;
  readonly settings: Settings;
  /** The present instant. */
  readonly now: () => Date;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly log: (entry: LogEntry) => void;
}

export interface Deps extends Omit<Surroundings, 'database'> {
  readonly windows: Windows;
  readonly submissions: SubmissionStore;
  readonly responses: ResponseStore;
  /** Takes a prepared submission in; several at once share a commit. */
  readonly storeSubmission: StoreSubmission;
  /** Takes a prepared step on a submission, once per idempotency hash. */
  readonly takeStep: TakeStep;
  /** The one way to change what is in the register. */
  readonly journal: Journal;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
}

/** Hono's environment for every route: `c.var.deps`. */
export interface AppEnv {
  Variables: { deps: Deps };
}
