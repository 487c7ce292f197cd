// The catalogue and a service page as a visitor uses them: by mouse, by keyboard, without scripts, on paper.
import { expect, expectAccessible, test } from './fixtures.ts';

const SERVICE = '/pakalpojumi/suna-registracija/';
const VIEWS = [
  '/pakalpojumi/a-z/',
  '/pakalpojumi/iestade/',
  '/pakalpojumi/iestade/vsaa/',
  '/pakalpojumi/dzives-situacija/gimene/',
  '/dati/',
];

test('every view of the catalogue is accessible', async ({ page }) => {
  for (const address of VIEWS) {
    await page.goto(address);
    await expectAccessible(page);
  }
});

test('one click says that the page was clear, in place', async ({ page }) => {
  await page.goto(SERVICE);
  const sent = page.waitForRequest('**/api/feedback');
  await page.getByRole('button', { name: 'Jā', exact: true }).click();
  const request = await sent;
  const fields = new URLSearchParams(request.postData() ?? '');
  expect(fields.get('page')).toBe(SERVICE);
  expect(fields.get('text')).toBe('Jā, lapa bija saprotama.');
  expect(fields.get('idempotencyKey')).toMatch(/^[\w-]{16,}$/);
  expect((await request.response())?.status()).toBe(201);
  await expect(page.getByRole('status').first()).toHaveText('Paldies! Jūsu atbilde ir saņemta.');
  await expect(page.getByRole('button', { name: 'Jā', exact: true })).toBeFocused();
  await expectAccessible(page);
  // A second click sends no request.
  let more = 0;
  page.on('request', () => {
    more += 1;
  });
  await page.getByRole('button', { name: 'Nē', exact: true }).click({ force: true });
  await page.waitForTimeout(200);
  expect(more).toBe(0);
  expect(page.url()).toContain(SERVICE);
});

test('who says no can say what was unclear', async ({ page }) => {
  await page.goto(SERVICE);
  await page.getByRole('button', { name: 'Nē', exact: true }).press('Enter');
  await expect(page.getByRole('status').first()).toContainText('uzrakstiet arī, kas nebija skaidrs');
  await page.getByLabel('Kas nebija skaidrs vai kā trūka?').fill('Nesapratu, kur jāmaksā.');
  const answered = page.waitForResponse('**/api/feedback');
  await page.getByRole('button', { name: 'Nosūtīt', exact: true }).click();
  expect((await answered).status()).toBe(201);
  await expect(page.getByRole('status').last()).toHaveText('Paldies! Jūsu atbilde ir saņemta.');
});

test.describe('when the network fails', () => {
  test.use({ watchful: undefined });
  test('says so and takes the answer again, once', async ({ page }) => {
    await page.goto(SERVICE);
    const keys: (string | null)[] = [];
    page.on('request', request =>
      keys.push(new URLSearchParams(request.postData() ?? '').get('idempotencyKey')),
    );
    // The answer is stored, but the browser does not learn of it.
    await page.route('**/api/feedback', route => route.fulfill({ status: 503, body: '' }), { times: 1 });
    const yes = page.getByRole('button', { name: 'Jā', exact: true });
    await yes.click();
    await expect(page.getByRole('status').first()).toContainText('Neizdevās nosūtīt');
    await yes.click();
    await expect(page.getByRole('status').first()).toContainText('Paldies!');
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });
});

test.describe('without JavaScript on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('one click leads to the receipt', async ({ page }) => {
    await page.goto(SERVICE);
    await expect(page.getByRole('button', { name: 'Izdrukāt šo lapu' })).toBeHidden();
    await page.getByRole('button', { name: 'Jā', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, atsauksme ir saņemta');
  });

  test('the second form is a submission of its own', async ({ page }) => {
    await page.goto(SERVICE);
    await page.getByRole('button', { name: 'Nē', exact: true }).click();
    const first = await page.locator('.receipt__reference').textContent();
    await page.goto(SERVICE);
    await page.getByText('Uzrakstīt, kas nebija skaidrs').click();
    await page.getByLabel('Kas nebija skaidrs vai kā trūka?').fill('Nesapratu, kur jāmaksā.');
    await page.getByRole('button', { name: 'Nosūtīt', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, atsauksme ir saņemta');
    expect(await page.locator('.receipt__reference').textContent()).not.toBe(first);
  });

  test('the list from A to Z is narrowed by keyboard, and no empty letter is left', async ({ page }) => {
    await page.goto('/pakalpojumi/a-z/');
    const links = page.locator('.az__group a:visible');
    const all = await links.count();
    expect(all).toBeGreaterThanOrEqual(16);
    await page.getByRole('radio', { name: /^Visus/ }).focus();
    for (const name of ['Pašvaldības', 'Valsts iestāžu', 'Pieejamos tiešsaistē', 'Bez maksas']) {
      await page.keyboard.press('ArrowDown');
      const label = page.locator('label', { hasText: name });
      await expect(label.getByRole('radio')).toBeChecked();
      const count = Number(/\((\d+)\)/.exec((await label.textContent()) ?? '')?.[1]);
      expect(count).toBeLessThan(all);
      await expect(links).toHaveCount(count);
      const groups = page.locator('.az__group:visible');
      const letters = page.locator('.az__letters li:visible');
      expect(await letters.count()).toBe(await groups.count());
      for (const group of await groups.all()) await expect(group.locator('a:visible').first()).toBeVisible();
    }
  });

  test('the catalogue leads from a life event to a service and on to its institution', async ({ page }) => {
    await page.goto('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Dzīvnieki un lauksaimniecība/ })
      .click();
    expect(page.url()).toContain('/pakalpojumi/dzives-situacija/dzivnieki/');
    await page.getByRole('link', { name: 'Suņa reģistrācija un ziņu maiņa' }).click();
    await page.getByRole('link', { name: 'Lauku atbalsta dienests' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lauku atbalsta dienests');
  });
});

test('paper has the list with boxes and the address of the page, not the question', async ({ page }) => {
  await page.goto(SERVICE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.checklist > li').first()).toBeVisible();
  const box = await page
    .locator('.checklist > li')
    .first()
    .evaluate(item => {
      const { width, borderTopWidth, content } = getComputedStyle(item, '::before');
      return { width: Number.parseFloat(width), border: Number.parseFloat(borderTopWidth), content };
    });
  expect(box.width).toBeGreaterThan(12);
  expect(box.border).toBeGreaterThan(0);
  await expect(page.locator('.on-paper')).toContainText(SERVICE);
  await expect(page.getByRole('heading', { name: 'Vai šī lapa bija saprotama?' })).toBeHidden();
  expect(await page.pdf({ format: 'A4' })).toBeTruthy();
});

test('the button prints', async ({ page }) => {
  await page.addInitScript(() =>
    Object.assign(window, { print: () => Object.assign(window, { printed: true }) }),
  );
  await page.goto(SERVICE);
  await page.getByRole('button', { name: 'Izdrukāt šo lapu' }).click();
  expect(await page.evaluate(() => 'printed' in window)).toBe(true);
});

test('open data is served with its type and may be read by other sites', async ({ request, centre }) => {
  for (const [path, type] of [
    ['/dati/pakalpojumi.json', 'application/json'],
    ['/dati/pakalpojumi.jsonld', 'application/ld+json'],
    ['/dati/schemas/pakalpojumi.schema.json', 'application/json'],
  ]) {
    const response = await request.get(`${centre.origin}${path}`);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain(type);
    expect(response.headers()['access-control-allow-origin']).toBe('*');
  }
});
