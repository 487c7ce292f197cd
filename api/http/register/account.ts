// The user's own account: passkeys, recovery codes, sessions. Changes to sign-in methods require confirming
// one's identity first.
import type { MiddlewareHandler } from 'hono';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { isAlive, isFresh } from '../../domain/register/sessions.ts';
import { removePasskey, usePasskey, addPasskey as withPasskey } from '../../store/register/credentials.ts';
import type { Change } from '../../store/register/marked-rows.ts';
import { endSession, endSessions } from '../../store/register/sessions.ts';
import { type AccountNotice, accountPage } from '../../views/register/account.ts';
import { confirmPage } from '../../views/register/confirm.ts';
import { codesPage } from '../../views/register/recovery-codes.ts';
import { unconfirmedPage } from '../../views/register/sign-in-refused.ts';
import { deviceOf } from './device.ts';
import { makeCodes } from './enrol.ts';
import { asDesk, type RegisterContext, type RegisterEnv } from './env.ts';
import { askForPasskey, askToRegister, checkNewPasskey, checkPasskey, claimOf } from './passkeys.ts';
import { registerPage } from './reply.ts';
import { typedIn } from './session.ts';
import { backTo, fieldsIn, showSignIn, slowDown, spending } from './sign-in.ts';

const HERE = '/registrs/konts/';
const CONFIRM = `${HERE}apstiprinat/`;
const NAME_LENGTH = 60;

/**
 * Passes users who recently confirmed their identity; others are asked to confirm and then return. Text they
 * typed is shown to them.
 */
export const confirmed: MiddlewareHandler<RegisterEnv> = async (c, next) => {
  if (isFresh(c.var.session, c.var.deps.now())) return next();
  const back = c.req.method === 'GET' ? new URL(c.req.url).pathname : (c.req.header('referer') ?? '');
  const path = back.startsWith('/') ? back : backTo(pathIn(back));
  const ask = `${CONFIRM}?uz=${encodeURIComponent(path)}`;
  const typed = c.req.method === 'GET' ? [] : await typedIn(c.req.raw);
  return typed.length === 0 ? c.redirect(ask, 303) : registerPage(c, unconfirmedPage(typed, ask), 403);
};

function pathIn(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return HERE;
  }
}

export async function showAccount(
  c: RegisterContext,
  notice: AccountNotice | null = null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { deps, person, session } = c.var;
  const [passkeys, codesLeft, sessions] = await Promise.all([
    deps.credentials.passkeysOf(person.id),
    deps.credentials.codesLeft(person.id),
    deps.sessions.of(person.id),
  ]);
  const alive = sessions.filter(one => isAlive(one, deps.now()));
  const fresh = isFresh(session, deps.now());
  const options = fresh ? await askToRegister(asDesk(c), person, passkeys) : null;
  return registerPage(
    c,
    accountPage({ person, passkeys, codesLeft, sessions: alive, here: session.id, options, notice }),
    status,
  );
}

const done = (c: RegisterContext, what: string): Response => c.redirect(`${HERE}?darits=${what}`, 303);

/** Asks the user to confirm their identity. */
export async function showConfirm(c: RegisterContext, failed = false): Promise<Response> {
  const { deps, person } = c.var;
  const keys = await deps.credentials.passkeysOf(person.id);
  const options = await askForPasskey(asDesk(c), `confirm ${person.id}`, keys);
  const back = backTo(c.req.query('uz'));
  return registerPage(
    c,
    confirmPage({ options, back, failed, hasKeys: keys.length > 0 }),
    failed ? 422 : 200,
  );
}

/** Checks the confirmation and redirects back. */
export async function confirm(c: RegisterContext): Promise<Response> {
  const { deps, person, session } = c.var;
  const { response = '', uz } = await fieldsIn(asDesk(c));
  const checked = await checkPasskey(asDesk(c), `confirm ${person.id}`, response);
  if ('refused' in checked || checked.passkey.person !== person.id) {
    const retryAfter = await slowDown(asDesk(c), claimOf(person.id));
    if (retryAfter) return showSignIn(asDesk(c), { back: backTo(uz), refusal: 'often', retryAfter });
    return showConfirm(c, true);
  }
  const { passkey, counter, challenge } = checked;
  const at = toInstant(deps.now());
  const taken = await deps.journal.run(async () => {
    const spent = await spending(asDesk(c), challenge, 'confirm');
    if (!spent) return { statements: [], result: false };
    const confirmation = await deps.sessions.confirm(session.id, at);
    if (!confirmation) return { statements: [], result: false };
    const statements = [...spent, usePasskey(passkey.credentialId, counter, at), confirmation];
    return { statements, result: true };
  });
  return taken ? c.redirect(backTo(uz), 303) : showConfirm(c, true);
}

