// Staff's results page of a survey of a hundred questions with a hundred thousand answers compared with a
// thousand: nothing is computed from rows, so a hundred times as many may cost hardly more.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyring } from '../../api/domain/keyring.ts';
import { countsOf } from '../../api/domain/surveys/counts.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import type { Database } from '../../api/store/database.ts';
import { insertRows } from '../../api/store/rows.ts';
import { askedOf } from '../../src/forms/survey/asked.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';
import { staffMember } from '../support/staff.ts';
import { surveyOf } from '../surveys/landed.ts';
import { manyAnswers } from '../surveys/many-answers.ts';
import { compareDesks, type Desk } from './desks.ts';
import { startUnderTest } from './intake/under-test.ts';

const QUESTIONS = 100;
const MANY = 100_000;
const FEW = 1000;
const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);

const scale = (i: number): SurveyQuestion => ({
  id: `j${i}`,
  kind: 'scale',
  label: `${i}. apgalvojums par apkalpošanu`,
  required: false,
  points: 5,
  low: 'Nepiekrītu',
  high: 'Piekrītu',
  cantSay: true,
  rulePoint: ['5.1.1', '5.2.1', '6', '8'][i % 4],
});

const group: SurveyQuestion = {
  id: 'kanals',
  kind: 'choice',
  label: 'Kā saņēmāt pakalpojumu?',
  required: false,
  cantSay: false,
  group: true,
  options: ['klatiene', 'talrunis', 'e-pasts', 'tiessaiste'].map(id => ({ id, label: id })),
};

const survey: SurveyDefinition = surveyOf({
  id: 'simts',
  sections: [
    { id: 'viss', questions: [group, ...Array.from({ length: QUESTIONS - 1 }, (_, i) => scale(i + 1))] },
  ],
});

/**
 * Writes the counts that landing each answer separately would leave (proved by
 * `test/surveys/landing.test.ts`), added up beforehand.
 */
async function fill(database: Database, count: number): Promise<void> {
  const sums = new Map<string, number>();
  for (const { answers, month = '', flags = [] } of manyAnswers(survey, { count, months: MONTHS })) {
    const flagged = flags.length > 0;
    for (const row of countsOf(survey, { ...askedOf(survey, answers), month, channel: 'web', flagged })) {
      const key = [row.slice, month, flagged ? 1 : 0, row.question, row.value].join('\0');
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
  }
  const columns = ['survey', 'version', 'slice', 'month', 'channel', 'flagged', 'question', 'value', 'n'];
  const rows = [...sums].map(([key, n]) => {
    const [slice = '', month = '', flagged = '0', question = '', value = ''] = key.split('\0');
    return [survey.id, survey.version, slice, month, 'web', Number(flagged), question, value, n];
  });
  const version = [survey.id, survey.version, JSON.stringify(survey), survey.audience, 5];
  await database.batch([
    ...insertRows('survey_versions', ['survey', 'version', 'definition', 'audience', 'threshold'], [version]),
    ...insertRows('survey_counts', columns, rows),
  ]);
}

/** Signs a clerk in to a register whose survey `count` people have answered. */
async function openDesk(folder: string, count: number): Promise<Desk> {
  const own = mkdtempSync(join(folder, 'answered-'));
  // The server creates the keys and tables.
  await (await startUnderTest('kac', own)).stop();
  const data = join(own, 'data');
  mkdirSync(data, { recursive: true });
  const secrets = loadSecrets(data, { random: randomBytes, now: new Date(), databaseExists: true });
  const database = await openEmbedded(join(data, 'kac.db'));
  await fill(database, count);
  const keyring = await createKeyring(secrets.intake, nodePrimitives);
  const member = await staffMember({ database, deps: { keyring, now: () => new Date() } });
  await database.close();
  return { server: await startUnderTest('kac', own), cookie: member.cookie };
}

const PAGES = {
  'survey results': () => '/registrs/aptaujas/simts/',
  'survey results, split': () => '/registrs/aptaujas/simts/?grupa=kanals',
} as const;

/** Staff's results with a hundred thousand answers compared with a thousand. */
export const benchSurveys = (rounds: number): Promise<void> =>
  compareDesks(
    { title: 'surveys', open: openDesk, many: MANY, few: FEW, pages: PAGES, target: 'p99 below 200 ms' },
    rounds,
  );
