// The whole published report of a year, from arbitrary cases: it contains no small number, and none can be
// derived from its sums.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseGroup, Terms } from '../../api/domain/register/figures.ts';
import { HIDDEN, type PublicRow, publicReport } from '../../api/domain/register/public-figures.ts';
import { isSmall } from '../../api/domain/register/suppression.ts';

const terms: Terms = { days: () => 5, forwardBy: () => null, today: '2027-03-01' };
const YEAR = { from: '2026-01-01', to: '2027-01-01' };

const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, date }) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const cases = fc.array(
  fc.record({
    receivedOn: day,
    after: fc.integer({ min: 0, max: 2 }),
    isOpen: fc.boolean(),
    kind: fc.constantFrom('complaint', 'suggestion', 'question'),
    outcome: fc.constantFrom('justified', 'not', 'none'),
    state: fc.constantFrom('answered', 'noted', 'withdrawn'),
    n: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 14 },
);

type Case = Readonly<Record<string, string | number | boolean>>;

function groupOf(of: Case, value: string): CaseGroup {
  const receivedOn = String(of['receivedOn']);
  return {
    value,
    receivedOn,
    closedOn: of['isOpen'] ? null : receivedOn,
    // Before, on and after the day it was closed.
    dueOn: of['after'] === 0 ? '2025-12-30' : receivedOn,
    state: of['isOpen'] ? 'in-review' : (of['state'] as CaseGroup['state']),
    n: Number(of['n']),
  };
}

const reportOf = (all: readonly Case[]) => {
  const by = (value: (of: Case) => string) => all.map(of => groupOf(of, value(of)));
  const groups = {
    all: by(() => ''),
    kind: by(of => String(of['kind'])),
    service: by(of => String(of['state'])),
    point: by(() => '6'),
    outcome: by(of => (of['kind'] === 'complaint' ? String(of['outcome']) : '')),
    channel: by(() => 'web'),
  };
  return publicReport({ year: 2026, groups, ratings: [] }, YEAR, terms);
};

const countsOf = ({ received, closed, onTime }: PublicRow): number[] => [
  ...[received, closed].filter(n => n !== HIDDEN),
  ...(onTime === HIDDEN || onTime === null ? [] : [onTime.of]),
];

/** One hidden part of a shown sum would be the difference. */
function expectNoDifference(sum: number | typeof HIDDEN, parts: readonly (number | typeof HIDDEN)[]): void {
  if (sum === HIDDEN) return;
  const hidden = parts.filter(part => part === HIDDEN).length;
  const rest = sum - parts.reduce<number>((total, part) => total + (part === HIDDEN ? 0 : part), 0);
  expect(hidden === 0 ? rest : 0).toBe(0);
  expect(hidden).not.toBe(1);
  if (hidden > 0 && hidden < parts.length) expect(rest).toBeGreaterThanOrEqual(hidden + 4);
}

it('holds no small number, and no sum with one part missing', () => {
  fc.assert(
    fc.property(cases, all => {
      const { total, months, by, endings } = reportOf(all as unknown as Case[]);
      const rows = [total, ...months, ...Object.values(by).flat()];
      expect(rows.flatMap(countsOf).filter(n => isSmall(n))).toEqual([]);
      for (const list of [months, by.kind, by.service, by.channel]) {
        expectNoDifference(
          total.received,
          list.map(({ received }) => received),
        );
        expectNoDifference(
          total.closed,
          list.map(({ closed }) => closed),
        );
      }
      expectNoDifference(total.closed, Object.values(endings));
      const complaints = by.kind.find(({ value }) => value === 'complaint');
      if (complaints && by.outcome.length > 0)
        expectNoDifference(
          complaints.closed,
          by.outcome.map(({ closed }) => closed),
        );
    }),
    { numRuns: 1000 },
  );
});
