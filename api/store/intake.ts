// Taking submissions in: many in one commit, each exactly once, each with its place in the event chain.
import type { ChainedEvent, NewEvent } from '../domain/chain.ts';
import type { SealedWindow } from '../domain/crypto/windows.ts';
import type { NewSubmission, Submission } from '../domain/submission.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import { grouped } from './group.ts';
import type { Append, Journal } from './journal.ts';
import { insertRows, list } from './rows.ts';
import { SUBMISSION_COLUMNS, sameBytes, toSubmission } from './submissions.ts';

/** A submission before its place in the chain is known. */
export interface Waiting {
  readonly submission: Omit<NewSubmission, 'receipt'>;
  readonly windows: readonly SealedWindow[];
  readonly event: NewEvent;
  /** What is to be stored in the same commit: files that now belong to it, mail to be sent. */
  readonly statements: readonly Statement[];
  receipt(event: ChainedEvent): Promise<string>;
}

export type StoreOutcome =
  | { readonly outcome: 'stored' | 'repeated'; readonly submission: Submission }
  /** The key is known with other content. */
  | { readonly outcome: 'conflict' }
  /** Another submission has this reference: prepare it with the next one. */
  | { readonly outcome: 'reference-taken' };

/** Stores once per idempotency hash; resolves after the commit is on disk. */
export type StoreSubmission = (waiting: Waiting) => Promise<StoreOutcome>;

/** Rows a commit takes. More would not be faster (facts/platform §9), and each waits for all. */
const MOST = 200;

const COLUMNS = [
  'reference',
  'kind',
  'received_at',
  'due_on',
  'deadline',
  'service',
  'rule_points',
  'suspicions',
  'window_id',
  'for_office',
  'for_code',
  'content',
  'content_digest',
  'idempotency_hash',
  'code_hash',
  'receipt',
];

const toRow = (s: NewSubmission): SqlValue[] => [
  s.reference,
  s.kind,
  s.receivedAt,
  s.dueOn,
  JSON.stringify(s.dueExplanation),
  s.service,
  JSON.stringify(s.rulePoints),
  s.suspicions.length > 0 ? JSON.stringify(s.suspicions) : null,
  s.windowId,
  s.forOffice,
  s.forCode,
  s.content,
  s.contentDigest,
  s.idempotencyHash,
  s.codeHash,
  s.receipt,
];

const keyOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What the database and the group so far hold, to decide each newcomer by. */
interface Known {
  readonly byKey: Map<string, Submission>;
  readonly references: Set<string>;
}

async function lookUp(database: Database, group: readonly Waiting[]): Promise<Known> {
  const hashes = group.map(({ submission }) => submission.idempotencyHash);
  const references = group.map(({ submission }) => submission.reference);
  const [same, taken] = await Promise.all([
    database.execute({
      sql: `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE idempotency_hash IN ${list(hashes)}`,
      args: hashes,
    }),
    database.execute({
      // An erased submission's number stays taken: its events keep it.
      sql: `SELECT reference FROM submissions WHERE reference IN ${list(references)}
        UNION SELECT reference FROM events WHERE reference IN ${list(references)}`,
      args: [...references, ...references],
    }),
  ]);
  return {
    byKey: new Map(same.rows.map(toSubmission).map(found => [keyOf(found.idempotencyHash), found])),
    references: new Set(taken.rows.map(row => String(row['reference']))),
  };
}

function repeated(known: Submission, { submission }: Waiting): StoreOutcome {
  const { contentDigest } = submission;
  const same = !known.contentDigest || !contentDigest || sameBytes(known.contentDigest, contentDigest);
  return same ? { outcome: 'repeated', submission: known } : { outcome: 'conflict' };
}

async function admit(waiting: Waiting, known: Known, append: Append): Promise<StoreOutcome> {
  const key = keyOf(waiting.submission.idempotencyHash);
  const earlier = known.byKey.get(key);
  if (earlier) return repeated(earlier, waiting);
  const { reference } = waiting.submission;
  if (known.references.has(reference)) return { outcome: 'reference-taken' };
  const receipt = await waiting.receipt(await append(waiting.event));
  const submission: Submission = { ...waiting.submission, state: 'received', receipt };
  known.references.add(reference);
  known.byKey.set(key, submission);
  return { outcome: 'stored', submission };
}

function windowRows(group: readonly Waiting[]): Statement[] {
  const windows = new Map(group.flatMap(({ windows }) => windows.map(w => [`${w.id} ${w.recipient}`, w])));
  const rows = [...windows.values()].map(({ id, recipient, sealed }) => [id, recipient, sealed]);
  return insertRows('windows', ['id', 'recipient', 'sealed'], rows, 'ON CONFLICT DO NOTHING');
}

/** The intake over any engine behind the port. */
export function storeSubmissions(database: Database, journal: Journal): StoreSubmission {
  return grouped<Waiting, StoreOutcome>(
    group =>
      journal.run(async append => {
        const known = await lookUp(database, group);
        const outcomes: StoreOutcome[] = [];
        const stored: Submission[] = [];
        const statements: Statement[] = [];
        const fresh: Waiting[] = [];
        for (const waiting of group) {
          const outcome = await admit(waiting, known, append);
          outcomes.push(outcome);
          if (outcome.outcome !== 'stored') continue;
          stored.push(outcome.submission);
          fresh.push(waiting);
          statements.push(...waiting.statements);
        }
        return {
          statements: [
            ...windowRows(fresh),
            ...insertRows('submissions', COLUMNS, stored.map(toRow)),
            ...statements,
          ],
          result: outcomes,
        };
      }),
    MOST,
  );
}
