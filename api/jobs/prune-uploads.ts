// Removes uploads whose submission never arrived. Each new upload removes a few; this removes the rest.
import type { AttachmentStore } from '../store/attachments.ts';

/** Per statement: a number of 20 MB files that does not block the database for long. */
const AT_ONCE = 4;

export interface PruneTools {
  readonly attachments: Pick<AttachmentStore, 'prune'>;
  readonly now: () => Date;
}

/** Removes every expired upload with its chunks, a few at a time, and returns how many there were. */
export async function pruneUploads({ attachments, now }: PruneTools): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await attachments.prune(now().toISOString(), AT_ONCE);
    removed += count;
    if (count < AT_ONCE) return removed;
  }
}
