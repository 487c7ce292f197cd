// `npm run register -- retention | head | remind`, as a person runs them.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyring } from '../../../api/domain/keyring.ts';
import { openEmbedded } from '../../../api/node/embedded.ts';
import { keyFolder } from '../../../api/node/key-folder.ts';
import { nodePrimitives } from '../../../api/node/primitives.ts';
import { type Ran, runRoot } from '../../support/command.ts';
import { temporaryFolders } from '../../support/folder.ts';
import { answerAt } from '../../support/long-ago.ts';
import { fileAt, serveSmall } from '../../support/register.ts';
import { save } from '../../support/staff.ts';

const folder = temporaryFolders();
let data: string;
const register = (args: string[], input = ''): Promise<Ran> =>
  runRoot('register.ts', args, { env: { KAC_DATA: data }, input });

const ACT = 'Nr. 5, 2026-11-24';

async function inDatabase(sql: string, ...args: string[]) {
  const database = await openEmbedded(join(data, 'kac.db'));
  const { rows } = await database.execute({ sql, args });
  await database.close();
  return rows;
}

const keyringHere = () =>
  createKeyring(keyFolder({ dataFolder: data, officeKeys: null }).keys(), nodePrimitives);

/** Cases closed long ago, with the server stopped. */
async function oldCases(n: number): Promise<string[]> {
  const server = await serveSmall(folder(), { KAC_DATA: data });
  const references: string[] = [];
  for (let i = 0; i < n; i++)
    references.push((await fileAt(server.origin, { text: `Rinda ${i}` })).reference);
  await server.stop();
  const database = await openEmbedded(join(data, 'kac.db'));
  const deps = { keyring: await keyringHere() };
  for (const reference of references) await answerAt({ database, deps }, reference, '2010-05-06T09:00:00Z');
  await database.close();
  return references;
}

beforeEach(() => {
  data = folder();
});

describe('the commands of keeping', () => {
  it('lists without touching anything, destroys by a confirmed act, and goes no further', async () => {
    const references = await oldCases(2);
    const dry = await register(['retention', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Iznīcināmas tagad: 2') });
    for (const reference of references) expect(dry.out).toContain(reference);
    expect(await register(['retention', '--act', ACT], 'Nr. 6\n')).toMatchObject({ code: 1 });
    expect(await inDatabase('SELECT count(*) AS n FROM submissions')).toEqual([{ n: 2 }]);
    expect(await register(['retention', '--act', ACT], `${ACT}\n`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Iznīcinātas: 2.'),
    });
    expect(await inDatabase('SELECT count(*) AS n FROM submissions')).toEqual([{ n: 0 }]);
    expect(await inDatabase('SELECT count(*) AS n FROM tombstones')).toEqual([{ n: 2 }]);
    expect(await register(['retention', '--act', ACT, '--yes'])).toMatchObject({ code: 1 });
    expect(await register(['retention', '--act', 'bez numura'])).toMatchObject({ code: 1 });
    expect(await register(['retention', '--act', ACT, '--dry-run'])).toMatchObject({ code: 1 });
    expect((await register(['verify'])).code).toBe(0);
  });

  it('prints a head that verify takes as a file, also after more has happened, and misses once it is cut', async () => {
    await oldCases(2);
    const head = await register(['head']);
    expect(head).toMatchObject({ code: 0, out: expect.stringContaining('Veids: notikumu ķēdes gals') });
    const file = join(folder(), 'gals.txt');
    writeFileSync(file, head.out);
    expect(await register(['verify', '--head', file])).toMatchObject({ code: 0 });
    writeFileSync(file, head.out.replace(/gals/, 'gAls'));
    expect(await register(['verify', '--head', file])).toMatchObject({ code: 1 });
    writeFileSync(file, head.out);
    await inDatabase('DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)');
    expect(await register(['verify', '--head', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('nogriezts gals'),
    });
  });

  it('tells whom it would remind of how much, and queues nothing', async () => {
    await oldCases(1);
    expect((await register(['remind', '--dry-run'])).out).toBe('Nevienam nav par ko atgādināt.\n');
    const database = await openEmbedded(join(data, 'kac.db'));
    const id = `p-${randomBytes(6).toString('hex')}`;
    const at = '2026-11-24T08:00:00Z';
    const email = 'dace@kac.example';
    const deps = {
      keyring: await keyringHere(),
      now: () => new Date(at),
    };
    await save(
      { database, deps },
      { id, name: 'Dace Liepa', roles: ['clerk'], directoryId: null, email, active: true },
    );
    await database.batch([
      {
        sql: "UPDATE submissions SET state = 'in-review', due_on = '2020-01-01', assignee = ?, screened_at = ?",
        args: [id, at],
      },
    ]);
    await database.close();
    expect((await register(['remind', '--dry-run'])).out).toBe(`Dace Liepa (${id}): overdue 1\n`);
    expect(await register(['remind'])).toMatchObject({ code: 1 });
    expect(await inDatabase('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
  });
});
