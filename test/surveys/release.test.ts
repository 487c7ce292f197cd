// The release rule under attack: every number ever published is kept, and contained groups are subtracted
// from each other, repeatedly. The remaining groups are empty, or as large as the threshold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountRow } from '../../api/domain/surveys/counts.ts';
import { liveResults, publicResults, type Results, staffResults } from '../../api/domain/surveys/release.ts';
import type { ShownField } from '../../api/domain/surveys/shown.ts';
import { nextStep, type Step } from '../../api/domain/surveys/steps.ts';
import type { AnsweredVersion } from '../../api/domain/surveys/versions.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';
import { choice, countRows, type Person, scale, survey, times, versionOf, whole } from './answered.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;
const AFTER = [...MONTHS.slice(1), '2026-05'];

/**
 * A published number and its group: one bit for each month and way to answer, whether or not any person is in
 * it.
 */
interface Fact {
  readonly of: bigint;
  readonly n: number;
}

const gave = ({ answers }: Person, field: string, value: string): boolean => {
  const given = answers[field];
  if (given === undefined) return false;
  if (given === null) return value === '-';
  return [given].flat().includes(value);
};

const isAsked = ({ answers }: Person, field: string): boolean => answers[field] !== undefined;
const hasAnswered = (person: Person, field: string): boolean =>
  isAsked(person, field) && !gave(person, field, '-') && !gave(person, field, 'cant-say');

/** All counts of people that results publish. */
function factsIn(results: Results, anybody: readonly Person[]): Fact[] {
  const fact = (to: string | undefined, n: unknown, test: (person: Person) => boolean): Fact[] => {
    if (typeof n !== 'number') return [];
    const isMeant = (person: Person) => (to === undefined || storedIn(person) <= to) && test(person);
    return [
      { n, of: anybody.reduce((mask, one, i) => (isMeant(one) ? mask | (1n << BigInt(i)) : mask), 0n) },
    ];
  };
  const ofField = ({ field: { name }, months, asked, n, cantSay, empty, values }: ShownField): Fact[] => [
    ...fact(months?.to, asked, person => isAsked(person, name)),
    ...fact(months?.to, n, person => hasAnswered(person, name)),
    ...fact(months?.to, cantSay, person => gave(person, name, 'cant-say')),
    ...fact(months?.to, empty, person => gave(person, name, '-')),
    ...values.flatMap(one => fact(months?.to, one.n, person => gave(person, name, one.value))),
  ];
  return [...fact(results.months?.to, results.responses, () => true), ...results.fields.flatMap(ofField)];
}

/** Subtracts contained groups from each other until nothing new results; returns the resulting numbers. */
function reckoned(facts: readonly Fact[], most = 700): Fact[] {
  const known = new Map(facts.map(({ of, n }) => [of, n]));
  const queue = [...known.keys()];
  for (let next = queue.shift(); next !== undefined && known.size < most; next = queue.shift())
    for (const other of [...known.keys()])
      for (const [all, part] of [
        [next, other],
        [other, next],
      ] as const) {
        const rest = all ^ part;
        if ((all & part) !== part || known.has(rest)) continue;
        known.set(rest, (known.get(all) ?? 0) - (known.get(part) ?? 0));
        queue.push(rest);
      }
  return [...known].map(([of, n]) => ({ of, n }));
}

const small = (facts: readonly Fact[], least: number): number[] =>
  reckoned(facts).flatMap(({ n }) => (n < 0 || (n > 0 && n < least) ? [n] : []));

/** When a person's answers were stored: for a sheet of paper later than they were given. */
const storedIn = ({ month = '', stored = month }: Person): string => stored;

/** All published states of a public survey, month after month. */
function looks(definition: SurveyDefinition, people: readonly Person[]): Results[] {
  const steps: Step[] = [];
  return AFTER.flatMap(thisMonth => {
    const there = people.filter(person => storedIn(person) < thisMonth);
    const rows = whole(countRows(definition, there));
    const next = nextStep(steps, rows, { thisMonth, least: definition.anonymity.threshold });
    if (next) steps.push(next);
    return publicResults(versionOf(definition), steps) ?? [];
  });
}

type Ways = readonly Person['answers'][];
const ways = (values: readonly (string | readonly string[] | null)[]): Ways => values.map(q => ({ q }));

/**
 * Small groups that result from all numbers ever published of a public survey that may be answered in these
 * ways.
 */
