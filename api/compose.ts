// Connects the stores to the database that a root opened. The only place where the app's parts are wired.
import type { Deps, Surroundings } from './deps.ts';
import { GENESIS, link } from './domain/chain.ts';
import { createWindows } from './domain/crypto/windows.ts';
import { mailPort, noMail } from './jobs/queue-mail.ts';
import { takeGroup } from './jobs/take-group.ts';
import { attachmentStore } from './store/attachments.ts';
import { storeSubmissions } from './store/intake.ts';
import { createJournal } from './store/journal.ts';
import { outboxStore } from './store/outbox.ts';
import { proofStore } from './store/proofs.ts';
import { takeSteps } from './store/steps.ts';
import { submissionStore } from './store/submissions.ts';
import { responseStore } from './store/surveys/responses.ts';

/** The app's dependencies, from what the root provides. */
export function createDeps({
  database,
  storeGroup,
  wakeMail = () => {},
  ...surroundings
}: Surroundings): Deps {
  const { keyring, primitives } = surroundings;
  const { mailFrom: from } = surroundings.settings;
  const journal = createJournal(database, {
    link: (head, event) => link(keyring, head, event),
    genesis: GENESIS,
    random: surroundings.random,
  });
  const { after = null } = surroundings;
  const windows = createWindows({ recipients: keyring.recipients, primitives, after });
  return {
    ...surroundings,
    windows,
    submissions: submissionStore(database),
    responses: responseStore(database),
    storeSubmission: storeSubmissions(
      storeGroup ?? takeGroup(database, { ...surroundings, windows }),
      journal,
    ),
    takeStep: takeSteps(database, journal),
    journal,
    mail: from ? mailPort({ ...surroundings, outbox: outboxStore(database), from, wake: wakeMail }) : noMail,
    proofs: proofStore(database),
    attachments: attachmentStore(database),
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}
