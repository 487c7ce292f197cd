// Node and the Workers runtime with one set of secrets and one libSQL server; and with that server gone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';
import { hasWorkerd } from '../support/workerd.ts';
import { file, freshKey, getPage, postForm, postJson } from './client.ts';
import { edgeHost, nodeHost, secretBindings } from './hosts.ts';
import type { Host } from './journey.ts';

const folder = temporaryFolders();
const runs = hasSqld && hasWorkerd;
if (!runs)
  it.skip(`Node beside the Workers runtime: no sqld or workerd for ${process.platform} ${process.arch}`);

describe.skipIf(!runs)('Node and the Workers runtime on one database, with the same secrets', () => {
  let server: Sqld;
  let node: Host;
  let edge: Host & { log(): readonly string[] };
  const database = folder();
  beforeAll(async () => {
    server = await startSqld(database);
    const data = folder();
    node = await nodeHost(folder(), data, server.url);
    edge = await edgeHost(folder(), { ...secretBindings(data), KAC_DATABASE_URL: server.url });
  });
  afterAll(async () => {
    for (const part of [node, edge, server]) await part?.stop();
  });
  const pairs = () => [
    [node.origin(), edge.origin()],
    [edge.origin(), node.origin()],
  ];

  it('find what the other took in, and take it for the same when it is sent again', async () => {
    for (const [here = '', there = ''] of pairs()) {
      const key = freshKey();
      const receipt = await file(here, 'Rinda bija gara.', key);
      expect(await file(there, 'Rinda bija gara.', key)).toEqual(receipt);
      const { trackingCode, reference } = receipt;
      const state = await postJson(`${there}/api/status`, { trackingCode });
      expect(await state.json()).toMatchObject({ reference });
    }
  });

  it('carry on a conversation that began with the other, each step once', async () => {
    for (const [here = '', there = ''] of pairs()) {
      const { trackingCode } = await file(here, 'Rinda bija gara.');
      const idempotencyKey = freshKey();
      const say = (origin: string) =>
        postJson(`${origin}/api/status/messages`, { trackingCode, text: 'Vēl kas', idempotencyKey });
      const sent = await Promise.all([say(there), say(here), say(there), say(here)]);
      expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const state = await postJson(`${here}/api/status`, { trackingCode });
      expect(await state.json()).toMatchObject({ messages: [{ author: 'submitter', text: 'Vēl kas' }] });
    }
  });

  it('take one complaint sent to both at once for one', async () => {
    const before = await node.count();
    const key = freshKey();
    const sends = Array.from({ length: 40 }, (_, i) => file((i % 2 ? node : edge).origin(), 'Abām', key));
    const receipts = (await Promise.all(sends)).map(receipt => JSON.stringify(receipt));
    expect(new Set(receipts).size).toBe(1);
    expect(await edge.count()).toBe(before + 1);
  });

  it('verify each other’s receipts and name the same keys', async () => {
    for (const [here = '', there = ''] of pairs()) {
      const { receipt } = await file(here, 'Rinda');
      const check = await postJson(`${there}/api/receipts/verify`, { receipt });
      expect(await check.json()).toMatchObject({ valid: true });
    }
    const keys = await Promise.all(
      [node, edge].map(async host => (await fetch(`${host.origin()}/api/receipts/keys`)).json()),
    );
    expect(keys[1]).toEqual(keys[0]);
  });

  it('say so plainly while the database is gone, and go on when it is back', async () => {
    const kept = await file(edge.origin(), 'Pirms');
    const { port } = new URL(server.url);
    await server.stop();
    const keys = new Map<Host, string>();
    for (const host of [node, edge]) {
      const key = freshKey();
      keys.set(host, key);
      await expectOutage(host.origin(), key);
    }
    expect(edge.log().filter(line => line.includes('"event":"fault"'))).not.toEqual([]);
    server = await startSqld(database, Number(port));
    for (const [host, key] of keys) {
      expect((await fetch(`${host.origin()}/api/health`)).status).toBe(200);
      await file(host.origin(), 'Laikā', key);
      const state = await postJson(`${host.origin()}/api/status`, kept);
      expect(state.status).toBe(422);
      const found = await postJson(`${host.origin()}/api/status`, { trackingCode: kept.trackingCode });
      expect(found.status).toBe(200);
    }
  });
});

/** What outsiders must not see: code, addresses, names of errors. */
const INNARDS =
  /\bat .*[.:]\d+|\.ts\b|node_modules|LibsqlError|Error\b|fetch failed|127\.0\.0\.1|ECONN|SQLITE/;

async function expectOutage(origin: string, key: string): Promise<void> {
  const health = await fetch(`${origin}/api/health`);
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { status: 'failed', checks: { database: 'failed' } },
  ]);
  const refused = await postJson(`${origin}/api/complaints`, { text: 'Laikā' }, key);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  const page = await postForm(`${origin}/api/complaints`, { text: 'Laikā', idempotencyKey: key });
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8']);
  for (const text of [await refused.text(), await page.text()]) {
    expect(text).toMatch(/nevaram piekļūt datubāzei/);
    expect(text).not.toMatch(INNARDS);
  }
}

describe.skipIf(!hasWorkerd)('a worker with wrong settings', () => {
  it('tells visitors that the fault is ours, and its log all that is wrong, without a value', async () => {
    const bindings = { KAC_DATABASE_URL: 'file:kac.db', KAC_SECRET: 'c2VjcmV0LXZhbHVl' };
    const host = await edgeHost(folder(), bindings);
    try {
      const page = await getPage(`${host.origin()}/sanemts/`);
      expect(page.status).toBe(500);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await page.text()).toContain('<h1>Mūsu pusē radās kļūda</h1>');
      const refused = await postJson(`${host.origin()}/api/complaints`, { text: 'Rinda' });
      expect(await refused.json()).toMatchObject({ status: 500, title: 'Mūsu pusē radās kļūda' });
      const log = host.log().join('\n');
      for (const name of ['KAC_DATABASE_URL', 'KAC_SECRET', 'KAC_SIGNING_KEYS']) expect(log).toContain(name);
      expect(log).not.toContain('c2VjcmV0');
    } finally {
      await host.stop();
    }
  });
});
