// Files that wait with drafts of answers.
import type { Statement } from '../database.ts';
import { list } from '../rows.ts';

/** Removes the draft files of this case except these. */
export const dropDraftFiles = (reference: string, keep: readonly string[]): Statement => ({
  sql: `DELETE FROM attachments WHERE draft IS NOT NULL AND id NOT IN ${list(keep)}
    AND submission_id = (SELECT id FROM submissions WHERE reference = ?)`,
  args: [...keep, reference],
});
