// Keeps the search words up to date while the server runs, when the office's key is here.
import type { LogEntry } from '../deps.ts';
import { createOffice, type OfficeSecrets } from '../domain/office.ts';
import { searchTokens } from '../domain/search-tokens.ts';
import { type IndexTools, indexWords } from '../jobs/index-words.ts';
import type { Database } from '../store/database.ts';
import { searchWordStore } from '../store/search-words.ts';
import { windowsOf } from '../store/windows.ts';
import { after } from './after.ts';
import { nodePrimitives } from './primitives.ts';
import { type Repeating, repeat } from './repeat.ts';

/** New submissions are found within seconds. */
const EVERY_MS = 5000;

/** The tools of the index. */
export const indexTools = (database: Database, office: OfficeSecrets): IndexTools => ({
  office: createOffice(office, nodePrimitives, windowsOf(database), after),
  tokens: searchTokens(nodePrimitives, office.search),
  words: searchWordStore(database),
  primitives: nodePrimitives,
});

/** Indexes new submissions until it is stopped. A failed run is logged, and the next one tries again. */
export function startIndexing(
  database: Database,
  office: OfficeSecrets,
  log: (entry: LogEntry) => void,
): Repeating {
  const tools = indexTools(database, office);
  const failed = (fault: unknown): void =>
    log({
      level: 'error',
      event: 'search-index',
      detail: { message: fault instanceof Error ? fault.message : String(fault) },
    });
  return repeat(turn => indexWords({ ...tools, ...turn }), EVERY_MS, failed);
}
