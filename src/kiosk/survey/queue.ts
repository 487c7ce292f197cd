// The kiosk's answers from the first tap until the server has stored them: one record each, under its
// idempotency key. Sent oldest first, one at a time; the key makes repeated sends one answer.
import type { Outcome } from './outcome.ts';
import type { Store } from './store.ts';

/** By field name, as the survey's address expects them. */
export type KioskAnswers = Readonly<Record<string, string>>;

export interface Waiting {
  readonly key: string;
  readonly survey: string;
  readonly answers: KioskAnswers;
  /** Time of the last tap, milliseconds since 1970. Not sent. */
  readonly at: number;
  /** True when the person has finished. */
  readonly isDone: boolean;
}

/**
 * Time of the next attempt and number of consecutive failures. One for all answers, because they go to one
 * server.
 */
interface Pace {
  readonly tries: number;
  readonly next: number;
  readonly isBusy: boolean;
}

const ANSWER = 'answer:';
const PACE = 'pace';
const REFUSED = 'refused';

/** Milliseconds. */
const FIRST_RETRY = 5_000;
const LAST_RETRY = 300_000;
/** Our server never asks for a longer wait. */
const LONGEST_ASKED = 3_900_000;
/** An unfinished answer older than this belongs to a page that was closed. */
const ABANDONED_AFTER = 90_000;

const dayOf = (now: number): number => Math.floor(now / 86_400_000);

export interface Queue {
  /** Stores the answers so far. Called at every tap, so that no later break can lose them. */
  keep(key: string, survey: string, answers: KioskAnswers): void;
  /** The person finished or left: it is sent as it is. */
  finish(key: string): void;
  /** The person withdrew it. */
  withdraw(key: string): void;
  /** How many wait to be sent. */
  waiting(): number;
  /** True when the last send failed, so the queue is not merely waiting its turn. */
  isStuck(): boolean;
  /** Number of permanent refusals today (UTC). */
  refused(): number;
  /** The network is back: failures for lack of it no longer count. */
  networkIsBack(): void;
  /** Sends what is due, until a wait is required. */
  flush(post: (waiting: Waiting) => Promise<Outcome>): Promise<void>;
}

function readWaiting(found: unknown): Waiting | null {
  const { key, survey, answers, at, isDone } = (found ?? {}) as Partial<Waiting>;
  if (typeof key !== 'string' || typeof survey !== 'string' || !answers || typeof at !== 'number')
    return null;
  return { key, survey, answers, at, isDone: isDone === true };
}

function readPace(found: unknown): Pace {
  const { tries = 0, next = 0, isBusy = false } = (found ?? {}) as Partial<Pace>;
  return { tries, next, isBusy };
}

/** @param now milliseconds since 1970 */
export function createQueue(store: Store, now: () => number): Queue {
  const read = (key: string) => readWaiting(store.get(ANSWER + key));
  const all = () => store.names(ANSWER).flatMap(name => readWaiting(store.get(name)) ?? []);
  /** Being answered on this page. */
  const held = new Set<string>();
  /** A clock set back leaves answers from the future; they are abandoned too. */
  const isReady = ({ key, isDone, at }: Waiting) =>
    isDone || (!held.has(key) && Math.abs(now() - at) > ABANDONED_AFTER);
  const ready = () => all().filter(isReady);
  const countRefused = () => {
    const { day, n } = (store.get(REFUSED) ?? {}) as { day?: number; n?: number };
    return day === dayOf(now()) ? (n ?? 0) : 0;
  };

  /** Returns true when the next one may be tried. */
  function settle({ key }: Waiting, outcome: Outcome): boolean {
    if (outcome.kind === 'later') {
      const { tries } = readPace(store.get(PACE));
      const wait = Math.max(outcome.wait, Math.min(FIRST_RETRY * 2 ** tries, LAST_RETRY));
      store.put(PACE, { tries: tries + 1, next: now() + wait, isBusy: outcome.isBusy } satisfies Pace);
      return false;
    }
    if (outcome.kind === 'refused') store.put(REFUSED, { day: dayOf(now()), n: countRefused() + 1 });
    store.drop(ANSWER + key);
    store.drop(PACE);
    return true;
  }

  let isFlushing = false;
  async function flush(post: (waiting: Waiting) => Promise<Outcome>): Promise<void> {
    const { next } = readPace(store.get(PACE));
    // A clock set back by hours must not delay the answers by hours.
    if (isFlushing || (next > now() && next - now() <= LONGEST_ASKED)) return;
    isFlushing = true;
    try {
      for (const waiting of ready().toSorted((a, b) => a.at - b.at))
        if (!settle(waiting, await post(waiting))) break;
    } finally {
      isFlushing = false;
    }
  }

  return {
    keep: (key, survey, answers) => {
      held.add(key);
      store.put(ANSWER + key, { key, survey, answers, at: now(), isDone: false } satisfies Waiting);
    },
    finish: key => {
      held.delete(key);
      const found = read(key);
      if (found) store.put(ANSWER + key, { ...found, isDone: true } satisfies Waiting);
    },
    withdraw: key => {
      held.delete(key);
      store.drop(ANSWER + key);
    },
    waiting: () => ready().length,
    isStuck: () => store.get(PACE) !== null,
    refused: countRefused,
    networkIsBack: () => {
      if (!readPace(store.get(PACE)).isBusy) store.drop(PACE);
    },
    flush,
  };
}
