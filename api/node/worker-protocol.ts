// Messages between the main thread and the database worker.
import type { Head } from '../domain/chain.ts';
import type { Statement } from '../store/database.ts';
import type { Arriving } from '../store/intake.ts';
import type { IntakeSetting } from './intake.ts';

export interface WorkerData {
  /** Absolute path of the database file. */
  readonly file: string;
}

export type Call =
  /** One statement (`execute`), or several in one transaction (`batch`). */
  | { readonly kind: 'execute' | 'batch'; readonly statements: readonly Statement[] }
  /** What the thread needs to take in submissions; before the first `take`. */
  | ({ readonly kind: 'open-intake' } & IntakeSetting)
  /** Whether the key of a window is in the thread's memory. */
  | { readonly kind: 'holds-key' }
  /** Stores a group after the head of the chain (`StoreGroup`). */
  | { readonly kind: 'take'; readonly group: readonly Arriving[]; readonly head: Head }
  | { readonly kind: 'close' };

export interface Request {
  readonly id: number;
  readonly call: Call;
}

/** An error as data: the fields a caller uses survive the thread boundary, its class does not. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly extendedCode: string | undefined;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: Fault };
