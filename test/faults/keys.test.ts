// Keys that are lost or belong to another centre: reported at start, before anything is written with them.
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../api/node/refusal.ts';
import { runRoot } from '../support/command.ts';
import { temporaryFolders } from '../support/folder.ts';
import { harm } from './harm.ts';
import { complain, serve, soundRegister } from './served.ts';

const folder = temporaryFolders();

/** A register of `count` complaints, its server stopped. */
async function filled(count: number): Promise<{ root: string; data: string; references: string[] }> {
  const [root, data] = [folder(), folder()];
  const server = await serve(root, data);
  const references: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { text } = await complain(server.origin, { text: `Rinda ${i}` });
    references.push(JSON.parse(text).reference);
  }
  await server.stop();
  return { root, data, references };
}

const refusal = async (start: Promise<unknown>): Promise<string> => {
  const fault = await start.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Refusal);
  return (fault as Refusal).message;
};

describe('the keys of another centre', () => {
  it('are refused at start, and the register stays as it was', async () => {
    const [ours, theirs] = [await filled(2), await filled(1)];
    const own = readFileSync(join(ours.data, 'keys.json'));
    copyFileSync(join(theirs.data, 'keys.json'), join(ours.data, 'keys.json'));
    const message = await refusal(serve(ours.root, ours.data));
    expect(message).toContain('nav šīs datubāzes atslēgas');
    expect(message).toContain('no rezerves kopijas');

    harm.write(join(ours.data, 'keys.json'), own);
    expect(await soundRegister(ours.data)).toEqual({ submissions: 2, events: 2 });
    expect((await complain((await serve(ours.root, ours.data)).origin, { text: 'Trīs' })).status).toBe(201);
  });

  it('are refused by a command that writes', async () => {
    const [ours, theirs] = [await filled(1), await filled(1)];
    const own = readFileSync(join(ours.data, 'keys.json'));
    copyFileSync(join(theirs.data, 'keys.json'), join(ours.data, 'keys.json'));
    const args = ['erase', ours.references[0] ?? '', '--act', 'Nr. 1', '--yes'];
    const ran = await runRoot('register.ts', args, { env: { KAC_DATA: ours.data } });
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('nav šīs datubāzes atslēgas') });
    harm.write(join(ours.data, 'keys.json'), own);
    expect(await soundRegister(ours.data)).toEqual({ submissions: 1, events: 1 });
  });

  it('are not suspected where only the last events are damaged', async () => {
    const { root, data } = await filled(3);
    await harm.database(data, "UPDATE events SET hash = x'00' WHERE seq = 3");
    const server = await serve(root, data);
    expect((await complain(server.origin, { text: 'Vēl viena' })).status).toBe(201);
  });
});

describe('lost keys', () => {
  it('are not made anew beside a register', async () => {
    const { root, data } = await filled(1);
    rmSync(join(data, 'keys.json'));
    expect(await refusal(serve(root, data))).toContain('no rezerves kopijas');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 40)],
    ['emptied', () => ''],
    ['of another shape', () => '{"format":99}'],
  ])('and a key file %s are told apart from a first start', async (_, spoil) => {
    const { root, data } = await filled(1);
    const file = join(data, 'keys.json');
    harm.write(file, spoil(readFileSync(file, 'utf8')));
    expect(await refusal(serve(root, data))).toContain('ir bojāts');
  });
});
