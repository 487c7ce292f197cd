// The signed-in user: a cookie with a random token, looked up on each request, so that a removed role or a
// session ended elsewhere takes effect at once.
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

/**
 * The prefix binds the cookie to this host and to encrypted connections; without encryption it is used only
 * on this machine.
 */
const nameIn = (c: DeskContext): string => (isSecure(c) ? `__Host-${NAME}` : NAME);

const attributes = (c: DeskContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) }) as const;

const hashOf = (c: DeskContext, token: string) => c.var.deps.keyring.mac('session', token);

const TOKEN = /^[\w-]{43}$/;

/**
 * A session for a person who has just proved their identity, and its token, for `rememberSession` after it is
 * stored.
 */
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

/**
 * Gives the token to the browser. Only after its session is stored: a refusal must not end the existing
 * session.
 */
export const rememberSession = (c: DeskContext, token: string): void =>
  setCookie(c, nameIn(c), token, { ...attributes(c), maxAge: LONGEST_MS / 1000 });

export const forgetSession = (c: DeskContext): void => {
  deleteCookie(c, nameIn(c), attributes(c));
};

/** The signed-in user, or null; updates the session's last use at intervals. */
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

/**
 * Whether the browser reports that the request came from a page of this site. Requests from other sites are
 * not accepted.
 */
export function isOwnPage(c: DeskContext): boolean {
  const own = c.var.deps.settings.origin ?? new URL(c.req.url).origin;
  const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
  if (origin !== undefined) return origin === own;
  return site === 'same-origin';
}

const SIGN_IN = '/registrs/ieiet/';

/** For addresses within the register only. */
const signInHref = (back: string): string =>
  back === '/registrs/' ? SIGN_IN : `${SIGN_IN}?uz=${encodeURIComponent(back)}`;

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Blocks requests without a sign-in and forms sent from other sites' pages. */
export const signedIn: MiddlewareHandler<RegisterEnv> = async (c, next) => {
  const app = asDesk(c);
  const reads = READING.has(c.req.method);
  if (!reads && !isOwnPage(app)) return signedOutPage(app, forgedPage(), 403);
  const found = await signedInBy(app);
  if (!found) {
    if (reads) return c.redirect(signInHref(pathOf(c.req.url)), 303);
    const stopped = await countAttempt(asApp(app), 'attempt');
    if (stopped) return refuseAttempt(asApp(app), stopped);
    // The typed text is shown to its author, because it would be lost otherwise.
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

/** The page with the form. */
const beforeAction = (url: string): string => new URL(url).pathname;

/** The texts of a form, by field; fields for keys and versions are omitted. */
export async function typedIn(request: Request): Promise<readonly string[]> {
  const body = await readBody(request);
  if (!body.ok) return [];
  const own = new Set(['idempotencyKey', 'version', 'website', 'id', 'response', 'uz']);
  return Object.entries(body.payload).flatMap(([name, value]) =>
    own.has(name) || typeof value !== 'string' || value.trim() === '' ? [] : [value],
  );
}
