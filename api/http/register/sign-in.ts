// Signing in by passkey, or by a recovery code when none is at hand. Everything is stored in one batch with
// the event that records it, and one-time secrets are used only once.
import { parseTrackingCode } from '../../domain/codes.ts';
import { toBase64Url } from '../../domain/crypto/base64url.ts';
import { toInstant } from '../../domain/intake.ts';
import { signInDelay } from '../../domain/limits.ts';
import { CHALLENGE_MS } from '../../domain/register/challenge.ts';
import { registerEvent } from '../../domain/register/events.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Statement } from '../../store/database.ts';
import { spendChallenge, useCode, usePasskey } from '../../store/register/credentials.ts';
import type { Change } from '../../store/register/marked-rows.ts';
import { recordEvents } from '../../store/register/record.ts';
import { addSession } from '../../store/register/sessions.ts';
import { type SignInRefusal, signInPage } from '../../views/register/sign-in.ts';
import { fieldsOfBody } from '../read-body.ts';
import { sourceOf, sourceOfClaim } from '../source.ts';
import { asApp, type DeskContext } from './env.ts';
import { askForPasskey, checkPasskey, claimOf, type Proven } from './passkeys.ts';
import { signedOutPage } from './reply.ts';
import { newSession, rememberSession } from './session.ts';

/**
 * Fields of a form as texts; what is no text is not there.
 *
 * @throws {BodyRefused} for a body that can't be read.
 */
export async function fieldsIn(c: DeskContext): Promise<Readonly<Record<string, string>>> {
  const sent = await fieldsOfBody(c.req.raw);
  return Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Only within the register: a link to the sign-in page cannot redirect elsewhere. */
export const backTo = (typed: string | undefined): string =>
  typed && /^\/registrs\/[\w\-/?=&%.]*$/.test(typed) && !typed.includes('//') ? typed : '/registrs/';

/** When to try again. */
export const againAt = (c: DeskContext, retryAfter = 0): Date =>
  new Date(c.var.deps.now().getTime() + retryAfter * 1000);

export async function showSignIn(
  c: DeskContext,
  state: { readonly back: string; readonly refusal?: SignInRefusal; readonly retryAfter?: number },
): Promise<Response> {
  const { refusal, retryAfter } = state;
  const again = againAt(c, retryAfter);
  const page = signInPage({ back: state.back, refusal, again, options: await askForPasskey(c, 'sign-in') });
  const response = await signedOutPage(c, page, refusal === 'often' ? 429 : refusal ? 422 : 200);
  if (retryAfter) response.headers.set('Retry-After', String(retryAfter));
  return response;
}

const wait = (seconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, seconds * 1000));

/**
 * Counts an attempt and makes it wait longer the more there were; returns the seconds to wait, or null. Valid
 * keys and invitations are not counted: they cannot be guessed, and a whole office may sign in from one
 * address in the morning.
 * Counted by network, and by the claimed person (`claim`), whatever the network and whether or not the person
 * exists, so that the response does not reveal who works here. A stranger's attempts lock nobody out, because
 * valid credentials are accepted. The network is counted first: made-up claims from one place stop after ten
 * attempts.
 */
export async function slowDown(c: DeskContext, claim: string | null = null): Promise<number | null> {
  const { deps } = c.var;
  let before = 0;
  for (const source of [
    await sourceOf(asApp(c)),
    ...(claim === null ? [] : [await sourceOfClaim(deps, claim)]),
  ]) {
    const counted = await deps.limiter.hit('sign-in', source);
    if (counted.outcome !== 'allowed') return counted.retryAfter;
    before = Math.max(before, counted.before);
  }
  await wait(signInDelay(before));
  return null;
}

const challengeHash = (c: DeskContext, challenge: string) =>
  c.var.deps.keyring.mac('challenge', `spent ${challenge}`);

/**
 * The statements that spend the signed challenge; null when it was spent before. Called within the turn that
 * stores them.
 */
