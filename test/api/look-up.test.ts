// A guesser of codes learns nothing from the response to an unknown code, nor from the work it causes.
import { expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import type { Database } from '../../api/store/database.ts';
import { postForm, postJson, startApp } from './harness.ts';

const UNKNOWN = 'AAAA-AAAA-AAAA-AAAA';
const TYPED = [
  UNKNOWN,
  'aaaa aaaa aaaa aaab',
  'KAC-26-7Q4W-X26',
  'īss',
  'x'.repeat(100),
  '🙂',
  "' OR 1=1 --",
];

/** The app, recording all its calls to the database and the keyring. */
async function watched() {
  const done: string[] = [];
  const test = await startApp({
    open: async file => {
      const database: Database = await openEmbedded(file);
      return {
        ...database,
        execute: statement => {
          done.push(statement.sql);
          return database.execute(statement);
        },
        batch: statements => {
          done.push(...statements.map(({ sql }) => sql));
          return database.batch(statements);
        },
      };
    },
  });
  const { keyring } = test.deps;
  const deps = {
    ...test.deps,
    keyring: {
      ...keyring,
      mac: (...args: Parameters<typeof keyring.mac>) => {
        done.push(`mac ${args[0]}`);
        return keyring.mac(...args);
      },
    },
  };
  return { test, app: createApp(() => deps), done };
}

it('every unknown code gets the same answer by the same work', async () => {
  const { test, app, done } = await watched();
  expect((await postJson(test.app, '/api/complaints', { text: 'Rinda' })).status).toBe(201);
  const seen = [];
  for (const trackingCode of TYPED) {
    done.length = 0;
    const answer = await postJson(app, '/api/status', { trackingCode });
    seen.push({ status: answer.status, body: await answer.text(), done: [...done] });
  }
  expect(seen[0]?.status).toBe(404);
  expect(seen[0]?.done).toEqual(
    expect.arrayContaining(['mac code-hash', expect.stringContaining('code_hash = ?')]),
  );
  for (const one of seen) expect(one).toEqual(seen[0]);
});

it('a page says the same of every unknown code, but for what was typed', async () => {
  const { app } = await watched();
  const pages = [];
  for (const trackingCode of [UNKNOWN, 'KAC-26-7Q4W-X26', 'īss']) {
    const page = await (await postForm(app, '/api/status', { trackingCode })).text();
    expect(page).toContain(`value="${trackingCode}"`);
    pages.push(page.replaceAll(trackingCode, '').replaceAll(/kac1-[\w-]+/g, ''));
  }
  expect(new Set(pages).size).toBe(1);
});
