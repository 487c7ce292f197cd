// `npm run restore` as a person runs it: what it restores and what not, what it refuses, and that a failed
// attempt loses nothing.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { noteErasures } from '../../api/node/backup/erasures.ts';
import { openPlain } from '../../api/node/backup/plain-file.ts';
import { type Migration, migrations } from '../../api/store/migrations.ts';
import { canMount, smallDisk } from '../faults/small-disk.ts';
import { postJson } from '../runtime/client.ts';
import { runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fileAt } from '../support/register.ts';
import { fill, type Kept, kept, meddle, rowsOf } from './kept.ts';

const folder = temporaryFolders();
let own: Kept;
const live = (): string => join(own.data, 'kac.db');
const copy = (name = own.files('.db').at(-1) ?? ''): string => join(own.data, 'backups', name);
const newest = (): string => own.files('.db').at(-1) ?? '';
const replaced = (): string[] => readdirSync(own.data).filter(name => name.startsWith('replaced-'));
const ACT = 'Nr. 5, 2031-01-10';

/** Removes the manifest, for backups that are changed on purpose. */
const withoutManifest = (): void => rmSync(copy().replace(/\.db$/, '.json'));

beforeEach(() => {
  own = kept(folder, folder());
});

/** SQL that undoes a migration; null for one that does more than add. */
const undoing = ({ statements }: Migration): string | null => {
  const steps = statements.map(sql => {
    const [, made, name] = /^\s*CREATE (TABLE|INDEX) (\w+)/.exec(sql) ?? [];
    if (made) return `DROP ${made} ${name}`;
    const [, table, column] = /^\s*ALTER TABLE (\w+) ADD COLUMN (\w+)/.exec(sql) ?? [];
    if (table) return `ALTER TABLE ${table} DROP COLUMN ${column}`;
    return null;
  });
  return steps.includes(null) ? null : steps.toReversed().join('; ');
};

