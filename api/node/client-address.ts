// Who is at the other end, on Node: the connection's address, or what the trusted proxies in front say.
import type { ClientAddress } from '../deps.ts';
import { addressBehind } from '../domain/network.ts';

interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** The address behind this many trusted proxies (`KAC_PROXY`). */
export const clientBehind =
  (proxies: number): ClientAddress =>
  ({ req, env }) => {
    // What @hono/node-server hands a request as its environment; in tests there is none.
    const connection = (env as Connection | undefined)?.incoming?.socket?.remoteAddress;
    return connection === undefined
      ? null
      : addressBehind(proxies, connection, req.header('x-forwarded-for'));
  };
