// The results of a survey of a hundred questions with a hundred thousand answers beside the same with a thousand, as staff see
// them: nothing is reckoned from rows, so ten times ten as many may cost hardly more.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
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
import { startUnderTest, type UnderTest } from './intake/under-test.ts';
import { ratioLine } from './pairs.ts';

const QUESTIONS = 100;
const MANY = 100_000;
const FEW = 1000;
const REQUESTS = 200;
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

/** The counts that landing each answer by itself leaves (`test/surveys/landing.test.ts` proves it), added up beforehand. */
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

interface Desk {
  readonly server: UnderTest;
  readonly cookie: string;
}

/** A clerk signed in to a register whose survey so many people have answered. */
async function openDesk(folder: string, count: number): Promise<Desk> {
  const own = mkdtempSync(join(folder, 'answered-'));
  // The server makes keys and tables.
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

/** Milliseconds of each request, one after another. */
async function timed({ server, cookie }: Desk, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REQUESTS; i += 1) {
    const start = performance.now();
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie, accept: 'text/html' } });
    await response.text();
    times.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  }
  return times.toSorted((a, b) => a - b);
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

const PAGES = {
  'survey results': '/registrs/aptaujas/simts/',
  'survey results, split': '/registrs/aptaujas/simts/?grupa=kanals',
} as const;

/** Prints each page's median and 99th percentile with a hundred thousand answers against a thousand. */
export async function benchSurveys(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  console.log(`surveys: load ${loadavg()[0]?.toFixed(2)} on ${cpus().length} cores before it began`);
  const desks: Desk[] = [];
  try {
    for (const count of [MANY, FEW]) desks.push(await openDesk(folder, count));
    const [big, small] = desks as [Desk, Desk];
    for (const [name, path] of Object.entries(PAGES)) {
      const rounded: { big: number[]; small: number[] }[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const both = { big: await timed(big, path), small: await timed(small, path) };
        if (round > 0) rounded.push(both);
      }
      for (const [label, share] of [
        ['median', 0.5],
        ['p99', 0.99],
      ] as const)
        console.log(
          ratioLine(
            `${name}, ${label}`,
            'ms',
            { name: `with ${MANY}`, values: rounded.map(one => at(one.big, share)) },
            { name: `with ${FEW}`, values: rounded.map(one => at(one.small, share)) },
            'p99 below 200 ms',
          ),
        );
    }
  } finally {
    for (const { server } of desks) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
