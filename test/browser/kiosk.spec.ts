// The kiosk in a real browser: no link leads out of it, it returns to its start by itself after asking, every
// target is large enough and all text readable.
import { builtPages } from '../site/dist.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const KINDS = [
  '/kiosks/',
  '/kiosks/pakalpojumi/',
  '/kiosks/situacija/gimene/',
  '/kiosks/pakalpojumi/suna-registracija/',
  '/kiosks/darbinieki/',
  '/kiosks/darbinieki/anna-parauga/',
  '/kiosks/darba-laiks/',
  '/kiosks/ka-sudzeties/',
  '/kiosks/aptauja/',
  '/kiosks/bezsaiste/',
];
/** Shown only in place of another page (`kiosk-survey.spec.ts`). */
const OFFLINE = '/kiosks/bezsaiste/';
const SCREENS = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
];

test('every page can be reached by touch alone, and none leads out', async ({ page }) => {
  const all = builtPages().flatMap(({ address }) =>
    address.startsWith('/kiosks/') && address !== OFFLINE ? [address] : [],
  );
  const seen = new Set(['/kiosks/']);
  for (const address of seen) {
    await page.goto(address);
    const links = await page
      .locator('a[href]')
      .evaluateAll(found => found.map(a => (a as HTMLAnchorElement).pathname));
    for (const link of links) {
      expect(link, address).toMatch(/^\/kiosks\//);
      seen.add(link);
    }
  }
  expect([...seen].toSorted()).toEqual(all.toSorted());
});

test.describe('left alone', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await page.goto('/kiosks/ka-sudzeties/');
  });

  test('it asks for twenty seconds, then returns to the start', async ({ page }) => {
    const dialog = page.getByRole('alertdialog', { name: 'Vai vēl esat šeit?' });
    await page.clock.runFor(39_000);
    await expect(dialog).toBeHidden();
    await page.clock.runFor(1_000);
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('20');
    // A dialog that opens with the focus inside is read out with its name and description.
    await expect(page.getByRole('button', { name: 'Palikt šeit' })).toBeFocused();
    await page.clock.runFor(13_000);
    await expect(dialog).toContainText('7');
    await expectAccessible(page);
    await page.clock.runFor(7_000);
    await page.waitForURL('**/kiosks/');
  });

  test('any touch or key is an answer, and the count starts anew', async ({ page }) => {
    const dialog = page.locator('dialog');
    await page.clock.runFor(50_000);
    await expect(dialog).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(dialog).toBeHidden();
    expect(page.url()).toContain('/ka-sudzeties/');
    await page.clock.runFor(39_000);
    await expect(dialog).toBeHidden();
    await page.clock.runFor(5_000);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.clock.runFor(39_000);
    expect(page.url()).toContain('/ka-sudzeties/');
  });

  test('it stays on a page that can be read while the server does not answer', async ({ page }) => {
    let asked = 0;
    await page.route('**/kiosks/', route => {
      asked += 1;
      return route.fulfill({ status: 404, body: '' });
    });
    await page.clock.runFor(60_000);
    await expect.poll(() => asked).toBe(1);
    await expect(page.locator('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('the start asks nothing and shows a fresh build every ten minutes', async ({ page }) => {
  await page.clock.install();
  await page.goto('/kiosks/');
  await page.clock.runFor(599_000);
  await expect(page.locator('dialog')).toBeHidden();
  const fresh = page.waitForEvent('framenavigated');
  await page.clock.runFor(1_000);
  await fresh;
  expect(page.url()).toMatch(/\/kiosks\/$/);
});

test('a long press opens no menu', async ({ page }) => {
  await page.goto('/kiosks/');
  const opened = await page.evaluate(() =>
    document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
  );
  expect(opened).toBe(false);
});

for (const viewport of SCREENS) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true });
    test('every target is 64 px or more, nothing sticks out, the text is large', async ({ page }) => {
      for (const address of KINDS) {
        await page.goto(address);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('a:not(.skip), button')].flatMap(node => {
            const { width, height } = node.getBoundingClientRect();
            return node.checkVisibility() && (width < 64 || height < 64) ? [node.textContent] : [];
          }),
        );
        expect(small, address).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          address,
        ).toBeLessThanOrEqual(0);
        expect(
          await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
        ).toBeGreaterThanOrEqual(18);
        if (address !== '/kiosks/')
          await expect(page.getByRole('link', { name: 'Sākums', exact: true })).toBeInViewport();
      }
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of KINDS) {
      await page.goto(address);
      await expectAccessible(page);
    }
  });
}

test('is walked with the keyboard', async ({ page }) => {
  await page.goto('/kiosks/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Pāriet uz saturu' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kas Jums jānokārto?');
});
