// The minute's key is in memory for its minute and no longer: by a timer, also where nobody comes any more.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { aWindowEach, createWindows, type KeyWindow, openWindow } from '../../api/domain/crypto/windows.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { createOffice } from '../../api/domain/office.ts';
import { after } from '../../api/node/after.ts';
import { intakeOf, openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets, type Secrets } from '../../api/node/secrets.ts';
import { migrate } from '../../api/store/migrate.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
const secretsIn = (path: string): Secrets =>
  loadSecrets(path, { random: randomBytes, now: new Date(), databaseExists: false });
const AT = Date.parse('2026-11-23T08:30:00Z');
const isZero = ({ key }: KeyWindow): boolean => key.every(byte => byte === 0);
const same = async (window: KeyWindow): Promise<KeyWindow> => window;

async function windowsOf(timer: typeof after | null) {
  const secrets = secretsIn(folder());
  const { recipients } = await createKeyring(secrets.intake, nodePrimitives);
  return { secrets, windows: createWindows({ recipients, primitives: nodePrimitives, after: timer }) };
}

/** Lets what was promised happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a key window', () => {
  beforeEach(() => void vi.useFakeTimers({ now: AT }));
  afterEach(() => void vi.useRealTimers());

  it('is one for its minute, and its key is zeros when the clock has moved on, though nobody came', async () => {
    const { windows, secrets } = await windowsOf(after);
    expect(windows.holdsKey()).toBe(false);
    const first = await windows.use(Date.now(), same);
    expect([windows.holdsKey(), isZero(first)]).toEqual([true, false]);
    const sealed = first.sealed[0];
    const pair = secrets.office?.keys[0];
    expect(sealed && pair && (await openWindow(sealed, pair))).toEqual(first.key);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await windows.use(Date.now(), same)).toBe(first);
    await vi.advanceTimersByTimeAsync(1);
    expect([windows.holdsKey(), isZero(first)]).toEqual([false, true]);
    const second = await windows.use(Date.now(), same);
    expect(second.id).not.toBe(first.id);
  });

  it('is kept for who is sealing with it when its minute ends, and not for who comes then', async () => {
    const { windows } = await windowsOf(after);
    const { promise, resolve } = Promise.withResolvers<void>();
    const sealing = windows.use(Date.now(), async window => {
      await promise;
      return { window, wasZero: isZero(window) };
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(windows.holdsKey()).toBe(true);
    const next = await windows.use(Date.now(), same);
    resolve();
    const { window, wasZero } = await sealing;
    await settle();
    expect([wasZero, isZero(window), isZero(next), next.id === window.id]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('ends when a clock was set back, and when the server stops; no timer is left', async () => {
    const { windows } = await windowsOf(after);
    const first = await windows.use(AT, same);
    const earlier = await windows.use(AT - 1000, same);
    await settle();
    expect([isZero(first), isZero(earlier), vi.getTimerCount()]).toEqual([true, false, 1]);
    windows.close();
    await settle();
    expect([isZero(earlier), windows.holdsKey(), vi.getTimerCount()]).toEqual([true, false, 0]);
  });

  it('is gone after its use where there is no timer, as on the edge, and where each text has its own', async () => {
    const { windows, secrets } = await windowsOf(null);
    const one = await windows.use(AT, same);
    await settle();
    expect([isZero(one), windows.holdsKey()]).toEqual([true, false]);
    const { recipients } = secrets.intake;
    const each = aWindowEach({ recipients, primitives: nodePrimitives });
    const two = [await each.use(AT, same), await each.use(AT, same)];
    await settle();
    expect([two.every(isZero), two[0]?.id === two[1]?.id]).toEqual([true, false]);
  });

  it('the keys that the office has opened are forgotten a quarter of an hour after the last look', async () => {
    const { windows, secrets } = await windowsOf(after);
    const sealed = await windows.use(AT, async window => window.sealed);
    const office = createOffice(
      secrets.office ?? { keys: [], search: new Uint8Array() },
      nodePrimitives,
      async () => sealed,
      after,
    );
    const asked = { reference: 'KAC', windowId: 'w', forOffice: new Uint8Array(60), forCode: null };
    await office.contentKey(asked);
    expect(office.keptKeys()).toBe(1);
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    await office.contentKey(asked);
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(office.keptKeys()).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(office.keptKeys()).toBe(0);
  });
});

it('the thread that takes submissions in holds no key when the window is over', async () => {
  const path = folder();
  const { intake } = secretsIn(path);
  const database = await openEmbedded(join(path, 'kac.db'));
  onTestFinished(() => database.close());
  await migrate(database);
  const take = await intakeOf(database, { secrets: intake, site: testSite, openMs: 2000 });
  const arrival = {
    kind: 'question',
    content: '{"text":"Vai?"}',
    service: null,
    rulePoints: [],
    receivedAt: new Date(),
    idempotencyKey: 'pC9x0Lq2mZr7Vt4b',
    suspicions: [],
  } as const;
  expect(await database.holdsKey()).toBe(false);
  await take?.([{ arrival, attempt: 0, statements: [] }], { seq: 0, hash: new Uint8Array(32) });
  expect(await database.holdsKey()).toBe(true);
  await expect.poll(() => database.holdsKey(), { timeout: 15_000, interval: 200 }).toBe(false);
});
