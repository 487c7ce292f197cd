// The address of the client on Node: of the connection, or from the trusted proxies in front.
import type { ClientAddress } from '../deps.ts';
import { addressBehind } from '../domain/network.ts';

interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** The address behind this many trusted proxies (`KAC_PROXY`). */
export const clientBehind =
  (proxies: number): ClientAddress =>
  ({ req, env }) => {
    // The environment that @hono/node-server passes with a request; tests have none.
    const connection = (env as Connection | undefined)?.incoming?.socket?.remoteAddress;
    return connection === undefined
      ? null
      : addressBehind(proxies, connection, req.header('x-forwarded-for'));
  };
