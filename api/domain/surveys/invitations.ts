// Invitations to a staff survey: how many may be made, and what was promised with the first ones.
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { Keyring } from '../keyring.ts';
import { makeToken, TOKEN_BYTES, tokenHashOf } from './tokens.ts';

/** Slips per print. */
export const MOST_AT_ONCE = 500;
/** Slips per survey. */
export const MOST = 1000;

export type InvitationFault =
  /** Not a whole number from 1 to `MOST_AT_ONCE`. */
  | 'number'
  /** More than `MOST` together with the existing ones. */
  | 'too-many'
  /** Others were made after the page was shown, for example by a second click. */
  | 'moved'
  | 'closed'
  /** With so few the threshold cannot be reached. */
  | 'below-threshold';

/** The requested number of slips; null when it is not a valid number. */
export function parseCount(typed: string): number | null {
  const count = /^\s*(\d{1,3})\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_AT_ONCE ? count : null;
}

export interface Asked {
  readonly count: number;
  /** The number that existed when the page was shown. */
  readonly seen: number;
  /** The number that exists. */
  readonly made: number;
  readonly closed: boolean;
  readonly threshold: number;
}

/** Why none are made; null when they may be. */
export function invitationFault({ count, seen, made, closed, threshold }: Asked): InvitationFault | null {
  if (closed) return 'closed';
  if (seen !== made) return 'moved';
  if (made + count > MOST) return 'too-many';
  return made + count < threshold ? 'below-threshold' : null;
}

export interface Invitation {
  readonly token: string;
  readonly hash: Uint8Array;
}

/** New invitations; the tokens are only for the paper. */
export async function makeInvitations(
  { keyring, random }: { readonly keyring: Keyring; readonly random: (length: number) => Uint8Array },
  survey: string,
  count: number,
): Promise<readonly Invitation[]> {
  const tokens = Array.from({ length: count }, () => makeToken(random(TOKEN_BYTES)));
  return Promise.all(tokens.map(async token => ({ token, hash: await tokenHashOf(keyring, survey, token) })));
}

export type Changed = 'audience' | 'threshold';

/** Where the content now differs from what was promised; the promise applies. */
export function changedSince(
  survey: Pick<SurveyDefinition, 'audience' | 'anonymity'>,
  promised: { readonly threshold: number },
): readonly Changed[] {
  return [
    ...(survey.audience === 'staff' ? [] : (['audience'] as const)),
    ...(survey.anonymity.threshold === promised.threshold ? [] : (['threshold'] as const)),
  ];
}
