// A server's socket: opens its port, tells the operator why it cannot, and closes it.
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Config } from '../config.ts';
import { Refusal } from './refusal.ts';

/** Milliseconds: for running requests, and how often idle connections are closed meanwhile. */
const FINISH_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** Returns the port, which the system chooses when the settings say 0. */
export async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (fault) {
    throw listenRefusal(fault as NodeJS.ErrnoException, host, port);
  }
  return (server.address() as AddressInfo).port;
}

/**
 * Tries the port out before anything is made: a first start that can't listen is to leave no keys behind.
 *
 * @throws {Refusal} where the port or the address can't be used.
 */
export async function requireFreePort(config: Config): Promise<void> {
  if (config.port === 0) return;
  const server = createServer();
  await listen(server, config);
  await new Promise(closed => server.close(closed));
}

function listenRefusal(fault: NodeJS.ErrnoException, host: string, port: number): Error {
  if (fault.code === 'EADDRINUSE') {
    return new Refusal(
      `Ports ${port} jau ir aizņemts. Apturiet programmu, kas to izmanto, vai norādiet citu, piemēram, PORT=${port + 1}.`,
    );
  }
  if (fault.code === 'EACCES')
    return new Refusal(`Portu ${port} šim lietotājam nav atļauts izmantot. Norādiet citu ar PORT.`);
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND') {
    return new Refusal(`Šim datoram nav adreses “${host}”. Izlabojiet HOST.`);
  }
  return fault;
}

/** Accepts no more requests and resolves when the running ones are answered, or after a limit. */
export function finish(server: HttpServer): Promise<void> {
  return new Promise(resolve => {
    // Clients keep a recently used connection alive, which would hold the server open.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const enough = setTimeout(() => server.closeAllConnections(), FINISH_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(enough);
      resolve();
    });
  });
}

/** "Every address" cannot be opened in a browser, so this machine's own is used. */
export function toOrigin(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
