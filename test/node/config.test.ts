// Settings: defaults, every refusal at once, and the example file that must say the same as the program.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '../../api/config.ts';

type Env = Record<string, string | undefined>;

function configOf(env: Env) {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.problems.join(' '));
  return result.config;
}

const problemsOf = (env: Env): readonly string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.problems;
};

describe('.env.example', () => {
  const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));

  it('lists every setting and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
  });

  it('gives the defaults', () => {
    expect(configOf(example)).toEqual(configOf({}));
    // Spelt out as well: what is given differs from what is left out only where a default is not empty.
    const { PORT, HOST, KAC_DATA, KAC_LIMITS } = example;
    expect({ PORT, HOST, KAC_DATA, KAC_LIMITS }).toEqual({
      PORT: '4321',
      HOST: '127.0.0.1',
      KAC_DATA: 'data',
      KAC_LIMITS: 'on',
    });
  });
});

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(configOf({})).toEqual({
      port: 4321,
      host: '127.0.0.1',
      dataFolder: 'data',
      databaseUrl: null,
      databaseToken: null,
      officeKeys: null,
      origin: null,
      limits: true,
    });
  });

  it('takes what is set', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      KAC_DATA: '/srv/kac dati',
      KAC_DATABASE_URL: 'libsql://db.example',
      KAC_DATABASE_TOKEN: 'token',
      KAC_OFFICE_KEYS: '/media/seifs/office.json',
      KAC_ORIGIN: 'https://kac.example/',
    };
    expect(configOf(env)).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataFolder: '/srv/kac dati',
      databaseUrl: 'libsql://db.example',
      databaseToken: 'token',
      officeKeys: '/media/seifs/office.json',
      origin: 'https://kac.example',
      limits: true,
    });
  });

  it('takes an empty value, and spaces around one, for what they mean', () => {
    expect(configOf({ PORT: '', HOST: ' ', KAC_ORIGIN: '' })).toEqual(configOf({}));
    expect(configOf({ PORT: ' 80 ' }).port).toBe(80);
  });

  it.each(['65536', '-1', '80.5', 'http', '0x50', '1e3'])('refuses PORT=%s', PORT => {
    expect(problemsOf({ PORT })).toEqual(['PORT: jābūt portam no 0 līdz 65535.']);
  });

  it.each(['db.example', 'ws://db.example', 'postgres://db.example', 'https://'])(
    'refuses the database %s',
    url => {
      expect(problemsOf({ KAC_DATABASE_URL: url })).toHaveLength(1);
    },
  );

  it.each(['https://db.example:8080', 'http://127.0.0.1:9000', 'file:other.db'])(
    'takes the database %s',
    url => {
      expect(configOf({ KAC_DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  it.each([
    'kac.example',
    'ftp://kac.example',
    'https://kac.example/vietne',
    'https://a:b@kac.example',
    'https://kac.example/?x',
  ])('refuses the public address %s', KAC_ORIGIN => {
    expect(problemsOf({ KAC_ORIGIN })).toHaveLength(1);
  });

  it('refuses a token without a server to use it on', () => {
    expect(problemsOf({ KAC_DATABASE_TOKEN: 'token' })).toHaveLength(1);
    expect(problemsOf({ KAC_DATABASE_TOKEN: 'token', KAC_DATABASE_URL: 'file:x.db' })).toHaveLength(1);
  });

  it.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1'])('lifts the limits on %s', HOST => {
    expect(configOf({ HOST, KAC_LIMITS: 'off' }).limits).toBe(false);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', '127.example', 'localhost.example'])(
    'keeps the limits on %s',
    HOST => {
      expect(problemsOf({ HOST, KAC_LIMITS: 'off' })).toEqual([expect.stringMatching(/^KAC_LIMITS: /)]);
    },
  );

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({
      PORT: 'x',
      KAC_DATABASE_URL: 'x',
      KAC_ORIGIN: 'x',
      KAC_LIMITS: 'off',
      HOST: '0.0.0.0',
    });
    expect(problems.map(problem => problem.split(':')[0])).toEqual([
      'PORT',
      'KAC_DATABASE_URL',
      'KAC_ORIGIN',
      'KAC_LIMITS',
    ]);
    expect(problemsOf({ KAC_LIMITS: 'maybe' })).toEqual(['KAC_LIMITS: jābūt “on” vai “off”.']);
  });
});
