// Passkeys (WebAuthn): the options for the browser, and the check of its response. The library is loaded at
// the first sign-in; a server that only accepts submissions never needs it.

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  CHALLENGE_RANDOM,
  type ChallengePurpose,
  isOwnChallenge,
  makeChallenge,
} from '../../domain/register/challenge.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Passkey } from '../../store/register/credentials.ts';
import type { DeskContext } from './env.ts';

/**
 * Ed25519, P-256, RSA: what devices use. Listed explicitly, because the library would try others and Node
 * would warn about them.
 */
const ALGORITHMS = [-8, -7, -257];

const library = () => import('@simplewebauthn/server');

/** The relying party: passkeys do not work on any other site. */
function partyOf(c: DeskContext): { readonly origin: string; readonly rpID: string } {
  const origin = c.var.deps.settings.origin ?? new URL(c.req.url).origin;
  return { origin, rpID: new URL(origin).hostname };
}

const challengeFor = (c: DeskContext, purpose: ChallengePurpose): Promise<string> => {
  const { keyring, random, now } = c.var.deps;
  return makeChallenge(keyring, purpose, random(CHALLENGE_RANDOM), now());
};

/** The library would encode a string as UTF-8; the challenge is already base64url. */
const withChallenge = <T extends { challenge: string }>(options: T, challenge: string): T => ({
  ...options,
  challenge,
});

/** Options for signing in; `keys` when the user is known. JSON for `parseRequestOptionsFromJSON`. */
export async function askForPasskey(
  c: DeskContext,
  purpose: ChallengePurpose,
  keys: readonly Passkey[] = [],
): Promise<string> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: partyOf(c).rpID,
    userVerification: 'required',
    allowCredentials: keys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  });
  return JSON.stringify(withChallenge(options, await challengeFor(c, purpose)));
}

/** Options for creating a passkey. JSON for `parseCreationOptionsFromJSON`. */
export async function askToRegister(
  c: DeskContext,
  person: Person,
  known: readonly Passkey[],
): Promise<string> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: `${c.var.deps.site.centre.shortName}, reģistrs`,
    rpID: partyOf(c).rpID,
    userName: person.name,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(withChallenge(options, await challengeFor(c, `register ${person.id}`)));
}

/** The browser's response, as far as we check it ourselves. */
function read<T extends AuthenticationResponseJSON | RegistrationResponseJSON>(
  typed: string,
): { readonly response: T; readonly challenge: string } | null {
  try {
    const response = JSON.parse(typed) as T;
    const data = response.response.clientDataJSON.replaceAll('-', '+').replaceAll('_', '/');
    const { challenge } = JSON.parse(atob(data)) as { challenge: unknown };
    if (typeof response.id !== 'string' || typeof challenge !== 'string') return null;
    return { response, challenge };
  } catch {
    return null;
  }
}

export interface Proven {
  readonly passkey: Passkey;
  readonly counter: number;
  /** To be spent in the batch that relies on it. */
  readonly challenge: string;
}

export type PasskeyCheck =
  | Proven
  | {
      readonly refused: true;
      /** The owner, if known. */
      readonly person: string | null;
      /**
       * The claimed identity, used for counting attempts: the person, or a key that does not exist; null when
       * nothing was claimed.
       */
      readonly claim: string | null;
    };

const REFUSED = { refused: true, person: null, claim: null } as const;

/** A person as the key for counting attempts. */
export const claimOf = (person: string): string => `person ${person}`;

/** The owner of the passkey that signed the challenge, or that the response is invalid. */
export async function checkPasskey(
  c: DeskContext,
  purpose: ChallengePurpose,
  typed: string,
): Promise<PasskeyCheck> {
  const { keyring, credentials, now } = c.var.deps;
  const sent = read<AuthenticationResponseJSON>(typed);
  if (!sent || !(await isOwnChallenge(keyring, purpose, sent.challenge, now()))) return REFUSED;
  const passkey = await credentials.passkey(sent.response.id);
  if (!passkey) return { ...REFUSED, claim: `key ${sent.response.id}` };
  const refused = { refused: true, person: passkey.person, claim: claimOf(passkey.person) } as const;
  const { origin, rpID } = partyOf(c);
  try {
    const { verifyAuthenticationResponse } = await library();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: sent.response,
      expectedChallenge: sent.challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    });
    return verified
      ? { passkey, counter: authenticationInfo.newCounter, challenge: sent.challenge }
      : refused;
  } catch {
    // The library throws for anything invalid: another origin, a counter that went back, a wrong signature.
    return refused;
  }
}

export type NewPasskey = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'
> & { readonly challenge: string };

/** The created passkey; null when the response is invalid. */
export async function checkNewPasskey(
  c: DeskContext,
  person: Person,
  typed: string,
): Promise<NewPasskey | null> {
  const { keyring, now } = c.var.deps;
  const sent = read<RegistrationResponseJSON>(typed);
  if (!sent || !(await isOwnChallenge(keyring, `register ${person.id}`, sent.challenge, now()))) return null;
  const { origin, rpID } = partyOf(c);
  try {
    const { verifyRegistrationResponse } = await library();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: sent.response,
      expectedChallenge: sent.challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
      challenge: sent.challenge,
    };
  } catch {
    return null;
  }
}
