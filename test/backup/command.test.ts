// `npm run backup` as a person runs it: what it makes, prints and refuses, and that no key is copied.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupName } from '../../api/domain/backups.ts';
import { canMount, smallDisk } from '../faults/small-disk.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fill, type Kept, kept, meddle, rowsOf } from './kept.ts';

const folder = temporaryFolders();
let own: Kept;
const at = (name = ''): string => join(own.data, 'backups', name);
const newest = (): string => own.files('.db').at(-1) ?? '';

beforeEach(() => {
  own = kept(folder, folder());
});

describe('npm run backup', () => {
  it.each(['make', 'steal', 'check', 'keys', 'list x', '--to', '--all', 'check a b', 'list --to x'])(
    'shows what there is for “%s”',
    async command => {
      const { code, err, out } = await own.backup(...command.split(' '));
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Lietošana: npm run backup');
    },
  );

  it('shows the same when asked for help', async () => {
    expect(await own.backup('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Lietošana') });
  });

  it('makes a copy that is whole, private and described, and says where it is', async () => {
    await fill(own, 'Rinda bija gara.', 'Nebija krēslu.');
    const { code, out, err } = await own.backup();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(at(newest()));
    expect(out).toContain('Iesniegumi: 2');
    expect(readdirSync(at()).toSorted()).toEqual(
      [newest(), newest().replace('.db', '.json'), 'erased.jsonl', 'kac.lock'].toSorted(),
    );
    expect(statSync(at(newest())).mode & 0o777).toBe(0o600);
    expect(statSync(at()).mode & 0o777).toBe(0o700);
    const manifest = JSON.parse(readFileSync(at(newest().replace('.db', '.json')), 'utf8'));
    expect(manifest).toMatchObject({ counts: { submissions: 2 }, chain: 'whole', withoutAnswers: [] });
    const { out: verified } = await own.register('verify');
    expect(verified).toContain(manifest.head);
    expect(await own.backup('check', newest())).toMatchObject({ code: 0, err: '' });
    expect((await own.backup('list')).out).toMatch(new RegExp(`${newest()} .*iesniegumi: 2`));
  });

  it('takes no key along, nor anything that opens without one', async () => {
    await fill(own, 'ZĪMEķļ7429');
    await own.backup();
    const bytes = Buffer.concat(readdirSync(at()).map(name => readFileSync(at(name))));
    for (const name of ['keys.json', 'office.json'])
      for (const [, key = ''] of readFileSync(join(own.data, name), 'utf8').matchAll(
        /"(?:secret|privateKey|search)": "([^"]+)"/g,
      )) {
        expect(bytes.includes(key)).toBe(false);
        expect(bytes.includes(Buffer.from(key, 'base64url').subarray(-32))).toBe(false);
      }
    expect(bytes.includes('ZĪMEķļ7429')).toBe(false);
  });

  it('leaves out sessions, counters of addresses and waiting answers of staff, and says whose', async () => {
    await fill(own, 'Rinda');
    expect(await own.register('invite', 'Anna', '--roles', 'clerk')).toMatchObject({ code: 0 });
    meddle(
      join(own.data, 'kac.db'),
      `INSERT INTO sessions SELECT x'99887766554433221100aabbccddeeff', 's', id, 'x', 'x', 'x', 'x', 0, NULL FROM people LIMIT 1;
       INSERT INTO limit_counts VALUES ('zīmeAvots', 'submit', 1, 1);
       INSERT INTO survey_seen VALUES (x'0102030405060708090a0b0c0d0e0f', '2026-11-24');
       INSERT INTO survey_tokens VALUES ('darbinieki', x'aa', 1), ('darbinieki', x'bb', 0);
       INSERT INTO survey_pools VALUES ('darbinieki', 5, x'${'d00dfeed'.repeat(16_000)}');`,
    );
    const { code, out, err } = await own.backup();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('kopijā neliek: darbinieki');
    const bytes = readFileSync(at(newest()));
    for (const trace of [
      '99887766554433221100aabbccddeeff',
      '0102030405060708090a0b0c0d0e0f',
      'd00dfeed'.repeat(4),
    ])
      expect(bytes.includes(Buffer.from(trace, 'hex'))).toBe(false);
    expect(bytes.includes('zīmeAvots')).toBe(false);
    expect(rowsOf(at(newest()), 'SELECT used FROM survey_tokens')).toEqual([{ used: 0 }, { used: 0 }]);
    expect(rowsOf(at(newest()), 'SELECT length(sealed) AS n FROM survey_pools')).toEqual([{ n: 64 * 1024 }]);
    // The live database still has all of it.
    const live = join(own.data, 'kac.db');
    expect(rowsOf(live, 'SELECT count(*) AS n FROM sessions')).toEqual([{ n: 1 }]);
    expect(rowsOf(live, 'SELECT sum(used) AS n FROM survey_tokens')).toEqual([{ n: 1 }]);
  });

  it('removes old ones, and what a killed one left; nothing else', async () => {
    await fill(own, 'Rinda');
    mkdirSync(at());
    const old = backupName(new Date(Date.now() - 40 * 86_400_000));
    for (const name of [old, old.replace('.db', '.json'), `${old}.unfinished`, 'piezīmes.txt'])
      writeFileSync(at(name), 'x');
    const { code, out } = await own.backup();
    expect([code, out.includes('Izdzēstas vecās kopijas: 1.')]).toEqual([0, true]);
    expect(readdirSync(at()).filter(name => name.startsWith(old.slice(0, 15)))).toEqual([]);
    expect(existsSync(at('piezīmes.txt'))).toBe(true);
  });

  it('says that the chain is damaged, keeps the copy and every older one', async () => {
    await fill(own, 'Rinda', 'Otra');
    mkdirSync(at());
    const old = backupName(new Date(Date.now() - 40 * 86_400_000));
    writeFileSync(at(old), 'x');
    meddle(join(own.data, 'kac.db'), "UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 2");
    const { code, err } = await own.backup();
    expect([code, err.includes('notikumu ķēde ir bojāta')]).toEqual([1, true]);
    expect(own.files('.db')).toHaveLength(2);
    expect((await own.backup('list')).out).toContain('NOTIKUMU ĶĒDE BOJĀTA');
  });

  it('refuses to copy a damaged file, and keeps the older copies', async () => {
    await fill(own, ...Array.from({ length: 20 }, (_, i) => `Rinda ${i} ${'x'.repeat(4000)}`));
    await own.backup();
    const [before] = own.files('.db');
    const live = join(own.data, 'kac.db');
    const bytes = readFileSync(live);
    // The second half of a table's pages.
    bytes.fill(0x5a, Math.floor(bytes.length / 2) & ~4095);
    writeFileSync(live, bytes);
    const { code, err } = await own.backup();
    expect([code, err.includes('    at ')]).toEqual([1, false]);
    expect(own.files('.db')).toEqual([before]);
    expect(own.files('.unfinished')).toEqual([]);
  });

  it('says what to do where there is no database, no key, or the database is on a server', async () => {
    expect(await own.backup()).toMatchObject({ code: 1, err: expect.stringContaining('vēl nav') });
    const remote = kept(folder, own.data, { KAC_DATABASE_URL: 'https://db.example' });
    for (const ran of [await remote.backup(), await remote.restore('x')])
      expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('/dump') });
    copyFileSync(new URL('../../package.json', import.meta.url), join(own.data, 'kac.db'));
    expect((await own.backup()).err).not.toContain('    at ');
    expect(existsSync(at())).toBe(false);
  });

  it.runIf(canMount())('leaves nothing behind on a disk that is full', async () => {
    await fill(own, ...Array.from({ length: 10 }, () => 'x'.repeat(4000)));
    const disk = smallDisk();
    disk.fill();
    const { code, err } = await own.backup('--to', disk.folder);
    expect(code).toBe(1);
    expect(err).toContain('pietrūk');
    expect(err).not.toContain('    at ');
    expect(readdirSync(disk.folder).filter(name => name.startsWith('kac-'))).toEqual([]);
  });
});

