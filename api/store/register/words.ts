// The search words of a case, when they change.
import type { Statement } from '../database.ts';

/**
 * For the batch that corrects the sender: the former words are removed. Its event triggers a new indexing.
 */
export const forgetWords = (reference: string): Statement => ({
  sql: 'DELETE FROM search_words WHERE reference = ?',
  args: [reference],
});