export async function spending(
  c: DeskContext,
  challenge: string,
  purpose: string,
): Promise<Statement[] | null> {
  const { credentials, now } = c.var.deps;
  const hash = await challengeHash(c, challenge);
  if (await credentials.isSpent(hash)) return null;
  const at = now();
  const expiresAt = toInstant(new Date(at.getTime() + 2 * CHALLENGE_MS));
  return spendChallenge(hash, { purpose, expiresAt, now: toInstant(at) });
}

/** What goes into the batch that begins a session, and how the person's records change with it. */
interface Alongside {
  readonly statements?: readonly Statement[];
  readonly change?: Change;
}

/**
 * Begins a session in one batch with its event and `alongside`; false when those may not be stored after all.
 */
async function beginSession(
  c: DeskContext,
  person: Person,
  { how, alongside }: { readonly how: string; readonly alongside: () => Promise<Alongside | null> },
): Promise<boolean> {
  const { session, token } = await newSession(c, person);
  const { journal, accounts } = c.var.deps;
  const begun = await journal.run(async append => {
    const more = await alongside();
    if (!more) return { statements: [], result: false };
    const changes = [...(more.change ? [more.change] : []), addSession(session)];
    const { statements, detail } = await accounts.revise(person.id, ...changes);
    const facts = { how, session: session.id, ...detail };
    await append(registerEvent('signed-in', person, session.createdAt, facts));
    return { statements: [...statements, ...(more.statements ?? [])], result: true };
  });
  if (begun) rememberSession(c, token);
  return begun;
}

/** Records a failed attempt when the person is known. */
async function recordFailure(c: DeskContext, person: string | null, how: string): Promise<void> {
  if (person === null) return;
  const { journal, now } = c.var.deps;
  await recordEvents(journal, registerEvent('sign-in-failed', 'system', toInstant(now()), { person, how }));
}

/** Sign-in by passkey. */
export async function signInByPasskey(c: DeskContext): Promise<Response> {
  const { response = '', uz } = await fieldsIn(c);
  const back = backTo(uz);
  const checked = await checkPasskey(c, 'sign-in', response);
  if ('refused' in checked) {
    const retryAfter = await slowDown(c, checked.claim);
    if (retryAfter) return showSignIn(c, { back, refusal: 'often', retryAfter });
    await recordFailure(c, checked.person, 'passkey');
    return showSignIn(c, { back, refusal: 'passkey' });
  }
  const { passkey, counter, challenge } = checked satisfies Proven;
  const person = await c.var.deps.people.find(passkey.person);
  const begun =
    person?.active === true &&
    (await beginSession(c, person, {
      how: 'passkey',
      alongside: async () => {
        const spent = await spending(c, challenge, 'sign-in');
        const used = usePasskey(passkey.credentialId, counter, toInstant(c.var.deps.now()));
        return spent && { statements: [...spent, used] };
      },
    }));
  return begun ? c.redirect(back, 303) : showSignIn(c, { back, refusal: 'passkey' });
}

/** Sign-in by a recovery code; works without scripts. The code cannot be used again. */
export async function signInByCode(c: DeskContext): Promise<Response> {
  const { code = '', uz } = await fieldsIn(c);
  const back = backTo(uz);
  const { credentials, people, keyring, now } = c.var.deps;
  const parsed = parseTrackingCode(code);
  const hash = await keyring.mac('recovery', parsed ?? code);
  const found = await credentials.recoveryCode(hash);
  const person = found && (await people.find(found.person));
  const holds = person?.active === true && !found?.used;
  // Input that cannot be a code claims no person.
  const unknown = parsed === null ? null : `code ${toBase64Url(hash)}`;
  const retryAfter = await slowDown(c, holds ? null : found ? claimOf(found.person) : unknown);
  if (retryAfter) return showSignIn(c, { back, refusal: 'often', retryAfter });
  if (!person?.active) return showSignIn(c, { back, refusal: 'code' });
  const begun = await beginSession(c, person, {
    how: 'recovery-code',
    alongside: async () => {
      const still = await credentials.recoveryCode(hash);
      return still && !still.used ? { change: useCode(hash, toInstant(now())) } : null;
    },
  });
  if (begun) return c.redirect('/registrs/konts/?darits=kods', 303);
  await recordFailure(c, person.id, 'recovery-code');
  return showSignIn(c, { back, refusal: 'code' });
}
