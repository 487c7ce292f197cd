// The worklist: cases due first at the top, one page at a time; its parts; and who may not see it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkView } from '../../api/domain/register/work.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import type { Database } from '../../api/store/database.ts';
import { migrate } from '../../api/store/migrate.ts';
import {
  type Cursor,
  createWorklist,
  type Viewer,
  type Worklist,
} from '../../api/store/register/worklist.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
const ME: Viewer = { id: 'p-me', directoryId: 'me-here' };
const DAYS = { today: '2026-11-23', soon: '2026-11-26' };

interface Case {
  readonly ref: string;
  readonly state?: string;
  readonly due?: string | null;
  readonly kind?: string;
  readonly assignee?: string | null;
  readonly suspicions?: string | null;
  readonly spam?: string | null;
  readonly handling?: string;
  readonly screened?: string | null;
  readonly unread?: string | null;
  readonly review?: string | null;
  readonly service?: string | null;
}

async function put(database: Database, one: Case): Promise<void> {
  await database.execute({
    sql: `INSERT INTO submissions (reference, kind, state, received_at, due_on, deadline, service, rule_points, suspicions,
        window_id, for_office, content, idempotency_hash, code_hash, receipt, assignee, spam, handling, screened_at,
        unread_since, review_requested_at, closed_at)
      VALUES (?, ?, ?, '2026-11-02T08:00:00Z', ?, '[]', ?, '[]', ?, 'w', zeroblob(1), zeroblob(1), randomblob(32),
        randomblob(32), '', ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      one.ref,
      one.kind ?? 'complaint',
      one.state ?? 'received',
      one.due === undefined ? '2026-12-01' : one.due,
      one.service ?? null,
      one.suspicions ?? null,
      one.assignee ?? null,
      one.spam ?? null,
      one.handling ?? 'ordinary',
      one.screened === undefined ? 'x' : one.screened,
      one.unread ?? null,
      one.review ?? null,
      one.state === 'answered' ? '2026-11-20T08:00:00Z' : null,
    ],
  });
}

async function open(cases: readonly Case[]): Promise<Worklist & { database: Database }> {
  const database = await openEmbedded(`${folder()}/kac.db`);
  await migrate(database);
  for (const one of cases) await put(database, one);
  return { ...createWorklist(database), database };
}

const CASES: readonly Case[] = [
  { ref: 'later', due: '2026-12-20' },
  { ref: 'overdue', due: '2026-11-20' },
  { ref: 'no-day', due: null, kind: 'gratitude' },
  { ref: 'today', due: '2026-11-23' },
  { ref: 'soon', due: '2026-11-26', assignee: 'p-me', state: 'in-review' },
  { ref: 'after-soon', due: '2026-11-27', assignee: 'p-other', service: 'suns' },
  { ref: 'suspect', due: '2026-11-24', suspicions: '["honeypot"]' },
  { ref: 'cleared', due: '2026-11-25', suspicions: '["honeypot"]', spam: 'cleared' },
  { ref: 'closed', state: 'answered', review: '2026-11-21T08:00:00Z', unread: '2026-11-21T08:00:00Z' },
  { ref: 'whistle', handling: 'whistleblower', due: '2026-11-24' },
  { ref: 'not-screened', screened: null, due: '2026-11-01' },
  { ref: 'about-me', due: '2026-11-01' },
  { ref: 'about-my-entry', due: '2026-11-01' },
  { ref: 'wrongly-about-me', due: '2026-12-30' },
];

describe('the worklist', () => {
  let list: Worklist;
  beforeAll(async () => {
    const opened = await open(CASES);
    for (const [reference, who, why] of [
      ['about-me', 'p-me', 'declared'],
      ['about-my-entry', 'me-here', 'named'],
      ['wrongly-about-me', 'p-me', 'lifted'],
      ['later', 'p-somebody', 'named'],
    ] as const)
      await opened.database.execute({
        sql: 'INSERT INTO conflicts (reference, who, why) VALUES (?, ?, ?)',
        args: [reference, who, why],
      });
    list = opened;
    return () => opened.database.close();
  });

  const refs = async (view: WorkView, more: object = {}) =>
    (await list.page({ view, viewer: ME, ...DAYS, ...more }, { limit: 50 })).rows.map(r => r.reference);

  it.each([
    ['open', ['overdue', 'today', 'cleared', 'soon', 'after-soon', 'later', 'wrongly-about-me', 'no-day']],
    ['overdue', ['overdue']],
    ['soon', ['today', 'cleared', 'soon']],
    ['mine', ['soon']],
    ['unassigned', ['overdue', 'today', 'cleared', 'later', 'wrongly-about-me', 'no-day']],
    ['unread', ['closed']],
    ['review', ['closed']],
    ['erasure', []],
    ['spam', ['suspect']],
    ['whistleblower', ['whistle']],
    ['closed', ['closed']],
  ] as const)('%s: %j', async (view, expected) => {
    expect(await refs(view)).toEqual(expected);
    const counts = await list.counts({ viewer: ME, ...DAYS }, 100);
    expect(counts[view]).toBe(expected.length);
  });

  it('is filtered by kind, service, state and whose it is', async () => {
    expect(await refs('open', { kind: 'gratitude' })).toEqual(['no-day']);
    expect(await refs('open', { service: 'suns' })).toEqual(['after-soon']);
    expect(await refs('open', { state: 'in-review' })).toEqual(['soon']);
    expect(await refs('open', { assignee: 'p-other' })).toEqual(['after-soon']);
  });

  it.each(['open', 'closed', 'unread', 'spam'] as const)('%s comes in pages, each case once', async view => {
    const all = await refs(view);
    const seen: string[] = [];
    for (let after: Cursor | null | undefined; after !== null; ) {
      const page = await list.page({ view, viewer: ME, ...DAYS }, { limit: 3, ...(after ? { after } : {}) });
      expect(page.rows.length).toBeLessThanOrEqual(3);
      seen.push(...page.rows.map(({ reference }) => reference));
      after = page.next;
    }
    expect(seen).toEqual(all);
  });

  it('shows of what was found only what the viewer may see, in the order found', async () => {
    const found = await list.visible(
      ['later', 'about-me', 'whistle', 'overdue', 'nowhere', 'not-screened'],
      ME,
    );
    expect(found.map(({ reference }) => reference)).toEqual(['later', 'overdue']);
    expect(await list.visible([], ME)).toEqual([]);
  });

  it('counts no further than asked', async () => {
    expect((await list.counts({ viewer: ME, ...DAYS }, 2)).open).toBe(2);
  });
});

describe('a page', () => {
  it.each(['open', 'mine', 'spam', 'unread', 'review', 'erasure', 'whistleblower', 'closed'] as const)(
    'of “%s” is found by an index, not by reading all',
    async view => {
      const { database } = await open([]);
      const plan: string[] = [];
      const explained = createWorklist({
        ...database,
        execute: async statement => {
          const found = await database.execute({ ...statement, sql: `EXPLAIN QUERY PLAN ${statement.sql}` });
          plan.push(...found.rows.map(row => String(row['detail'])));
          return { ...found, rows: [] };
        },
      });
      await explained.page(
        { view, viewer: ME, ...DAYS },
        { limit: 25, after: { key: '2026-11-01', reference: 'soon' } },
      );
      expect(plan.join('\n')).toMatch(/USING (COVERING )?INDEX submissions_/);
      // Sorting would read every open case for each page.
      expect(plan.join('\n')).not.toContain('TEMP B-TREE');
      await database.close();
    },
  );
});
