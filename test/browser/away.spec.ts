// The database goes away while somebody writes: what was typed stays on the page and in the browser, and is sent later.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';
import { test as base, expect, expectAccessible } from './fixtures.ts';

interface Remote {
  readonly origin: string;
  /** Takes the database away, and brings it back. */
  away(): Promise<void>;
  back(): Promise<void>;
}

/** A server whose database is on another one, as in a larger centre. */
const test = base.extend<{ remote: Remote }>({
  remote: async ({ browserName: _ }, use) => {
    const [root, data] = await Promise.all([
      mkdtemp(join(tmpdir(), 'kac-sqld-')),
      mkdtemp(join(tmpdir(), 'kac-away-')),
    ]);
    let sqld: Sqld = await startSqld(root);
    const port = Number(new URL(sqld.url).port);
    const server: RunningServer = await startServer({
      env: { PORT: '0', KAC_DATA: data, KAC_DATABASE_URL: sqld.url, KAC_LIMITS: 'off' },
      log: () => undefined,
    });
    await use({
      origin: server.origin,
      away: () => sqld.stop(),
      back: async () => {
        sqld = await startSqld(root, port);
      },
    });
    await server.stop();
    await sqld.stop();
    await Promise.all([root, data].map(folder => rm(folder, { recursive: true, force: true })));
  },
  // A missing network is heard as well.
  expectedNoise: /status of 503|fetching the script|net::ERR_/,
});
test.skip(!hasSqld, 'there is no database server for this system');

const TEXT = 'Rinda bija gara.\nNeviens nepaskaidroja, kāpēc.';
const text = (page: Page) => page.getByLabel('Sūdzības teksts');
const send = (page: Page) => page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
const key = (page: Page) => page.locator('[name=idempotencyKey]').inputValue();
const states = (page: Page) =>
  page.evaluate(() => Object.values(localStorage).map(kept => JSON.parse(kept).state as string));

test('a complaint comes back as it was written, stays as a draft, and is sent with the same key', async ({
  page,
  remote,
}) => {
  await page.goto(`${remote.origin}/sudziba/`);
  await text(page).fill(TEXT);
  const before = await key(page);
  await remote.away();
  await send(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Vēl neesam saņēmuši' })).toBeVisible();
  await expect(page.locator('code')).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await expect(text(page)).toHaveValue(TEXT);
  expect(await key(page)).toBe(before);
  await expectAccessible(page);
  // Nobody is told that it is on its way: it is a draft again.
  expect(await states(page)).toEqual(['draft']);

  // The tab is closed and the form opened anew: the draft is there.
  await page.goto(`${remote.origin}/sudziba/`);
  await expect(text(page)).toHaveValue(TEXT);
  await remote.back();
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  expect(await states(page)).toEqual([]);
});

test('what waited for the network waits on, and is taken when the database is back', async ({
  page,
  context,
  remote,
}) => {
  await page.goto(`${remote.origin}/sudziba/`);
  await text(page).fill(TEXT);
  await context.setOffline(true);
  await send(page);
  await expect.poll(() => states(page)).toEqual(['waiting']);
  await remote.away();
  const refused = page.waitForResponse(response => response.url().endsWith('/api/complaints'));
  await context.setOffline(false);
  expect((await refused).status()).toBe(503);
  await expect.poll(() => states(page)).toEqual(['waiting']);
  await remote.back();
  await page.getByRole('button', { name: 'Nosūtīt tagad' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
});

test('a file goes on when the database is back', async ({ page, remote }) => {
  await page.goto(`${remote.origin}/sudziba/`);
  // The script that sends files comes when the field does.
  await page.locator('[data-files]').scrollIntoViewIfNeeded();
  await expect(page.locator('.files__list')).toBeAttached();
  await remote.away();
  const refused = page.waitForResponse(response => response.url().includes('/api/uploads'));
  await page
    .locator('[data-files] input[type=file]')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  expect((await refused).status()).toBe(503);
  await remote.back();
  const taken = page.waitForResponse(
    response => response.url().includes('/api/uploads') && response.request().method() === 'PATCH',
  );
  expect((await taken).status()).toBe(204);
});
