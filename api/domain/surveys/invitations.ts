// Invitations to a staff survey: how many may be made, and what was promised with the first ones and holds since.
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { Keyring } from '../keyring.ts';
import { makeToken, TOKEN_BYTES, tokenHashOf } from './tokens.ts';

/** Slips a print. */
export const MOST_AT_ONCE = 500;
/** Of a survey. */
export const MOST = 1000;

export type InvitationFault =
  /** No whole number from 1 to `MOST_AT_ONCE`. */
  | 'number'
  /** More than `MOST` with those that are there. */
  | 'too-many'
  /** Others were made since the page was shown, by a second click too. */
  | 'moved'
  | 'closed'
  /** With so few the threshold can't be reached, whoever answers. */
  | 'below-threshold';

/** How many slips were asked for; null where it is no number of slips. */
export function parseCount(typed: string): number | null {
  const count = /^\s*(\d{1,3})\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_AT_ONCE ? count : null;
}

export interface Asked {
  readonly count: number;
  /** How many there were when the page was shown. */
  readonly seen: number;
  /** How many there are. */
  readonly made: number;
  readonly closed: boolean;
  readonly threshold: number;
}

/** Why none are made; null where they may be. */
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

/** Fresh invitations; the tokens are for the paper only. */
export async function makeInvitations(
  { keyring, random }: { readonly keyring: Keyring; readonly random: (length: number) => Uint8Array },
  survey: string,
  count: number,
): Promise<readonly Invitation[]> {
  const tokens = Array.from({ length: count }, () => makeToken(random(TOKEN_BYTES)));
  return Promise.all(tokens.map(async token => ({ token, hash: await tokenHashOf(keyring, survey, token) })));
}

export type Changed = 'audience' | 'threshold';

/** Where the content says something else by now than what was promised; it is not heeded. */
export function changedSince(
  survey: Pick<SurveyDefinition, 'audience' | 'anonymity'>,
  promised: { readonly threshold: number },
): readonly Changed[] {
  return [
    ...(survey.audience === 'staff' ? [] : (['audience'] as const)),
    ...(survey.anonymity.threshold === promised.threshold ? [] : (['threshold'] as const)),
  ];
}
