// Removes uploads whose submission never came. Whoever starts an upload clears a few; this clears the rest.
import type { AttachmentStore } from '../store/attachments.ts';

/** In one statement: so many files of 20 MB that the database is not held up for long. */
const AT_ONCE = 4;

export interface PruneTools {
  readonly attachments: Pick<AttachmentStore, 'prune'>;
  readonly now: () => Date;
}

/** Removes every expired upload with its chunks, a few at a time, and answers how many there were. */
export async function pruneUploads({ attachments, now }: PruneTools): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await attachments.prune(now().toISOString(), AT_ONCE);
    removed += count;
    if (count < AT_ONCE) return removed;
  }
}
