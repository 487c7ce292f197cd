// Stores submissions: many in one commit, each exactly once, each with its place in the event chain.
import type { Head } from '../domain/chain.ts';
import type { Arrival, Prepared } from '../domain/intake.ts';
import type { NewSubmission, Submission } from '../domain/submission.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import { grouped } from './group.ts';
import { type Append, type ChainTools, chainFrom, eventRows, type Journal, type Taken } from './journal.ts';
import { bytesIn, insertPacked, textsIn } from './packed-rows.ts';
import { insertRows } from './rows.ts';
import { SUBMISSION_COLUMNS, sameBytes, toSubmission } from './submissions.ts';

/** An incoming submission as data. */
export interface Arriving {
  readonly arrival: Arrival;
  /** How many references were already taken. */
  readonly attempt: number;
  /** The key to seal it under, when something is already sealed under it; otherwise a new one. */
  readonly contentKey?: Uint8Array;
  /** Statements for the same commit: its files, mail to be sent. */
  readonly statements: readonly Statement[];
}

/** What the sender is told about a stored submission. */
export type Receipted = Pick<
  Submission,
  'reference' | 'kind' | 'receivedAt' | 'dueOn' | 'dueExplanation' | 'receipt'
>;

export type StoreOutcome =
  | {
      readonly outcome: 'stored' | 'repeated';
      readonly submission: Receipted;
      readonly trackingCode: string;
    }
  /** The key is known with other content. */
  | { readonly outcome: 'conflict' }
  /** Another submission has this reference: try the next one. */
  | { readonly outcome: 'reference-taken' };

/** Stores once per idempotency key; resolves after the commit is on disk. */
export type StoreSubmission = (arriving: Arriving) => Promise<StoreOutcome>;

/** Stores a group after the head of the chain in one commit; the outcomes are in the order of the group. */
export type StoreGroup = (group: readonly Arriving[], head: Head) => Promise<Taken<readonly StoreOutcome[]>>;

export interface GroupTools {
  readonly prepare: (arriving: Arriving) => Promise<Prepared>;
  readonly link: ChainTools['link'];
}

/** Rows per commit. More would not be faster (facts/platform §9), and each waits for all. */
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
  'channel',
];

/** All submissions of one day share the list of sentences. */
const explained = new WeakMap<readonly string[], string>();
function explanationJson(sentences: readonly string[]): string {
  const json = explained.get(sentences) ?? JSON.stringify(sentences);
  explained.set(sentences, json);
  return json;
}

const toRow = (s: NewSubmission): SqlValue[] => [
  s.reference,
  s.kind,
  s.receivedAt,
  s.dueOn,
  explanationJson(s.dueExplanation),
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
  s.channel ?? 'web',
];

const keyOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What the database and the group so far contain, to decide about each item. */
interface Known {
  readonly byKey: Map<string, Receipted & Pick<Submission, 'contentDigest'>>;
  readonly references: Set<string>;
}

async function lookUp(database: Database, group: readonly Prepared[]): Promise<Known> {
  const hashes = bytesIn(group.map(({ submission }) => submission.idempotencyHash));
  const references = textsIn(group.map(({ submission }) => submission.reference));
  const [same, taken] = await Promise.all([
    database.execute({
      sql: `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE idempotency_hash IN ${hashes.sql}`,
      args: hashes.args,
    }),
    database.execute({
      // The number of an erased submission stays taken, because its events keep it.
      sql: `SELECT reference FROM submissions WHERE reference IN ${references.sql}
        UNION SELECT reference FROM events WHERE reference IN ${references.sql}`,
      args: references.args,
    }),
  ]);
  return {
    byKey: new Map(same.rows.map(toSubmission).map(found => [keyOf(found.idempotencyHash), found])),
    references: new Set(taken.rows.map(row => String(row['reference']))),
  };
}

const receipted = ({
  reference,
  kind,
  receivedAt,
  dueOn,
  dueExplanation,
  receipt,
}: Receipted): Receipted => ({ reference, kind, receivedAt, dueOn, dueExplanation, receipt });

interface Admitted {
  readonly outcome: StoreOutcome;
  /** What is to be stored. */
  readonly row?: NewSubmission;
}

async function admit(prepared: Prepared, known: Known, append: Append): Promise<Admitted> {
  const { submission, event, trackingCode } = prepared;
  const key = keyOf(submission.idempotencyHash);
  const earlier = known.byKey.get(key);
  if (earlier) {
    const [kept, sent] = [earlier.contentDigest, submission.contentDigest];
    if (kept && sent && !sameBytes(kept, sent)) return { outcome: { outcome: 'conflict' } };
    return { outcome: { outcome: 'repeated', submission: receipted(earlier), trackingCode } };
  }
  if (known.references.has(submission.reference)) return { outcome: { outcome: 'reference-taken' } };
  const row = { ...submission, receipt: await prepared.receipt(await append(event)) };
  known.references.add(submission.reference);
  known.byKey.set(key, row);
  return { outcome: { outcome: 'stored', submission: receipted(row), trackingCode }, row };
}

function windowRows(group: readonly Prepared[]): Statement[] {
  const windows = new Map(group.flatMap(({ windows }) => windows.map(w => [`${w.id} ${w.recipient}`, w])));
  const rows = [...windows.values()].map(({ id, recipient, sealed }) => [id, recipient, sealed]);
  return insertRows('windows', ['id', 'recipient', 'sealed'], rows, 'ON CONFLICT DO NOTHING');
}

/** Stores groups over any engine, in the calling thread. */
export function storeGroup(database: Database, { prepare, link }: GroupTools): StoreGroup {
  return async (group, before) => {
    const prepared: Prepared[] = [];
    for (const arriving of group) prepared.push(await prepare(arriving));
    const known = await lookUp(database, prepared);
    const chain = chainFrom(before, link);
    const outcomes: StoreOutcome[] = [];
    const fresh: Prepared[] = [];
    const rows: SqlValue[][] = [];
    const alongside: Statement[] = [];
    for (const [i, one] of prepared.entries()) {
      const { outcome, row } = await admit(one, known, chain.append);
      outcomes.push(outcome);
      if (!row) continue;
      fresh.push(one);
      rows.push(toRow(row));
      alongside.push(...(group[i]?.statements ?? []));
    }
    const { head, events } = chain.end();
    if (rows.length > 0)
      await database.batch([
        ...windowRows(fresh),
        ...insertPacked('submissions', COLUMNS, rows),
        ...alongside,
        ...eventRows(events),
      ]);
    return { head, result: outcomes };
  };
}

/** The intake: submissions that arrive while a group is stored share the next turn. */
export const storeSubmissions = (store: StoreGroup, journal: Journal): StoreSubmission =>
  grouped<Arriving, StoreOutcome>(group => journal.runAt(head => store(group, head)), MOST);
