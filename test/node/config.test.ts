// Settings: defaults, all errors reported at once, and the example file, which must match the program.
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

const FIGURES = {
  submit: { ask: 10, refuse: 60 },
  survey: { ask: 60, refuse: 600 },
  'look-up': { ask: null, refuse: 30 },
  'sign-in': { ask: null, refuse: 10 },
  upload: { ask: null, refuse: 300 },
};

describe('.env.example', () => {
  const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));

  it('lists every setting and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
  });

  it('gives the defaults', () => {
    expect(configOf(example)).toEqual(configOf({}));
    // Also listed explicitly: a given value differs from a missing one only where the default is not empty.
    expect(example).toMatchObject({
      PORT: '4321',
      HOST: '127.0.0.1',
      KAC_DATA: 'data',
      KAC_LIMITS: 'on',
      KAC_LIMIT_SUBMIT: '10/60',
      KAC_LIMIT_SURVEY: '60/600',
      KAC_LIMIT_LOOKUP: '30',
      KAC_LIMIT_SIGNIN: '10',
      KAC_LIMIT_UPLOAD: '300',
      KAC_PROXY: '0',
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
      hsts: 'host',
      limits: FIGURES,
      proxies: 0,
      mail: null,
      witness: null,
      backups: { folder: null, nightly: true, days: 30 },
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
      KAC_HSTS: 'subdomains',
      KAC_LIMIT_SUBMIT: '3/9',
      KAC_LIMIT_LOOKUP: '7',
      KAC_PROXY: '2',
      KAC_SMTP_URL: 'smtps://kac%40paraugs:p%3Ass@mail.example',
      KAC_WITNESS: 'liecinieks@paraugs.example',
      KAC_BACKUPS: '/mnt/kopijas',
      KAC_BACKUP_DAYS: '14',
      KAC_MAIL_FROM: 'Paraugu KAC <kac@paraugs.example>',
    };
    expect(configOf(env)).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataFolder: '/srv/kac dati',
      databaseUrl: 'libsql://db.example',
      databaseToken: 'token',
      officeKeys: '/media/seifs/office.json',
      origin: 'https://kac.example',
      hsts: 'subdomains',
      limits: { ...FIGURES, submit: { ask: 3, refuse: 9 }, 'look-up': { ask: null, refuse: 7 } },
      proxies: 2,
      witness: 'liecinieks@paraugs.example',
      backups: { folder: '/mnt/kopijas', nightly: true, days: 14 },
      mail: {
        server: {
          host: 'mail.example',
          port: 465,
          encryption: 'tls',
          login: { user: 'kac@paraugs', password: 'p:ss' },
        },
        from: { name: 'Paraugu KAC', address: 'kac@paraugs.example' },
      },
    });
  });

  it('makes no backups by itself where they are off, and keeps none for longer than people are told', () => {
    expect(configOf({ KAC_BACKUPS: 'off' }).backups).toEqual({ folder: null, nightly: false, days: 30 });
    for (const KAC_BACKUP_DAYS of ['0', '31', '365', '-1', '7.5', 'mūžīgi'])
      expect(problemsOf({ KAC_BACKUP_DAYS })).toEqual([
        expect.stringMatching(/^KAC_BACKUP_DAYS: .*no 1 līdz 30/),
      ]);
  });

  it('takes off for no HSTS, and refuses what it does not know', () => {
    expect(configOf({ KAC_HSTS: 'off' }).hsts).toBe('off');
    for (const KAC_HSTS of ['on', 'includeSubDomains', 'HOST', 'host, off'])
      expect(problemsOf({ KAC_HSTS })).toEqual([
        'KAC_HSTS: jābūt host (tikai šī adrese), subdomains (arī visi apakšdomēni) vai off.',
      ]);
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
    expect(configOf({ HOST, KAC_LIMITS: 'off' }).limits).toBeNull();
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', '127.example', 'localhost.example'])(
    'keeps the limits on %s',
    HOST => {
      expect(problemsOf({ HOST, KAC_LIMITS: 'off' })).toEqual([expect.stringMatching(/^KAC_LIMITS: /)]);
    },
  );

  it.each([
    ['KAC_LIMIT_SUBMIT', ['10', '0/60', '60/10', '10/60/70', '-1/2', '1.5/2', 'a/b', '/', '1000000/1000000']],
    ['KAC_LIMIT_SURVEY', ['10', '60/10']],
    ['KAC_LIMIT_LOOKUP', ['0', '-1', '1.5', '10/60', 'x', '1000000']],
    ['KAC_LIMIT_SIGNIN', ['0', 'x']],
    ['KAC_LIMIT_UPLOAD', ['0', '10/60', 'x']],
    ['KAC_PROXY', ['-1', '10', '1.5', 'x']],
  ])('refuses %s = each of %j', (name, values) => {
    for (const value of values)
      expect(problemsOf({ [name]: value }), value).toEqual([
        expect.stringMatching(new RegExp(`^${name}: jābūt `)),
      ]);
  });

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

describe('the settings of mail', () => {
  const ORIGIN = { KAC_ORIGIN: 'https://kac.example' };
  const FROM = { KAC_MAIL_FROM: 'kac@paraugs.example' };

  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, encryption: 'starttls', login: null }],
    ['smtp://mail.example:2525/', { host: 'mail.example', port: 2525, encryption: 'starttls', login: null }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, encryption: 'tls', login: null }],
    ['smtp://localhost:25', { host: 'localhost', port: 25, encryption: 'none', login: null }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, encryption: 'none', login: null }],
    ['smtp://[::1]:25', { host: '::1', port: 25, encryption: 'none', login: null }],
    ['smtp://localhost.evil.example', { host: 'localhost.evil.example', port: 587, encryption: 'starttls' }],
  ])('take the server %s', (KAC_SMTP_URL, server) => {
    expect(configOf({ ...ORIGIN, ...FROM, KAC_SMTP_URL }).mail?.server).toMatchObject(server);
  });

  it.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp:mail.example',
    'smtp://mail.example:0',
    'smtp://mail.example:99999',
    'smtps://user@mail.example',
    'smtps://user:se/cret-xyz@mail.example',
    'smtps://user:se#cret-xyz@mail.example',
    'smtps://user:secret-xyz%@mail.example',
    'smtps://user:secret-xyz@mail.example/box',
    'smtps://user:secret-xyz@mail.example?tls.rejectUnauthorized=false',
    'smtp://mail .example',
  ])('refuse the server %s without showing it', KAC_SMTP_URL => {
    const problems = problemsOf({ ...ORIGIN, ...FROM, KAC_SMTP_URL });
    expect(problems).toEqual([expect.stringMatching(/^KAC_SMTP_URL: jābūt formā smtps:/)]);
    expect(problems.join()).not.toContain('xyz');
  });

  it('send the head of the chain to an address only, and only where mail is sent', () => {
    const server = { ...ORIGIN, ...FROM, KAC_SMTP_URL: 'smtp://m.example' };
    expect(configOf({ ...server, KAC_WITNESS: 'a@x.example' }).witness).toBe('a@x.example');
    expect(problemsOf({ ...server, KAC_WITNESS: 'kaimiņš' })).toEqual([
      expect.stringMatching(/^KAC_WITNESS: jābūt e-pasta adresei/),
    ]);
    expect(problemsOf({ KAC_WITNESS: 'a@x.example' })).toEqual([
      expect.stringMatching(/^KAC_WITNESS: ķēdes/),
    ]);
  });

  it.each([
    ['kac@paraugs.example', { name: null, address: 'kac@paraugs.example' }],
    ['<kac@paraugs.example>', { name: null, address: 'kac@paraugs.example' }],
    ['Žagaru KAC <kac@paraugs.example>', { name: 'Žagaru KAC', address: 'kac@paraugs.example' }],
    ['"KAC, Žagari" <kac@paraugs.example>', { name: 'KAC, Žagari', address: 'kac@paraugs.example' }],
  ])('take the sender %s', (KAC_MAIL_FROM, from) => {
    expect(configOf({ ...ORIGIN, KAC_SMTP_URL: 'smtp://m.example', KAC_MAIL_FROM }).mail?.from).toEqual(from);
  });

  it.each(['kac', 'kac@', 'a@b.lv, c@d.lv', 'KAC <a@b.lv> <c@d.lv>', 'KAC\r\nBcc: x <a@b.lv>', 'a@b.lv KAC'])(
    'refuse the sender %j',
    KAC_MAIL_FROM => {
      expect(problemsOf({ ...ORIGIN, KAC_SMTP_URL: 'smtp://m.example', KAC_MAIL_FROM })).toEqual([
        expect.stringMatching(/^KAC_MAIL_FROM: jābūt e-pasta adresei/),
      ]);
    },
  );

  it('belong together, with the public address', () => {
    const SERVER = { KAC_SMTP_URL: 'smtp://m.example' };
    expect(problemsOf({ ...ORIGIN, ...SERVER })).toEqual([expect.stringMatching(/^KAC_MAIL_FROM: jānorāda/)]);
    expect(problemsOf({ ...ORIGIN, ...FROM })).toEqual([expect.stringMatching(/^KAC_SMTP_URL: jānorāda/)]);
    expect(problemsOf({ ...SERVER, ...FROM })).toEqual([expect.stringMatching(/^KAC_ORIGIN: jānorāda/)]);
  });
});
