// Who is signed in: a cookie with a random token, looked up anew at each request, so that a role taken away or a session
// ended elsewhere counts at once.
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { toBase64Url } from '../../domain/crypto/base64url.ts';
import { hex } from '../../domain/crypto/bytes.ts';
import { toInstant } from '../../domain/intake.ts';
import type { Person } from '../../domain/register/people.ts';
import {
  isAlive,
  LONGEST_MS,
  NOTE_EVERY_MS,
  type SignedIn,
  TOKEN_BYTES,
} from '../../domain/register/sessions.ts';
import type { NewSession } from '../../store/register/sessions.ts';
import { expiredPage, forgedPage } from '../../views/register/sign-in-refused.ts';
import { countAttempt, refuseAttempt } from '../attempt.ts';
import { readBody } from '../read-body.ts';
import { deviceOf } from './device.ts';
import { asApp, asDesk, type DeskContext, type RegisterEnv } from './env.ts';
import { signedOutPage } from './reply.ts';

const NAME = 'kac-registrs';

const isSecure = (c: DeskContext): boolean => (c.var.deps.settings.origin ?? c.req.url).startsWith('https:');

/** The prefix binds it to this host and to encrypted connections; a plain one exists on this machine only. */
const nameIn = (c: DeskContext): string => (isSecure(c) ? `__Host-${NAME}` : NAME);

const attributes = (c: DeskContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) }) as const;

const hashOf = (c: DeskContext, token: string) => c.var.deps.keyring.mac('session', token);

const TOKEN = /^[\w-]{43}$/;

/** A session for a person who has just proved who they are, and its token, for `rememberSession` once it is stored. */
export async function newSession(
  c: DeskContext,
  person: Person,
): Promise<{ readonly session: NewSession; readonly token: string }> {
  const { random, now } = c.var.deps;
  const token = toBase64Url(random(TOKEN_BYTES));
  const at = toInstant(now());
  const session = {
    tokenHash: await hashOf(c, token),
    id: hex(random(8)),
    person: person.id,
    createdAt: at,
    confirmedAt: at,
    lastSeenAt: at,
    device: deviceOf(c.req.header('user-agent')),
  };
  return { session, token };
}

/** Hands the token to the browser. Not before its session is stored: a refusal may not end the one it has. */
export const rememberSession = (c: DeskContext, token: string): void =>
  setCookie(c, nameIn(c), token, { ...attributes(c), maxAge: LONGEST_MS / 1000 });

export const forgetSession = (c: DeskContext): void => {
  deleteCookie(c, nameIn(c), attributes(c));
};

/** Who is signed in, or null; notes now and then that the session is in use. */
export async function signedInBy(c: DeskContext): Promise<SignedIn | null> {
  const { sessions, now } = c.var.deps;
  const token = getCookie(c, nameIn(c)) ?? '';
  if (!TOKEN.test(token)) return null;
  const hash = await hashOf(c, token);
  const found = await sessions.find(hash);
  if (!found?.person.active || !isAlive(found.session, now())) return null;
  if (now().getTime() - Date.parse(found.session.lastSeenAt) >= NOTE_EVERY_MS)
    await sessions.touch(hash, toInstant(now()));
  return found;
}

/** Whether the browser says that a page of this very site sent it. Nothing is taken from a stranger's page. */
export function isOwnPage(c: DeskContext): boolean {
  const own = c.var.deps.settings.origin ?? new URL(c.req.url).origin;
  const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
  if (origin !== undefined) return origin === own;
  return site === 'same-origin';
}

const SIGN_IN = '/registrs/ieiet/';

/** For addresses within the register alone. */
const signInHref = (back: string): string =>
  back === '/registrs/' ? SIGN_IN : `${SIGN_IN}?uz=${encodeURIComponent(back)}`;

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Lets nobody by who is not signed in, and nothing that another site's page sends. */
export const signedIn: MiddlewareHandler<RegisterEnv> = async (c, next) => {
  const app = asDesk(c);
  const reads = READING.has(c.req.method);
  if (!reads && !isOwnPage(app)) return signedOutPage(app, forgedPage(), 403);
  const found = await signedInBy(app);
  if (!found) {
    if (reads) return c.redirect(signInHref(pathOf(c.req.url)), 303);
    const stopped = await countAttempt(asApp(app), 'attempt');
    if (stopped) return refuseAttempt(asApp(app), stopped);
    // What was typed is shown to whoever typed it: it would be lost otherwise.
    return signedOutPage(
      app,
      expiredPage(await typedIn(c.req.raw), signInHref(beforeAction(c.req.url))),
      403,
    );
  }
  c.set('person', found.person);
  c.set('session', found.session);
  return next();
};

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

/** The page that the form stood on. */
const beforeAction = (url: string): string => new URL(url).pathname;

/** The texts of a form, by field; what carries keys and versions is nobody's words. */
export async function typedIn(request: Request): Promise<readonly string[]> {
  const body = await readBody(request);
  if (!body.ok) return [];
  const own = new Set(['idempotencyKey', 'version', 'website', 'id', 'response', 'uz']);
  return Object.entries(body.payload).flatMap(([name, value]) =>
    own.has(name) || typeof value !== 'string' || value.trim() === '' ? [] : [value],
  );
}
