// More people at once than usual, each on a separate connection: all get a response or are disconnected at
// once.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mostConnections, openFiles } from '../../api/node/connections.ts';
import { writeSite } from '../runtime/live-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { runScript } from '../support/process.ts';
import { type Crowd, type Heard, PEOPLE } from './crowd-people.ts';
import type { Condition } from './crowd-server.ts';
import { complain, soundRegister } from './served.ts';
import { type Program, startTold } from './told.ts';

const folder = temporaryFolders();
const MB = 1024 * 1024;
const CROWD = 10_000;
const PARTS = 4;
/** How many of the crowd behave in one of these ways. */
const those = (...manners: string[]): number =>
  (CROWD / PEOPLE.length) * PEOPLE.filter(manner => manners.includes(manner)).length;

interface Crowded extends Program<Condition> {
  readonly data: string;
}

async function startServer(options?: { readonly files: number }): Promise<Crowded> {
  const [root, data] = [folder(), folder()];
  const { siteFolder, bundleFile } = writeSite(root);
  const args = [data, siteFolder, bundleFile];
  return { ...(await startTold<Condition>('crowd-server.ts', args, options)), data };
}

/** `count` people in `parts` processes. */
const come = ({ first: { origin } }: Crowded, count: number, parts: number): Promise<Program<Crowd>[]> =>
  Promise.all(
    Array.from({ length: parts }, (_, i) =>
      startTold<Crowd>('crowd-people.ts', [new URL(origin).port, (i * count) / parts, count / parts]),
    ),
  );

/** Polls the server's condition until `enough` holds; otherwise the test times out. */
async function until(server: Crowded, enough: (condition: Condition) => boolean): Promise<Condition> {
  for (;;) {
    const condition = await server.ask();
    if (enough(condition)) return condition;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Only this process is connected, with keep-alive. */
const alone = ({ connections }: Condition): boolean => connections <= 1;

const health = async ({ first: { origin } }: Crowded) => {
  const answer = await fetch(`${origin}/api/health`);
  return ((await answer.json()) as { status: string }).status;
};

/** Stops the server; its register must be intact and contain exactly what was acknowledged, each once. */
async function holds(server: Crowded, acknowledged: ReadonlySet<string>): Promise<void> {
  expect(await server.end()).toBe(0);
  const count = acknowledged.size;
  expect(await soundRegister(server.data)).toEqual({ submissions: count, events: count });
  const script = `
    import { DatabaseSync } from 'node:sqlite';
    const rows = new DatabaseSync(process.argv[1]).prepare('SELECT reference FROM submissions').all();
    console.log(JSON.stringify(rows.map(row => row.reference)));`;
  expect(new Set(JSON.parse(runScript(script, join(server.data, 'kac.db'))))).toEqual(acknowledged);
}

/** The acknowledged references; requests with the same key must have got the same one. */
function acknowledgedIn(heard: readonly Heard[]): Set<string> {
  const byKey = new Map<string, string>();
  for (const { key, reference } of heard) {
    if (reference === null) continue;
    expect(byKey.get(key) ?? reference, key).toBe(reference);
    byKey.set(key, reference);
  }
  return new Set(byKey.values());
}

async function complainOnce({ first: { origin } }: Crowded): Promise<string> {
  const { status, text } = await complain(origin, { text: 'Rinda' });
  expect(status).toBe(201);
  return JSON.parse(text).reference;
}

it(`${CROWD} people are connected at once, some of them slow, and all are answered`, async () => {
  const files = openFiles();
  expect(
    mostConnections(files),
    `a process may have only ${files} files open here; see “ulimit -Hn”`,
  ).toBeGreaterThan(CROWD);
  const server = await startServer();
  const before = await complainOnce(server);
  const quiet = await server.ask();

  const people = await come(server, CROWD, PARTS);
  expect(people.map(({ first }) => first.open)).toEqual(Array(PARTS).fill(CROWD / PARTS));
  // The system accepts them before the server does.
  const full = await until(server, ({ connections }) => connections >= CROWD);
  expect(await health(server)).toBe('ok');
  const meanwhile = await complainOnce(server);

  const going = Promise.all(people.map(part => part.ask()));
  expect(await health(server)).toBe('ok');
  const crowds = await going;
  const heard = crowds.flatMap(crowd => crowd.heard);
  expect(heard.filter(({ status }) => status !== 201)).toEqual([]);
  expect(heard).toHaveLength(those('files', 'doubles'));
  const acknowledged = acknowledgedIn(heard);
  expect(acknowledged.size).toBe(those('files'));
  // Slow people still have their connection and do not block others.
  expect(crowds.map(({ open }) => open)).toEqual(Array(PARTS).fill(those('dribbles', 'waits') / PARTS));

  await Promise.all(people.map(part => part.end()));
  // The memory used by ten thousand connections is freed.
  expect(full.inUse - quiet.inUse).toBeGreaterThan(20 * MB);
  const after = await until(server, now => alone(now) && now.inUse < quiet.inUse + 10 * MB);
  expect(after.errors).toEqual([]);
  await holds(
    server,
    acknowledged
      .add(before)
      .add(meanwhile)
      .add(await complainOnce(server)),
  );
});

it('more people than it may have files open are hung up on, and the server has some left for its work', async () => {
  const FILES = 256;
  const server = await startServer({ files: FILES });
  const [people] = await come(server, 600, 1);
  const full = await server.ask();
  expect(full.connections).toBe(mostConnections(FILES));
  expect(full.errors).toEqual([
    { level: 'error', event: 'connections', detail: { most: mostConnections(FILES), turnedAway: 1 } },
  ]);
  const { open = 0, heard = [] } = (await people?.ask()) ?? {};
  expect(open).toBeLessThan(mostConnections(FILES));
  const [taken, others] = [
    heard.filter(({ status }) => status === 201),
    heard.filter(({ status }) => status !== 201),
  ];
  expect(taken.length).toBeGreaterThan(0);
  expect(others.filter(({ status }) => status !== 0)).toEqual([]);
  await people?.end();
  await until(server, alone);
  expect(await health(server)).toBe('ok');
  await holds(server, acknowledgedIn(heard).add(await complainOnce(server)));
});
