// Any request to any address gets a response, never a server error or an endless wait; the register is intact
// afterwards.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { temporaryFolders } from '../support/folder.ts';
import { ADDRESSES, type Target } from './addresses.ts';
import { anyRequest } from './any-request.ts';
import { askRaw, type Reply } from './ask.ts';
import { complain, serve, soundRegister } from './served.ts';

const folder = temporaryFolders();
/** `KAC_FUZZ_RUNS` sets more for a longer run. */
const RUNS = Number(process.env['KAC_FUZZ_RUNS'] ?? 2500);
/** A line of a stack, a class of error, a path of the program, or SQL. */
const INSIDES =
  /\n\s+at \S+ \(|\b(Type|Syntax|Range|Libsql|Database)(Error|Fault)\b|node_modules|\bSELECT \w+/;

it('knows every address of the app', () => {
  const { routes } = createApp(() => {
    throw new Error('nobody asks');
  });
  expect(new Set([...routes.map(({ path }) => path)])).toEqual(new Set(Object.keys(ADDRESSES)));
});

async function target(origin: string): Promise<Target> {
  const idempotencyKey = 'key-7hQ2vX9mRk-abcdef';
  const { status, text } = await complain(origin, { text: 'Rinda' }, { 'idempotency-key': idempotencyKey });
  expect(status).toBe(201);
  const { reference, trackingCode } = JSON.parse(text) as Target;
  const uploadToken = Buffer.alloc(32, 7).toString('base64url');
  const begun = await fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'upload-token': uploadToken },
    body: JSON.stringify({ name: 'a.pdf', size: 100 }),
  });
  expect(begun.status).toBe(201);
  return { reference, trackingCode, idempotencyKey, uploadToken };
}

function isCalm({ status, type, text, headers }: Reply, path: string): void {
  expect(status, path).toBeLessThan(500);
  expect(status, path).toBeGreaterThanOrEqual(200);
  expect(text, path).not.toMatch(INSIDES);
  // A write to a page of the site is refused in a sentence; Node itself refuses what is not HTTP, without a
  // message.
  const types =
    status === 405
      ? /^(application\/problem\+json|text\/(html|plain))/
      : /^(application\/problem\+json|text\/html)/;
  if (status >= 400 && text !== '') expect(type, path).toMatch(types);
  if (type !== '') expect(headers['x-content-type-options'], path).toBe('nosniff');
}

it('answers any request', async () => {
  const data = folder();
  const server = await serve(folder(), data);
  const aim = await target(server.origin);
  await fc.assert(
    fc.asyncProperty(anyRequest(aim), async raw => {
      isCalm(await askRaw(server.port, raw), raw.path);
    }),
    { numRuns: RUNS },
  );
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  await server.stop();
  const { submissions, events } = await soundRegister(data);
  // Enough requests were accepted for the test to be meaningful.
  expect(submissions).toBeGreaterThan(0);
  expect(events).toBeGreaterThanOrEqual(submissions);
});