export async function addPasskey(c: RegisterContext): Promise<Response> {
  const { deps, person } = c.var;
  const { response = '' } = await fieldsIn(asDesk(c));
  const made = await checkNewPasskey(asDesk(c), person, response);
  if (!made) return showAccount(c, 'passkey-failed', 422);
  const { challenge, ...passkey } = made;
  const at = toInstant(deps.now());
  const name = deviceOf(c.req.header('user-agent'));
  const taken = await deps.journal.run(async append => {
    const spent = await spending(asDesk(c), challenge, 'register');
    if (!spent || (await deps.credentials.passkey(passkey.credentialId)))
      return { statements: [], result: false };
    const key = withPasskey({ ...passkey, person: person.id, name, createdAt: at, lastUsedAt: null });
    const { statements, detail } = await deps.accounts.revise(person.id, key);
    await append(registerEvent('passkey-added', person, at, { how: 'account', ...detail }));
    return { statements: [...spent, ...statements], result: true };
  });
  return taken ? done(c, 'atslega') : showAccount(c, 'passkey-failed', 422);
}

export async function nameKey(c: RegisterContext): Promise<Response> {
  const { id = '', name = '' } = await fieldsIn(asDesk(c));
  const short = name.replaceAll(/\s+/g, ' ').trim().slice(0, NAME_LENGTH);
  if (short === '') return showAccount(c, 'no-name', 422);
  const renamed = await c.var.deps.credentials.renamePasskey(c.var.person.id, id, short);
  return renamed ? done(c, 'nosaukums') : showAccount(c, 'no-key', 409);
}

/** The last passkey cannot be removed while no code is left: its owner would be locked out. */
export async function dropKey(c: RegisterContext): Promise<Response> {
  const { deps, person } = c.var;
  const { id = '' } = await fieldsIn(asDesk(c));
  const outcome = await deps.journal.run<'removed' | 'last-key' | 'no-key'>(async append => {
    const keys = await deps.credentials.passkeysOf(person.id);
    if (!keys.some(({ credentialId }) => credentialId === id)) return { statements: [], result: 'no-key' };
    if (keys.length === 1 && (await deps.credentials.codesLeft(person.id)) === 0)
      return { statements: [], result: 'last-key' };
    const { statements, detail } = await deps.accounts.revise(person.id, removePasskey(id));
    await append(registerEvent('passkey-removed', person, toInstant(deps.now()), detail));
    return { statements, result: 'removed' };
  });
  return outcome === 'removed' ? done(c, 'nonemta') : showAccount(c, outcome, 409);
}

export async function renewCodes(c: RegisterContext): Promise<Response> {
  const { deps, person } = c.var;
  const { codes, change } = await makeCodes(deps, person.id);
  await deps.journal.run(async append => {
    const { statements, detail } = await deps.accounts.revise(person.id, change);
    await append(registerEvent('recovery-codes-made', person, toInstant(deps.now()), detail));
    return { statements, result: undefined };
  });
  return registerPage(c, codesPage(codes, { first: false }));
}

/** Ends the person's sessions that `which` picks; false where there is none. */
function end(
  c: RegisterContext,
  which: (id: string) => boolean,
  { session, change }: { readonly session: string; readonly change: Change },
): Promise<boolean> {
  const { deps, person } = c.var;
  return deps.journal.run(async append => {
    const alive = (await deps.sessions.of(person.id)).filter(one => isAlive(one, deps.now()));
    if (!alive.some(({ id }) => which(id))) return { statements: [], result: false };
    const { statements, detail } = await deps.accounts.revise(person.id, change);
    await append(registerEvent('session-ended', person, toInstant(deps.now()), { session, ...detail }));
    return { statements, result: true };
  });
}

export async function endOne(c: RegisterContext): Promise<Response> {
  const { id = '' } = await fieldsIn(asDesk(c));
  const ended = await end(c, one => one === id, { session: id, change: endSession(id) });
  return ended ? done(c, 'sesija') : showAccount(c, 'no-session', 409);
}

export async function endOthers(c: RegisterContext): Promise<Response> {
  const here = c.var.session.id;
  const ended = await end(c, one => one !== here, { session: 'others', change: endSessions(here) });
  return ended ? done(c, 'sesijas') : showAccount(c, 'no-others', 409);
}
