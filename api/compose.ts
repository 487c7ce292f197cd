// Puts the stores on the database a root opened. The only place where the app's parts are wired.
import type { Deps, Surroundings } from './deps.ts';
import { GENESIS, link } from './domain/chain.ts';
import { createWindows } from './domain/crypto/windows.ts';
import { storeSubmissions } from './store/intake.ts';
import { createJournal } from './store/journal.ts';
import { responseStore } from './store/responses.ts';
import { takeSteps } from './store/steps.ts';
import { submissionStore } from './store/submissions.ts';

/** The app's dependencies from its surroundings. */
export function createDeps({ database, ...surroundings }: Surroundings): Deps {
  const { keyring, primitives } = surroundings;
  const journal = createJournal(database, {
    link: (head, event) => link(keyring, head, event),
    genesis: GENESIS,
    random: surroundings.random,
  });
  return {
    ...surroundings,
    windows: createWindows(keyring.recipients, primitives),
    submissions: submissionStore(database),
    responses: responseStore(database),
    storeSubmission: storeSubmissions(database, journal),
    takeStep: takeSteps(database, journal),
    journal,
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}
