// A clock that is set back by a day, or is a day ahead and corrected: everything continues, and the chain
// keeps its order.
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../api/domain/keyring.ts';
import type { Limits } from '../../api/domain/limits.ts';
import { checkReceipt } from '../../api/domain/receipt.ts';
import { recountDeadlines } from '../../api/jobs/recount-deadlines.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { verifyRegister } from '../../api/node/register/verify.ts';
import { contentOf, postJson, startApp, type TestApp } from '../api/harness.ts';
import { eventsOf, firstFault } from '../support/chain.ts';

const NOW = '2026-11-24T08:30:00Z';
const LIMITS: Limits = {
  submit: { ask: null, refuse: 4 },
  survey: { ask: null, refuse: 4 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 3 },
  upload: { ask: null, refuse: 300 },
};
const DAY_BEFORE = '2026-11-23T08:30:00Z';

interface Sent {
  readonly reference: string;
  readonly trackingCode: string;
  readonly receivedAt: string;
  readonly dueOn: string;
  readonly receipt: string;
}

async function send(test: TestApp, text: string, headers: Record<string, string> = {}): Promise<Sent> {
  const answer = await postJson(test.app, '/api/complaints', { text }, headers);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as Sent;
}

const look = async ({ app }: TestApp, trackingCode: string) => {
  const answer = await postJson(app, '/api/status', { trackingCode });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
};

describe('a clock set back by a day', () => {
  it('gives receipts by the clock, a whole chain in the order of arrival, and everything opens', async () => {
    const test = await startApp();
    test.at(NOW);
    const before = await send(test, 'Pirms');
    test.at(DAY_BEFORE);
    const after = await send(test, 'Pēc');
    expect([before.receivedAt, after.receivedAt].map(at => at.slice(0, 10))).toEqual([
      '2026-11-24',
      '2026-11-23',
    ]);
    expect(after.dueOn <= before.dueOn).toBe(true);

    expect((await eventsOf(test)).map(({ reference }) => reference)).toEqual([
      before.reference,
      after.reference,
    ]);
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
    const keyring = await createKeyring(test.secrets.intake, nodePrimitives);
    for (const { receipt } of [before, after])
      expect((await checkReceipt(keyring, receipt)).valid).toBe(true);
    expect(await contentOf(test, before.reference)).toMatchObject({ text: 'Pirms' });
    expect(await contentOf(test, after.reference)).toMatchObject({ text: 'Pēc' });
    expect(test.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keeps one submission one, and its receipt as it was', async () => {
    const test = await startApp();
    const key = { 'idempotency-key': 'key-7hQ2vX9mRk-abcdef' };
    test.at(NOW);
    const first = await send(test, 'Rinda', key);
    test.at(DAY_BEFORE);
    expect(await send(test, 'Rinda', key)).toEqual(first);
    expect(await eventsOf(test)).toHaveLength(1);
  });

  it('lets a person go on with what was received “tomorrow”, also after a new start', async () => {
    const test = await startApp();
    test.at(NOW);
    const { trackingCode } = await send(test, 'Rinda');
    const again = await test.restart();
    again.at(DAY_BEFORE);
    await recountDeadlines(again.database, again.deps);
    expect(await look(again, trackingCode)).toMatchObject({ state: 'received' });
    const said = await postJson(again.app, '/api/status/messages', { trackingCode, text: 'Vēl kaut kas' });
    expect(said.status).toBe(200);
    const { messages } = (await look(again, trackingCode)) as { messages: { text: string }[] };
    expect(messages.map(({ text }) => text)).toEqual(['Vēl kaut kas']);
    const gone = await postJson(again.app, '/api/status/withdraw', { trackingCode, confirmed: true });
    expect(gone.status).toBe(200);
    expect(await firstFault(again)).toBeNull();
    expect(again.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('does not suspect a form that was opened “tomorrow” of more than haste, and keeps it', async () => {
    const test = await startApp();
    test.at(NOW);
    const page = await test.app.request('/api/complaints', {
      method: 'POST',
      body: new URLSearchParams({ text: '' }),
      headers: { accept: 'text/html' },
    });
    const key = /name="idempotencyKey" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    expect(key).not.toBe('');
    test.at(DAY_BEFORE);
    const { reference } = await send(test, 'Rinda', { 'idempotency-key': key });
    const found = await test.deps.submissions.findByReference(reference);
    expect(found?.submission.suspicions.filter(one => one !== 'too-fast')).toEqual([]);
  });

  it('leaves the limits working: nobody is let through at will, nobody is shut out for a day', async () => {
    const test = await startApp({ limits: LIMITS });
    const from = { 'x-test-address': '203.0.113.7' };
    const statusAt = async (instant: string): Promise<Response> => {
      test.at(instant);
      return postJson(test.app, '/api/status', { trackingCode: 'AAAA-AAAA-AAAA-AAAA' }, from);
    };
    const until = async (instant: string): Promise<Response> => {
      for (let i = 0; i <= LIMITS['look-up'].refuse; i += 1) {
        const answer = await statusAt(instant);
        if (answer.status === 429) return answer;
      }
      throw new Error('never limited');
    };
    const HOUR_AND_SLOT = 3900;
    for (const instant of [NOW, DAY_BEFORE]) {
      const wait = Number((await until(instant)).headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(HOUR_AND_SLOT);
    }
    expect((await statusAt('2026-11-23T10:30:00Z')).status).toBe(404);
    expect((await statusAt('2026-11-24T10:31:00Z')).status).toBe(404);
  });
});
