// The whole database after a staff survey, in the hands of an attacker who knows who had which token, who
// answered when, and every key: no attack links people to answers better than chance. Each attack is shown to
// work where the protection it targets is missing.
import { describe, expect, it } from 'vitest';
import { hex } from '../../api/domain/crypto/bytes.ts';
import { landingOf, textPlace } from '../../api/domain/surveys/landing.ts';
import { openPool, type PoolTools, sealPool } from '../../api/domain/surveys/pool.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import type { Statement } from '../../api/store/database.ts';
import { landStatements } from '../../api/store/surveys/land.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import {
  type Attack,
  answersIn,
  boundOfCorrelation,
  boundOfHits,
  byColumn,
  byPlace,
  byPoolOrder,
  byPoolStates,
  byRowOrder,
  byWindow,
  correlation,
  countsOf,
  type Evidence,
  filesIn,
  hits,
  type Mark,
  texts,
} from './attacker.ts';
import { answer, invite } from './staff.ts';

/**
 * How many answer; each gives a different number for one question, by which the attacker recognises an
 * answer.
 */
const PEOPLE = 11;
const SURVEYS = 12;
const FIRST = Date.parse('2026-11-23T06:00:00Z');
const CLOSED = '2026-12-16T08:00:00Z';
const UNIQUE = 'skaitlis';
const LOWEST = 10;

const survey: SurveyDefinition = {
  ...staffSurvey,
  sections: [
    ...staffSurvey.sections,
    {
      id: 'kas',
      questions: [
        { kind: 'number', id: UNIQUE, label: 'Darba stāžs', required: false, min: LOWEST, max: 99 },
      ],
    },
  ],
};
const site = {
  ...testSite,
  surveys: testSite.surveys.map(one => (one.id === survey.id ? survey : one)),
};

/** The same people in the same order in every run (Lehmer's generator). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Person {
  readonly mark: Mark;
  readonly answers: Readonly<Record<string, string>>;
}

/** In the order in which they answer. */
function peopleOf(seed: number): Person[] {
  const draw = seeded(seed);
  const marks = Array.from({ length: PEOPLE }, (_, i) => `${LOWEST + i}`);
  for (let last = PEOPLE - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [marks[last], marks[other]] = [marks[other] as string, marks[last] as string];
  }
  return marks.map(mark => ({
    mark,
    answers: { laipniba: `${1 + draw(5)}`, [UNIQUE]: mark, uzlabot: `Vairāk gaismas #${mark}` },
  }));
}

/** Texts as the office's key opens them, by the id of their row. */
async function openedTexts({ database, office }: TestApp): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.execute({
    sql: 'SELECT id, window_id, for_office, sealed FROM survey_texts',
  });
  const opened = new Map<string, string>();
  for (const row of rows) {
    const id = row['id'] as Uint8Array;
    const key = await office.contentKey({
      reference: hex(id),
      windowId: String(row['window_id']),
      forOffice: row['for_office'] as Uint8Array,
      forCode: null,
    });
    const text = key && (await nodePrimitives.open(key, row['sealed'] as Uint8Array, textPlace(id)));
    if (text) opened.set(hex(id), new TextDecoder().decode(text));
  }
  return opened;
}

async function evidenceOf(test: TestApp): Promise<Evidence> {
  return {
    ...filesIn(test.folder),
    survey: staffSurvey.id,
    tools: test.deps,
    markOf: answers => String(answers[UNIQUE]),
    texts: await openedTexts(test),
  };
}

/** Other events happen now and then, as in any office. */
const rest = ({ app }: TestApp, i: number) =>
  i % 3 === 0 ? postJson(app, '/api/complaints', { text: `Rinda bija gara (${i}).` }) : null;

interface Played {
  readonly truth: readonly Mark[];
  /** When everyone has answered and the survey is still open. */
  readonly waiting: Evidence;
  /** After the answers have landed. */
  readonly landed: Evidence;
}

async function played(seed: number): Promise<Played> {
  const test = await startApp({ site });
  const people = peopleOf(seed);
  const tokens = await invite(test, PEOPLE + 2);
  for (const [i, { answers }] of people.entries()) {
    test.at(new Date(FIRST + i * 3_600_000).toISOString());
    expect((await answer(test, tokens[(i * 5) % (PEOPLE + 2)] ?? '', answers)).status).toBe(201);
    await rest(test, i);
  }
  const waiting = await evidenceOf(test);
  test.at(CLOSED);
  expect(await test.deps.staffSurveys.tend()).toMatchObject([{ landed: PEOPLE }]);
  return { truth: people.map(({ mark }) => mark), waiting, landed: await evidenceOf(test) };
}

interface Score {
  linked: number;
  backwards: number;
  correlated: number;
}

function add(score: Score, order: readonly Mark[], truth: readonly Mark[]): void {
  score.linked += hits(order, truth);
  score.backwards += hits(order.toReversed(), truth);
  score.correlated += correlation(order, truth);
}

