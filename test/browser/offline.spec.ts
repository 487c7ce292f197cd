// Without a network: form pages open, sent forms wait visibly, and are sent once, with their key.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { finishWorker } from '../../src/build/offline.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const TEXT = 'Rinda bija gara.\n\n“Neviens” nepaskaidroja, kāpēc & cik ilgi.';

// Missing networks and servers are expected in this file.
test.use({
  expectedNoise: /net::ERR_|status of (429|503)|Service Worker registration blocked by Playwright/,
});

const text = (page: Page) => page.getByLabel('Sūdzības teksts');
const send = (page: Page) => page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
const outbox = (page: Page) => page.locator('.outbox');
const inOutbox = (page: Page, name: string) => outbox(page).getByRole('button', { name });
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));
/** The receipt is shown and its script, which clears what was kept, has run. */
async function receipt(page: Page): Promise<void> {
  await expect(page.locator('.code')).toBeVisible();
  await page.waitForLoadState();
}

/** Opens the form and waits until the browser has everything it needs to open it again without a network. */
async function visit(page: Page, address = '/sudziba/'): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

async function sendOffline(page: Page, context: BrowserContext, content = TEXT): Promise<void> {
  await context.setOffline(true);
  await text(page).fill(content);
  await send(page);
  await expect(outbox(page).getByRole('status')).toContainText('Vēl nav nosūtīts: nav interneta savienojuma');
}

/** Every POST that a page or the service worker makes to the API. */
function posts(context: BrowserContext): string[] {
  const seen: string[] = [];
  context.on('request', request => {
    if (request.method() === 'POST' && !request.serviceWorker()) seen.push(request.url());
  });
  return seen;
}

/** Runs `work` with a copy of the built site that it may change. */
async function withCopy(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kac-dist-'));
  await cp(fileURLToPath(new URL('../../dist', import.meta.url)), folder, { recursive: true });
  await work(folder);
  await rm(folder, { recursive: true });
}

test.describe('the pages', () => {
  test('with a form open after one visit, each time with a key of its own; others say why not', async ({
    page,
    context,
  }) => {
    await visit(page);
    const served = await page.locator('[name=idempotencyKey]').inputValue();
    await context.setOffline(true);
    const keys = [served];
    for (const address of [
      '/sudziba/',
      '/sudziba/',
      '/atsauksme/',
      '/en/complaint/',
      '/aptaujas/klientu-aptauja/',
    ]) {
      await page.goto(address);
      keys.push(await page.locator('[name=idempotencyKey]').inputValue());
    }
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\w-]{16,100}$/);
    await page.goto('/darba-laiks/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nav savienojuma ar vietni');
    await expect(page.getByRole('link', { name: /^\+371/ }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Iesniegt sūdzību' }).last().click();
    await expect(text(page)).toBeVisible();
    await page.goto('/en/hours/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No connection to the website');
    await context.setOffline(false);
    await page.goto('/darba-laiks/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Darba laiks');
  });

  test('kept are the form pages only: no answers of the server, no receipt, no key', async ({ page }) => {
    await visit(page);
    await text(page).fill(TEXT);
    await send(page);
    await receipt(page);
    await page.goto('/gaita/');
    await page.goto('/noteikumi/');
    const cached = await page.evaluate(async () => {
      const found: [string, string][] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const response = await cache.match(request);
          found.push([new URL(request.url).pathname, (await response?.text()) ?? '']);
        }
      }
      return found;
    });
    const pages = cached.filter(([path]) => !path.startsWith('/_astro/'));
    expect(pages.map(([path]) => path).sort()).toEqual([
      '/aptaujas/klientu-aptauja/',
      '/atsauksme/',
      '/bezsaiste/',
      '/en/complaint/',
      '/en/feedback/',
      '/en/offline/',
      '/en/surveys/klientu-aptauja/',
      '/sudziba/',
    ]);
    for (const [, html] of pages) expect(html).not.toMatch(/name="idempotencyKey" value="[^"]/);
    expect(JSON.stringify(cached)).not.toContain('Rinda bija gara');
  });

  test('are never older than the network, and the kept ones follow the next build', async ({
    page,
    centre,
    context,
  }) => {
    await visit(page);
    await withCopy(async folder => {
      const change = async (path: string, before: RegExp, after: string) => {
        const file = join(folder, path);
        await writeFile(file, (await readFile(file, 'utf8')).replace(before, after));
        for (const end of ['.br', '.gz']) await rm(`${file}${end}`, { force: true });
      };
      await change('sudziba/index.html', /<h1>[^<]*/, '<h1>Jauns virsraksts');
      await change('sw.js', /"version":"[^"]*/, '"version":"next');
      await centre.restart(folder);
      await page.goto('/sudziba/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jauns virsraksts');
      await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['kac-next']);
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jauns virsraksts');
    });
  });

  test('are given up by a site built with KAC_OFFLINE=off', async ({ page, centre }) => {
    await visit(page);
    await withCopy(async folder => {
      await finishWorker(folder, 'off');
      for (const end of ['.br', '.gz']) await rm(join(folder, `sw.js${end}`), { force: true });
      await centre.restart(folder);
      await page.goto('/sudziba/');
      const left = () =>
        page.evaluate(async () => [
          (await navigator.serviceWorker.getRegistrations()).length,
          (await caches.keys()).length,
        ]);
      await expect.poll(left).toEqual([0, 0]);
    });
  });
});

