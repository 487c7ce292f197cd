// What the main thread and the database worker say to each other.
import type { Head } from '../domain/chain.ts';
import type { Statement } from '../store/database.ts';
import type { Arriving } from '../store/intake.ts';
import type { IntakeSetting } from './intake.ts';

export interface WorkerData {
  /** Absolute path of the database file. */
  readonly file: string;
}

export type Call =
  /** One statement alone (`execute`), or all in one transaction (`batch`). */
  | { readonly kind: 'execute' | 'batch'; readonly statements: readonly Statement[] }
  /** What the thread needs to take submissions in; before the first `take`. */
  | ({ readonly kind: 'open-intake' } & IntakeSetting)
  /** Whether the key of a window is in the thread's memory. */
  | { readonly kind: 'holds-key' }
  /** Takes a group in behind the head of the chain (`StoreGroup`). */
  | { readonly kind: 'take'; readonly group: readonly Arriving[]; readonly head: Head }
  | { readonly kind: 'close' };

export interface Request {
  readonly id: number;
  readonly call: Call;
}

/** An error as data: the fields a caller decides by survive the thread boundary, its class does not. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly extendedCode: string | undefined;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: Fault };
