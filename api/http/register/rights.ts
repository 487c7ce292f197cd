// Guards by role for addresses that are not about one case.
import type { MiddlewareHandler } from 'hono';
import { type DeskRight, mayAtDesk } from '../../domain/register/rights.ts';
import { noRightPage } from '../../views/register/no-case.ts';
import type { RegisterContext, RegisterEnv } from './env.ts';
import { registerPage } from './reply.ts';

/** Passes users whose role grants the right. */
export const deskRight =
  (right: DeskRight): MiddlewareHandler<RegisterEnv> =>
  async (c, next) =>
    mayAtDesk(c.var.person, right) ? next() : registerPage(c as RegisterContext, noRightPage(), 403);
