// Hono's environments for the register: before somebody is signed in, and after.
import type { Context } from 'hono';
import type { RegisterDeps } from '../../deps.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Session } from '../../domain/register/sessions.ts';
import type { AppContext } from '../reply.ts';

/** Nobody is known yet. */
export interface DeskEnv {
  Variables: { deps: RegisterDeps };
}

export interface RegisterEnv {
  Variables: DeskEnv['Variables'] & {
    /** Read anew at each request: a role taken away counts at once. */
    person: Person;
    session: Session;
  };
}

export type DeskContext = Context<DeskEnv>;
export type RegisterContext = Context<RegisterEnv>;

/** The same context for what knows nothing of the register, or of who is signed in: Hono's type of it is invariant. */
export const asApp = (c: DeskContext | RegisterContext): AppContext => c as unknown as AppContext;
export const asDesk = (c: RegisterContext): DeskContext => c as unknown as DeskContext;
