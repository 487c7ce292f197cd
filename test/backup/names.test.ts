// Which backups are kept, which are deleted, and when the next one is due.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, isDue, isOverdue, outdated, timeOfBackup } from '../../api/domain/backups.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-24T01:00:00Z');
const daysAgo = (days: number): string => backupName(new Date(NOW.getTime() - days * DAY_MS));

describe('the name of a backup', () => {
  it('tells its time, and no other file’s name does', () => {
    const at = new Date('2026-11-24T01:02:03Z');
    expect(backupName(at)).toBe('kac-2026-11-24T01-02-03Z.db');
    expect(timeOfBackup(backupName(at))).toEqual(at);
    for (const name of ['kac.db', 'kac-2026-11-24T01-02-03Z.json', 'kac-2026-13-24T01-02-03Z.db', 'x'])
      expect(timeOfBackup(name)).toBeNull();
  });
});

describe('which backups go', () => {
  it('keeps every one of a week, one a week of older ones, and none beyond the days', () => {
    const all = Array.from({ length: 60 }, (_, i) => daysAgo(i));
    const gone = outdated(all, NOW, 30);
    const left = all.filter(name => !gone.includes(name));
    expect(left.slice(0, 8)).toEqual(all.slice(0, 8));
    expect(left.length).toBeGreaterThanOrEqual(11);
    expect(left.length).toBeLessThanOrEqual(13);
    expect(left).not.toContain(daysAgo(31));
  });

  it('keeps the newest however old it is, and leaves files of others alone', () => {
    expect(outdated([daysAgo(400), 'keys.json', 'erased.jsonl'], NOW, 30)).toEqual([]);
    expect(outdated([daysAgo(400), daysAgo(500)], NOW, 30)).toEqual([daysAgo(500)]);
  });

  it('keeps none beyond the days, and never the last one away, whatever there is', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -5, max: 90 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        (ages, days) => {
          const names = ages.map(daysAgo);
          const gone = new Set(outdated(names, NOW, days));
          const newest = daysAgo(Math.min(...ages));
          const stay = ages.filter(age => !gone.has(daysAgo(age)));
          return !gone.has(newest) && stay.every(age => age <= days || daysAgo(age) === newest);
        },
      ),
    );
  });
});

describe('the next backup', () => {
  // Three o'clock in Riga is one o'clock UTC in winter and midnight UTC in summer.
  it.each([
    [null, '2026-11-24T12:00:00Z', true],
    ['2026-11-23T01:05:00Z', '2026-11-24T00:59:00Z', false],
    ['2026-11-23T01:05:00Z', '2026-11-24T01:01:00Z', true],
    ['2026-11-24T01:05:00Z', '2026-11-24T22:30:00Z', false],
    ['2026-11-23T20:00:00Z', '2026-11-24T01:00:00Z', true],
    ['2026-07-10T00:05:00Z', '2026-07-10T23:59:00Z', false],
    ['2026-07-10T00:05:00Z', '2026-07-11T00:01:00Z', true],
    // The server was off at night.
    ['2026-11-20T01:05:00Z', '2026-11-24T09:00:00Z', true],
  ])('last %s, now %s: due %s', (last, now, due) => {
    expect(isDue(last === null ? null : new Date(last), new Date(now))).toBe(due);
  });

  it('is overdue after two days', () => {
    expect(isOverdue(null, NOW)).toBe(false);
    expect(isOverdue(new Date('2026-11-22T02:00:00Z'), NOW)).toBe(false);
    expect(isOverdue(new Date('2026-11-22T00:00:00Z'), NOW)).toBe(true);
  });
});
