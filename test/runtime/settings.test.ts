// The edge's bindings: which are accepted, and that all errors are reported at once.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../api/domain/crypto/base64url.ts';
import { bindingNames, readEdgeSettings } from '../../api/edge/settings.ts';
import { temporaryFolders } from '../support/folder.ts';
import { freshSecrets } from './secrets.ts';

const folder = temporaryFolders();
const sound = (): Record<string, string> => ({
  ...freshSecrets(folder()),
  KAC_DATABASE_URL: 'libsql://kac.example',
});

async function problemsOf(env: unknown): Promise<readonly string[]> {
  const read = await readEdgeSettings(env);
  return read.ok ? [] : read.problems;
}

describe('bindings', () => {
  it('become settings', async () => {
    const env = sound();
    const read = await readEdgeSettings(env);
    expect(read).toMatchObject({
      ok: true,
      settings: {
        databaseUrl: 'libsql://kac.example',
        databaseToken: null,
        origin: null,
        hsts: 'host',
        limits: { submit: { ask: 10, refuse: 60 }, 'look-up': { ask: null, refuse: 30 } },
        secrets: { secret: fromBase64Url(env['KAC_SECRET'] ?? ''), signing: [{ id: 'k1' }] },
      },
    });
    const more = {
      ...env,
      KAC_DATABASE_TOKEN: ' token ',
      KAC_ORIGIN: 'https://kac.example/',
      KAC_HSTS: 'subdomains',
    };
    expect(await readEdgeSettings(more)).toMatchObject({
      settings: { databaseToken: 'token', origin: 'https://kac.example', hsts: 'subdomains' },
    });
  });

  it('lift the limits only with a database on this very machine', async () => {
    const local = { ...sound(), KAC_DATABASE_URL: 'http://127.0.0.1:8080', KAC_LIMITS: 'off' };
    expect(await readEdgeSettings(local)).toMatchObject({ ok: true, settings: { limits: null } });
    expect(await problemsOf({ ...local, KAC_DATABASE_URL: 'https://127.0.0.1.example' })).toHaveLength(1);
  });

  it('may hold the signing keys as JSON already read', async () => {
    const env = sound();
    const signing: unknown = JSON.parse(env['KAC_SIGNING_KEYS'] ?? '');
    expect(await problemsOf({ ...env, KAC_SIGNING_KEYS: signing })).toEqual([]);
  });

  it.each([[undefined], [null], [{}]])('missing altogether (%s) are all named', async env => {
    expect(await problemsOf(env)).toEqual([
      expect.stringMatching(/^KAC_DATABASE_URL: jānorāda/),
      expect.stringMatching(/^KAC_SECRET: jānorāda/),
      expect.stringMatching(/^KAC_SIGNING_KEYS: jābūt JSON/),
      expect.stringMatching(/^KAC_RECIPIENTS: jābūt JSON/),
    ]);
  });

  it.each([
    ['KAC_DATABASE_URL', 'file:kac.db', 'jāsākas ar'],
    ['KAC_DATABASE_URL', 'https://', 'jāsākas ar'],
    ['KAC_ORIGIN', 'https://kac.example/cels', 'adresei bez ceļa'],
    ['KAC_SECRET', 'nav base64!', 'nav base64url'],
    ['KAC_SECRET', toBase64Url(new Uint8Array(31)), 'nav 32 baitu'],
    ['KAC_LIMITS', 'maybe', 'jābūt “on” vai “off”'],
    ['KAC_LIMITS', 'off', 'datubāzes serveris ir šajā pašā datorā'],
    ['KAC_LIMIT_SUBMIT', '60/10', 'jābūt diviem skaitļiem'],
    ['KAC_LIMIT_LOOKUP', '0', 'jābūt skaitlim'],
    ['KAC_SIGNING_KEYS', '[', 'jābūt JSON'],
    ['KAC_SIGNING_KEYS', '[]', 'saraksts ir tukšs'],
    ['KAC_SIGNING_KEYS', '[{"id":"k1"}]', 'jānorāda'],
  ])('%s = %s is refused by name', async (name, value, message) => {
    const problems = await problemsOf({ ...sound(), [name]: value });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatch(new RegExp(`^${name}`));
      expect(problem).toContain(message);
    }
  });

  it('of mail name the sender, and need the public address', async () => {
    const from = { KAC_MAIL_FROM: ' Paraugu KAC <kac@paraugs.example> ' };
    expect(await readEdgeSettings({ ...sound(), ...from, KAC_ORIGIN: 'https://kac.example' })).toMatchObject({
      settings: { mailFrom: { name: 'Paraugu KAC', address: 'kac@paraugs.example' } },
    });
    expect(await readEdgeSettings(sound())).toMatchObject({ settings: { mailFrom: null } });
    const missing = expect.stringMatching(/^KAC_ORIGIN: jānorāda/);
    expect(await problemsOf({ ...sound(), ...from })).toEqual([missing]);
    expect(await problemsOf({ ...sound(), KAC_SECRET: '*', ...from })).toEqual([
      'KAC_SECRET: nav base64url.',
      missing,
    ]);
    const wrong = await problemsOf({ ...sound(), KAC_MAIL_FROM: 'kac', KAC_ORIGIN: 'https://kac.example' });
    expect(wrong).toEqual([expect.stringMatching(/^KAC_MAIL_FROM: jābūt/)]);
  });

  it('with halves of different keys are refused', async () => {
    const [one, other] = [sound(), sound()].map(env => JSON.parse(env['KAC_SIGNING_KEYS'] ?? '')[0]);
    const mixed = JSON.stringify([{ ...one, publicKey: other.publicKey }]);
    expect(await problemsOf({ ...sound(), KAC_SIGNING_KEYS: mixed })).toEqual([
      expect.stringContaining('nesader'),
    ]);
  });

  it('stand in docs/edge.md, each one', () => {
    const docs = readFileSync(new URL('../../docs/edge.md', import.meta.url), 'utf8');
    for (const name of bindingNames) expect(docs).toContain(`\`${name}\``);
  });
});
