// The source of an upload as a keyed hash that changes every day: enough to share space fairly, with nothing
// to keep.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { Decision } from '../domain/limits.ts';
import { networkOf, siteOf } from '../domain/network.ts';
import type { AppContext } from './reply.ts';
import { sourceOf } from './source.ts';

/** This machine: a proxy not named in the settings, so the source is unknown. */
const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/** The source, or null when it is not known: one visitor must not use up everyone's space. */
export async function uploadSource(c: AppContext): Promise<Uint8Array | null> {
  const { keyring, now, clientAddress } = c.var.deps;
  const address = clientAddress(c);
  const network = address === null || LOOPBACK.test(address) ? null : networkOf(address);
  if (network === null) return null;
  return keyring.mac('upload', `source ${rigaDate(now())} ${siteOf(network)}`);
}

/** Counts the begin of an upload against the network it comes from, before any work on the file; the refusal, or null. */
export async function countUpload(c: AppContext): Promise<Exclude<Decision, { outcome: 'allowed' }> | null> {
  const decision = await c.var.deps.limiter.hit('upload', await sourceOf(c));
  return decision.outcome === 'allowed' ? null : decision;
}
