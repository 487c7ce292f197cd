// New submissions are screened before staff see them; a complaint about the director goes to the deputy.
import { expect, it } from 'vitest';
import type { Person, Role } from '../../api/domain/register/people.ts';
import type { Viewer } from '../../api/store/register/worklist.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { screen as screenAs } from './desk.ts';

const person = (id: string, role: Role, directoryId: string | null, active = true): Person => ({
  id,
  name: id,
  roles: [role],
  directoryId,
  email: null,
  active,
});
const DIRECTOR = person('p-dir', 'director', 'peteris-paraugs');
const DEPUTY = person('p-dep', 'deputy', null);
const CLERK = person('p-anna', 'clerk', 'anna-parauga');
const ALL = [CLERK, DIRECTOR, DEPUTY];

const file = async ({ app }: TestApp, body: object): Promise<string> =>
  ((await (await postJson(app, '/api/complaints', body)).json()) as { reference: string }).reference;

const screen = (test: TestApp, people: readonly Person[] = ALL) => screenAs(test, async () => people);

const seenBy = async ({ deps }: TestApp, viewer: Viewer): Promise<string[]> => {
  const query = { view: 'open', viewer, today: '2026-11-23', soon: '2026-11-26' } as const;
  return (await deps.worklist.page(query, { limit: 50 })).rows.map(({ reference }) => reference);
};

it('nobody sees a case before it was looked through', async () => {
  const test = await startApp();
  const reference = await file(test, { text: 'Rinda bija gara.' });
  expect(await seenBy(test, CLERK)).toEqual([]);
  expect(await screen(test)).toBe(1);
  expect(await seenBy(test, CLERK)).toEqual([reference]);
  expect(await screen(test)).toBe(0);
});

it('whom it is about never sees it, in lists, counts or among found ones', async () => {
  const test = await startApp();
  const about = await file(test, { text: 'Anna Parauga mani neuzklausīja.' });
  const other = await file(test, { text: 'Rinda bija gara.' });
  await screen(test);
  expect(await seenBy(test, CLERK)).toEqual([other]);
  expect((await seenBy(test, DIRECTOR)).toSorted()).toEqual([about, other].toSorted());
  const dates = { today: '2026-11-23', soon: '2026-11-26' };
  expect((await test.deps.worklist.counts({ viewer: CLERK, ...dates }, 100)).open).toBe(1);
  expect((await test.deps.worklist.counts({ viewer: DIRECTOR, ...dates }, 100)).open).toBe(2);
  const visible = await test.deps.worklist.visible([about, other], CLERK);
  expect(visible.map(({ reference }) => reference)).toEqual([other]);
  // By a directory entry that another person in the register has.
  expect(await seenBy(test, { id: 'p-new', directoryId: 'anna-parauga' })).toEqual([other]);
});

it('a complaint about the only director goes to the deputy, and the history says why', async () => {
  const test = await startApp();
  const reference = await file(test, { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' });
  await screen(test);
  const found = await test.deps.submissions.findByReference(reference);
  expect(found?.standing).toMatchObject({
    assignee: 'p-dep',
    version: 1,
    conflicts: ['p-dir', 'peteris-paraugs'],
  });
  expect(found?.events.map(({ kind, actor, detail }) => ({ kind, actor, detail })).slice(1)).toEqual([
    { kind: 'conflict-noted', actor: 'system', detail: { who: 'p-dir', why: 'post' } },
    { kind: 'assigned', actor: 'system', detail: { to: 'p-dep', why: 'conflict' } },
  ]);
  expect(JSON.stringify(found?.events)).not.toContain('peteris');
});

it.each([
  ['another director may examine it', [...ALL, person('p-two', 'director', null)], null],
  ['the deputy is who it is about as well', [DIRECTOR, person('p-dep', 'deputy', 'peteris-paraugs')], null],
  ['the deputy has left', [DIRECTOR, person('p-dep', 'deputy', null, false)], null],
  ['nobody is a director', [CLERK, DEPUTY], null],
] as const)('it stays nobody’s where %s', async (_, people, assignee) => {
  const test = await startApp();
  const reference = await file(test, { text: 'x', aboutStaff: 'Pēteris Paraugs' });
  await screen(test, people);
  expect((await test.deps.submissions.findByReference(reference))?.standing.assignee).toBe(assignee);
});

it('names nobody in the chain who is not in the register', async () => {
  const test = await startApp();
  const reference = await file(test, { text: 'Jānis Paraugs bija rupjš.' });
  await screen(test);
  const found = await test.deps.submissions.findByReference(reference);
  expect(found?.events.at(-1)?.detail).toEqual({ who: null, why: 'named' });
});

it('looks through many in batches, and what does not open names nobody', async () => {
  const test = await startApp();
  for (let i = 0; i < 60; i++) await file(test, { text: `Rinda ${i}` });
  await test.database.execute({ sql: 'UPDATE submissions SET for_office = zeroblob(60) WHERE id = 3' });
  expect(await screen(test)).toBe(60);
  expect(await seenBy(test, CLERK)).toHaveLength(50);
  expect((await test.deps.submissions.list({ limit: 1 }))[0]).toBeDefined();
});
