// Group commit: whoever arrives while a commit runs shares the next one.

/**
 * From here on half of those who wait are taken: while they are stored, the other half is answered and sends again. Were
 * all taken, everybody would wait for one commit, and the two threads for each other.
 */
const CROWD = 64;

const shareOf = (waiting: number, most: number): number =>
  Math.min(most, waiting > CROWD ? Math.ceil(waiting / 2) : waiting);

/** Handles one group; the answers stand in the order of the items. */
export type HandleGroup<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

/**
 * Gathers items while `handle` is at work and hands over up to `most` at a time, of a crowd no more than half. When a group fails, each of its items
 * is tried alone, so that one that can't be stored does not take its neighbours along.
 */
export function grouped<Item, Answer>(
  handle: HandleGroup<Item, Answer>,
  most: number,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (fault: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let working = false;

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await handle(group.map(({ item }) => item));
      for (const [i, { resolve }] of group.entries()) resolve(answers[i] as Answer);
    } catch (fault) {
      if (group.length === 1) group[0]?.reject(fault);
      else for (const one of group) await settle([one]);
    }
  }

  async function work(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, shareOf(waiting.length, most));
      await settle(group);
    }
    working = false;
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // Not at once: requests that were read in the same tick come into the same group.
      if (!working) {
        working = true;
        queueMicrotask(() => void work());
      }
    });
}
