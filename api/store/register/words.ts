// The words a case is found by, where they change.
import type { Statement } from '../database.ts';

/** For the batch that corrects whom it is from: the former words find it no more. Its event has it read again. */
export const forgetWords = (reference: string): Statement => ({
  sql: 'DELETE FROM search_words WHERE reference = ?',
  args: [reference],
});