test.describe('what is sent without a network', () => {
  test('waits, says so, and its receipt opens when the network is back', async ({
    page,
    context,
    centre,
  }) => {
    await visit(page);
    await sendOffline(page, context);
    await expect(text(page)).toHaveValue('');
    await expect(outbox(page).getByRole('heading', { level: 2 })).toBeFocused();
    await expect(inOutbox(page, 'Dzēst')).toBeVisible();
    expect(centre.count()).toBe(0);
    const sent = posts(context);
    await context.setOffline(false);
    await receipt(page);
    expect(page.url()).toBe(`${centre.origin}/sanemts/`);
    await expect(outbox(page)).toHaveCount(0);
    expect(await kept(page)).toEqual([]);
    expect(centre.count()).toBe(1);
    // Once by the outbox, once by the browser that opens the receipt: one key, one row.
    expect(sent).toHaveLength(2);
  });

  test('waits through a reload and a closed tab; then the receipt opens on request', async ({
    page,
    context,
    centre,
  }) => {
    await visit(page);
    await sendOffline(page, context);
    await page.close();
    const later = await context.newPage();
    await later.goto('/atsauksme/');
    await expect(outbox(later)).toContainText('Sūdzība,');
    await context.setOffline(false);
    await expect(outbox(later).getByRole('status')).toContainText('Centrs to ir saņēmis');
    expect(later.url()).toBe(`${centre.origin}/atsauksme/`);
    await inOutbox(later, 'Atvērt apstiprinājumu').click();
    await receipt(later);
    expect(await kept(later)).toEqual([]);
    expect(centre.count()).toBe(1);
  });

  test('does not pull the person away from what they write meanwhile', async ({ page, context, centre }) => {
    await visit(page);
    await sendOffline(page, context);
    await text(page).fill('Otra sūdzība');
    await context.setOffline(false);
    await expect(outbox(page).getByRole('status')).toContainText('Centrs to ir saņēmis');
    await expect(text(page)).toHaveValue('Otra sūdzība');
    await send(page);
    await receipt(page);
    // The receipt of the first one has not been opened yet.
    await inOutbox(page, 'Atvērt apstiprinājumu').click();
    await expect(outbox(page)).toHaveCount(0);
    await receipt(page);
    expect(await kept(page)).toEqual([]);
    expect(centre.count()).toBe(2);
  });

  test('can be deleted, or opened and changed', async ({ page, context, centre }) => {
    await visit(page);
    await sendOffline(page, context, 'Pirmais');
    await inOutbox(page, 'Dzēst').click();
    await page.getByRole('button', { name: 'Jā, izdzēst' }).click();
    await expect(outbox(page)).toHaveCount(0);
    expect(await kept(page)).toEqual([]);
    await text(page).fill('Otrais');
    await send(page);
    await inOutbox(page, 'Atvērt un labot').click();
    await expect(text(page)).toHaveValue('Otrais');
    await expect(outbox(page)).toHaveCount(0);
    await context.setOffline(false);
    await text(page).fill('Otrais, labots');
    await send(page);
    await receipt(page);
    expect(centre.count()).toBe(1);
    expect(await kept(page)).toEqual([]);
  });

  test('goes out once with two tabs open', async ({ page, context, centre }) => {
    await visit(page);
    const other = await context.newPage();
    await visit(other, '/atsauksme/');
    await sendOffline(page, context);
    await expect(outbox(other)).toBeVisible();
    // After the reload, neither tab is the one that waits for the receipt.
    await page.reload();
    const sent = posts(context);
    await context.setOffline(false);
    for (const tab of [page, other])
      await expect(outbox(tab).getByRole('status')).toContainText('Centrs to ir saņēmis');
    expect(sent).toHaveLength(1);
    expect(centre.count()).toBe(1);
  });

  test('with a file does not wait, because the file could not, and says so', async ({
    page,
    context,
    centre,
  }) => {
    await visit(page);
    await text(page).fill(TEXT);
    await context.setOffline(true);
    // The script that uploads files in advance has not loaded: the form itself would have to send them.
    await page
      .locator('[data-files] input[type=file]')
      .setInputFiles({ name: 'bilde.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
    await send(page);
    await expect(page.locator('.draft-notice [role=status]')).toContainText(
      'Pielikumus var nosūtīt tikai tad',
    );
    await expect(outbox(page)).toHaveCount(0);
    await expect(text(page)).toHaveValue(TEXT);
    await page.locator('[data-files] input[type=file]').setInputFiles([]);
    await context.setOffline(false);
    await send(page);
    await receipt(page);
    expect(centre.count()).toBe(1);
  });

  test('in English says it in English', async ({ page, context }) => {
    await visit(page, '/en/complaint/');
    await context.setOffline(true);
    await page.getByLabel('Your complaint').fill('The queue was long.');
    await page.getByRole('button', { name: 'Send the complaint' }).click();
    await expect(outbox(page).getByRole('status')).toContainText('there is no internet connection');
    await context.setOffline(false);
    await page.waitForURL('/sanemts/?lang=en');
    await receipt(page);
  });

  test('and is not valid comes back as a form with messages', async ({ page, context, centre }) => {
    await visit(page);
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await sendOffline(page, context);
    await context.setOffline(false);
    await expect(outbox(page).getByRole('status')).toContainText('Centrs to nav pieņēmis');
    await expectAccessible(page);
    await inOutbox(page, 'Skatīt, kas jālabo').click();
    await expect(page).toHaveTitle(/^Kļūda: /);
    await expect(text(page)).toHaveValue(TEXT);
    await expect(outbox(page)).toHaveCount(0);
    await page.getByLabel('E-pasta adrese').fill('anna@paraugs.example');
    await send(page);
    await receipt(page);
    expect(centre.count()).toBe(1);
    expect(await kept(page)).toEqual([]);
  });
});

test.describe('a server that is down', () => {
  test('does not lose what was sent to it', async ({ page, centre }) => {
    await visit(page);
    await text(page).fill(TEXT);
    await centre.stop();
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nav savienojuma ar vietni');
    await expect(outbox(page).getByRole('status')).toContainText('Centrs nav apstiprinājis saņemšanu');
    await expectAccessible(page);
    await centre.restart();
    await inOutbox(page, 'Nosūtīt tagad').click();
    await receipt(page);
    expect(centre.count()).toBe(1);
    expect(await kept(page)).toEqual([]);
  });

  test('is asked again by itself', async ({ page, centre }) => {
    await visit(page);
    await text(page).fill(TEXT);
    await centre.stop();
    await send(page);
    await expect(outbox(page)).toBeVisible();
    await centre.restart();
    await expect(page.locator('.code')).toBeVisible();
    expect(centre.count()).toBe(1);
  });
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  /** The server gets the request, the browser gets no response: the worst case of a bad connection. */
  async function loseAnswers(page: Page): Promise<() => Promise<void>> {
    await page.route('**/api/complaints', async route => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    return () => page.unroute('**/api/complaints');
  }

  test('a lost answer is found again on the way back, and nothing is doubled', async ({ page, centre }) => {
    await page.goto('/sudziba/');
    await text(page).fill(TEXT);
    const found = await loseAnswers(page);
    await send(page);
    await page.waitForURL(/chrome-error/);
    await found();
    expect(centre.count()).toBe(1);
    await page.goBack();
    await receipt(page);
    expect(centre.count()).toBe(1);
    expect(await kept(page)).toEqual([]);
  });

  test('a text changed after its answer was lost is told apart, and sent as a new one if the person wants', async ({
    page,
    centre,
  }) => {
    await page.goto('/sudziba/');
    await text(page).fill(TEXT);
    const found = await loseAnswers(page);
    await send(page);
    await page.waitForURL(/chrome-error/);
    await page.route('**/api/complaints', route => route.abort('connectionreset'));
    await page.goBack();
    await expect(outbox(page).getByRole('status')).toContainText('Centrs nav apstiprinājis saņemšanu');
    await text(page).fill('Cits teksts');
    await expect(outbox(page)).toHaveCount(0);
    await page.unrouteAll();
    await found();
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Šī veidlapa jau ir nosūtīta ar citu saturu',
    );
    await expect(outbox(page).getByRole('status')).toContainText('Pirmā reize ir saņemta');
    await expectAccessible(page);
    await inOutbox(page, 'Nosūtīt kā jaunu').click();
    await receipt(page);
    expect(centre.count()).toBe(2);
    expect(await kept(page)).toEqual([]);
  });

  test('a busy server is left alone for as long as it asks', async ({ page, context, centre }) => {
    await page.goto('/sudziba/');
    await sendOffline(page, context);
    let asked = 0;
    await page.route('**/api/complaints', route => {
      asked++;
      return route.fulfill({ status: 429, headers: { 'Retry-After': '600' }, body: '{}' });
    });
    await page.clock.install();
    await context.setOffline(false);
    await expect(outbox(page).getByRole('status')).toContainText('Centrs pašlaik nevar pieņemt');
    await page.clock.runFor(590_000);
    expect(asked).toBe(1);
    await page.unrouteAll();
    await page.clock.runFor(20_000);
    await receipt(page);
    expect(centre.count()).toBe(1);
  });

  test('an answer that is not ours, as of a sign-in page of a public network, counts for nothing', async ({
    page,
    context,
    centre,
  }) => {
    await page.goto('/sudziba/');
    await sendOffline(page, context);
    const answers = [
      { contentType: 'text/html', body: '<h1>Pieslēdzieties!</h1>' },
      { contentType: 'application/json', body: '{"login":true}' },
    ];
    await page.route('**/api/complaints', route => route.fulfill({ status: 200, ...answers.shift() }));
    await context.setOffline(false);
    await expect(outbox(page).getByRole('status')).toContainText('Centrs nav apstiprinājis saņemšanu');
    await inOutbox(page, 'Nosūtīt tagad').click();
    await expect.poll(() => answers).toEqual([]);
    await expect(outbox(page).getByRole('status')).toContainText('Centrs nav apstiprinājis saņemšanu');
    await page.unrouteAll();
    await inOutbox(page, 'Nosūtīt tagad').click();
    await receipt(page);
    expect(centre.count()).toBe(1);
  });

  test('an older receipt does not take the draft of a send that failed', async ({ page }) => {
    await page.goto('/sudziba/');
    await text(page).fill('Pirmā');
    await send(page);
    await receipt(page);
    await page.goto('/sudziba/');
    await text(page).fill('Otrā');
    await page.route('**/api/complaints', route => route.abort('connectionreset'));
    await send(page);
    await page.waitForURL(/chrome-error/);
    await page.goto('/sanemts/');
    await expect(outbox(page)).toContainText('Centrs nav apstiprinājis saņemšanu');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('Otrā');
  });

  test('a browser that keeps nothing says that the page must stay open', async ({ page, context }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto('/sudziba/');
    await context.setOffline(true);
    await text(page).fill(TEXT);
    await send(page);
    await expect(page.locator('.draft-notice [role=status]')).toContainText('Neaizveriet šo lapu');
    await expect(text(page)).toHaveValue(TEXT);
    await context.setOffline(false);
    await send(page);
    await receipt(page);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`all of it works by keyboard and is accessible in ${colorScheme} colours`, async ({
    page,
    context,
  }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page);
    await sendOffline(page, context);
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect(inOutbox(page, 'Nosūtīt tagad')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(inOutbox(page, 'Dzēst')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(outbox(page)).toHaveCount(0);
  });
