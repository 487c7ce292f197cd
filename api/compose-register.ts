// Puts the register's stores beside the others. Apart from `compose.ts`, because the edge serves no register.
import { createDeps } from './compose.ts';
import type { RegisterDeps, RegisterStores, Surroundings } from './deps.ts';
import type { Database } from './store/database.ts';
import { caseStore } from './store/register/cases.ts';
import { credentialStore } from './store/register/credentials.ts';
import { exportStore } from './store/register/export.ts';
import { figureStore } from './store/register/figures.ts';
import { peopleStore } from './store/register/people.ts';
import { publicationStore } from './store/register/publications.ts';
import { sessionStore } from './store/register/sessions.ts';
import { createWorklist } from './store/register/worklist.ts';

const registerStores = (database: Database): RegisterStores => ({
  cases: caseStore(database),
  worklist: createWorklist(database),
  people: peopleStore(database),
  sessions: sessionStore(database),
  credentials: credentialStore(database),
  exports: exportStore(database),
  figures: figureStore(database),
  publications: publicationStore(database),
});

/** The dependencies of an app with a register. */
export const createRegisterDeps = (surroundings: Surroundings): RegisterDeps => ({
  ...createDeps(surroundings),
  ...registerStores(surroundings.database),
});
