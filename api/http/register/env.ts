// Hono's environment for the register: who is signed in.
import type { Context } from 'hono';
import type { AppEnv } from '../../deps.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Session } from '../../domain/register/sessions.ts';
import type { AppContext } from '../reply.ts';

export interface RegisterEnv extends AppEnv {
  Variables: AppEnv['Variables'] & {
    /** Read anew at each request: a role taken away counts at once. */
    person: Person;
    session: Session;
  };
}

export type RegisterContext = Context<RegisterEnv>;

/** The same context for what knows nothing of the register: Hono's type of it is invariant. */
export const asApp = (c: RegisterContext): AppContext => c as unknown as AppContext;
