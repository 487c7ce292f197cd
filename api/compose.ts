// Puts the stores on the database a root opened. The only place where the app's parts are wired.
import type { Deps, Surroundings } from './deps.ts';
import { attachmentStore } from './store/attachments.ts';
import { responseStore } from './store/responses.ts';
import { submissionStore } from './store/submissions.ts';

/** The app's dependencies from its surroundings. */
export function createDeps({ database, ...surroundings }: Surroundings): Deps {
  return {
    ...surroundings,
    submissions: submissionStore(database),
    responses: responseStore(database),
    attachments: attachmentStore(database),
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}