/** The attack's total score over all surveys. */
async function scoreOf(
  attack: Attack,
  surveys: readonly { readonly truth: readonly Mark[]; readonly evidence: Evidence }[],
): Promise<Score> {
  const score = { linked: 0, backwards: 0, correlated: 0 };
  for (const { truth, evidence } of surveys) add(score, await attack(evidence), truth);
  return score;
}

/** No better than guessing, in either direction. */
const isBlind = ({ linked, backwards, correlated }: Score, surveys = SURVEYS): boolean =>
  Math.max(linked, backwards) <= boundOfHits(surveys) &&
  Math.abs(correlated) <= boundOfCorrelation(surveys, PEOPLE);

const COLUMNS = ['id', 'survey', 'version', 'month', 'channel', 'flags', 'answers'];
const TEXT_COLUMNS = ['id', 'question', 'rating', 'window_id', 'for_office', 'sealed', 'state', 'tags'];
const answers = answersIn('survey_answers');

const ATTACKS: readonly (readonly [name: string, stage: 'waiting' | 'landed', attack: Attack])[] = [
  ['the order in the pool, opened with the key', 'waiting', byPoolOrder],
  ['former states of the pool in the log, opened with the key', 'waiting', byPoolStates],
  ['former states of the pool in the log after it landed', 'landed', byPoolStates],
  ['the order of rows', 'landed', byRowOrder(answers)],
  ['the place of rows in pages', 'landed', byPlace(answers)],
  ...COLUMNS.map(column => [`the column ${column}`, 'landed', byColumn(answers, column)] as const),
  ['the order of texts, opened with the key', 'landed', byRowOrder(texts)],
  ['the place of texts in pages', 'landed', byPlace(texts)],
  ...TEXT_COLUMNS.map(column => [`the texts’ column ${column}`, 'landed', byColumn(texts, column)] as const),
  ['the order of key windows that sealed the texts', 'landed', byWindow],
  ['the place of counts in pages', 'landed', byPlace(countsOf(UNIQUE))],
];

describe('a staff survey in an attacker’s hands', () => {
  it(`links nobody to their answer, over ${SURVEYS} surveys and ${ATTACKS.length} attacks`, {
    timeout: 600_000,
  }, async () => {
    const all: Played[] = [];
    for (let seed = 1; seed <= SURVEYS; seed += 1) all.push(await played(seed * 7919));

    const betrayed: object[] = [];
    for (const [name, stage, attack] of ATTACKS) {
      const score = await scoreOf(
        attack,
        all.map(one => ({ truth: one.truth, evidence: one[stage] })),
      );
      if (!isBlind(score)) betrayed.push({ name, ...score });
    }
    expect(betrayed).toEqual([]);

    // The attacks had all the answers to work on, but none of them readable in the files before the end.
    for (const { truth, waiting, landed } of all) {
      for (const source of [answers, texts, countsOf(UNIQUE)])
        expect((await byRowOrder(source)(landed)).toSorted()).toEqual(truth.toSorted());
      expect((await byPoolOrder(waiting)).toSorted()).toEqual(truth.toSorted());
      for (const bytes of [waiting.database, waiting.log, landed.database, landed.log])
        expect(bytes.includes('Vairāk gaismas')).toBe(false);
      for (const bytes of [waiting.database, waiting.log])
        expect(bytes.includes(`"${UNIQUE}":"`)).toBe(false);
    }

    // Nor does it show which text belongs to which answers.
    const together = { linked: 0, backwards: 0, correlated: 0 };
    for (const { landed } of all) add(together, await byPlace(texts)(landed), await byPlace(answers)(landed));
    expect(isBlind(together)).toBe(true);
  });
});

/** A survey stored differently from ours, as `answers` come in one after another. */
async function kept(
  seed: number,
  take: (test: TestApp, person: Person, at: Date) => Promise<readonly Statement[]>,
  tables: readonly string[] = [],
  after: (test: TestApp) => Promise<void> = async () => {},
): Promise<{ readonly truth: readonly Mark[]; readonly evidence: Evidence }> {
  const test = await startApp({ site });
  await test.database.batch(tables.map(sql => ({ sql })));
  const people = peopleOf(seed);
  for (const [i, person] of people.entries()) {
    await test.database.batch(await take(test, person, new Date(FIRST + i * 3_600_000)));
    await rest(test, i);
  }
  await after(test);
  return { truth: people.map(({ mark }) => mark), evidence: await evidenceOf(test) };
}

const clear = async ({ database }: TestApp): Promise<void> => {
  await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
};

async function expectLinked(
  attack: Attack,
  survey: { readonly truth: readonly Mark[]; readonly evidence: Evidence },
): Promise<void> {
  expect(await attack(survey.evidence)).toEqual(survey.truth);
}

