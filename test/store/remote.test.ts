// A real libSQL server over HTTP: the store suite with the client that the edge uses, and its fetch function.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@libsql/client/web';
import { describe, expect, it, onTestFinished } from 'vitest';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { remoteFetch } from '../../api/store/remote-fetch.ts';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';
import { describeStore } from './suite.ts';

const folder = temporaryFolders();

if (hasSqld) {
  describeStore('a libSQL server', async () => {
    const server = await startSqld(folder());
    const database = libsqlDatabase(createClient({ url: server.url, fetch: remoteFetch() }));
    return {
      database,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  });
} else {
  it.skip('a libSQL server: there is no sqld for this system');
}

describe('remoteFetch', () => {
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it('asks for plain bytes, and sends the rest as it was', async () => {
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { authorization, 'accept-encoding': encoding } = request.headers;
      response.end(JSON.stringify({ method: request.method, authorization, encoding, body }));
    });
    const request = new Request(url, { method: 'POST', body: 'ā', headers: { authorization: 'Bearer x' } });
    const answer = await (await remoteFetch()(request)).json();
    expect(answer).toEqual({ method: 'POST', authorization: 'Bearer x', encoding: 'identity', body: 'ā' });
  });

  it('gives up on a server that does not answer, also in the middle of an answer', async () => {
    const silent = await serve(() => {});
    await expect(remoteFetch(50)(new Request(silent))).rejects.toMatchObject({ name: 'TimeoutError' });
    const halting = await serve((_, response) => void response.write('half'));
    const response = await remoteFetch(100)(new Request(halting));
    await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
