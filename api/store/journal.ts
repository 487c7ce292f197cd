// The only way to change the register: a change writes its events into the chain in the same batch. Writers
// take turns; when another program has written in between, the batch fails as a whole and is decided again.
import type { ChainedEvent, Head, NewEvent } from '../domain/chain.ts';
import type { Database, Statement } from './database.ts';
import { insertPacked } from './packed-rows.ts';

/** The result of one turn: its statements are committed together with the events it appended. */
interface Decision<T> {
  readonly statements: readonly Statement[];
  readonly result: T;
}

/** Appends an event after the last one of this turn. */
export type Append = (event: NewEvent) => Promise<ChainedEvent>;

export interface Journal {
  /**
   * Runs `decide` when its turn has come, commits the decision, and resolves after the commit is on disk.
   * `decide` may read the database; what it read is still true when its statements run. It may be called more
   * than once.
   */
  run<T>(decide: (append: Append) => Promise<Decision<T>>): Promise<T>;
  /** A turn for a caller that commits on its own: it gets the present head and returns the new one. */
  runAt<T>(take: (head: Head) => Promise<Taken<T>>): Promise<T>;
}

/** The result of a turn, committed. */
export interface Taken<T> {
  readonly head: Head;
  readonly result: T;
}

/**
 * When many programs share a database, one of the conflicting writers succeeds; the others wait for a while.
 */
const TRIES = 40;
const STEP_ASIDE_MS = 40;
const LONGEST_MS = 800;

const COLUMNS = ['seq', 'reference', 'at', 'kind', 'actor', 'detail', 'hash'];

const toRow = ({ seq, reference, at, kind, actor, detail, hash }: ChainedEvent) => [
  seq,
  reference,
  at,
  kind,
  actor,
  JSON.stringify(detail),
  hash,
];

/** Events as they are stored. */
export const eventRows = (events: readonly ChainedEvent[]): Statement[] =>
  insertPacked('events', COLUMNS, events.map(toRow));

export interface ChainTools {
  /** Appends an event after a head. */
  readonly link: (head: Head, event: NewEvent) => Promise<ChainedEvent>;
  /** The head before the first event. */
  readonly genesis: Head;
  readonly random: (length: number) => Uint8Array;
}

export function createJournal(database: Database, { link, genesis, random }: ChainTools): Journal {
  // Known while nobody else writes; another program's write is detected by the primary key of `seq`.
  let known: Head | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function readHead(): Promise<Head> {
    const { rows } = await database.execute({
      sql: 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1',
    });
    const row = rows[0];
    return row ? { seq: Number(row['seq']), hash: row['hash'] as Uint8Array } : genesis;
  }

  function stepAside(tried: number): Promise<void> {
    const longest = Math.min(LONGEST_MS, STEP_ASIDE_MS * tried);
    return new Promise(resolve => setTimeout(resolve, (longest * (random(1)[0] ?? 0)) / 255));
  }

  async function turn<T>(take: (head: Head) => Promise<Taken<T>>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      const before = known ?? (await readHead());
      try {
        const { head, result } = await take(before);
        known = head;
        return result;
      } catch (fault) {
        known = null;
        // Nothing of the turn is stored. When the head has moved, another writer was first: decide again.
        const now = await readHead();
        if (now.seq === before.seq || tried === TRIES) throw fault;
        await stepAside(tried);
      }
    }
  }

  function runAt<T>(take: (head: Head) => Promise<Taken<T>>): Promise<T> {
    const result = last.then(() => turn(take));
    last = result.catch(() => undefined);
    return result;
  }

  return {
    runAt,
    run: decide =>
      runAt(async before => {
        const chain = chainFrom(before, link);
        const { statements, result } = await decide(chain.append);
        const { head, events } = chain.end();
        if (statements.length > 0 || events.length > 0)
          await database.batch([...statements, ...eventRows(events)]);
        return { head, result };
      }),
  };
}

/** Appends events after a head, one after another. */
export function chainFrom(head: Head, link: ChainTools['link']) {
  const events: ChainedEvent[] = [];
  return {
    append: async (event: NewEvent): Promise<ChainedEvent> => {
      const chained = await link(events.at(-1) ?? head, event);
      events.push(chained);
      return chained;
    },
    end: (): { readonly head: Head; readonly events: readonly ChainedEvent[] } => ({
      head: events.at(-1) ?? head,
      events,
    }),
  };
}
