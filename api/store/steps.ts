// Steps on a submission in SQL: decided by its state in the turn that stores them, each exactly once.
import type { Refusal } from '../domain/follow-up.ts';
import type { SealedRating } from '../domain/rating.ts';
import type { Effects, Step } from '../domain/step.ts';
import { STANDING_COLUMNS, toStanding } from './case-rows.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import type { Journal } from './journal.ts';
import { insertRows } from './rows.ts';
import { sameBytes } from './submissions.ts';

type StepOutcome<Reason extends string = Refusal> =
  | { readonly outcome: 'taken' | 'repeated' }
  /** The key is known with other content. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'refused'; readonly reason: Reason }
  /** The submission was erased meanwhile. */
  | { readonly outcome: 'gone' };

/** Further statements of the same commit: files of the step's message. */
export type AlongsideStep = (effects: Effects) => Promise<readonly Statement[]>;

/** Takes a step; resolves after the commit is on disk. */
export type TakeStep = <Reason extends string = Refusal>(
  step: Step<Reason>,
  alongside?: AlongsideStep,
) => Promise<StepOutcome<Reason>>;

const COLUMN_OF = {
  unreadSince: 'unread_since',
  reviewRequestedAt: 'review_requested_at',
  erasureRequestedAt: 'erasure_requested_at',
  assignee: 'assignee',
  spam: 'spam',
  handling: 'handling',
  outcome: 'outcome',
  closedAt: 'closed_at',
  heldSince: 'held_since',
  service: 'service',
  rulePoints: 'rule_points',
  content: 'content',
} as const;

const toValue = (value: SqlValue | readonly string[]): SqlValue =>
  Array.isArray(value) ? JSON.stringify(value) : (value as SqlValue);

function changes(reference: string, { state, marks = {}, set: facts = {}, due }: Effects): Statement {
  const set: [string, SqlValue][] = state ? [['state', state]] : [];
  for (const [name, value] of Object.entries({ ...marks, ...facts }))
    set.push([COLUMN_OF[name as keyof typeof COLUMN_OF], toValue(value)]);
  if (due) set.push(['due_on', due.dueOn], ['deadline', JSON.stringify(due.dueExplanation)]);
  const columns = ['version = version + 1', ...set.map(([column]) => `${column} = ?`)];
  const sql = `UPDATE submissions SET ${columns.join(', ')} WHERE reference = ?`;
  return { sql, args: [...set.map(([, value]) => value), reference] };
}

function ratingRow(reference: string, { givenAt, satisfaction, effort, comment }: SealedRating): Statement {
  return {
    sql: `INSERT INTO ratings (reference, given_at, satisfaction, effort, comment) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (reference) DO UPDATE SET satisfaction = excluded.satisfaction, effort = excluded.effort,
        comment = excluded.comment`,
    args: [reference, givenAt, satisfaction, effort, comment],
  };
}

/** Rows of office steps only; added where there is a register. */
export type OfficeRows = (reference: string, effects: Effects) => readonly Statement[];

/** The rows of a step; its events are added to the chain separately. */
function statementsOf(
  { reference, idempotencyHash, contentDigest }: Step<string>,
  effects: Effects,
  officeRows: OfficeRows | undefined,
): Statement[] {
  const { message, rating } = effects;
  const sent = message
    ? [[message.id, reference, message.at, message.author, message.kind, message.body]]
    : [];
  return [
    changes(reference, effects),
    ...insertRows('messages', ['id', 'reference', 'at', 'author', 'kind', 'body'], sent),
    ...(rating ? [ratingRow(reference, rating)] : []),
    ...(officeRows?.(reference, effects) ?? []),
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
export function takeSteps(database: Database, journal: Journal, officeRows?: OfficeRows): TakeStep {
  return <Reason extends string>(step: Step<Reason>, alongside?: AlongsideStep) =>
    journal.run<StepOutcome<Reason>>(async append => {
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
      return {
        statements: [...statementsOf(step, decided, officeRows), ...more],
        result: { outcome: 'taken' },
      };
    });
}
