// Starts the whole server from settings: lock, keys, database, site, app. The root and the tests start it in
// the same way.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { createApp } from '../app.ts';
import { createRegisterDeps } from '../compose-register.ts';
import type { Config } from '../config.ts';
import type { AppEnv, LogEntry } from '../deps.ts';
import { FORM_KEY_RANDOM, makeFormKey } from '../domain/form-key.ts';
import { createKeyring } from '../domain/keyring.ts';
import { refuseMethod } from '../http/methods.ts';
import { warmSearch } from '../http/search.ts';
import { inheritAll } from '../jobs/inherit-conflicts.ts';
import { markPeople } from '../jobs/mark-people.ts';
import { moveResponses } from '../jobs/move-responses.ts';
import { recountDeadlines } from '../jobs/recount-deadlines.ts';
import { sealFirstVersion } from '../jobs/seal-first-version.ts';
import { FIGURE_ROUTES } from '../routes/figures.ts';
import { registerRoutes } from '../routes/register/index.ts';
import { STAFF_SURVEY_ROUTES } from '../routes/staff-surveys.ts';
import { SURVEY_RESULT_ROUTES } from '../routes/survey-results.ts';
import { writeProbe } from '../store/write-probe.ts';
import { after } from './after.ts';
import { startBackups } from './backup/nightly.ts';
import { clientBehind } from './client-address.ts';
import { limitConnections } from './connections.ts';
import { intakeOf } from './embedded.ts';
import { inviteFirst } from './first-invitation.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createHttpServer, type Timeouts } from './http-server.ts';
import { startIndexing } from './indexing.ts';
import { holds } from './key-folder.ts';
import { startLanding } from './landing.ts';
import { letOthersRun } from './let-others-run.ts';
import { openLimiter } from './limiter.ts';
import { finish, listen, requireFreePort, toOrigin } from './listening.ts';
import { takeLock } from './lock.ts';
import { type Log, logToStderr } from './log.ts';
import { openData } from './open-data.ts';
import { openMail } from './open-mail.ts';
import { requireOwnKeys } from './own-keys.ts';
import { nodePrimitives } from './primitives.ts';
import { random } from './random.ts';
import { unconfirmedRecovery } from './recovery-file.ts';
import { Refusal } from './refusal.ts';
import { startReminding } from './reminding.ts';
import { startScreening } from './screening.ts';
import { keyFileOf, type Secrets } from './secrets.ts';
import { requireConfig } from './settings.ts';
import { NOT_BUILT, readBundle } from './site-bundle.ts';
import { loadStatic, type StaticSite, staticHandler } from './static.ts';

export interface StartOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The built site; `dist` beside the program by default. */
  readonly siteFolder?: string;
  /** The site bundle of the same build; `build/site-bundle.json` by default. */
  readonly bundleFile?: string;
  readonly now?: () => Date;
  readonly log?: (entry: LogEntry) => void;
  /** Shorter ones for tests, which cannot wait a minute. */
  readonly timeouts?: Partial<Timeouts>;
  /** Interval of the check whether a backup is due, in milliseconds. */
  readonly backupsEveryMs?: number;
}

export interface RunningServer {
  /** Its address, `http://127.0.0.1:4321`. */
  readonly origin: string;
  readonly config: Config;
  /** The recovery key until somebody confirmed it: to be written down and kept away from this machine. */
  readonly recoveryKey: string | null;
  /** The secret of the first administrator's invitation, while nobody can sign in to the register. */
  readonly invitation: string | null;
  /** False when the office's key is kept elsewhere: submissions cannot be read here. */
  readonly canRead: boolean;
  /**
   * Accepts no more requests, finishes running ones (at most ten seconds), closes the database, releases the
   * folder.
   */
  stop(): Promise<void>;
}