const attack = (definition: SurveyDefinition, people: readonly Person[], all: Ways): number[] => {
  const anybody = MONTHS.flatMap(month => all.map((answers): Person => ({ month, answers })));
  return small(
    looks(definition, people).flatMap(results => factsIn(results, anybody)),
    definition.anonymity.threshold,
  );
};

const month = fc.constantFrom(...MONTHS);
const peopleOf = (answers: fc.Arbitrary<Person['answers']>, maxLength = 90): fc.Arbitrary<Person[]> =>
  fc.array(fc.record({ month, answers }), { minLength: 0, maxLength, size: 'max' });

const point = fc.oneof(
  { arbitrary: fc.constantFrom('4', '5'), weight: 6 },
  { arbitrary: fc.constantFrom('1', '3', null), weight: 1 },
);

describe('looks at a public survey, month after month', () => {
  it.each([3, 5])('tell of no fewer than %i who gave an answer, in a scale', threshold => {
    const definition = survey([scale('q', { cantSay: true })], { anonymity: { threshold } });
    const all = ways(['1', '2', '3', '4', '5', 'cant-say', null]);
    fc.assert(
      fc.property(peopleOf(fc.record({ q: fc.oneof(point, fc.constantFrom('cant-say', '2')) })), people => {
        expect(attack(definition, people, all)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('nor in a choice, where some answers are shown and others not', () => {
    const definition = survey([choice('q', ['a', 'b', 'c', 'd'])], { anonymity: { threshold: 3 } });
    const q = fc.oneof(
      { arbitrary: fc.constantFrom('a', 'b'), weight: 6 },
      { arbitrary: fc.constantFrom('c', 'd', null), weight: 1 },
    );
    let told = 0;
    fc.assert(
      fc.property(peopleOf(fc.record({ q })), people => {
        told += looks(definition, people).filter(({ fields }) =>
          fields[0]?.values.some(({ n }) => typeof n === 'number'),
        ).length;
        expect(attack(definition, people, ways(['a', 'b', 'c', 'd', null]))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    // Guards against a rule that publishes nothing.
    expect(told).toBeGreaterThan(50);
  });

  it('nor where an answer was shown once and is hidden with another later', () => {
    const definition = survey([choice('q', ['a', 'b', 'c', 'd'])], { anonymity: { threshold: 3 } });
    const gave = (month: string, ...answers: string[]): Person[] =>
      answers.map(q => ({ month, answers: { q } }));
    const people = [
      ...gave('2026-01', 'a', 'a', 'b', 'b', 'c', 'd', 'd', 'd'),
      ...gave('2026-02', 'a', 'a', 'b'),
    ];
    const [first, second] = looks(definition, people).map(({ fields }) =>
      fields[0]?.values.map(({ n }) => n),
    );
    expect(first).toEqual(['hidden', 'hidden', 'hidden', 3]);
    // From “c” and “d” together and “d” before, “c” would be known.
    expect(second).toEqual(first);
    expect(attack(definition, people, ways(['a', 'b', 'c', 'd', null]))).toEqual([]);
  });

  it('nor where a question is asked of those who gave two answers', () => {
    const showIf = [
      { question: 'g', is: 'a' },
      { question: 'h', is: 'x' },
    ];
    const definition = survey([choice('g', ['a', 'b']), choice('h', ['x', 'y']), scale('q', { showIf })], {
      anonymity: { threshold: 3 },
    });
    const people: Person[] = [
      ...times(6, { month: '2026-01', answers: { g: 'a', h: 'x', q: '4' } }),
      ...times(1, { month: '2026-01', answers: { g: 'b', h: 'x' } }),
      ...times(3, { month: '2026-01', answers: { g: 'b', h: 'y' } }),
    ];
    const all = ['a', 'b', null].flatMap(g =>
      ['x', 'y', null].flatMap(
        (h): Ways => (g === 'a' && h === 'x' ? ['4', null].map(q => ({ g, h, q })) : [{ g, h }]),
      ),
    );
    expect(looks(definition, people)[0]?.fields.map(({ asked }) => asked)).toEqual([10, 10, 'hidden']);
    expect(attack(definition, people, all)).toEqual([]);
  });

  it('nor where several may be chosen', () => {
    const options = ['a', 'b', 'c'].map(id => ({ id, label: id }));
    const question: SurveyQuestion = { kind: 'choices', id: 'q', label: 'Kas?', required: false, options };
    const definition = survey([question], { anonymity: { threshold: 3 } });
    const all = ways([['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c'], null]);
    const q = fc.oneof(
      { arbitrary: fc.subarray(['a', 'b', 'c'], { minLength: 1 }), weight: 8 },
      { arbitrary: fc.constant(null), weight: 1 },
    );
    fc.assert(
      fc.property(peopleOf(fc.record({ q }), 60), people => {
        expect(attack(definition, people, all)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('nor where a question is asked of those only who gave a certain answer', () => {
    const definition = survey(
      [
        choice('vai', ['ja', 'ne', 'dalēji']),
        scale('cik', { showIf: { question: 'vai', is: ['ja', 'dalēji'] } }),
        choice('kas', ['x', 'y'], {
          showIf: [
            { question: 'vai', is: 'ja' },
            { question: 'cik', atLeast: 4 },
          ],
        }),
      ],
      { anonymity: { threshold: 3 } },
    );
    const asked = ({ vai, cik, kas }: Readonly<Record<'vai' | 'cik' | 'kas', string | null>>) => ({
      vai,
      ...(vai === 'ja' || vai === 'dalēji' ? { cik } : {}),
      ...(vai === 'ja' && Number(cik) >= 4 ? { kas } : {}),
    });
    const everything = ['ja', 'ne', 'dalēji', null].flatMap(vai =>
      ['1', '2', '3', '4', '5', null].flatMap(cik => ['x', 'y', null].map(kas => ({ vai, cik, kas }))),
    );
    const person = fc
      .record({
        vai: fc.oneof(
          { arbitrary: fc.constantFrom('ja', 'ne'), weight: 6 },
          { arbitrary: fc.constantFrom('dalēji', null), weight: 1 },
        ),
        cik: point,
        kas: fc.constantFrom('x', 'y', null),
      })
      .map(given => asked(given));
    const all = [...new Map(everything.map(given => [JSON.stringify(asked(given)), asked(given)])).values()];
    fc.assert(
      fc.property(peopleOf(person), people => {
        expect(attack(definition, people, all)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('nor where sheets of paper are entered late for months that were seen already', () => {
    const definition = survey([choice('q', ['a', 'b', 'c'])], { anonymity: { threshold: 3 } });
    const stored = fc.constantFrom(...MONTHS);
    const q = fc.constantFrom('a', 'a', 'b', 'b', 'c', null);
    const person = fc
      .record({ stored, given: month, answers: fc.record({ q }) })
      .map(({ stored, given, answers }) => ({ stored, month: given < stored ? given : stored, answers }));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60, size: 'max' }), people => {
        expect(attack(definition, people, ways(['a', 'b', 'c', null]))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('nor between two means', () => {
    const definition = survey([scale('q')], { anonymity: { threshold: 3 } });
    let seen = 0;
    fc.assert(
      fc.property(peopleOf(fc.record({ q: point }), 40), people => {
        const told = looks(definition, people).flatMap(({ fields }) => {
          const [field] = fields;
          // Where all parts are shown the mean reveals no more than they do.
          if (!field || field.values.some(({ n }) => n !== 'hidden')) return [];
          if (field.mean === null || field.mean === 'hidden' || field.mean.is !== 'exactly') return [];
          seen += 1;
          const given = people
            .filter(one => storedIn(one) <= (field.months?.to ?? ''))
            .flatMap(({ answers }) => (answers['q'] ? [Number(answers['q'])] : []));
          return [{ n: given.length, sum: given.reduce((a, b) => a + b, 0) }];
        });
        for (const a of told)
          for (const b of [{ n: 0, sum: 0 }, ...told]) {
            const [n, sum] = [a.n - b.n, a.sum - b.sum];
            if (n <= 0) continue;
            expect(n).toBeGreaterThanOrEqual(3);
            // At least this many points away from each end: no reader can tell that all, or all but a few,
            // answered with it.
            expect(Math.min(5 * n - sum, sum - n)).toBeGreaterThanOrEqual(3);
          }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

/** A staff survey after it has closed. */
function staffLook(
  definition: SurveyDefinition,
  people: readonly Person[],
  by: string | null = null,
): Results {
  const rows = countRows(definition, people);
  const results = staffResults(versionOf(definition), {
    rows: whole(rows),
    participation: { made: people.length, used: people.length },
    isOpen: false,
    split: by ? { by, rows } : null,
  });
  if (!results) throw new Error('no results');
  return results;
}

const staffPeople = (answers: fc.Arbitrary<Person['answers']>): fc.Arbitrary<Person[]> =>
  fc.array(fc.record({ answers }), { minLength: 0, maxLength: 30, size: 'max' });

/** Every way to distribute so many answers over five points. */
function* spreads(n: number, points = 5): Generator<number[]> {
  if (points === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first++)
    for (const rest of spreads(n - first, points - 1)) yield [first, ...rest];
}

describe('a survey of staff', () => {
  const staff = (questions: readonly SurveyQuestion[], threshold = 5) =>
    survey(questions, { audience: 'staff', anonymity: { threshold } });

  it('shows who took part only, until the day after it has closed', () => {
    const definition = staff([scale('q')]);
    const parts = {
      rows: whole(countRows(definition, times(9, { answers: { q: '4' } }))),
      participation: { made: 12, used: 9 },
      split: null,
    };
    const open = staffResults(versionOf(definition), { ...parts, isOpen: true });
    expect(open).toMatchObject({ withheld: 'open', fields: [], responses: 'hidden', split: null });
    expect(open?.participation).toEqual({ made: 12, used: 9 });
    const closed = staffResults(versionOf(definition), { ...parts, isOpen: false });
    expect(closed).toMatchObject({ withheld: null, responses: 9 });
  });

  it('shows nothing of fewer than the threshold', () => {
    expect(staffLook(staff([scale('q')]), times(4, { answers: { q: '3' } }))).toMatchObject({
      withheld: 'too-few',
      fields: [],
      responses: 'hidden',
    });
  });

  it('tells of no small group by taking one number from another', () => {
    const definition = staff([choice('g', ['a', 'b', 'c']), scale('q')], 3);
    const anybody = ['a', 'b', 'c', null].flatMap(g =>
      ['1', '2', '3', '4', '5', null].map((q): Person => ({ answers: { g, q } })),
    );
    fc.assert(
      fc.property(
        staffPeople(fc.record({ g: fc.constantFrom('a', 'a', 'b', 'c', null), q: point })),
        people => {
          expect(small(factsIn(staffLook(definition, people), anybody), 3)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([3, 5])(
    'leaves every answer of 1 … %i − 1 open to somebody who tries all that fit the mean',
    least => {
      const definition = staff([scale('q')], least);
      fc.assert(
        fc.property(fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }), counts => {
          const people = counts.flatMap((n, i) => times(n, { answers: { q: String(i + 1) } }));
          const [field] = staffLook(definition, people).fields;
          if (!field) return;
          const { mean, n } = field;
          if (mean === 'hidden' || mean === null || n === 'hidden') return;
          const fits = [...spreads(n)].filter(spread => {
            const exact = spread.reduce((sum, times, i) => sum + times * (i + 1), 0) / n;
            const isMean =
              mean.is === 'exactly'
                ? Math.abs(exact - mean.value) < 1e-9
                : mean.is === 'at-least'
                  ? exact >= mean.value
                  : exact <= mean.value;
            return isMean && field.values.every(({ n: told }, i) => told === 'hidden' || told === spread[i]);
          });
          expect(fits).toContainEqual(counts);
          for (let i = 0; i < 5; i++) {
            const possible = new Set(fits.map(spread => spread[i] ?? 0));
            const [only] = possible;
            if (possible.size === 1) expect(only === 0 || (only ?? 0) >= least).toBe(true);
            // No person is known to have given this answer because everyone did.
            if (possible.size === 1 && n > 0) expect(only).toBeLessThan(n);
          }
        }),
        { numRuns: 400 },
      );
    },
  );

  it('does not tell that all gave the same answer', () => {
    for (const point of ['1', '5']) {
      const [field] = staffLook(staff([scale('q')]), times(8, { answers: { q: point } })).fields;
      expect(field?.values.every(({ n }) => n === 'hidden')).toBe(true);
      expect(field?.mean).toMatchObject(
        point === '5' ? { is: 'at-least', value: 4 } : { is: 'at-most', value: 2 },
      );
    }
    const [yes] = staffLook(staff([choice('q', ['ja', 'ne'])]), times(8, { answers: { q: 'ja' } })).fields;
    expect(yes?.values.map(({ n }) => n)).toEqual(['hidden', 'hidden']);
  });

  it('shows means of groups only where what remains of the whole is enough as well', () => {
    const definition = staff([choice('g', ['a', 'b', 'c'], { group: true }), scale('q'), scale('r')]);
    const group = (g: string, n: number, points: readonly string[]): Person[] =>
      Array.from({ length: n }, (_, i) => ({
        answers: { g, q: points[i % points.length] ?? '3', r: '3' },
      }));
    const people = [
      ...group('a', 8, ['2', '4', '3']),
      ...group('b', 7, ['3', '4']),
      ...group('c', 6, ['2', '3']),
    ];
    const split = staffLook(definition, people, 'g').split;
    expect(split?.groups.map(({ responses }) => responses)).toEqual([8, 7, 6]);
    expect(split?.groups.map(({ cells }) => cells[0]?.mean)).toMatchObject([
      { is: 'exactly' },
      { is: 'exactly' },
      { is: 'exactly' },
    ]);
    // Three of the last group left it empty: the other two would reveal what the rest answered.
    const gaps = people.map((person, i) => (i >= 18 ? { answers: { ...person.answers, q: null } } : person));
    const guarded = staffLook(definition, gaps, 'g').split;
    expect(guarded?.groups.map(({ cells }) => cells[0]?.mean)).toEqual(['hidden', 'hidden', 'hidden']);
  });

  it('never tells means of groups whose rest is small, whatever the answers', () => {
    const definition = staff([choice('g', ['a', 'b', 'c'], { group: true }), scale('q')], 3);
    let told = 0;
    fc.assert(
      fc.property(
        staffPeople(fc.record({ g: fc.constantFrom('a', 'a', 'b', 'b', 'c', null), q: point })),
        people => {
          const { split, fields } = staffLook(definition, people, 'g');
          if (!split) return;
          const given = people.filter(({ answers }) => answers['q'] !== null);
          const shown = split.groups.filter(({ cells }) => cells[0] && cells[0].mean !== 'hidden');
          if (shown.length === 0) return;
          told += 1;
          expect(fields[1]?.mean).not.toBe('hidden');
          for (let mask = 1; mask < 2 ** shown.length; mask++) {
            const away = new Set(shown.filter((_, i) => mask & (2 ** i)).map(({ value }) => value));
            for (const isAway of [true, false]) {
              const rest = given.filter(({ answers }) => away.has(String(answers['g'])) === isAway);
              const points = rest.map(({ answers }) => Number(answers['q']));
              const sum = points.reduce((a, b) => a + b, 0);
              if (points.length === 0) continue;
              expect(points.length).toBeGreaterThanOrEqual(3);
              expect(Math.min(5 * points.length - sum, sum - points.length)).toBeGreaterThanOrEqual(3);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(10);
  });
});

describe('the door', () => {
  const definition = survey([scale('q')], { audience: 'staff' });
  const rows: CountRow[] = countRows(definition, times(9, { answers: { q: '4' } }));
  const version: AnsweredVersion = versionOf(definition);
  const steps: Step[] = [{ from: '2026-01', to: '2026-01', responses: 9, rows }];

  it('gives nothing of a survey of staff to the public, nor as it comes', () => {
    expect(publicResults(version, steps)).toBeNull();
    expect(liveResults(version, { rows, months: null, split: null })).toBeNull();
  });

  it('goes by the audience and the threshold that were kept with the answers, not by what the content says now', () => {
    const changed = { ...definition, audience: 'public' as const, anonymity: { threshold: 3 } };
    expect(publicResults({ ...version, definition: changed }, steps)).toBeNull();
    const four = countRows(definition, times(4, { answers: { q: '4' } }));
    const parts = { rows: four, participation: { made: 4, used: 4 }, isOpen: false, split: null };
    expect(staffResults({ ...version, definition: changed }, parts)?.withheld).toBe('too-few');
  });

  it('is the only way to results', () => {
    // @ts-expect-error what looks the same was checked by nobody
    const made: Results = {
      ...version,
      title: '',
      opens: '',
      closes: '',
      isLive: true,
      withheld: null,
      responses: 1,
      participation: null,
      months: null,
      fields: [],
      split: null,
    };
    expect(made.responses).toBe(1);
  });

  it('moves on by whole months, and only when enough have come', () => {
    const open = survey([scale('q')]);
    const people = [
      ...times(6, { month: '2026-01', answers: { q: '4' } }),
      ...times(4, { month: '2026-02', answers: { q: '4' } }),
      ...times(1, { month: '2026-03', answers: { q: '4' } }),
    ];
    expect(looks(open, people).map(({ responses, months }) => [responses, months?.to])).toEqual([
      [6, '2026-01'],
      [6, '2026-01'],
      [11, '2026-03'],
      [11, '2026-03'],
    ]);
    expect(publicResults(versionOf(open), [])?.withheld).toBe('too-few');
  });
});
