// What the server does by itself for staff surveys: lands them at its start, and clears the log when an
// answer could not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { tokenHashOf } from '../../api/domain/surveys/tokens.ts';
import { createStaffSurveys } from '../../api/jobs/staff-surveys.ts';
import { startServer } from '../../api/node/start.ts';
import { startApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startScript } from '../support/process.ts';
import { ANSWERS, answer, invite, tablesOf } from './staff.ts';

const folder = temporaryFolders();

it('answers land when the server starts after the last day', async () => {
  const test = await startApp();
  for (const token of await invite(test, 5)) expect((await answer(test, token)).status).toBe(201);
  await test.database.close();
  const site = folder();
  mkdirSync(join(site, 'dist'));
  writeFileSync(join(site, 'bundle.json'), JSON.stringify(testSite));
  const started = async (now: string): Promise<LogEntry[]> => {
    const log: LogEntry[] = [];
    const server = await startServer({
      siteFolder: join(site, 'dist'),
      bundleFile: join(site, 'bundle.json'),
      env: { PORT: '0', KAC_DATA: test.folder },
      now: () => new Date(now),
      log: entry => log.push(entry),
    });
    await server.stop();
    return log.filter(({ event }) => event === 'staff-survey');
  };
  expect(await started('2026-12-15T21:00:00Z')).toEqual([]);
  const landed = { survey: staffSurvey.id, landed: 5, dropped: 0 };
  expect(await started('2026-12-15T22:30:00Z')).toEqual([
    { level: 'info', event: 'staff-survey', detail: landed },
  ]);
  expect(await started('2026-12-16T08:00:00Z')).toEqual([]);
  const again = await test.restart();
  onTestFinished(() => again.database.close());
  expect((await tablesOf(again)).get('survey_answers')).toHaveLength(5);
});

it('the log is emptied later where an answer could not, and at the first look', async () => {
  const test = await startApp();
  const tokens = await invite(test, 5);
  const { deps } = test;
  const tries: boolean[] = [];
  let works = true;
  const surveys = createStaffSurveys({
    ...deps,
    pools: deps.surveyPools,
    tokens: deps.surveyTokens,
    policies: [],
    clearLog: async () => {
      tries.push(works);
      return works;
    },
  });
  await surveys.tend();
  expect(tries).toEqual([true]);
  await surveys.tend();
  expect(tries).toEqual([true]);
  works = false;
  const hash = await tokenHashOf(deps.keyring, staffSurvey.id, tokens[0] ?? '');
  expect(await surveys.spend(hash, { survey: staffSurvey, answers: ANSWERS })).toBe('spent');
  await surveys.tend();
  works = true;
  await surveys.tend();
  await surveys.tend();
  expect(tries).toEqual([true, false, false, true]);
});

it('an answer is taken in while somebody else reads the database, and its traces go when they have done', async () => {
  const test = await startApp();
  const tokens = await invite(test, 5);
  await answer(test, tokens[0] ?? '');
  const log = () => readFileSync(join(test.folder, 'kac.db-wal')).length;
  expect(log()).toBe(0);
  const reader = await startScript(
    `import { DatabaseSync } from 'node:sqlite';
     const db = new DatabaseSync(process.argv[1], { readOnly: true });
     db.exec('BEGIN');
     db.prepare('SELECT count(*) FROM survey_pools').all();
     console.log('reading');
     process.stdin.resume();`,
    join(test.folder, 'kac.db'),
  );
  expect((await answer(test, tokens[1] ?? '')).status).toBe(201);
  expect(log()).toBeGreaterThan(0);
  await reader.stop();
  await test.deps.staffSurveys.tend();
  expect(log()).toBe(0);
});
