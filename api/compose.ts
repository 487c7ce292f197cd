// Puts the stores on the database a root opened. The only place where the app's parts are wired.
import type { Deps, Find, Surroundings } from './deps.ts';
import { GENESIS, link } from './domain/chain.ts';
import type { Primitives } from './domain/crypto/primitives.ts';
import { createWindows } from './domain/crypto/windows.ts';
import { tokensOf } from './domain/find.ts';
import { createOffice, type OfficeSecrets } from './domain/office.ts';
import { searchTokens } from './domain/search-tokens.ts';
import { mailPort, noMail } from './jobs/queue-mail.ts';
import { takeGroup } from './jobs/take-group.ts';
import { attachmentStore } from './store/attachments.ts';
import type { Database } from './store/database.ts';
import { createErase } from './store/erase.ts';
import { storeSubmissions } from './store/intake.ts';
import { createJournal } from './store/journal.ts';
import { outboxStore } from './store/outbox.ts';
import { proofStore } from './store/proofs.ts';
import { searchWordStore } from './store/search-words.ts';
import { takeSteps } from './store/steps.ts';
import { submissionStore } from './store/submissions.ts';
import { responseStore } from './store/surveys/responses.ts';
import { windowsOf } from './store/windows.ts';

/** The app's dependencies from its surroundings. */
export function createDeps({
  database,
  officeSecrets,
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
  const windows = createWindows(keyring.recipients, primitives);
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
    erase: createErase(database, journal),
    office: officeSecrets ? createOffice(officeSecrets, primitives, windowsOf(database)) : null,
    find: officeSecrets ? createFind(database, primitives, officeSecrets) : null,
    ping: async () => {
      await database.execute({ sql: 'SELECT 1' });
    },
  };
}

/** Looks people up with the office's search key. */
export function createFind(database: Database, primitives: Primitives, { search }: OfficeSecrets): Find {
  const words = searchWordStore(database);
  const hashed = searchTokens(primitives, search);
  return async (query, limit) => {
    const terms = await tokensOf(hashed, query);
    return terms && words.find(terms, limit);
  };
}
