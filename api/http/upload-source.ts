// Where an upload comes from, as a keyed hash that changes every day: enough to share out room, nothing to keep.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { AppContext } from './reply.ts';

/** What the server on Node hands over with a request. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/**
 * The source, or null where it is not known: behind a proxy on the same machine every request comes from here, and
 * one visitor must not use up the room of all.
 */
export async function uploadSource(c: AppContext): Promise<Uint8Array | null> {
  const { keyring, now } = c.var.deps;
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket;
  const address = socket ? socket.remoteAddress : c.req.header('cf-connecting-ip');
  if (!address || LOOPBACK.test(address)) return null;
  return keyring.mac('upload', `source ${rigaDate(now())} ${address}`);
}
