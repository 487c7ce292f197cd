// Groups taken in by the database's thread, or by the caller where there is none: the same result in both.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDeps } from '../../api/compose.ts';
import type { Deps } from '../../api/deps.ts';
import { type Arrival, arrivalOf, draft } from '../../api/domain/intake.ts';
import { takeIn } from '../../api/http/take-in.ts';
import { type EmbeddedDatabase, intakeOf, openEmbedded } from '../../api/node/embedded.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { eventsOf, firstFault } from '../support/chain.ts';

type Where = 'thread' | 'caller';

const arrival = (n: number, text = `Rinda ${n}`): Arrival =>
  arrivalOf(
    { text },
    {
      kind: 'complaint',
      idempotencyKey: `key-7hQ2vX9mRk-${n}`,
      suspicions: [],
      receivedAt: new Date('2026-11-23T08:30:00Z'),
    },
  );

/** Another program on the same file, with a separate connection. */
async function another(test: TestApp, where: Where): Promise<Deps> {
  const database = await openEmbedded(join(test.folder, 'kac.db'));
  onTestFinished(() => database.close());
  const setting = { secrets: test.secrets.intake, site: testSite };
  return createDeps({
    ...test.deps,
    database,
    random: test.deps.primitives.random,
    storeGroup: where === 'thread' ? await intakeOf(database, setting) : null,
  });
}

const numbers = Array.from({ length: 12 }, (_, n) => n);

describe.each<Where>(['thread', 'caller'])('a group taken in by the %s', where => {
  it('goes on from where another program left the chain, each once', async () => {
    const test = await startApp();
    const [one, two] = [await another(test, where), await another(test, where)];
    for (const round of [0, 1, 2]) {
      const all = numbers.map(n => takeIn(n % 2 ? one : two, arrival(round * 100 + n), null));
      for (const { outcome } of await Promise.all(all)) expect(outcome).toBe('stored');
    }
    expect(await eventsOf(test)).toHaveLength(36);
    expect(await firstFault(test)).toBeNull();
  });

  it('tells a repeated send from another text, also within one group', async () => {
    const deps = await another(await startApp(), where);
    const [first, same, other] = await Promise.all([
      takeIn(deps, arrival(1), null),
      takeIn(deps, arrival(1), null),
      takeIn(deps, arrival(1, 'Kas cits'), null),
    ]);
    expect([first.outcome, same.outcome, other.outcome]).toEqual(['stored', 'repeated', 'conflict']);
    expect({ ...same, outcome: 'stored' }).toEqual(first);
    const again = await takeIn(deps, arrival(1), null);
    expect(again).toEqual(same);
  });

  it('stores the others where one cannot be stored', async () => {
    const test = await startApp();
    const deps = await another(test, where);
    const broken = { sql: "INSERT INTO windows (id, recipient, sealed) VALUES ('w', 'o1', NULL)" };
    const stored = await Promise.allSettled([
      takeIn(deps, arrival(1), null),
      takeIn(deps, arrival(2), async () => [broken]),
      takeIn(deps, arrival(3), null),
    ]);
    expect(stored.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await eventsOf(test)).toHaveLength(2);
    expect(await firstFault(test)).toBeNull();
  });

  it('takes the next reference where one is taken, and fixes it for what goes along', async () => {
    const test = await startApp();
    const deps = await another(test, where);
    const { reference } = await draft(deps, arrival(1), 0);
    const at = '2026-11-22T08:00:00Z';
    await deps.journal.run(async append => {
      await append({ reference, at, kind: 'erased', actor: 'system', detail: {} });
      return { statements: [], result: null };
    });
    const told: string[] = [];
    const taken = await takeIn(deps, arrival(1), async ({ reference }) => {
      told.push(reference);
      return [];
    });
    const next = (await draft(deps, arrival(1), 1)).reference;
    expect(taken).toMatchObject({ outcome: 'stored', submission: { reference: next } });
    expect(told).toEqual([reference, next]);
  });
});

describe('the database’s thread', () => {
  it('is given the intake’s keys, and of the office the public one only', async () => {
    const { secrets } = await startApp();
    let given: Parameters<EmbeddedDatabase['openIntake']>[0] | null = null;
    const listening = {
      openIntake: async (setting: NonNullable<typeof given>) => {
        given = setting;
        return async () => ({ head: { seq: 0, hash: new Uint8Array() }, result: [] });
      },
    };
    const all = { ...secrets.intake, ...secrets.office };
    await intakeOf(listening as unknown as EmbeddedDatabase, { secrets: all, site: testSite });
    const { secret, signing, recipients } = secrets.intake;
    expect(given).toMatchObject({ secrets: { secret, signing, recipients } });
    const [office] = secrets.office?.keys ?? [];
    const text = JSON.stringify(given, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    );
    expect(text).toContain(Buffer.from(office?.publicKey ?? []).toString('hex'));
    expect(text).not.toContain(Buffer.from(office?.privateKey ?? []).toString('hex'));
  });
});