describe('every attack works where its protection is missing', () => {
  it('row numbers, order and times, on a plain table', async () => {
    const weak = await kept(
      1,
      async (_, person, at) => [
        {
          sql: 'INSERT INTO naive (answers, at) VALUES (?, ?)',
          args: [JSON.stringify(person.answers), at.toISOString()],
        },
      ],
      ['CREATE TABLE naive (id INTEGER PRIMARY KEY AUTOINCREMENT, answers TEXT, at TEXT) STRICT'],
      clear,
    );
    const naive = answersIn('naive');
    await expectLinked(byRowOrder(naive), weak);
    await expectLinked(byColumn(naive, 'id'), weak);
    await expectLinked(byColumn(naive, 'at'), weak);
    await expectLinked(byPlace(naive), weak);
  });

  /** As in public surveys: each answer lands by itself, under a random key. */
  const atOnce = async ({ deps }: TestApp, { answers: given }: Person, at: Date) =>
    landStatements([
      await landingOf(deps, {
        survey,
        answers: given,
        at: at.getTime(),
        month: '',
        channel: 'web',
        flags: [],
      }),
    ]);

  it('places in pages and key windows, where answers land one by one under random keys', async () => {
    const weak = await kept(2, atOnce, [], clear);
    await expectLinked(byPlace(answers), weak);
    await expectLinked(byPlace(texts), weak);
    await expectLinked(byWindow, weak);
    // Keys are random nevertheless: their order alone shows nothing.
    expect(await byRowOrder(answers)(weak.evidence)).not.toEqual(weak.truth);
  });

  it('places of counts, where they are kept one by one', async () => {
    const score = { linked: 0, backwards: 0, correlated: 0 };
    // A growing count is moved in the file, so its place roughly shows the order.
    const surveys = 6;
    for (let seed = 1; seed <= surveys; seed += 1) {
      const { truth, evidence } = await kept(seed, atOnce, [], clear);
      add(score, await byPlace(countsOf(UNIQUE))(evidence), truth);
    }
    expect(isBlind(score, surveys)).toBe(false);
  });

  /** A pool like ours; `spoil` may weaken its tools. */
  const pooled = (spoil: (tools: PoolTools) => PoolTools) => async (test: TestApp, person: Person) => {
    const tools = spoil(test.deps);
    const pool = await test.deps.surveyPools.find(staffSurvey.id);
    const waiting = pool ? await openPool(tools, staffSurvey.id, pool.sealed) : [];
    const sealed = await sealPool(tools, staffSurvey.id, [
      ...waiting,
      { version: 1, answers: person.answers },
    ]);
    return [
      {
        sql: `INSERT INTO survey_pools (survey, threshold, sealed) VALUES (?, 5, ?)
          ON CONFLICT DO UPDATE SET sealed = excluded.sealed`,
        args: [staffSurvey.id, sealed],
      },
    ];
  };

  it('the order in the pool, where it is not shuffled', async () => {
    // Drawing the last place each time leaves everyone in place: 27 719 is one less than a multiple of 2 …
    // 11.
    const still = (tools: PoolTools): PoolTools => ({
      ...tools,
      primitives: { ...nodePrimitives, random: () => Uint8Array.of(0, 0, 0x6c, 0x47) },
    });
    const weak = await kept(3, pooled(still), [], clear);
    await expectLinked(byPoolOrder, weak);
  });

  it('former states of the pool, where the log is not emptied', async () => {
    const weak = await kept(
      4,
      pooled(tools => tools),
    );
    await expectLinked(byPoolStates, weak);
  });

  it('… and not where it is emptied each time', async () => {
    const take = pooled(tools => tools);
    const weak = await kept(
      4,
      async (test, person) => {
        await clear(test);
        return take(test, person);
      },
      [],
      clear,
    );
    expect(await byPoolStates(weak.evidence)).not.toEqual(weak.truth);
  });
});

describe('the yardstick', () => {
  it('lets blind guessing pass and nothing that is half right', () => {
    const draw = seeded(99);
    const truth = Array.from({ length: PEOPLE }, (_, i) => `${i}`);
    const guess = (): Mark[] =>
      truth
        .map(mark => ({ mark, by: draw(1e6) }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ mark }) => mark);
    const [blind, half] = [
      { linked: 0, backwards: 0, correlated: 0 },
      { linked: 0, backwards: 0, correlated: 0 },
    ];
    for (let i = 0; i < SURVEYS; i += 1) {
      add(blind, guess(), truth);
      add(half, [...truth.slice(0, 4), ...guess().filter(mark => Number(mark) >= 4)], truth);
    }
    expect(isBlind(blind)).toBe(true);
    expect(isBlind(half)).toBe(false);
    expect(correlation(truth, truth)).toBe(1);
    expect(correlation(truth.toReversed(), truth)).toBe(-1);
  });
});
