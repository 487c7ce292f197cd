// Changing keys: everything signed and sealed before still verifies and opens, and a crash at any step loses
// nothing.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealWindow } from '../../api/domain/crypto/windows.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { checkReceipt } from '../../api/domain/receipt.ts';
import { holds } from '../../api/node/key-folder.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';
import { recoveryText } from '../../api/node/recovery-key.ts';
import { Refusal } from '../../api/node/refusal.ts';
import { renewRecovery, restore, rewrap } from '../../api/node/renew.ts';
import { rotateOffice, rotateSigning } from '../../api/node/rotate.ts';
import { postJson, startApp } from '../api/harness.ts';
import { type Filled, file, filled, openedByOffice, openedByRecovery } from './filled.ts';

const alone = { drop: false, shared: false };
const dropping = { drop: true, shared: false };
const recipientsOf = ({ folder }: Filled) => folder.keys().recipients.map(({ id }) => id);
const officeKeysOf = ({ folder }: Filled) => folder.office()?.keys.map(({ id }) => id);
const countsOf = async ({ windows }: Filled) => Object.fromEntries(await windows.counts());
const loseOffice = ({ test }: Filled) => rmSync(join(test.folder, 'office.json'));

describe('rotate signing', () => {
  it('signs with the new key, and every receipt from before goes on to verify', async () => {
    const register = await filled(1);
    const { test, folder, tools } = register;
    const before = (await (await postJson(test.app, '/api/complaints', { text: 'Pirms' })).json()) as {
      receipt: string;
    };
    expect(rotateSigning(folder, tools)).toBe('k2');
    expect(rotateSigning(folder, tools)).toBe('k3');
    const keyring = await createKeyring(folder.keys(), nodePrimitives);
    expect(keyring.publicKeys.map(({ id }) => id)).toEqual(['k3', 'k2', 'k1']);
    expect(await checkReceipt(keyring, before.receipt)).toMatchObject({
      valid: true,
      facts: { keyId: 'k1' },
    });
    const secrets = { ...test.secrets, intake: folder.keys() };
    const again = await test.restart(secrets);
    const after = (await (await postJson(again.app, '/api/complaints', { text: 'Pēc' })).json()) as {
      receipt: string;
    };
    expect(await checkReceipt(keyring, after.receipt)).toMatchObject({ valid: true, facts: { keyId: 'k3' } });
    expect(after.receipt).toContain('Atslēga: k3');
  });

  it('leaves the file for its owner only, and everything else in it as it was', async () => {
    const { test, folder, tools } = await filled(1);
    const before = folder.keys();
    rotateSigning(folder, tools);
    const { signing, ...rest } = folder.keys();
    expect(rest).toEqual({ ...before, signing: undefined });
    expect(signing.at(-1)).toEqual(before.signing[0]);
    expect(statSync(join(test.folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });
});

describe('rotate office and rewrap', () => {
  it('seals what comes in to the new key, and reads the old until it is rewrapped', async () => {
    const register = await filled(3);
    const { test, folder, windows, tools } = register;
    expect(await rotateOffice(folder, windows, tools)).toBe('o2');
    expect([recipientsOf(register), officeKeysOf(register)]).toEqual([
      ['o2', 'r1'],
      ['o2', 'o1'],
    ]);
    expect(await openedByOffice(register)).toBe(3);

    const again = await test.restart({ ...test.secrets, intake: folder.keys() });
    const reference = await file(again, 'Jaunais');
    const now = { ...register, test: again, references: [...register.references, reference] };
    expect(await openedByOffice(now)).toBe(4);
    expect(await openedByRecovery(now, register.recoveryKey)).toBe(4);
  });

  it('rewraps in batches, drops the former key when told, and does nothing the second time', async () => {
    const register = await filled(5);
    const progress: number[] = [];
    const tools = { ...register.tools, progress: (done: number) => progress.push(done) };
    await rotateOffice(register.folder, register.windows, tools);
    expect(await rewrap(tools, alone)).toEqual({ done: 5, shut: 0, dropped: [], kept: null });
    expect(progress).toEqual([2, 4, 5]);
    expect(await countsOf(register)).toEqual({ o2: 5, r1: 5 });
    expect(officeKeysOf(register)).toEqual(['o2', 'o1']);
    expect(await rewrap(tools, dropping)).toEqual({ done: 0, shut: 0, dropped: ['o1'], kept: null });
    expect(officeKeysOf(register)).toEqual(['o2']);
    expect(await openedByOffice(register)).toBe(5);
    expect(await openedByRecovery(register, register.recoveryKey)).toBe(5);
    expect(await rewrap(tools, dropping)).toEqual({ done: 0, shut: 0, dropped: [], kept: null });
  });

  it('keeps the former key where a window does not open, and says how many', async () => {
    const register = await filled(3);
    await rotateOffice(register.folder, register.windows, register.tools);
    await register.test.database.execute({
      sql: `UPDATE windows SET sealed = x'00' WHERE recipient = 'o1' AND id = (SELECT min(id) FROM windows)`,
    });
    expect(await rewrap(register.tools, dropping)).toEqual({ done: 2, shut: 1, dropped: [], kept: 'shut' });
    // It was not touched: the recovery key still opens it.
    expect(await countsOf(register)).toEqual({ o1: 1, o2: 2, r1: 3 });
    expect(await openedByRecovery(register, register.recoveryKey)).toBe(3);
  });

  it('replaces a sealing to the present key that does not open', async () => {
    const register = await filled(2);
    await rotateOffice(register.folder, register.windows, register.tools);
    await register.test.database.execute({
      sql: `INSERT INTO windows SELECT id, 'o2', x'0011' FROM windows WHERE recipient = 'o1'`,
    });
    expect(await rewrap(register.tools, alone)).toMatchObject({ done: 2, shut: 0 });
    expect(await openedByOffice(register)).toBe(2);
  });

  it('touches no window whose sealings disagree', async () => {
    const register = await filled(1);
    await rotateOffice(register.folder, register.windows, register.tools);
    const [o2] = register.folder.keys().recipients;
    const [known] = await register.windows.of(await register.windows.toRewrap(['o2', 'r1'], '', 1));
    if (!o2 || !known) throw new Error('nothing to disagree');
    await register.windows.put([await sealWindow(known.id, random(32), o2)]);
    expect(await rewrap(register.tools, dropping)).toMatchObject({ done: 0, shut: 1, kept: 'shut' });
  });

  it('on a database that others write to, drops only on a run that found nothing left', async () => {
    const register = await filled(2);
    await rotateOffice(register.folder, register.windows, register.tools);
    const shared = { drop: true, shared: true };
    expect(await rewrap(register.tools, shared)).toMatchObject({ done: 2, dropped: [], kept: 'still-used' });
    // A server with the former keys takes in one more.
    register.test.at('2026-11-23T10:00:00Z');
    await file(register.test, 'Vēl viens');
    expect(await rewrap(register.tools, shared)).toMatchObject({ done: 1, dropped: [], kept: 'still-used' });
    expect(await rewrap(register.tools, shared)).toMatchObject({ done: 0, dropped: ['o1'], kept: null });
  });

  it('brings back no window that was erased meanwhile', async () => {
    const register = await filled(1);
    const sealed = await register.windows.of(await register.windows.toRewrap([], '', 1));
    await register.test.database.execute({ sql: 'DELETE FROM windows' });
    await register.windows.put(sealed);
    expect(await countsOf(register)).toEqual({});
  });

  it('refuses an office.json of another register, also when its keys have the same names', async () => {
    const register = await filled(1);
    const other = await startApp();
    writeFileSync(join(register.test.folder, 'office.json'), readFileSync(join(other.folder, 'office.json')));
    await expect(rewrap(register.tools, alone)).rejects.toThrow(/faili nesader/);
    await expect(rotateOffice(register.folder, register.windows, register.tools)).rejects.toThrow(Refusal);
    expect(await countsOf(register)).toEqual({ o1: 1, r1: 1 });
  });
});

describe('a new recovery key', () => {
  it('is shown once, opens everything, and the former opens nothing', async () => {
    const register = await filled(3);
    const shown: string[] = [];
    expect(await renewRecovery(register.tools, key => shown.push(key))).toEqual({ done: 3, shut: 0 });
    expect(shown).toHaveLength(1);
    expect(recipientsOf(register)).toEqual(['o1', 'r2']);
    expect(await countsOf(register)).toEqual({ o1: 3, r2: 3 });
    expect(await openedByRecovery(register, shown[0] ?? '')).toBe(3);
    expect(await openedByRecovery(register, register.recoveryKey)).toBe(0);
    expect(readFileSync(join(register.test.folder, 'keys.json'), 'utf8')).not.toContain(shown[0]);
  });

  it('needs the office’s key, and says so', async () => {
    const register = await filled(1);
    loseOffice(register);
    await expect(renewRecovery(register.tools, () => undefined)).rejects.toThrow(/npm run keys -- restore/);
    expect(recipientsOf(register)).toEqual(['o1', 'r1']);
  });
});

describe('restore', () => {
  it('makes an office.json that reads everything, from the key as a person types it', async () => {
    const register = await filled(3);
    const search = register.folder.office()?.search;
    loseOffice(register);
    expect(await openedByOffice(register)).toBe(0);
    const typed = ` ${register.recoveryKey.toLowerCase().replaceAll('-', ' ')}\n`;
    expect(await restore(register.tools, typed)).toEqual({ done: 3, shut: 0, office: 'o2' });
    expect([recipientsOf(register), officeKeysOf(register)]).toEqual([['o2', 'r1'], ['o2']]);
    expect(await openedByOffice(register)).toBe(3);
    expect(register.folder.office()?.search).not.toEqual(search);
    expect(statSync(join(register.test.folder, 'office.json')).mode & 0o777).toBe(0o600);
  });

  const wrong: [string, (key: string) => string, RegExp][] = [
    ['one character is another', key => (key.startsWith('2') ? '3' : '2') + key.slice(1), /kļūdaini/],
    ['one is missing', key => key.slice(0, -1), /kļūdaini/],
    ['nothing was typed', () => '', /kļūdaini/],
    ['it is another centre’s', () => recoveryText(random(32)), /nepieder šim reģistram/],
  ];
  it.each(wrong)('refuses and changes nothing when %s', async (_, spoil, message) => {
    const register = await filled(1);
    loseOffice(register);
    const fault = await restore(register.tools, spoil(register.recoveryKey)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect(String(fault)).toMatch(message);
    expect(register.folder.office()).toBeNull();
    expect(recipientsOf(register)).toEqual(['o1', 'r1']);
    expect(await countsOf(register)).toEqual({ o1: 1, r1: 1 });
  });

  it('refuses a recovery key that was replaced by another', async () => {
    const register = await filled(1);
    await renewRecovery(register.tools, () => undefined);
    loseOffice(register);
    await expect(restore(register.tools, register.recoveryKey)).rejects.toThrow(/vēlāk nomainīta/);
  });
});

/** The power fails at the `nth` write: before it, or after it is done. */
class PowerCut extends Error {}
function cutting(register: Filled, nth: number, when: 'before' | 'after'): Filled {
  let left = nth;
  const cut = <T extends object>(target: T, writes: readonly string[]): T =>
    new Proxy(target, {
      get(_, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        if (!writes.includes(String(name))) return method;
        return (...args: unknown[]) => {
          if (when === 'before' && left === 0) throw new PowerCut();
          const done = method(...args);
          const after = <R>(result: R): R => {
            if (when === 'after' && left === 0) throw new PowerCut();
            left -= 1;
            return result;
          };
          return done instanceof Promise ? done.then(after) : after(done);
        };
      },
    });
  const folder = cut(register.folder, ['writeKeys', 'writeOffice']);
  const windows = cut(register.windows, ['put', 'keepOnly']);
  return { ...register, folder, windows, tools: { ...register.tools, folder, windows } };
}

/**
 * What must hold at every moment: everything is readable by the office or by a recovery key that a person has
 * seen.
 */
async function expectNothingLost(register: Filled, shown: readonly string[]): Promise<void> {
  const byOffice = await openedByOffice(register);
  const byRecovery = await Promise.all(shown.map(key => openedByRecovery(register, key)));
  expect(Math.max(byOffice, ...byRecovery)).toBe(register.references.length);
  const office = register.folder.office();
  const { recipients } = register.folder.keys();
  expect(recipients.some(one => one.id.startsWith('r') || (office && holds(office, one)))).toBe(true);
  expect(Math.max(...byRecovery)).toBe(register.references.length);
}

interface Drill {
  readonly name: string;
  readonly prepare?: (register: Filled) => Promise<unknown> | unknown;
  readonly run: (register: Filled, shown: string[]) => Promise<unknown>;
  readonly end: { readonly recipients: string[]; readonly counts: Record<string, number> } | null;
}

const DRILLS: readonly Drill[] = [
  {
    name: 'rotate office',
    run: ({ folder, windows, tools }) => rotateOffice(folder, windows, tools),
    // A run interrupted after its last write had changed the key: the next run changes it again.
    end: null,
  },
  {
    name: 'rewrap --drop',
    prepare: ({ folder, windows, tools }) => rotateOffice(folder, windows, tools),
    run: ({ tools }) => rewrap(tools, dropping),
    end: { recipients: ['o2', 'r1'], counts: { o2: 3, r1: 3 } },
  },
  {
    name: 'recovery',
    run: ({ tools }, shown) => renewRecovery(tools, key => shown.push(key)),
    // Each run makes a new key.
    end: null,
  },
  {
    name: 'restore',
    prepare: loseOffice,
    run: ({ tools, recoveryKey }) => restore(tools, recoveryKey),
    end: { recipients: ['o2', 'r1'], counts: { o2: 3, r1: 3 } },
  },
];

it('goes on with an office key that is made and not yet in use', async () => {
  const register = await filled(1);
  await rotateOffice(cutting(register, 1, 'before').folder, register.windows, register.tools).catch(
    () => undefined,
  );
  expect([recipientsOf(register), officeKeysOf(register)]).toEqual([
    ['o1', 'r1'],
    ['o2', 'o1'],
  ]);
  expect(await rotateOffice(register.folder, register.windows, register.tools)).toBe('o2');
  expect([recipientsOf(register), officeKeysOf(register)]).toEqual([
    ['o2', 'r1'],
    ['o2', 'o1'],
  ]);
});

describe.each(DRILLS)('$name, cut off', ({ prepare, run, end }) => {
  it.each(['before', 'after'] as const)('%s any write, loses nothing and can be run again', async when => {
    for (let nth = 0; ; nth += 1) {
      const register = await filled(3);
      await prepare?.(register);
      const shown = [register.recoveryKey];
      const fault = await run(cutting(register, nth, when), shown).then(
        () => null,
        (error: unknown) => error,
      );
      if (fault !== null) expect(fault).toBeInstanceOf(PowerCut);
      await expectNothingLost(register, shown);
      await run(register, shown);
      expect(await openedByOffice(register)).toBe(3);
      expect(await openedByRecovery(register, shown.at(-1) ?? '')).toBe(3);
      const recipients = recipientsOf(register);
      if (end && fault) expect([recipients, await countsOf(register)]).toEqual([end.recipients, end.counts]);
      expect(recipients).toHaveLength(2);
      if (fault === null) {
        expect(nth).toBeGreaterThan(1);
        return;
      }
    }
  });
});
