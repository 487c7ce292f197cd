// The HTTP server around the app: its bounds in time and size, and requests that are refused before the app sees them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { problemOf } from '../http/problems.ts';
import { LingeringResponse } from './lingering-response.ts';

export const SERVER_OPTIONS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Node looks every half minute unless told, and a slow sender would have that time on top.
  connectionsCheckingInterval: 5_000,
  // Longer than the minute after which proxies usually let go of a connection: were ours shorter, a proxy would now and
  // then send a request into a connection that we are just closing.
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16_384,
};

/** Milliseconds a client has for the head of a request and for all of it, and how often that is looked at. */
export type Timeouts = Pick<
  typeof SERVER_OPTIONS,
  'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval'
>;

/** Stands for the host in a request of HTTP/1.0, which need not name one. */
const NO_HOST = 'localhost';

/** A host name, an IPv4 address, or an IPv6 address in brackets; with a port or without. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** The host of a request whose target is a whole address, as proxies are asked (RFC 9112, 3.2.2). */
const targetHost = (url: string): string | undefined => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];

/** Whether a request names its host once and in letters of a host: links and the check of a form's origin are made of it. */
function hasGoodHost({ rawHeaders, url = '', httpVersion }: IncomingMessage): boolean {
  const named = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === 'host');
  if (named.length > 1) return false;
  const [host] = named;
  if (host === undefined) return httpVersion === '1.0';
  return HOST.test(host) && HOST.test(targetHost(url) ?? NO_HOST);
}

const { status, title, detail } = problemOf('unreadable', 'lv');
const UNREADABLE = JSON.stringify({ type: 'about:blank', title, status, detail });
const UNREADABLE_HEADERS = {
  'Content-Type': 'application/problem+json',
  'Content-Length': String(Buffer.byteLength(UNREADABLE)),
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** A server for the app's `fetch`. It does not listen yet. */
export function createHttpServer(
  fetch: (request: Request) => Response | Promise<Response>,
  timeouts: Partial<Timeouts> = {},
): Server {
  const listener = getRequestListener(fetch, {
    hostname: NO_HOST,
    errorHandler: () => new Response(UNREADABLE, { status, headers: UNREADABLE_HEADERS }),
  });
  const options = { ...SERVER_OPTIONS, ...timeouts, ServerResponse: LingeringResponse };
  return createServer(options, (request: IncomingMessage, response: ServerResponse) => {
    if (hasGoodHost(request)) void listener(request, response);
    else response.writeHead(status, UNREADABLE_HEADERS).end(UNREADABLE);
  });
}
