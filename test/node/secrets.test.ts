// The key file: created once, complete, readable only by its owner, and never replaced.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../api/domain/keyring.ts';
import { createFile } from '../../api/node/durable-file.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { Refusal } from '../../api/node/refusal.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
const fresh = {
  random: (length: number) => new Uint8Array(randomBytes(length)),
  now: new Date('2026-11-22T15:20:00Z'),
  databaseExists: false,
};
const keysOf = (path: string) => JSON.parse(readFileSync(join(path, 'keys.json'), 'utf8'));

describe('loadSecrets', () => {
  it('makes keys on the first start, readable by their owner only', () => {
    const path = join(folder(), 'data');
    const { secret, signing } = loadSecrets(path, fresh).intake;
    expect(secret).toHaveLength(32);
    expect(signing).toMatchObject([{ id: 'k1' }]);
    expect(keysOf(path).signing[0].created).toBe('2026-11-22T15:20:00.000Z');
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path).toSorted()).toEqual(['keys.json', 'office.json', 'recovery-key.txt']);
    expect(statSync(join(path, 'recovery-key.txt')).mode & 0o777).toBe(0o600);
  });

  it('gives the same keys ever after, and others to another folder', () => {
    const path = folder();
    const first = loadSecrets(path, fresh);
    expect(loadSecrets(path, { ...fresh, databaseExists: true })).toEqual({ ...first, recoveryKey: null });
    expect(loadSecrets(folder(), fresh).intake.secret).not.toEqual(first.intake.secret);
  });

  it('gives keys the keyring signs and verifies with', async () => {
    const keyring = await createKeyring(loadSecrets(folder(), fresh).intake, nodePrimitives);
    const bytes = Uint8Array.of(1, 2, 3);
    const [{ id: keyId }] = keyring.publicKeys;
    const signature = await keyring.sign(bytes);
    expect(await keyring.verify(keyId, bytes, signature)).toBe(true);
    expect(await keyring.verify(keyId, Uint8Array.of(1, 2, 4), signature)).toBe(false);
  });

  it('refuses to make new keys beside a database that had others', () => {
    const path = folder();
    expect(() => loadSecrets(path, { ...fresh, databaseExists: true })).toThrow(Refusal);
    expect(() => loadSecrets(path, { ...fresh, databaseExists: true })).toThrow(/rezerves kopijas/);
    expect(readdirSync(path)).toEqual([]);
  });

  const spoilt: [string, (keys: ReturnType<typeof keysOf>) => unknown][] = [
    ['cut short', keys => JSON.stringify(keys).slice(0, 50)],
    ['empty', () => ''],
    ['another format', keys => ({ ...keys, format: 3 })],
    ['a short secret', keys => ({ ...keys, secret: 'AAAA' })],
    ['a secret that is no base64url', keys => ({ ...keys, secret: '?'.repeat(43) })],
    ['no signing key', keys => ({ ...keys, signing: [] })],
    [
      'a public half of another key',
      keys => ({ ...keys, signing: [{ ...keys.signing[0], publicKey: keys.secret }] }),
    ],
    [
      'a private half that is no key',
      keys => ({ ...keys, signing: [{ ...keys.signing[0], privateKey: 'AAAA' }] }),
    ],
  ];
  it.each(spoilt)('refuses a damaged file and leaves it as it is: %s', (_, spoil) => {
    const path = folder();
    loadSecrets(path, fresh);
    const damaged = spoil(keysOf(path));
    const text = typeof damaged === 'string' ? damaged : JSON.stringify(damaged);
    rmSync(join(path, 'keys.json'));
    writeFileSync(join(path, 'keys.json'), text);
    expect(() => loadSecrets(path, fresh)).toThrow(Refusal);
    expect(() => loadSecrets(path, fresh)).toThrow(/keys\.json” ir bojāts/);
    expect(readFileSync(join(path, 'keys.json'), 'utf8')).toBe(text);
  });

  it('never writes the keys into its message', () => {
    const path = folder();
    loadSecrets(path, fresh);
    const keys = keysOf(path);
    writeFileSync(
      join(path, 'keys.json'),
      JSON.stringify({ ...keys, signing: [{ ...keys.signing[0], id: '' }] }),
    );
    const message = String(catchFault(() => loadSecrets(path, fresh)));
    expect(message).not.toContain(keys.secret);
    expect(message).not.toContain(keys.signing[0].privateKey);
  });
});

it('createFile leaves a file that is there as it was', () => {
  const path = join(folder(), 'keys.json');
  expect(createFile(path, 'first')).toBe(true);
  expect(createFile(path, 'second')).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('first');
});

function catchFault(call: () => unknown): unknown {
  try {
    return call();
  } catch (fault) {
    return fault;
  }
}
