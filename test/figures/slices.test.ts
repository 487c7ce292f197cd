// Counting in slices: no case is missed or counted twice, and no slice blocks the database for long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivals, closings, countPeriod } from '../../api/http/figures/count.ts';
import { figureStore } from '../../api/store/register/figures.ts';
import { addDays, addMonths, daysBetween } from '../../src/calendar/dates.ts';
import { startApp } from '../api/harness.ts';
import { fill, type Row } from './filled.ts';

const day = fc.integer({ min: 0, max: 3600 }).map(n => addDays('2017-01-01', n));

/** Each slice begins where the previous one ends. */
const tiles = (spans: readonly { readonly from: string | null; readonly to: string }[]): boolean =>
  spans.every(({ from }, i) => i === 0 || from === spans[i - 1]?.to);

describe('slices', () => {
  it('of closing lie one beside the other up to today, and are short where most cases were closed', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 2000 }),
        (start, months, later) => {
          const from = `${start.slice(0, 7)}-01`;
          const to = addMonths(from, months);
          const today = addDays(to, later - 20);
          if (today < from) return true;
          const spans = closings({ from, to }, today);
          const busy = spans.filter(span => span.from < addMonths(to, 3));
          return (
            tiles(spans) &&
            spans[0]?.from === from &&
            (spans.at(-1)?.to ?? '') > today &&
            busy.every(span => daysBetween(span.from, span.to) <= 5)
          );
        },
      ),
    );
  });

  it('of arrival lie one beside the other from the first case to the end of the period', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (start, months) => {
        const from = `${start.slice(0, 7)}-01`;
        const to = addMonths(from, months);
        const spans = arrivals({ from, to });
        return tiles(spans) && spans[0]?.from === null && spans.at(-1)?.to === to;
      }),
    );
  });
});

it('what is counted in slices is what is counted at once', async () => {
  const test = await startApp();
  test.at('2026-11-24T09:00:00Z');
  // Around midnight in Riga, month and year ends, long open and long past cases.
  const rows: Row[] = Array.from({ length: 600 }, (_, i) => {
    const received = new Date(Date.parse('2014-12-30T20:30:00Z') + i * 7.23 * 86_400_000);
    const closed = new Date(received.getTime() + (i % 37) * 9.5 * 3_600_000 * (i % 11));
    const at = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
    return { receivedAt: at(received), closedAt: i % 7 === 0 ? null : at(closed) };
  });
  await fill(test.database, rows);
  const figures = figureStore(test.database);
  for (const [from, to] of [
    ['2015-01-01', '2016-01-01'],
    ['2019-01-01', '2020-01-01'],
    ['2026-01-01', '2026-11-01'],
    ['2026-03-01', '2026-04-01'],
  ] as const) {
    const { groups } = await countPeriod({ ...test.deps, figures }, { from, to });
    const sum = (list: readonly { readonly n: number }[]) => list.reduce((all, { n }) => all + n, 0);
    // Midnight in Riga: two hours before midnight UTC in winter, three in summer.
    const midnight = (date: string) =>
      `${addDays(date, -1)}T${date.slice(5, 7) === '04' ? '21' : '22'}:00:00Z`;
    const { rows: counted } = await test.database.execute({
      sql: `SELECT count(*) AS n FROM submissions WHERE received_at < ?
        AND (closed_at IS NULL OR (closed_at >= ? AND closed_at < '2026-11-24T22:00:00Z'))`,
      args: [midnight(to), midnight(from)],
    });
    expect(sum(groups.all)).toBe(Number(counted[0]?.['n']));
    for (const list of [groups.kind, groups.service, groups.outcome, groups.channel])
      expect(sum(list)).toBe(sum(groups.all));
  }
});
