// Adds the register's stores. Separate from `compose.ts`, because the edge has no register.
import { createDeps } from './compose.ts';
import { verifyTools } from './compose-verify.ts';
import type { Deps, Find, OfficeTools, RegisterDeps, RegisterStores, RegisterSurroundings } from './deps.ts';
import type { Primitives } from './domain/crypto/primitives.ts';
import { tokensOf } from './domain/find.ts';
import { createOffice, type OfficeSecrets } from './domain/office.ts';
import { createMarks } from './domain/register/marks.ts';
import { searchTokens } from './domain/search-tokens.ts';
import { inherit } from './jobs/inherit-conflicts.ts';
import { createRetention } from './jobs/retention.ts';
import { createStaffSurveys } from './jobs/staff-surveys.ts';
import { createSurveyPaper } from './jobs/survey-paper.ts';
import { createSurveyTexts } from './jobs/survey-texts/survey-texts.ts';
import { createVerification } from './jobs/verification.ts';
import { clearLog } from './store/clear-log.ts';
import type { Database } from './store/database.ts';
import { createErase } from './store/erase.ts';
import { caseStore } from './store/register/cases.ts';
import { chainStore } from './store/register/chain-log.ts';
import { credentialStore } from './store/register/credentials.ts';
import { exportStore } from './store/register/export.ts';
import { figureStore } from './store/register/figures.ts';
import { keptFromStore } from './store/register/kept-from.ts';
import { markedRows } from './store/register/marked-rows.ts';
import { peopleStore } from './store/register/people.ts';
import { personalDataStore } from './store/register/personal-data.ts';
import { publicationStore } from './store/register/publications.ts';
import { retentionStore } from './store/register/retention.ts';
import { sessionStore } from './store/register/sessions.ts';
import { officeRows } from './store/register/step-rows.ts';
import { surveyPaperStore } from './store/register/survey-paper.ts';
import { surveyRetentionStore } from './store/register/survey-retention.ts';
import { termsTold } from './store/register/terms-told.ts';
import { createWorklist } from './store/register/worklist.ts';
import { searchWordStore } from './store/search-words.ts';
import { takeSteps } from './store/steps.ts';
import { surveyCounts } from './store/surveys/counts.ts';
import { poolStore } from './store/surveys/pool.ts';
import { surveySteps } from './store/surveys/steps.ts';
import { textStore } from './store/surveys/texts.ts';
import { tokenStore } from './store/surveys/tokens.ts';
import { windowsOf } from './store/windows.ts';

function registerStores(database: Database, deps: Deps & OfficeTools): RegisterStores {
  const keptFrom = keptFromStore(database);
  const surveyTexts = createSurveyTexts({
    ...deps,
    store: textStore(database),
    directory: deps.site.desk?.directory ?? [],
  });
  const chain = chainStore(database);
  const accounts = markedRows(database, {
    marks: createMarks(deps.keyring),
    onUnmarked: ({ table, person }) =>
      deps.log({ level: 'error', event: 'unmarked-record', detail: { table, person } }),
  });
  return {
    cases: caseStore(database),
    keptFrom,
    inherit: (append, change) =>
      inherit({ keptFrom, directory: deps.site.desk?.directory ?? [] }, append, change),
    worklist: createWorklist(database),
    accounts,
    people: peopleStore(accounts),
    sessions: sessionStore(database, accounts),
    credentials: credentialStore(database, accounts),
    exports: exportStore(database),
    figures: figureStore(database),
    publications: publicationStore(database),
    chain,
    verification: createVerification({
      ...deps,
      tools: verifyTools(database, deps.keyring),
      end: async () => (await chain.head())?.seq ?? 0,
    }),
    personalData: personalDataStore(database),
    surveyCounts: surveyCounts(database),
    surveySteps: surveySteps(database),
    surveyPaper: createSurveyPaper({ ...deps, store: surveyPaperStore(database) }),
    surveyTexts,
    surveyTokens: tokenStore(database),
    surveyPools: poolStore(database),
    staffSurveys: createStaffSurveys({
      ...deps,
      pools: poolStore(database),
      tokens: tokenStore(database),
      policies: deps.site.desk?.retention ?? [],
      clearLog: () => clearLog(database),
    }),
    termsTold: termsTold(database),
    retention: createRetention({
      ...deps,
      store: retentionStore(database),
      surveyStore: surveyRetentionStore(database),
      policies: deps.site.desk?.retention ?? [],
      surveys: deps.site.surveys,
      forgotten: () => {
        surveyTexts.reader.forgetAll();
        return clearLog(database);
      },
    }),
  };
}

/** Finds people with the office's search key. */
export function createFind(database: Database, primitives: Primitives, { search }: OfficeSecrets): Find {
  const words = searchWordStore(database);
  const hashed = searchTokens(primitives, search);
  return async (query, limit) => {
    const terms = await tokensOf(hashed, query);
    return terms && words.find(terms, limit);
  };
}

/** The dependencies of an app with a register. */
export function createRegisterDeps({ officeSecrets, ...surroundings }: RegisterSurroundings): RegisterDeps {
  const { database, primitives } = surroundings;
  const served = createDeps(surroundings);
  const deps = {
    ...served,
    takeStep: takeSteps(database, served.journal, officeRows),
    erase: createErase(database, served.journal),
    office: officeSecrets
      ? createOffice(officeSecrets, primitives, windowsOf(database), surroundings.after)
      : null,
    find: officeSecrets ? createFind(database, primitives, officeSecrets) : null,
  };
  return { ...deps, ...registerStores(database, deps) };
}