const besideProgram = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Starts a server and resolves when it listens.
 * @throws {Refusal} with a Latvian message for everything the operator can correct; nothing stays open then.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const config = requireConfig(options.env);
  const now = options.now ?? (() => new Date());
  const site = await readSite(options);
  const taken = takeLock(config.dataFolder, {
    pid: process.pid,
    since: now().toISOString(),
    address: toOrigin(config.host, config.port),
  });
  if (!taken.ok) throw new Refusal(taken.message);
  const opened: (() => Promise<void> | void)[] = [() => taken.lock.release()];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  const log: Log = options.log ? { log: options.log, close: () => undefined } : logToStderr();
  opened.push(() => log.close());
  try {
    await requireFreePort(config);
    const { database, secrets } = await openData(config, { random, now: now() });
    opened.push(() => database.close());
    const tools = { database, site: site.bundle, now, log: log.log };
    const keys = { keyring: await createKeyring(secrets.intake, nodePrimitives), primitives: nodePrimitives };
    await requireOwnKeys(database, keys.keyring, keyFileOf(config.dataFolder));
    const limiter = await openLimiter(database, config, tools);
    opened.push(() => limiter.close());
    const mail = await openMail(config, { ...tools, ...keys });
    if (mail) opened.push(() => mail.stop());
    const backups = startBackups({ ...tools, config, everyMs: options.backupsEveryMs });
    opened.push(() => backups.stop());
    const deps = createRegisterDeps({
      ...tools,
      ...keys,
      writeProbe: writeProbe(database, now),
      storeGroup: await intakeOf(database, { secrets: secrets.intake, site: site.bundle }),
      officeSecrets: secrets.office,
      settings: { origin: config.origin, hsts: config.hsts, mailFrom: config.mail?.from ?? null },
      random,
      after,
      limiter,
      clientAddress: clientBehind(config.proxies),
      letOthersRun,
      backups: backups.state,
      ...(mail ? { wakeMail: mail.wake } : {}),
    });
    opened.push(() => deps.windows.close());
    await sealFirstVersion(database, deps);
    await moveResponses(database, deps);
    await recountDeadlines(database, deps);
    await markPeople(deps, { closing: secrets.office === null });
    await inheritAll(deps);
    const invitation = secrets.office ? await inviteFirst(deps) : null;
    const newKey = () => makeFormKey(keys.keyring, random(FORM_KEY_RANDOM), now());
    const fallback = staticHandler<AppEnv>(site.pages, { newKey, refuseMethod });
    const app = createApp(() => deps, {
      fallback,
      register: registerRoutes,
      figures: [...FIGURE_ROUTES, ...SURVEY_RESULT_ROUTES],
      staffSurveys: STAFF_SURVEY_ROUTES,
    });
    const server = createHttpServer(app.fetch, options.timeouts);
    limitConnections(server, tools.log);
    const origin = toOrigin(config.host, await listen(server, config));
    opened.push(() => finish(server));
    opened.push(startHousekeeping(deps));
    taken.lock.describe(origin);
    if (secrets.office) {
      const indexing = startIndexing(database, secrets.office, tools.log);
      opened.push(() => indexing.stop());
    }
    const screening = startScreening(deps);
    if (screening) opened.push(() => screening.stop());
    const landing = await startLanding(deps);
    opened.push(() => landing.stop());
    const reminding = startReminding(deps, config);
    if (reminding) opened.push(() => reminding.stop());
    mail?.start();
    void warmSearch(site.bundle.search);
    return {
      origin,
      config,
      recoveryKey: unconfirmedRecovery(config.dataFolder, secrets.intake.recipients),
      invitation,
      canRead: canRead(secrets),
      stop: closeAll,
    };
  } catch (fault) {
    await closeAll();
    throw fault;
  }
}

/** True when submissions are sealed to a key that is here. */
const canRead = ({ intake, office }: Secrets): boolean =>
  office !== null && intake.recipients.some(one => holds(office, one));

async function readSite(options: StartOptions): Promise<{ bundle: SiteBundle; pages: StaticSite }> {
  const folder = options.siteFolder ?? besideProgram('dist');
  const bundleFile = options.bundleFile ?? besideProgram('build/site-bundle.json');
  if (!existsSync(folder)) throw new Refusal(NOT_BUILT);
  const bundle = readBundle(bundleFile);
  return { bundle, pages: await loadStatic(folder) };
}