describe('npm run backup -- keys', () => {
  it('copies both files, once, and says loudly what they are', async () => {
    await fill(own, 'Rinda');
    const safe = join(folder(), 'seifs');
    const { code, out } = await own.backup('keys', safe);
    expect(code).toBe(0);
    expect(out).toContain('VAR IZLASĪT VISU');
    expect(out).not.toContain(/"secret": "(.+)"/.exec(readFileSync(join(safe, 'keys.json'), 'utf8'))?.[1]);
    for (const name of ['keys.json', 'office.json']) {
      expect(readFileSync(join(safe, name), 'utf8')).toBe(readFileSync(join(own.data, name), 'utf8'));
      expect(statSync(join(safe, name)).mode & 0o777).toBe(0o600);
    }
    expect((await own.backup('keys', safe)).code).toBe(0);
  });

  it('refuses to put them beside the database or its copies, or over other keys', async () => {
    await fill(own, 'Rinda');
    const away = folder();
    await own.backup('--to', away);
    for (const target of [own.data, join(own.data, 'jauna'), at(), away])
      expect(await own.backup('keys', target)).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(away, 'keys.json'))).toBe(false);
    const other = folder();
    writeFileSync(join(other, 'keys.json'), 'citas');
    expect(await own.backup('keys', other)).toMatchObject({ code: 1, err: expect.stringContaining('citas') });
    expect(readFileSync(join(other, 'keys.json'), 'utf8')).toBe('citas');
    // A partial copy would look complete.
    expect(existsSync(join(other, 'office.json'))).toBe(false);
  });
});

it('a copy opens with node’s own SQLite and has no log beside it', async () => {
  await fill(own, 'Rinda');
  await own.backup();
  const database = new DatabaseSync(at(newest()), { readOnly: true });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
  database.close();
  expect(readdirSync(at()).some(name => /-(wal|shm|journal)$/.test(name))).toBe(false);
});
