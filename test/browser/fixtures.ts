// A real server on the built site with its own data folder for one test, and checks that fail on console
// messages, failed requests and accessibility problems.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { LogEntry } from '../../api/deps.ts';
import { invitationHref } from '../../api/http/register/enrol.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { runScript } from '../support/process.ts';

export interface Centre {
  readonly origin: string;
  /** Folder of the database and the keys. */
  readonly folder: string;
  /** The link for the first administrator, printed at the first start. */
  readonly invitation: string;
  /** What the server logged. */
  readonly log: readonly LogEntry[];
  /** Stops the server and restarts it on the same data and port, optionally with another built site. */
  restart(siteFolder?: string): Promise<void>;
  /** Stops the server until `restart`. */
  stop(): Promise<void>;
  /** Number of submissions in the database. */
  count(): number;
}

type Settings = Readonly<Record<string, string>>;

/** Counted in another process: two SQLite libraries in one do not see each other's locks. */
const countIn = (folder: string): number =>
  Number(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const file = new DatabaseSync(process.argv[1], { readOnly: true });
       process.stdout.write(String(file.prepare('SELECT count(*) AS n FROM submissions').get().n));`,
      join(folder, 'kac.db'),
    ),
  );

/** Changes the data that the build gave the server. */
export type ChangeBundle = (bundle: SiteBundle) => SiteBundle;

/** The built site's bundle as a file, changed for one test. */
async function bundleIn(folder: string, change: ChangeBundle | null): Promise<{ bundleFile?: string }> {
  if (!change) return {};
  const bundleFile = join(folder, 'site-bundle.json');
  const built: SiteBundle = JSON.parse(await readFile('build/site-bundle.json', 'utf8'));
  await writeFile(bundleFile, JSON.stringify(change(built)));
  return { bundleFile };
}

async function openCentre(
  folder: string,
  settings: Settings,
  changeBundle: ChangeBundle | null,
): Promise<Centre> {
  const log: LogEntry[] = [];
  const bundle = await bundleIn(folder, changeBundle);
  const start = (port: string, site: { siteFolder?: string } = {}): Promise<RunningServer> =>
    startServer({
      ...bundle,
      ...site,
      env: { PORT: port, KAC_DATA: folder, ...settings },
      log: entry => log.push(entry),
    });
  let server = await start('0');
  const { origin } = server;
  return {
    origin,
    folder,
    invitation: invitationHref(origin, server.invitation ?? ''),
    log,
    restart: async siteFolder => {
      await server.stop();
      server = await start(new URL(origin).port, siteFolder ? { siteFolder } : {});
    },
    stop: () => server.stop(),
    count: () => countIn(folder),
  };
}

interface Fixtures {
  /** Settings of the server besides port and folder. */
  readonly settings: Settings;
  /** How the server's data differs from the build's. */
  readonly changeBundle: ChangeBundle | null;
  readonly centre: Centre;
  /** Fails the test on any console message, failed request or policy violation. */
  readonly watchful: undefined;
  /** Allowed messages: those caused by a missing network or server. */
  readonly expectedNoise: RegExp | null;
}

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  changeBundle: [null, { option: true }],
  centre: async ({ settings, changeBundle }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kac-browser-'));
    const centre = await openCentre(folder, settings, changeBundle);
    await use(centre);
    await centre.stop();
    await rm(folder, { recursive: true, force: true });
  },
  expectedNoise: [null, { option: true }],
  watchful: [
    async ({ page, expectedNoise }, use) => {
      const noise: string[] = [];
      // A rejected form gets a 4xx response on purpose, which the browser logs to the console. The
      // proof-of-work widget also logs a check that fails on purpose.
      page.on('console', message => {
        if (!/status of 4\d\d|^ALTCHA .* verification failed/.test(message.text()))
          noise.push(message.text());
      });
      page.on('pageerror', error => noise.push(String(error)));
      page.on('requestfailed', request => {
        const line = `${request.url()} ${request.failure()?.errorText}`;
        // A page that is left at once aborts the files it was still fetching: how many of them depends on the machine's
        // speed. A form that is answered with a file leads to no page, and the browser calls that aborted, too.
        if (
          !/\/(_astro\/[\w.-]+\.(js|css|woff2|webp)|favicon\.(ico|svg)|api\/status\/copy) net::ERR_ABORTED$/.test(
            line,
          )
        )
          noise.push(line);
      });
      await use(undefined);
      expect(noise.filter(line => !expectedNoise?.test(line))).toEqual([]);
    },
    { auto: true },
  ],
  baseURL: ({ centre }, use) => use(centre.origin),
});

/** No violation of WCAG 2.0 to 2.2, A and AA, or of axe's best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/**
 * Nothing overflows and nothing is inaccessible, on a phone in dark colours, a tablet and a desktop in light
 * ones.
 */
export async function expectSoundAtAllSizes(page: Page): Promise<void> {
  for (const [width, scheme] of [
    [360, 'dark'],
    [768, 'light'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    // Colours are animated to the other scheme; the intermediate ones are not ours.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await expectAccessible(page);
  }
}

/** Fills in the minimum of a complaint and sends it. */
export async function fileComplaint(
  page: Page,
  text = 'Rinda bija gara, un neviens nepaskaidroja, kāpēc.',
): Promise<string> {
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill(text);
  await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  return (await page.locator('.code').textContent()) ?? '';
}

export { expect };
