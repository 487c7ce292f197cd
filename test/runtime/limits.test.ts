// The limits where every request may reach another worker: counted in the database, by the address that the
// network gives.
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';
import { hasWorkerd } from '../support/workerd.ts';
import { edgeHost, migrateServer } from './hosts.ts';
import type { Host } from './journey.ts';
import { freshSecrets } from './secrets.ts';

const folder = temporaryFolders();
const runs = hasSqld && hasWorkerd;
if (!runs) it.skip(`limits on the edge: no sqld or workerd for ${process.platform} ${process.arch}`);

describe.skipIf(!runs)('limits on the Workers runtime', () => {
  let server: Sqld;
  let edge: Host;
  beforeAll(async () => {
    server = await startSqld(folder());
    await migrateServer(server.url);
    edge = await edgeHost(folder(), {
      ...freshSecrets(folder()),
      KAC_DATABASE_URL: server.url,
      KAC_LIMITS: 'on',
      KAC_LIMIT_SUBMIT: '2/4',
      KAC_LIMIT_LOOKUP: '2',
    });
  });
  afterAll(async () => {
    for (const part of [edge, server]) await part?.stop();
  });

  const send = (path: string, body: object, address?: string): Promise<Response> =>
    fetch(`${edge.origin()}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(address ? { 'cf-connecting-ip': address } : {}),
      },
    });
  const statuses = async (answers: Promise<Response>[]): Promise<number[]> =>
    (await Promise.all(answers)).map(({ status }) => status).sort();

  it('ask for a proof, take it, and refuse at last; another worker knows it all', async () => {
    const complain = (more = {}) => send('/api/complaints', { text: 'Rinda', ...more }, '203.0.113.7');
    expect(await statuses([complain(), complain(), complain()])).toEqual([201, 201, 429]);
    const challenge = (await (await fetch(`${edge.origin()}/api/challenge`)).json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    const proofOfWork = btoa(JSON.stringify({ challenge, solution }));
    expect((await complain({ proofOfWork })).status).toBe(201);
    expect((await complain({ proofOfWork })).status).toBe(429);
    await edge.restart();
    expect((await complain({ proofAsked: true })).status).toBe(201);
    const refused = await complain({ proofAsked: true });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await send('/api/complaints', { text: 'Rinda' }, '203.0.113.8')).status).toBe(201);
  });

  it('hold for look-ups, exactly, when ten come at once', async () => {
    const lookUp = () => send('/api/status', { trackingCode: '0000-0000-0000-0000' }, '203.0.113.7');
    const answers = await statuses(Array.from({ length: 10 }, lookUp));
    expect(answers).toEqual([404, 404, ...Array<number>(8).fill(429)]);
  });

  it('never refuse whose address the network does not tell', async () => {
    for (let i = 0; i < 6; i += 1)
      expect((await send('/api/complaints', { text: 'Rinda', proofAsked: true })).status).toBe(201);
  });
});