describe('npm run restore', () => {
  it.each(['', 'a b', '--all', '--yes'])('shows what there is for “%s”', async command => {
    const { code, err, out } = await own.restore(...command.split(' ').filter(Boolean));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Lietošana: npm run restore');
  });

  it('brings back what was there, tells what goes, keeps the former database, and says so in the chain', {
    timeout: 600_000,
  }, async () => {
    const [first] = await fill(own, 'Rinda bija gara.');
    await own.backup();
    const [second] = await fill(own, 'Pēc kopijas.');
    if (!first || !second) throw new Error('nothing filed');
    const { head } = JSON.parse(readFileSync(copy().replace(/\.db$/, '.json'), 'utf8'));

    meddle(live(), "INSERT INTO survey_answers VALUES (x'01', 'a', 1, '2026-11', 'web', '[]', '{}')");
    const look = await own.restore(newest(), '--dry-run');
    expect(look.out).toContain('aptauju atbildes: 1');
    expect(look).toMatchObject({ code: 0, err: '' });
    expect(look.out).toContain(`saņemti iesniegumi: 1 (${second.reference})`);
    // Without confirmation nothing is done.
    expect(await own.restore(newest())).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nav apstiprināts'),
    });
    expect((await own.register('show', second.reference)).out).toContain('Pēc kopijas.');
    expect(replaced()).toEqual([]);

    const done = await runRoot('restore.ts', [newest()], {
      env: { KAC_DATA: own.data },
      input: 'atjaunot\n',
    });
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('Atjaunots.');
    expect((await own.register('show', first.reference)).out).toContain('Rinda bija gara.');
    expect((await own.register('show', second.reference)).err).toContain('reģistrā nav');
    const [event] = rowsOf(live(), "SELECT * FROM events WHERE kind = 'restored'");
    const detail = JSON.parse(String(event?.['detail']));
    expect(detail.after).toBe(Number(head.split('-')[0]));
    expect(detail.replaced).toMatch(/^\d+-[\w-]{43}$/);
    const verified = await own.register('verify');
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('vesela') });
    // Earlier receipts verify; a later one shows what was lost.
    const receipts = [first, second].map(({ receipt }, i) => {
      const path = join(own.data, `apliecinajums-${i}.txt`);
      writeFileSync(path, receipt);
      return path;
    });
    expect(await own.register('verify', '--receipt', receipts[0] ?? '')).toMatchObject({ code: 0 });
    const cut = await own.register('verify', '--receipt', receipts[1] ?? '');
    expect([cut.code, cut.out.includes('atjaunots no rezerves kopijas')]).toEqual([1, true]);
    expect(
      rowsOf(join(own.data, replaced()[0] ?? '', 'kac.db'), 'SELECT count(*) AS n FROM submissions'),
    ).toEqual([{ n: 2 }]);
    expect(readdirSync(own.data).filter(name => /restor/.test(name))).toEqual([]);

    // The server continues from the copy, and codes open the same submissions.
    const server = await own.serve();
    const status = await postJson(`${server.origin}/api/status`, { trackingCode: first.trackingCode });
    expect(await status.json()).toMatchObject({ reference: first.reference });
    await fileAt(server.origin, { text: 'Pēc atjaunošanas.' });
    await server.stop();
    expect(await own.register('verify')).toMatchObject({ code: 0 });
  });

  it('works in an empty folder once the keys are there, and says so before', async () => {
    const [first] = await fill(own, 'Rinda bija gara.');
    await own.backup();
    const other = kept(folder, folder());
    expect(await other.restore(copy(), '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('atslēgu vēl nav'),
    });
    for (const name of ['keys.json', 'office.json'])
      copyFileSync(join(own.data, name), join(other.data, name));
    const done = await other.restore(copy(), '--yes');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('nekas nezudīs');
    expect((await other.register('show', first?.reference ?? '')).out).toContain('Rinda bija gara.');
  });

  it('refuses a backup that was cut off, changed or is something else, and touches nothing', {
    timeout: 600_000,
  }, async () => {
    await fill(own, ...Array.from({ length: 12 }, () => 'x'.repeat(4000)));
    await own.backup();
    const whole = readFileSync(copy());
    const before = readFileSync(live());
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 5000] = (flipped[flipped.length - 5000] ?? 0) ^ 1;
    const torn = Buffer.from(whole);
    torn.fill(0x5a, torn.length >> 1);
    for (const bytes of [
      whole.subarray(0, whole.length >> 1),
      flipped,
      Buffer.from('nekas'),
      Buffer.alloc(0),
    ]) {
      writeFileSync(copy(), bytes);
      const { code, err } = await own.restore(newest(), '--yes');
      expect([code, err.includes('    at ')]).toEqual([1, false]);
    }
    writeFileSync(copy().replace(/\.db$/, '.json'), '{');
    expect(await own.restore(newest(), '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('apraksts'),
    });
    withoutManifest();
    for (const bytes of [whole.subarray(0, whole.length >> 1), torn, Buffer.from('nekas'), Buffer.alloc(0)]) {
      writeFileSync(copy(), bytes);
      const { code, err } = await own.restore(newest(), '--yes');
      expect([code, err.includes('    at ')]).toEqual([1, false]);
    }
    expect(readFileSync(live()).equals(before)).toBe(true);
    expect(replaced()).toEqual([]);
    expect(existsSync(`${live()}.restoring`)).toBe(false);
    // The same bytes without a manifest are accepted, with a warning.
    writeFileSync(copy(), whole);
    const done = await own.restore(newest(), '--yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('nav tās apraksta') });
  });

  it('refuses another register’s backup, and a newer program’s', async () => {
    await fill(own, 'Rinda');
    await own.backup();
    const other = kept(folder, folder());
    await fill(other, 'Cita');
    expect(await other.restore(copy(), '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nav šīs datubāzes atslēgas'),
    });
    withoutManifest();
    meddle(copy(), "INSERT INTO migrations (id) VALUES ('9999-nākotne')");
    expect(await own.restore(newest(), '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('9999-nākotne'),
    });
    expect(replaced()).toEqual([]);
  });

  it('refuses a backup whose chain is damaged, unless told to', async () => {
    await fill(own, 'Rinda', 'Otra');
    await own.backup();
    withoutManifest();
    meddle(copy(), "UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 2");
    expect(await own.restore(newest(), '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--anyway'),
    });
    expect(replaced()).toEqual([]);
    expect(await own.restore(newest(), '--yes', '--anyway')).toMatchObject({ code: 0 });
  });

  it('refuses while the server runs, and says who has the folder', async () => {
    await fill(own, 'Rinda');
    await own.backup();
    const server = await own.serve();
    const { code, err } = await own.restore(newest(), '--yes');
    expect([code, err.includes(server.origin)]).toEqual([1, true]);
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  });

  it('brings an older backup up to date', async () => {
    await fill(own, 'Rinda');
    await own.backup();
    withoutManifest();
    const last = migrations.findLast(migration => undoing(migration) !== null) as Migration;
    const shape = () => rowsOf(live(), 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
    const before = shape();
    // An older version's events tell no generation of a person's records, so nobody's records are in the copy.
    meddle(copy(), `DELETE FROM people; ${undoing(last)}; DELETE FROM migrations WHERE id = '${last.id}'`);
    const done = await own.restore(newest(), '--yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining(`izmaiņas: ${last.id}`) });
    expect(shape()).toEqual(before);
  });

  it('replaces a database that can’t be read, and keeps it with its log', async () => {
    const [first] = await fill(own, 'Rinda bija gara.');
    await own.backup();
    writeFileSync(live(), 'sabojāta');
    writeFileSync(`${live()}-wal`, 'žurnāls');
    const done = await own.restore(newest(), '--yes');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('nolasīt nevar');
    expect(done.out).toContain('pārbaudiet sadaļā “Cilvēki”');
    expect((await own.register('show', first?.reference ?? '')).out).toContain('Rinda bija gara.');
    const aside = join(own.data, replaced()[0] ?? '');
    expect(readFileSync(join(aside, 'kac.db'), 'utf8')).toBe('sabojāta');
    expect(readFileSync(join(aside, 'kac.db-wal'), 'utf8')).toBe('žurnāls');
    expect(existsSync(`${live()}-wal`)).toBe(false);
  });

  it.runIf(canMount())('refuses on a disk without room, and leaves it as it was', async () => {
    const disk = smallDisk();
    await fill(own, ...Array.from({ length: 20 }, () => 'x'.repeat(4000)));
    await own.backup();
    const other = kept(folder, disk.folder);
    for (const name of ['keys.json', 'office.json'])
      copyFileSync(join(own.data, name), join(disk.folder, name));
    writeFileSync(join(disk.folder, 'ballast'), new Uint8Array(1_700_000));
    const { code, err } = await other.restore(copy(), '--yes');
    expect([code, err.includes('pietrūk')]).toEqual([1, true]);
    expect(readdirSync(disk.folder).filter(name => name.startsWith('kac.db'))).toEqual([]);
  });
});

