// The source of a request for the rate limits: a keyed hash of the network, different each day, deleted
// within an hour.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { Deps } from '../deps.ts';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import type { Source } from '../domain/limiter.ts';
import { networkOf } from '../domain/network.ts';
import type { AppContext } from './reply.ts';

/** Bytes of the hash: enough to tell networks apart. */
const HASH_BYTES = 16;

const keyed = async (keyring: Deps['keyring'], now: Date, text: string): Promise<string> =>
  toBase64Url((await keyring.mac('limit', `${rigaDate(now)} ${text}`)).slice(0, HASH_BYTES));

/**
 * The claimed person at sign-in, counted like a network; cannot collide with an address. Does not reveal
 * whether the person exists.
 */
export const sourceOfClaim = (
  { keyring, now }: Pick<Deps, 'keyring' | 'now'>,
  claim: string,
): Promise<string> => keyed(keyring, now(), `sign-in ${claim}`);

/**
 * The source of this request; null when the address is not known. The address does not leave this function.
 * At midnight in Riga every source becomes a new one and its counts restart, so that sources cannot be
 * recognised over time.
 */
export async function sourceOf(c: AppContext): Promise<Source> {
  const { clientAddress, keyring, now } = c.get('deps');
  const address = clientAddress(c);
  const network = address === null ? null : networkOf(address);
  if (network === null) return null;
  return keyed(keyring, now(), network);
}
