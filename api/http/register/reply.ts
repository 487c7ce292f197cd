// How responses of the register are sent: never cached, and no address of a case is sent to another site.
import { type RegisterPage, renderRegisterPage } from '../../views/register/page.ts';
import type { PageStatus } from '../reply.ts';
import { asDesk, type DeskContext, type RegisterContext } from './env.ts';

const HEADERS = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

async function send(
  c: DeskContext,
  page: RegisterPage,
  status: PageStatus,
  by: Parameters<typeof renderRegisterPage>[2],
): Promise<Response> {
  const { desk } = c.var.deps.site;
  // Mounted only by the Node root, whose site always has one.
  if (!desk) throw new Error('the site bundle holds nothing for the register');
  return c.html(await renderRegisterPage(desk, page, by), status, HEADERS);
}

/** A page for a signed-in user. */
export const registerPage = (
  c: RegisterContext,
  page: RegisterPage,
  status: PageStatus = 200,
): Promise<Response> => send(asDesk(c), page, status, { person: c.var.person, path: c.req.path });

/** A page without a user: signing in, and refusals before it. */
export const signedOutPage = (
  c: DeskContext,
  page: RegisterPage,
  status: PageStatus = 200,
): Promise<Response> => send(c, page, status, null);
