// Hono's environments for the register: before and after signing in.
import type { Context } from 'hono';
import type { RegisterDeps } from '../../deps.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Session } from '../../domain/register/sessions.ts';
import type { AppContext } from '../reply.ts';

/** No user is known yet. */
export interface DeskEnv {
  Variables: { deps: RegisterDeps };
}

export interface RegisterEnv {
  Variables: DeskEnv['Variables'] & {
    /** Read anew on each request, so that a removed role takes effect at once. */
    person: Person;
    session: Session;
  };
}

export type DeskContext = Context<DeskEnv>;
export type RegisterContext = Context<RegisterEnv>;

/**
 * The same context for code that knows neither the register nor the signed-in user: Hono's context type is
 * invariant.
 */
export const asApp = (c: DeskContext | RegisterContext): AppContext => c as unknown as AppContext;
export const asDesk = (c: RegisterContext): DeskContext => c as unknown as DeskContext;
