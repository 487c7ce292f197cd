// Where an upload comes from, as a keyed hash that changes every day: enough to share out room, nothing to keep.
import { rigaDate } from '../../src/calendar/dates.ts';
import { networkOf } from '../domain/network.ts';
import type { AppContext } from './reply.ts';

/** This very machine: a proxy that the settings do not name, so nobody in particular. */
const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/** The source, or null where it is not known: one visitor must not use up the room of all. */
export async function uploadSource(c: AppContext): Promise<Uint8Array | null> {
  const { keyring, now, clientAddress } = c.var.deps;
  const address = clientAddress(c);
  const network = address === null || LOOPBACK.test(address) ? null : networkOf(address);
  if (network === null) return null;
  return keyring.mac('upload', `source ${rigaDate(now())} ${network}`);
}