describe('what was erased after the backup', () => {
  /** True when any piece of the case’s sealed content is in the file. */
  const traceIn = (file: string, content: Uint8Array): boolean =>
    readFileSync(file).includes(Buffer.from(content).subarray(0, 24));

  it.each(['readable', 'lost'])('does not come back, the present database being %s', async present => {
    const [gone, stays] = await fill(own, 'Dzēšamais', 'Paliekošais');
    await own.backup();
    const [{ content } = {}] = rowsOf(
      live(),
      `SELECT content FROM submissions WHERE reference = '${gone?.reference}'`,
    );
    expect(traceIn(copy(), content as Uint8Array)).toBe(true);
    expect(await own.register('erase', gone?.reference ?? '', '--act', ACT, '--yes')).toMatchObject({
      code: 0,
    });
    if (present === 'lost')
      for (const part of ['', '-wal', '-shm']) rmSync(`${live()}${part}`, { force: true });
    else rmSync(join(own.data, 'backups', 'erased.jsonl'));

    const done = await own.restore(newest(), '--yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining(`pēc kopijas: ${gone?.reference}`) });
    expect((await own.register('show', gone?.reference ?? '')).err).toContain(`(akts ${ACT})`);
    expect((await own.register('show', stays?.reference ?? '')).out).toContain('Paliekošais');
    expect(traceIn(live(), content as Uint8Array)).toBe(false);
    expect(await own.register('verify')).toMatchObject({ code: 0 });
    expect(rowsOf(live(), 'SELECT reference FROM tombstones')).toEqual([{ reference: gone?.reference }]);
    // Neither is it in the next backup, made from the restored register.
    await own.backup();
    expect(traceIn(copy(), content as Uint8Array)).toBe(false);
  });

  it('is noted once, whoever looks, and after a line that a kill tore', async () => {
    const server = await own.serve();
    const { reference } = await fileAt(server.origin, { text: 'Dzēšamais' });
    await server.stop();
    meddle(
      live(),
      `INSERT INTO events VALUES (99, '${reference}', '2026-11-24T10:00:00Z', 'redacted', 'staff:p-1', '{"reason":"third-party"}', x'00')`,
    );
    const database = openPlain(live());
    onTestFinished(() => database.close());
    const list = folder();
    expect(await noteErasures(list, database)).toBe(1);
    // A second check, also by a new process, adds nothing twice.
    expect(await noteErasures(list, database)).toBe(0);
    // A line cut off by a kill is not read as an entry, and the next entry is complete.
    writeFileSync(join(list, 'erased.jsonl'), '{"seq":98,"refer');
    expect(await noteErasures(list, database)).toBe(1);
    expect(readFileSync(join(list, 'erased.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('says which texts have to be redacted again', async () => {
    const [one] = await fill(own, 'Kaimiņš Jānis');
    await own.backup();
    const line = {
      seq: 5,
      reference: one?.reference,
      at: '2026-11-24T10:00:00Z',
      kind: 'redacted',
      detail: {},
    };
    writeFileSync(join(own.data, 'backups', 'erased.jsonl'), `${JSON.stringify(line)}\nbojāts\n`);
    const done = await own.restore(newest(), '--yes');
    expect(done.out).toContain(`aizklājiet vēlreiz tekstu, kas pēc kopijas bija aizklāts: ${one?.reference}`);
    expect(done.out).toContain('nav lasāmas rindas: 1');
  });

  it('says when the list of what was erased is not there', async () => {
    await fill(own, 'Rinda');
    await own.backup();
    const away = folder();
    mkdirSync(join(away, 'kopijas'));
    copyFileSync(copy(), join(away, 'kopijas', newest()));
    copyFileSync(join(own.data, 'keys.json'), join(away, 'keys.json'));
    const other = kept(folder, away);
    const done = await other.restore(join(away, 'kopijas', newest()), '--dry-run');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('erased.jsonl) pie kopijām nav') });
  });
});
