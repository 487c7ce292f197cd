// The survey at the kiosk, in a real browser on a real server: one tap and two more, no person counted twice,
// nothing lost without a network, and misuse by children limited.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserOptions } from '../support/browser.ts';
import { runScript } from '../support/process.ts';
import { type Centre, expect, expectAccessible, test } from './fixtures.ts';

// Missing networks and servers are expected in this file.
test.use({ expectedNoise: /net::ERR_|status of (429|503)/ });

const PAGE = '/kiosks/aptauja/';
const API = '**/api/surveys/*/responses';
const SECOND = 1_000;

/** The answers in the database; counted in another process, see `fixtures.ts`. */
const answersIn = ({ folder }: Centre): Record<string, string>[] =>
  JSON.parse(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const file = new DatabaseSync(process.argv[1], { readOnly: true });
       const rows = file.prepare('SELECT answers FROM survey_answers WHERE channel = ?').all('kiosk');
       process.stdout.write(JSON.stringify(rows.map(({ answers }) => JSON.parse(answers))));`,
      join(folder, 'kac.db'),
    ),
  );

const heading = (page: Page) => page.getByRole('heading', { level: 2 });
const faces = (page: Page) => page.locator('.faces button');
const stuck = (page: Page) => page.locator('[data-waiting]');

/** Opens the survey with a clock controlled by the test. */
async function open(page: Page, address = PAGE): Promise<void> {
  await page.clock.install();
  await page.goto(address);
}

/** Opens the survey and stops its clock: from then on two taps are as close as the test says, on any machine. */
async function openStopped(page: Page): Promise<void> {
  await open(page);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5 * SECOND);
}

/** Taps once the view accepts taps. */
async function tap(page: Page, name: string): Promise<void> {
  await page.clock.runFor(SECOND);
  await page.getByRole('button', { name, exact: true }).click();
}

/** Taps a face only, and waits until the faces are back. */
async function vote(page: Page, face = 'Labi'): Promise<void> {
  await tap(page, face);
  await tap(page, 'Izlaist');
  await tap(page, 'Izlaist');
  await expect(heading(page)).toHaveText('Paldies!');
  await page.clock.runFor(5 * SECOND);
}

async function controlled(page: Page): Promise<void> {
  await page.clock.runFor(3 * SECOND);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

test.describe('an answer', () => {
  test('is a tap on a face, what was not good, and whether it was solved; then the faces are back', async ({
    page,
    centre,
  }) => {
    await open(page, '/kiosks/');
    await page.getByRole('link', { name: /^Novērtējiet mūs/ }).click();
    await expect(faces(page)).toHaveText(['Ļoti slikti', 'Slikti', 'Viduvēji', 'Labi', 'Ļoti labi']);
    await tap(page, 'Slikti');
    await expect(heading(page)).toHaveText('Kas nebija labi?');
    await expect(heading(page)).toBeFocused();
    await expect(page.locator('.chosen:visible')).toContainText('Slikti');
    await tap(page, 'Nelaipna attieksme');
    await expect(heading(page)).toHaveText('Vai Jūsu jautājums tika atrisināts?');
    await tap(page, 'Daļēji');
    await expect(heading(page)).toHaveText('Paldies!');
    await expect
      .poll(() => answersIn(centre))
      .toEqual([{ apkalposana: '2', 'kas-slikti': 'attieksme', atrisinats: 'daleji' }]);
    // A dissatisfied visitor is shown that one may complain, and has time to read it.
    await expect(page.getByRole('link', { name: 'Kā sūdzēties' })).toBeVisible();
    await page.clock.runFor(15 * SECOND);
    await expect(faces(page).first()).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['kiosks:recent']);
  });

  test('with a good face asks what was good; each may be left out', async ({ page, centre }) => {
    await open(page);
    await tap(page, 'Ļoti labi');
    await expect(heading(page)).toHaveText('Kas bija īpaši labi?');
    await tap(page, 'Izlaist');
    await tap(page, 'Izlaist');
    await expect(heading(page)).toHaveText('Paldies!');
    await expect(page.getByRole('link', { name: 'Kā sūdzēties' })).toBeHidden();
    await page.clock.runFor(5 * SECOND);
    await expect(heading(page)).toHaveText('Kā Jūs šodien apkalpoja?');
    await expect(heading(page)).toBeFocused();
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '5' }]);
  });

  test('may be another face after all; what was said first is not stored', async ({ page, centre }) => {
    await open(page);
    await tap(page, 'Ļoti slikti');
    await tap(page, 'Ilgi bija jāgaida');
    await tap(page, 'Mainīt');
    await expect(heading(page)).toBeFocused();
    await vote(page, 'Labi');
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '4' }]);
  });

  test('that nobody finishes is sent as it is, after a warning of twenty seconds', async ({
    page,
    centre,
  }) => {
    await open(page);
    await tap(page, 'Viduvēji');
    const warning = page.locator('.hurry:visible');
    await page.clock.runFor(9 * SECOND);
    await expect(warning).toHaveText('');
    await page.clock.runFor(SECOND);
    await expect(warning).toContainText('Atlikušās sekundes: 20');
    await expect(warning.getByRole('status')).toContainText('Ja neko neizvēlēsieties, nosūtīsim');
    // Any touch counts as a response.
    await page.clock.runFor(15 * SECOND);
    await page.mouse.click(5, 300);
    await expect(warning).toHaveText('');
    await page.clock.runFor(29 * SECOND);
    await expect(warning).toContainText('Atlikušās sekundes: 1');
    expect(answersIn(centre)).toEqual([]);
    await page.clock.runFor(SECOND);
    await expect(heading(page)).toHaveText('Paldies!');
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '3' }]);
    await page.clock.runFor(5 * SECOND);
    await expect(faces(page).first()).toBeVisible();
  });

  test('of somebody who leaves in the midst of it is sent from the next page', async ({ page, centre }) => {
    await open(page);
    await tap(page, 'Labi');
    await tap(page, 'Laipna attieksme');
    await page.getByRole('link', { name: 'Sākums' }).click();
    await page.clock.runFor(2 * SECOND);
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '4', 'kas-labi': 'attieksme' }]);
  });
});

test.describe('taps', () => {
  test('twice on the same spot are one, and answer nothing that comes next', async ({ page, centre }) => {
    await openStopped(page);
    const spot = await faces(page).nth(3).boundingBox();
    const [x, y] = [(spot?.x ?? 0) + 20, (spot?.y ?? 0) + 20];
    await page.clock.runFor(SECOND);
    await page.mouse.dblclick(x, y);
    await page.mouse.click(x, y);
    await expect(heading(page)).toHaveText('Kas bija īpaši labi?');
    await page.clock.runFor(SECOND);
    await page.getByRole('button', { name: 'Izlaist' }).dblclick();
    await expect(heading(page)).toHaveText('Vai Jūsu jautājums tika atrisināts?');
    await page.clock.runFor(SECOND);
    await page.getByRole('button', { name: 'Jā', exact: true }).dblclick();
    await expect(heading(page)).toHaveText('Paldies!');
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '4', atrisinats: 'ja' }]);
  });

  test('of two hands at once count as the first', async ({ page, centre }) => {
    await open(page);
    await page.clock.runFor(SECOND);
    await page.evaluate(() => {
      for (const face of document.querySelectorAll<HTMLElement>('.faces button')) face.click();
    });
    await tap(page, 'Izlaist');
    await tap(page, 'Izlaist');
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '1' }]);
  });

  test('of a child that does not stop are held off for a while, also after a reload', async ({
    page,
    centre,
  }) => {
    await open(page);
    for (const face of ['Labi', 'Ļoti labi', 'Labi', 'Viduvēji']) await vote(page, face);
    await expect(heading(page)).toHaveText('Mazliet uzgaidiet');
    await expect(faces(page).first()).toBeHidden();
    await expectAccessible(page);
    await page.reload();
    await expect(heading(page)).toHaveText('Mazliet uzgaidiet');
    // A touch, so that the screen does not return to its start.
    await page.clock.runFor(35 * SECOND);
    await page.mouse.click(5, 300);
    await page.clock.runFor(25 * SECOND);
    await expect(heading(page)).toHaveText('Kā Jūs šodien apkalpoja?');
    await vote(page);
    await expect.poll(() => answersIn(centre)).toHaveLength(5);
  });
});

test('is answered with the keyboard, and a key held down answers once', async ({ page, centre }) => {
  await open(page);
  await page.clock.runFor(SECOND);
  for (let i = 0; i < 6; i++) await page.keyboard.press('Tab');
  await expect(faces(page).nth(4)).toBeFocused();
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(heading(page)).toHaveText('Kas bija īpaši labi?');
  await expect(heading(page)).toBeFocused();
  await page.clock.runFor(SECOND);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Nebija ilgi jāgaida' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.clock.runFor(SECOND);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => answersIn(centre))
    .toEqual([{ apkalposana: '5', 'kas-labi': 'gaidisana', atrisinats: 'ja' }]);
});

test.describe('with the network cut', () => {
  test('it is answered all the same, also after a reload; all of it arrives once the network is back', async ({
    page,
    context,
    centre,
  }) => {
    await open(page);
    await controlled(page);
    await context.setOffline(true);
    await vote(page, 'Labi');
    await page.clock.runFor(2 * SECOND);
    await expect(stuck(page)).toHaveText('Nenosūtītas atbildes: 1');
    await expectAccessible(page);
    await page.reload();
    await expect(stuck(page)).toHaveText('Nenosūtītas atbildes: 1');
    await vote(page, 'Slikti');
    await page.clock.runFor(20 * SECOND);
    await page.getByRole('link', { name: 'Sākums' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ar ko varam palīdzēt?');
    await expect(stuck(page)).toHaveText('Nenosūtītas atbildes: 2');
    expect(answersIn(centre)).toEqual([]);
    const said: (string | undefined)[] = [];
    page.on('request', request => {
      if (request.method() === 'POST') said.push(request.headers()['kiosk-answer']);
    });
    await context.setOffline(false);
    await page.clock.runFor(2 * SECOND);
    await expect
      .poll(() =>
        answersIn(centre)
          .map(({ apkalposana }) => apkalposana)
          .toSorted(),
      )
      .toEqual(['2', '4']);
    // The first waited longer than the second: the server decides what is late.
    expect(said).toEqual([
      expect.stringMatching(/^version=1; waited=\d+$/),
      expect.stringMatching(/^version=1; waited=\d+$/),
    ]);
    await expect(stuck(page)).toBeHidden();
    await page.clock.runFor(600 * SECOND);
    expect(answersIn(centre)).toHaveLength(2);
  });

  test('pages that are not kept say so, and lead back to the start', async ({ page, context }) => {
    await open(page);
    await controlled(page);
    await context.setOffline(true);
    await page.goto('/kiosks/pakalpojumi/suna-registracija/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Šo lapu pašlaik nevar parādīt');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sākums' }).click();
    for (const tile of ['Pakalpojumi', 'Darbinieki', 'Darba laiks', 'Kā sūdzēties']) {
      await page.getByRole('link', { name: new RegExp(`^${tile}`) }).click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Šo lapu pašlaik nevar parādīt');
      await page.getByRole('link', { name: 'Sākums', exact: true }).click();
    }
  });

  test('kept are the first pages of the kiosk only, beside the site’s own', async ({ page }) => {
    await open(page);
    await controlled(page);
    await page.goto('/sudziba/');
    await controlled(page);
    const cached = await page.evaluate(async () => {
      const found: Record<string, string[]> = {};
      for (const name of await caches.keys())
        found[name.replace(/-.*/, '')] = (await (await caches.open(name)).keys())
          .map(({ url }) => new URL(url).pathname)
          .filter(path => !path.startsWith('/_astro/'));
      return found;
    });
    expect(Object.keys(cached).toSorted()).toEqual(['kac', 'kiosks']);
    expect(cached['kiosks']?.toSorted()).toEqual([
      '/kiosks/',
      '/kiosks/aptauja/',
      '/kiosks/bezsaiste/',
      '/kiosks/darba-laiks/',
      '/kiosks/darbinieki/',
      '/kiosks/ka-sudzeties/',
      '/kiosks/pakalpojumi/',
    ]);
    expect(cached['kac']).not.toContain('/kiosks/');
  });

  test('an answer survives the browser being closed and started again', async ({ centre }) => {
    const folder = await mkdtemp(join(tmpdir(), 'kac-kiosk-'));
    const launch = async (): Promise<[BrowserContext, Page]> => {
      const context = await chromium.launchPersistentContext(folder, {
        ...(await browserOptions()),
        baseURL: centre.origin,
      });
      return [context, context.pages()[0] ?? (await context.newPage())];
    };
    const [before, first] = await launch();
    await open(first);
    await controlled(first);
    await before.setOffline(true);
    await vote(first, 'Ļoti labi');
    await before.close();
    await centre.stop();
    const [after, second] = await launch();
    await open(second);
    await expect(stuck(second)).toHaveText('Nenosūtītas atbildes: 1');
    await centre.restart();
    await second.clock.runFor(10 * SECOND);
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '5' }]);
    await after.close();
    await rm(folder, { recursive: true });
  });
});

test.describe('a server', () => {
  test('that is down is asked again by itself', async ({ page, centre }) => {
    await open(page);
    await controlled(page);
    await centre.stop();
    await vote(page);
    await page.clock.runFor(SECOND);
    await expect(stuck(page)).toHaveText('Nenosūtītas atbildes: 1');
    await centre.restart();
    await page.clock.runFor(10 * SECOND);
    await expect.poll(() => answersIn(centre)).toEqual([{ apkalposana: '4' }]);
    await expect(stuck(page)).toBeHidden();
  });

  test('whose answer is lost on the way has the answer once', async ({ page, centre }) => {
    await open(page);
    let sent = 0;
    await page.route(API, async route => {
      sent += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await vote(page);
    await expect.poll(() => sent).toBe(1);
    await page.unrouteAll({ behavior: 'wait' });
    await page.clock.runFor(10 * SECOND);
    await expect(stuck(page)).toBeHidden();
    expect(answersIn(centre)).toHaveLength(1);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['kiosks:recent']);
  });

  test('that is busy is left alone for as long as it asks', async ({ page, centre }) => {
    await open(page);
    let asked = 0;
    await page.route(API, route => {
      asked += 1;
      return route.fulfill({ status: 429, headers: { 'Retry-After': '600' }, body: '{}' });
    });
    await vote(page);
    await expect.poll(() => asked).toBe(1);
    // Occasional touches: the screen stays where it is.
    for (let i = 0; i < 19; i++) {
      await page.clock.runFor(30 * SECOND);
      await page.mouse.click(5, 300);
    }
    expect(asked).toBe(1);
    await page.unrouteAll({ behavior: 'wait' });
    await page.clock.runFor(35 * SECOND);
    await expect.poll(() => answersIn(centre)).toHaveLength(1);
  });

  test('that refuses for good is not asked again; staff see it, and the page looks for a newer survey', async ({
    page,
  }) => {
    await open(page);
    await controlled(page);
    let asked = 0;
    await page.route(API, route => {
      asked += 1;
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"status":409}' });
    });
    await tap(page, 'Labi');
    await tap(page, 'Izlaist');
    await tap(page, 'Izlaist');
    // The refusal is known before the thanks end; otherwise the page would change only after the next answer.
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toContain('kiosks:refused');
    const fresh = page.waitForEvent('framenavigated');
    await page.clock.runFor(5 * SECOND);
    await fresh;
    await expect(faces(page).first()).toBeVisible();
    await expect(page.locator('[data-refused]')).toHaveText('Nepieņemtas atbildes: 1');
    await expect(stuck(page)).toBeHidden();
    await page.clock.runFor(30 * SECOND);
    expect(asked).toBe(1);
  });
});

test('a screen by the door rests on the faces and shows itself anew every ten minutes', async ({ page }) => {
  await open(page, `${PAGE}?paliek`);
  await page.clock.runFor(599 * SECOND);
  await expect(page.locator('dialog')).toBeHidden();
  const fresh = page.waitForEvent('framenavigated');
  await page.clock.runFor(SECOND);
  await fresh;
  expect(page.url()).toMatch(/\/kiosks\/aptauja\/\?paliek$/);
});

test('a page that is older than the survey says that there is none', async ({ page }) => {
  await page.clock.install({ time: new Date('2027-12-31T21:59:00Z') });
  await page.goto(PAGE);
  await expect(faces(page).first()).toBeVisible();
  await page.clock.install({ time: new Date('2027-12-31T22:01:00Z') });
  await page.reload();
  await expect(heading(page)).toHaveText('Pašlaik šajā ekrānā aptaujas nav');
  await expect(faces(page).first()).toBeHidden();
  await expectAccessible(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('it says that it takes no answers, and where to write', async ({ page }) => {
    await page.goto(PAGE);
    await expect(heading(page)).toHaveText('Šis ekrāns pašlaik nevar pieņemt vērtējumu');
    await expect(page.getByRole('img', { name: /atsauksme/ })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

const SCREENS = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  // As at 200 % zoom.
  { width: 540, height: 960 },
  { width: 640, height: 400 },
];
for (const viewport of SCREENS) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true });
    test('every target is 64 px or more, nothing sticks out, in every view', async ({ page }) => {
      await open(page);
      const expectRoom = async () => {
        const { small, wide } = await page.evaluate(() => ({
          small: [...document.querySelectorAll('a:not(.skip), button')].flatMap(node => {
            const { width, height } = node.getBoundingClientRect();
            return node.checkVisibility() && (width < 64 || height < 64) ? [node.textContent] : [];
          }),
          wide: document.documentElement.scrollWidth - innerWidth,
        }));
        expect([small, wide]).toEqual([[], 0]);
      };
      await expectRoom();
      await tap(page, 'Ļoti slikti');
      await expectRoom();
      await tap(page, 'Kas cits');
      await expectRoom();
      await tap(page, 'Nē');
      await expectRoom();
    });
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every view is accessible in ${scheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await open(page);
    await expectAccessible(page);
    await tap(page, 'Slikti');
    await page.clock.runFor(12 * SECOND);
    await expectAccessible(page);
    await tap(page, 'Izlaist');
    await expectAccessible(page);
    await tap(page, 'Jā');
    await expectAccessible(page);
  });
}
