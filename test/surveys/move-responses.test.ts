// Migrating answers from the first storage format: nothing is lost or duplicated, no text stays unencrypted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { idempotencyHashOf } from '../../api/domain/intake.ts';
import { signPointer } from '../../api/domain/receipt-pointer.ts';
import { moveResponses } from '../../api/jobs/move-responses.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';

const SECRET = 'VECAIS-TEKSTS-ATKLĀTI';
const INSERT = `INSERT INTO survey_responses (survey, version, received_on, answers, content_digest, idempotency_hash,
  reference, receipt, suspicions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

async function old(test: TestApp, reference: string, version: number, answers: object, flags: string | null) {
  const hash = await idempotencyHashOf(test.deps.keyring, `klientu-aptauja key-7hQ2vX9mRk-${reference}`);
  await test.database.execute({
    sql: INSERT,
    args: [
      'klientu-aptauja',
      version,
      '2026-03-05',
      JSON.stringify(answers),
      new Uint8Array(32),
      hash,
      reference,
      'x',
      flags,
    ],
  });
}
const rowsOf = async (test: TestApp, sql: string) => (await test.database.execute({ sql })).rows;

it('lands them with their receipts, month and signs; unknown versions stay', async () => {
  const test = await startApp();
  await old(test, 'KAC-26-AAAA-1', 1, { laipniba: '5', uzlabot: SECRET }, null);
  await old(test, 'KAC-26-AAAA-2', 1, { laipniba: '4', kanals: ['talrunis'] }, '["unusual-rate"]');
  await old(test, 'KAC-26-AAAA-3', 7, { kas: 'x' }, null);
  expect(await moveResponses(test.database, test.deps)).toBe(2);
  expect(await moveResponses(test.database, test.deps)).toBe(0);
  expect(await rowsOf(test, 'SELECT reference FROM survey_responses')).toEqual([
    { reference: 'KAC-26-AAAA-3' },
  ]);
  expect(await rowsOf(test, 'SELECT month, flags, answers FROM survey_answers ORDER BY answers')).toEqual([
    { month: '2026-03', flags: 'unusual-rate', answers: '{"laipniba":"4","kanals":["talrunis"]}' },
    { month: '2026-03', flags: '', answers: '{"laipniba":"5"}' },
  ]);
  expect(await rowsOf(test, "SELECT sum(n) AS n FROM survey_counts WHERE question = ''")).toEqual([{ n: 2 }]);
  const file = readFileSync(join(test.folder, 'kac.db'));
  expect(file.includes(SECRET)).toBe(false);
});

it('leaves a receipt that its sender still finds', async () => {
  const test = await startApp();
  const sent = await postJson(test.app, '/api/surveys/klientu-aptauja/responses', { laipniba: '5' });
  expect(sent.status).toBe(201);
  await old(test, 'KAC-26-BBBB-1', 1, { laipniba: '5' }, null);
  await moveResponses(test.database, test.deps);
  const { keyring, now } = test.deps;
  const idempotencyKey = 'key-7hQ2vX9mRk-KAC-26-BBBB-1';
  const pointer = { kind: 'survey', idempotencyKey, survey: 'klientu-aptauja' } as const;
  const cookie = `kac-sanemts=${await signPointer(keyring, pointer, now())}`;
  const page = await test.app.request('/sanemts/', { headers: { cookie, accept: 'text/html' } });
  expect(await page.text()).toContain('KAC-26-BBBB-1');
});
