// Joining the register by invitation: the one-time link from an administrator, the passkey created with it,
// and the recovery codes, shown once.

import type { Deps } from '../../deps.ts';
import { makeTrackingCode } from '../../domain/codes.ts';
import { toBase64Url } from '../../domain/crypto/base64url.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import type { Person } from '../../domain/register/people.ts';
import {
  addPasskey,
  replaceCodes,
  replaceInvitation,
  useInvitation,
} from '../../store/register/credentials.ts';
import type { Change } from '../../store/register/marked-rows.ts';
import { addSession } from '../../store/register/sessions.ts';
import { type InvitationRefusal, invitationPage } from '../../views/register/invitation.ts';
import { codesPage } from '../../views/register/recovery-codes.ts';
import { deviceOf } from './device.ts';
import type { DeskContext } from './env.ts';
import { byName } from './loopback.ts';
import { askToRegister, checkNewPasskey } from './passkeys.ts';
import { signedOutPage } from './reply.ts';
import { newSession, rememberSession } from './session.ts';
import { againAt, fieldsIn, slowDown, spending } from './sign-in.ts';

const INVITATION_BYTES = 20;
/** Long enough to hand the link over in person or by internal mail. */
const INVITATION_MS = 3 * 24 * 3600_000;
const CODES = 10;
const CODE_BYTES = 10;

type Tools = Pick<Deps, 'keyring' | 'random' | 'now'>;

export interface NewInvitation {
  /** The secret of the link; not stored anywhere. */
  readonly token: string;
  /** Of the person's records. */
  readonly change: Change;
}

/** Creates an invitation for a person; earlier invitations become invalid. */
export async function makeInvitation(
  { keyring, random, now }: Tools,
  person: string,
): Promise<NewInvitation> {
  const token = toBase64Url(random(INVITATION_BYTES));
  const hash = await keyring.mac('invitation', token);
  const expiresAt = toInstant(new Date(now().getTime() + INVITATION_MS));
  return { token, change: replaceInvitation(person, { hash, expiresAt }) };
}

/** The link of an invitation. Its secret follows the `#`, which is never sent to a server. */
export const invitationHref = (origin: string, token: string): string =>
  `${byName(origin)}/registrs/ieiet/uzaicinajums/#${token}`;

/** Ten new codes for a person, and the change that puts their hashes in the place of the former. */
export async function makeCodes(
  { keyring, random }: Pick<Deps, 'keyring' | 'random'>,
  person: string,
): Promise<{ readonly codes: readonly string[]; readonly change: Change }> {
  const codes = Array.from({ length: CODES }, () => makeTrackingCode(random(CODE_BYTES)));
  const hashes = await Promise.all(codes.map(code => keyring.mac('recovery', code)));
  return { codes, change: replaceCodes(person, hashes) };
}

interface Invited {
  readonly person: Person;
  readonly hash: Uint8Array;
}

/** The invited person, or why the invitation is invalid. */
async function invitedBy(c: DeskContext, token: string): Promise<Invited | InvitationRefusal> {
  const { credentials, people, keyring, now } = c.var.deps;
  const hash = await keyring.mac('invitation', token);
  const found = await credentials.invitation(hash);
  if (!found) return 'unknown';
  if (found.used) return 'used';
  if (found.expiresAt !== null && found.expiresAt < toInstant(now())) return 'expired';
  const person = await people.find(found.person);
  return person?.active ? { person, hash } : 'unknown';
}

async function refused(c: DeskContext, refusal: InvitationRefusal, retryAfter = 0): Promise<Response> {
  const page = invitationPage({ refusal, again: againAt(c, retryAfter) });
  const response = await signedOutPage(c, page, retryAfter ? 429 : 422);
  if (retryAfter) response.headers.set('Retry-After', String(retryAfter));
  return response;
}

async function refuseSlowly(c: DeskContext, refusal: InvitationRefusal): Promise<Response> {
  const retryAfter = await slowDown(c);
  return retryAfter ? refused(c, 'often', retryAfter) : refused(c, refusal);
}

/** The page of the link: its script passes the secret on. */
export const showInvitation = (c: DeskContext): Promise<Response> =>
  signedOutPage(c, invitationPage({ refusal: null }));

/** Greets the invited person and asks for a passkey. */
export async function openInvitation(c: DeskContext): Promise<Response> {
  const { token = '' } = await fieldsIn(c);
  const invited = await invitedBy(c, token);
  if (typeof invited === 'string') return refuseSlowly(c, invited);
  return askFor(c, invited, token, false);
}

async function askFor(
  c: DeskContext,
  { person }: Invited,
  token: string,
  failed: boolean,
): Promise<Response> {
  const known = await c.var.deps.credentials.passkeysOf(person.id);
  const options = await askToRegister(c, person, known);
  return signedOutPage(
    c,
    invitationPage({ refusal: null, invited: { person, token, options, failed } }),
    failed ? 422 : 200,
  );
}

/** Stores the passkey, signs the person in, and shows the recovery codes. */
export async function enrol(c: DeskContext): Promise<Response> {
  const { token = '', response = '' } = await fieldsIn(c);
  const invited = await invitedBy(c, token);
  if (typeof invited === 'string') return refuseSlowly(c, invited);
  const { person, hash } = invited;
  const made = await checkNewPasskey(c, person, response);
  if (!made) return askFor(c, invited, token, true);
  const { journal, credentials, accounts, now } = c.var.deps;
  const at = toInstant(now());
  const { codes, change: newCodes } = await makeCodes(c.var.deps, person.id);
  const { session, token: sessionToken } = await newSession(c, person);
  const { challenge, ...passkey } = made;
  const done = await journal.run(async append => {
    // Checked again in the turn that stores it, so that two people with the same link cannot both join.
    const still = await credentials.invitation(hash);
    const spent = await spending(c, challenge, 'register');
    if (!still || still.used || !spent) return { statements: [], result: false };
    const name = deviceOf(c.req.header('user-agent'));
    const { statements, detail } = await accounts.revise(
      person.id,
      useInvitation(hash, at),
      addPasskey({ ...passkey, person: person.id, name, createdAt: at, lastUsedAt: at }),
      newCodes,
      addSession(session),
    );
    await append(registerEvent('passkey-added', person, at, { how: 'invitation', ...detail }));
    await append(registerEvent('signed-in', person, at, { how: 'invitation', session: session.id }));
    return { statements: [...spent, ...statements], result: true };
  });
  if (!done) return refused(c, 'used');
  rememberSession(c, sessionToken);
  return signedOutPage(c, codesPage(codes, { first: true }));
}
