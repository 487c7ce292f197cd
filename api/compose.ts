// Puts the stores on the database a root opened. The only place where the app's parts are wired.
import type { Deps, Surroundings } from './deps.ts';
import { GENESIS, link } from './domain/chain.ts';
import { createWindows } from './domain/crypto/windows.ts';
import { mailPort, noMail } from './jobs/queue-mail.ts';
import { attachmentStore } from './store/attachments.ts';
import { storeSubmissions } from './store/intake.ts';
import { createJournal } from './store/journal.ts';
import { outboxStore } from './store/outbox.ts';
import { proofStore } from './store/proofs.ts';
import { responseStore } from './store/responses.ts';
import { submissionStore } from './store/submissions.ts';

/** The app's dependencies from its surroundings. */
export function createDeps({ database, wakeMail = () => {}, ...surroundings }: Surroundings): Deps {
  const { keyring, primitives } = surroundings;
  const { mailFrom: from } = surroundings.settings;
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
    journal,
    mail: from ? mailPort({ ...surroundings, outbox: outboxStore(database), from, wake: wakeMail }) : noMail,
    proofs: proofStore(database),
    attachments: attachmentStore(database),
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}
