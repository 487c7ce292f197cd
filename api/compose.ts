// Puts the stores on the database a root opened. The only place where the app's parts are wired.
import type { Deps, Surroundings } from './deps.ts';
import { mailPort, noMail } from './jobs/queue-mail.ts';
import { outboxStore } from './store/outbox.ts';
import { responseStore } from './store/responses.ts';
import { submissionStore } from './store/submissions.ts';

/** The app's dependencies from its surroundings. */
export function createDeps({ database, wakeMail = () => {}, ...surroundings }: Surroundings): Deps {
  const { mailFrom: from } = surroundings.settings;
  return {
    ...surroundings,
    submissions: submissionStore(database),
    responses: responseStore(database),
    mail: from ? mailPort({ ...surroundings, outbox: outboxStore(database), from, wake: wakeMail }) : noMail,
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}
