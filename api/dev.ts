// Command root: `npm run dev`, Astro's live preview and the API on one address. A saved text changes both.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { dev } from 'astro';
import type { SiteBundle, SiteContent } from '../src/contract/site-bundle.ts';
import { createApp } from './app.ts';
import { createRegisterDeps } from './compose-register.ts';
import type { LogEntry, RegisterDeps } from './deps.ts';
import { createKeyring } from './domain/keyring.ts';
import { unlimited } from './domain/limiter.ts';
import { sealFirstVersion } from './jobs/seal-first-version.ts';
import { invitationLines, inviteFirst } from './node/first-invitation.ts';
import { letOthersRun } from './node/let-others-run.ts';
import { takeLock } from './node/lock.ts';
import { openData } from './node/open-data.ts';
import { nodePrimitives } from './node/primitives.ts';
import { random } from './node/random.ts';
import { unconfirmedRecovery } from './node/recovery-file.ts';
import { recoveryLines } from './node/recovery-key.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { startScreening } from './node/screening.ts';
import { processEnv, requireConfig } from './node/settings.ts';
import { FIGURE_ROUTES } from './routes/figures.ts';
import { registerRoutes } from './routes/register/index.ts';
import { STAFF_SURVEY_ROUTES } from './routes/staff-surveys.ts';
import { SURVEY_RESULT_ROUTES } from './routes/survey-results.ts';

const log = (entry: LogEntry): void => {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
};

/** Used until the first request, which loads the preview's bundle. */
const NO_SITE = {} as SiteBundle;

const API_PATH =
  /^\/((api|sanemts|meklet|parskats|registrs|dati\/aptaujas|en\/(search|figures))\/|aptaujas\/[\w-]+\/(sanemts|rezultati)\/|en\/surveys\/[\w-]+\/results\/)/;

/** The site bundle of the preview at this moment: what the build would write to a file. */
async function liveBundle(origin: string): Promise<SiteBundle> {
  const [data, ...shells] = await Promise.all([
    preview(`${origin}/internal/site.json`).then(response => response.json()),
    preview(`${origin}/internal/shell/`).then(response => response.text()),
    preview(`${origin}/internal/search/shell/`).then(response => response.text()),
    englishShell(`${origin}/internal/shell-en/`),
    englishShell(`${origin}/internal/search/shell-en/`),
    preview(`${origin}/internal/register/shell/`).then(response => response.text()),
    preview(`${origin}/internal/register/keys/`).then(response => response.text()),
    preview(`${origin}/internal/register/entry/`).then(response => response.text()),
  ]);
  const [shell, searchShell, shellEn, searchShellEn, plain, withKeys, withEntry] = shells;
  // The preview runs this version of the program on both sides, so its shape is known.
  const content = data as SiteContent;
  const desk = { ...content.desk, shells: { plain, withKeys, withEntry } };
  return { ...content, shell, shellEn, searchShell, searchShellEn, desk };
}

/** Null when English is switched off. */
async function englishShell(address: string): Promise<string | null> {
  const response = await fetch(address);
  return response.ok ? response.text() : null;
}

/** While a page is broken, the preview reports why in the terminal; the API can only answer with an error. */
async function preview(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) log({ level: 'error', event: 'preview', detail: { address, status: response.status } });
  return response;
}

/** The API as a handler for Vite's server. Our policy would block the preview's inline styles. */
function apiListener(resolve: () => Promise<RegisterDeps>) {
  const app = createApp(resolve, {
    register: registerRoutes,
    figures: [...FIGURE_ROUTES, ...SURVEY_RESULT_ROUTES],
    staffSurveys: STAFF_SURVEY_ROUTES,
  });
  return getRequestListener(async request => {
    const response = await app.fetch(request);
    response.headers.delete('content-security-policy');
    return response;
  });
}

await runCommand(async () => {
  const config = requireConfig(processEnv());
  const now = () => new Date();
  const origin = `http://${config.host}:${config.port}`;
  const holder = { pid: process.pid, since: now().toISOString(), address: origin };
  const taken = takeLock(config.dataFolder, holder);
  if (!taken.ok) throw new Refusal(taken.message);
  const { database, secrets } = await openData(config, { random, now: now() });
  const recovery = unconfirmedRecovery(config.dataFolder, secrets.intake.recipients);
  if (recovery) process.stdout.write(`${recoveryLines(recovery).join('\n')}\n\n`);
  const surroundings = {
    database,
    keyring: await createKeyring(secrets.intake, nodePrimitives),
    primitives: nodePrimitives,
    officeSecrets: secrets.office,
    settings: { origin: config.origin },
    now,
    random,
    log,
    // The preview is for one person on one machine.
    limiter: unlimited,
    clientAddress: () => null,
    letOthersRun,
  };
  await sealFirstVersion(database, createRegisterDeps({ ...surroundings, site: NO_SITE }));
  // Loaded for each request, so that a saved holiday counts at once.
  const resolve = async () => createRegisterDeps({ ...surroundings, site: await liveBundle(origin) });
  const listener = apiListener(resolve);
  await dev({
    server: { host: config.host, port: config.port },
    vite: {
      server: { strictPort: true },
      plugins: [
        {
          name: 'kac-api',
          // Registered at the front after Astro's handlers, which would answer these addresses with their
          // 404.
          configureServer:
            ({ middlewares }) =>
            () => {
              middlewares.stack.unshift({
                route: '',
                handle: (request: IncomingMessage, response: ServerResponse, next: () => void) =>
                  API_PATH.test(request.url ?? '') ? void listener(request, response) : next(),
              });
            },
        },
      ],
    },
  });
  const deps = await resolve();
  startScreening(deps);
  process.stdout.write(`${invitationLines(origin, await inviteFirst(deps)).join('\n')}\n`);
});
