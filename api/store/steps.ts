// Steps on a submission in SQL: decided by where it stands in the turn that stores them, each exactly once.
import type { Refusal } from '../domain/follow-up.ts';
import type { SealedRating } from '../domain/rating.ts';
import type { Effects, Step } from '../domain/step.ts';
import { STANDING_COLUMNS, toStanding } from './case-rows.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import type { Journal } from './journal.ts';
import { insertRows } from './rows.ts';
import { sameBytes } from './submissions.ts';

export type StepOutcome =
  | { readonly outcome: 'taken' | 'repeated' }
  /** The key is known with other content. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'refused'; readonly reason: Refusal }
  /** The submission has been erased meanwhile. */
  | { readonly outcome: 'gone' };

/** What else is to be stored in the same commit: files that now belong to the step's message. */
export type AlongsideStep = (effects: Effects) => Promise<readonly Statement[]>;

/** Takes a step; resolves after the commit is on disk. */
export type TakeStep = (step: Step, alongside?: AlongsideStep) => Promise<StepOutcome>;

const COLUMN_OF = {
  unreadSince: 'unread_since',
  reviewRequestedAt: 'review_requested_at',
  erasureRequestedAt: 'erasure_requested_at',
} as const;

function changes(reference: string, { state, marks = {} }: Effects): Statement[] {
  const set: [string, SqlValue][] = state ? [['state', state]] : [];
  for (const [mark, value] of Object.entries(marks))
    set.push([COLUMN_OF[mark as keyof typeof COLUMN_OF], value]);
  if (set.length === 0) return [];
  const sql = `UPDATE submissions SET ${set.map(([column]) => `${column} = ?`).join(', ')} WHERE reference = ?`;
  return [{ sql, args: [...set.map(([, value]) => value), reference] }];
}

function ratingRow(reference: string, { givenAt, satisfaction, effort, comment }: SealedRating): Statement {
  return {
    sql: `INSERT INTO ratings (reference, given_at, satisfaction, effort, comment) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (reference) DO UPDATE SET satisfaction = excluded.satisfaction, effort = excluded.effort,
        comment = excluded.comment`,
    args: [reference, givenAt, satisfaction, effort, comment],
  };
}

/** The rows a step leaves behind; its events go into the chain apart. */
function statementsOf({ reference, idempotencyHash, contentDigest }: Step, effects: Effects): Statement[] {
  const { message, rating } = effects;
  const sent = message
    ? [[message.id, reference, message.at, message.author, message.kind, message.body]]
    : [];
  return [
    ...changes(reference, effects),
    ...insertRows('messages', ['id', 'reference', 'at', 'author', 'kind', 'body'], sent),
    ...(rating ? [ratingRow(reference, rating)] : []),
    ...insertRows(
      'steps',
      ['idempotency_hash', 'reference', 'content_digest'],
      [[idempotencyHash, reference, contentDigest]],
    ),
  ];
}

const STANDING = `SELECT ${STANDING_COLUMNS}, p.content_digest AS taken, r.reference IS NOT NULL AS rated
  FROM submissions s LEFT JOIN steps p ON p.idempotency_hash = ? LEFT JOIN ratings r ON r.reference = s.reference
  WHERE s.reference = ?`;

/** Steps over any engine behind the port. */
export function takeSteps(database: Database, journal: Journal): TakeStep {
  return (step, alongside) =>
    journal.run<StepOutcome>(async append => {
      const { rows } = await database.execute({
        sql: STANDING,
        args: [step.idempotencyHash, step.reference],
      });
      const [row] = rows;
      if (!row) return { statements: [], result: { outcome: 'gone' } };
      if (row['taken'] !== null) {
        const same = sameBytes(row['taken'] as Uint8Array, step.contentDigest);
        return { statements: [], result: { outcome: same ? 'repeated' : 'conflict' } };
      }
      const decided = await step.decide(toStanding(row, Number(row['rated']) === 1));
      if ('refused' in decided)
        return { statements: [], result: { outcome: 'refused', reason: decided.refused } };
      for (const event of decided.events) await append(event);
      const more = alongside ? await alongside(decided) : [];
      return { statements: [...statementsOf(step, decided), ...more], result: { outcome: 'taken' } };
    });
}
