// A real server on the built site with a data folder of its own, for one test; and what a careful visitor notices.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, startServer } from '../../api/node/start.ts';

export interface Centre {
  readonly origin: string;
  /** Where database and keys lie. */
  readonly folder: string;
  /** Stops the server and starts it anew on the same data and port. */
  restart(): Promise<void>;
}

async function openCentre(folder: string): Promise<Centre & { stop(): Promise<void> }> {
  const start = (port: string): Promise<RunningServer> =>
    startServer({ env: { PORT: port, KAC_DATA: folder }, log: () => undefined });
  let server = await start('0');
  const { origin } = server;
  return {
    origin,
    folder,
    restart: async () => {
      await server.stop();
      server = await start(new URL(origin).port);
    },
    stop: () => server.stop(),
  };
}

interface Fixtures {
  readonly centre: Centre;
  /** Fails the test on any message in the console, failed request or policy violation. */
  readonly watchful: undefined;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
  centre: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kac-browser-'));
    const centre = await openCentre(folder);
    await use(centre);
    await centre.stop();
    await rm(folder, { recursive: true, force: true });
  },
  watchful: [
    async ({ page }, use) => {
      const noise: string[] = [];
      // A rejected form is answered 4xx on purpose; the browser remarks on it in the console.
      page.on('console', message => {
        if (!/status of 4\d\d/.test(message.text())) noise.push(message.text());
      });
      page.on('pageerror', error => noise.push(String(error)));
      page.on('requestfailed', request => {
        const [address, error] = [request.url(), request.failure()?.errorText];
        // A form that is answered with a file leads to no page: the browser calls that an aborted one.
        if (!(address.endsWith('/api/status/copy') && error === 'net::ERR_ABORTED'))
          noise.push(`${address} ${error}`);
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
  baseURL: ({ centre }, use) => use(centre.origin),
});

/** No violation of WCAG 2.0 to 2.2, A and AA, nor of axe's best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Fills in the least a complaint needs and sends it. */
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
