// Group commit: everything that arrives while a commit runs shares the next one.

/**
 * With this many or more waiting, half are taken at a time: while they are stored, the other half is answered
 * and can send again. Otherwise everybody would wait for one commit, and the two threads for each other.
 */
const CROWD = 64;

const shareOf = (waiting: number, most: number): number =>
  Math.min(most, waiting > CROWD ? Math.ceil(waiting / 2) : waiting);

/** Handles one group; the answers are in the order of the items. */
export type HandleGroup<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

/**
 * Collects items while `handle` is working and passes up to `most` at a time, half of them when many wait.
 * When a group fails, each item is tried alone, so that one bad item does not fail the others.
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
      // Delayed, so that requests read in the same tick form one group.
      if (!working) {
        working = true;
        queueMicrotask(() => void work());
      }
    });
}
