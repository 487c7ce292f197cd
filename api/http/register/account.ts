// One's own account: passkeys, recovery codes, sessions. What changes how one signs in asks who sits there first.
import type { MiddlewareHandler } from 'hono';
import type { EventDetail } from '../../domain/chain.ts';
import { toInstant } from '../../domain/intake.ts';
import { type RegisterEvent, registerEvent } from '../../domain/register/events.ts';
import { isAlive, isFresh } from '../../domain/register/sessions.ts';
import type { Statement } from '../../store/database.ts';
import { insertPasskey, removePasskey, renamePasskey, usePasskey } from '../../store/register/credentials.ts';
import { confirmSession, endSession, endSessions } from '../../store/register/sessions.ts';
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

/** Lets by who proved not long ago who they are; others are asked and come back. What they typed is shown to them. */
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

/** Stores a change to one's account with the event that records it. */
async function change(
  c: RegisterContext,
  statements: readonly Statement[],
  event: readonly [RegisterEvent, EventDetail] | null,
): Promise<void> {
  const { deps, person } = c.var;
  await deps.journal.run(async append => {
    if (event) await append(registerEvent(event[0], person, toInstant(deps.now()), event[1]));
    return { statements, result: undefined };
  });
}

const done = (c: RegisterContext, what: string): Response => c.redirect(`${HERE}?darits=${what}`, 303);

/** Asks who sits there. */
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

/** Takes the answer and goes back. */
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
    const statements = [
      ...spent,
      usePasskey(passkey.credentialId, counter, at),
      confirmSession(session.id, at),
    ];
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
    await append(registerEvent('passkey-added', person, at, { how: 'account' }));
    const row = insertPasskey({ ...passkey, person: person.id, name, createdAt: at, lastUsedAt: null });
    return { statements: [...spent, row], result: true };
  });
  return taken ? done(c, 'atslega') : showAccount(c, 'passkey-failed', 422);
}

export async function nameKey(c: RegisterContext): Promise<Response> {
  const { id = '', name = '' } = await fieldsIn(asDesk(c));
  const short = name.replaceAll(/\s+/g, ' ').trim().slice(0, NAME_LENGTH);
  if (short === '') return showAccount(c, 'no-name', 422);
  await change(c, [renamePasskey(c.var.person.id, id, short)], null);
  return done(c, 'nosaukums');
}

/** The last one stays while no code is left: its owner would be shut out. */
export async function dropKey(c: RegisterContext): Promise<Response> {
  const { deps, person } = c.var;
  const { id = '' } = await fieldsIn(asDesk(c));
  const removed = await deps.journal.run(async append => {
    const keys = await deps.credentials.passkeysOf(person.id);
    const last = keys.length === 1 && (await deps.credentials.codesLeft(person.id)) === 0;
    if (last || !keys.some(({ credentialId }) => credentialId === id))
      return { statements: [], result: !last };
    await append(registerEvent('passkey-removed', person, toInstant(deps.now())));
    return { statements: [removePasskey(person.id, id)], result: true };
  });
  return removed ? done(c, 'nonemta') : showAccount(c, 'last-key', 409);
}

export async function renewCodes(c: RegisterContext): Promise<Response> {
  const { codes, statements } = await makeCodes(c.var.deps, c.var.person.id);
  await change(c, statements, ['recovery-codes-made', {}]);
  return registerPage(c, codesPage(codes, { first: false }));
}

export async function endOne(c: RegisterContext): Promise<Response> {
  const { id = '' } = await fieldsIn(asDesk(c));
  await change(c, [endSession(c.var.person.id, id)], ['session-ended', { session: id.slice(0, 16) }]);
  return done(c, 'sesija');
}

export async function endOthers(c: RegisterContext): Promise<Response> {
  const { person, session } = c.var;
  await change(c, [endSessions(person.id, session.id)], ['session-ended', { session: 'others' }]);
  return done(c, 'sesijas');
}
