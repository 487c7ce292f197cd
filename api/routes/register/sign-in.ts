// Signing in and out: `/registrs/ieiet/…`, `/registrs/iziet/`.
import { Hono, type MiddlewareHandler } from 'hono';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { enrol, openInvitation, showInvitation } from '../../http/register/enrol.ts';
import { asDesk, type RegisterEnv } from '../../http/register/env.ts';
import { isLoopbackNumber } from '../../http/register/loopback.ts';
import { signedOutPage } from '../../http/register/reply.ts';
import { forgetSession, isOwnPage, signedInBy } from '../../http/register/session.ts';
import { backTo, showSignIn, signInByCode, signInByPasskey } from '../../http/register/sign-in.ts';
import { endSession } from '../../store/register/sessions.ts';
import { noOfficePage } from '../../views/register/no-office.ts';
import { forgedPage } from '../../views/register/sign-in-refused.ts';

/** A page of another site must not sign anybody in or out. */
const ownPagesOnly: MiddlewareHandler<RegisterEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnPage(asDesk(c)))
    return signedOutPage(asDesk(c), forgedPage(), 403);
  return next();
};

/** Passkeys are bound to a host name; a loopback number is redirected to its name. */
const byName: MiddlewareHandler<RegisterEnv> = async (c, next) => {
  const url = new URL(c.req.url);
  if (c.req.method !== 'GET' || !isLoopbackNumber(url.hostname)) return next();
  url.hostname = 'localhost';
  return c.redirect(url.href, 303);
};

export const signInRoutes = new Hono<RegisterEnv>()
  .use(byName)
  .use(ownPagesOnly)
  .use(async (c, next) => (c.var.deps.office ? next() : signedOutPage(asDesk(c), noOfficePage(), 503)))
  .get('/', async c => {
    const back = backTo(c.req.query('uz'));
    return (await signedInBy(asDesk(c))) ? c.redirect(back, 303) : showSignIn(asDesk(c), { back });
  })
  .post('/atslega/', c => signInByPasskey(asDesk(c)))
  .post('/kods/', c => signInByCode(asDesk(c)))
  .get('/uzaicinajums/', c => showInvitation(asDesk(c)))
  .post('/uzaicinajums/', c => openInvitation(asDesk(c)))
  .post('/uzaicinajums/atslega/', c => enrol(asDesk(c)));

export const leaveRoutes = new Hono<RegisterEnv>().post('/', async c => {
  const { deps, person, session } = c.var;
  await deps.journal.run(async append => {
    const { statements, detail } = await deps.accounts.revise(person.id, endSession(session.id));
    const facts = { session: session.id, ...detail };
    await append(registerEvent('signed-out', person, toInstant(deps.now()), facts));
    return { statements, result: undefined };
  });
  forgetSession(asDesk(c));
  return c.redirect('/registrs/ieiet/', 303);
});
