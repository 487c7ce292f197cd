// What was blacked out is no longer in any file: neither its words nor the sealed bytes that contained them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openText } from '../../api/domain/surveys/text-seal.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffMember } from '../support/staff.ts';
import { landTexts, surveyOf } from './landed.ts';

/** Text that occurs nowhere else. */
const SECRET = 'Zvirbulēna Ksenofonte';
const LONG = `${SECRET} dzīvo tālu. ${'Un vēl kaut kas gluži parasts. '.repeat(60)}`;

/** The database with its log and index on disk. */
async function filesOf({ folder }: TestApp): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).filter(name => name.startsWith('kac.db'));
  expect(names).toContain('kac.db-wal');
  return new Map(
    await Promise.all(names.map(async name => [name, await readFile(join(folder, name))] as const)),
  );
}

async function holding(test: TestApp, bytes: Uint8Array): Promise<string[]> {
  return [...(await filesOf(test))]
    .filter(([, file]) => file.includes(Buffer.from(bytes)))
    .map(([name]) => name);
}

it.each(['redact', 'clear'] as const)('after “%s”', async action => {
  const test = await startApp();
  const by = (await staffMember(test, { roles: ['director'] })).person;
  // Enough other texts for pages to split and rows to move.
  await landTexts(test, surveyOf(), [
    ...Array.from({ length: 60 }, (_, i) => `Teksts ${i}. ${'x'.repeat(i * 20)}`),
    LONG,
  ]);
  const { store, reader, clearing } = test.deps.surveyTexts;
  const filter = { survey: 'apkalposana', state: 'raw', of: [{ version: 1, question: 'uzlabot' }] } as const;
  const before = (await reader.open(await store.page(filter, 100))).find(({ text }) =>
    text?.includes(SECRET),
  );
  if (!before) throw new Error('not landed');
  const pieces = [before.sealed.subarray(0, 24), before.sealed.subarray(40, 64), before.sealed.subarray(-24)];
  // The check works: they are found now.
  for (const piece of pieces) expect(await holding(test, piece)).not.toEqual([]);

  const { id, revision } = before;
  const decided = await clearing.decide({
    id,
    survey: 'apkalposana',
    revision,
    action,
    passages: [SECRET],
    reason: null,
    by,
  });
  expect(decided).toEqual({ done: true });

  for (const piece of pieces) expect(await holding(test, piece)).toEqual([]);
  for (const word of SECRET.split(' ')) {
    expect(await holding(test, Buffer.from(word))).toEqual([]);
    expect(JSON.stringify(test.log)).not.toContain(word);
  }
  const after = await store.find(id);
  if (!after) throw new Error('gone altogether');
  expect(await openText(nodePrimitives, test.office, after)).toBe(LONG.replace(SECRET, '█████'));
  expect(after).toMatchObject({ state: action === 'clear' ? 'cleared' : 'raw', revision: revision + 1 });
});
