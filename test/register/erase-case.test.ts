// Erasing a case that has been worked on: no byte of its files, messages, letters, notes, drafts and ratings
// is left.
import { expect, it } from 'vitest';
import { erasureDetail } from '../../api/domain/erasure.ts';
import { indexWords } from '../../api/jobs/index-words.ts';
import { indexTools } from '../../api/node/indexing.ts';
import type { SqlValue } from '../../api/store/database.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { pdfOf, upload } from '../files/client.ts';
import { leftIn } from '../support/left-in.ts';
import { ANSWER, type Desk, desk } from './answering/desk.ts';

/** Shorter values occur in other rows by chance, or mean nothing alone. */
const LEAST_BYTES = 12;
/** What is kept after the case, with the reasons in `erase.test.ts`. */
const KEPT = ['events', 'tombstones', 'destruction_cases', 'submissions_0001', 'publications', 'conflicts'];

const rowsOf = async ({ database }: TestApp, sql: string, ...args: SqlValue[]) =>
  (await database.execute({ sql, args })).rows;

/** Every sealed or keyed value that belongs to a case, by table and column. */
async function tracesOf(test: TestApp, reference: string): Promise<Map<string, Buffer>> {
  const tables = await rowsOf(
    test,
    `SELECT t.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'reference' WHERE t.type = 'table'`,
  );
  const own =
    'SELECT a.id FROM attachments a JOIN submissions s ON s.id = a.submission_id WHERE s.reference = ?';
  const queries = [
    ...tables
      .map(({ name }) => String(name))
      .filter(name => !KEPT.includes(name) && !name.startsWith('survey_'))
      .map(name => [name, `SELECT * FROM ${name} WHERE reference = ?`] as const),
    ['attachments', `SELECT * FROM attachments WHERE id IN (${own})`] as const,
    ['attachment_chunks', `SELECT * FROM attachment_chunks WHERE file_id IN (${own})`] as const,
  ];
  const traces = new Map<string, Buffer>();
  for (const [table, sql] of queries)
    for (const [i, row] of (await rowsOf(test, sql, reference)).entries())
      for (const [column, value] of Object.entries(row))
        if (value instanceof Uint8Array && value.length >= LEAST_BYTES)
          traces.set(`${table}.${column} ${i}`, Buffer.from(value));
  return traces;
}

/** A case with everything a case can have. */
async function workedOn(): Promise<Desk> {
  const app = await startApp();
  const token = await upload((path, init) => app.app.request(path, init), 'Rentgens.pdf', pdfOf(90_000));
  const at = await desk(
    {
      text: 'Rinda.',
      name: 'Anna Parauga',
      email: 'anna@paraugs.example',
      replyBy: 'email',
      attachments: [token],
    },
    app,
  );
  const more = await upload((path, init) => app.app.request(path, init), 'Čeks.pdf', pdfOf(3000));
  expect((await at.json('/messages', { text: 'Vēl kaut kas', attachments: [more] })).status).toBe(200);
  const steps = [
    () => at.act('clerk', 'note', { text: 'Jāpajautā kolēģim.' }),
    () => at.act('clerk', 'draft', { text: ANSWER.text, reasons: ANSWER.reasons }),
    () => at.act('director', 'answer', { ...ANSWER, change: 'Divi lodziņi.', send: 'on' }),
  ];
  for (const step of steps) {
    const response = await step();
    expect(response.status, await response.clone().text()).toBe(303);
  }
  const rated = await at.json('/rating', { satisfaction: '2', comment: 'Varēja ātrāk.' });
  expect(rated.status).toBe(200);
  return at;
}

it('leaves nothing in any file of what hung on it', async () => {
  const { test, reference } = await workedOn();
  if (!test.secrets.office) throw new Error('no office key');
  await indexWords(indexTools(test.database, test.secrets.office));
  const traces = await tracesOf(test, reference);
  const found = (left: readonly string[]) => new Set(left.map(one => one.split('.')[0]));
  const tables = found([...traces.keys()]);
  expect([...tables].toSorted()).toEqual([
    'attachment_chunks',
    'attachments',
    'messages',
    'notes',
    'outbox',
    'ratings',
    'search_words',
    'steps',
    'submissions',
  ]);
  // They are found as long as they exist.
  expect(found(leftIn(test, traces))).toEqual(tables);
  const erased = await test.deps.erase({
    reference,
    at: '2031-01-10T08:00:00Z',
    actor: 'system',
    detail: erasureDetail({ code: 'destruction-act', act: 'Nr. 5, 2031-01-10' }),
  });
  expect(erased).toEqual({ outcome: 'erased', logCleared: true });
  expect(leftIn(test, traces)).toEqual([]);
});
