// Signing in to the register and out: the first administrator, a second device, recovery codes, and every
// refusal.
import { expect, expectAccessible } from './fixtures.ts';
import { enrol, local, registerTest as test, withDevice } from './passkey.ts';

test('the first administrator comes in by the printed link, once', async ({ page, centre, browser }) => {
  const device = await withDevice(page);
  await page.goto(centre.invitation);
  await expect(page.getByText('Jūsu loma reģistrā: administrators.')).toBeVisible();
  // The link's secret does not stay in the address.
  expect(page.url()).not.toContain('#');
  await expectAccessible(page);
  await device.refuse();
  await page.getByRole('button', { name: 'Izveidot piekļuves atslēgu' }).click();
  await expect(page.getByText('Ierīce pieteikšanos neapstiprināja')).toBeVisible();
  await expectAccessible(page);

  const other = await (await browser.newContext({ baseURL: local(centre.origin) })).newPage();
  await withDevice(other);
  const codes = await enrol(other, centre.invitation);
  expect(codes).toHaveLength(10);
  await expectAccessible(other);
  await other.getByRole('link', { name: 'Uz reģistru' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Cilvēki');

  await page.goto(centre.invitation);
  await expect(page.getByText('Uzaicinājums jau ir izmantots.')).toBeVisible();
  await expectAccessible(page);
  await other.close();
});

test('signs in by passkey, out, and in by a recovery code, which then is spent', async ({ page, centre }) => {
  const device = await withDevice(page);
  const codes = await enrol(page, centre.invitation);
  await page.goto('/registrs/konts/');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Iziet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pieteikties reģistrā');
  await expectAccessible(page);
  await page.goto('/registrs/konts/');
  await expect(page).toHaveURL(/\/registrs\/ieiet\/\?uz=/);
  await page.getByRole('button', { name: 'Pieteikties', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mans konts');

  await page.getByRole('button', { name: 'Iziet' }).click();
  await device.empty();
  await page.getByRole('button', { name: 'Pieteikties', exact: true }).click();
  await expect(page.getByText('Ierīce pieteikšanos neapstiprināja')).toBeVisible();
  const byCode = async (code: string) => {
    await page.getByText('Pieteikties ar rezerves kodu').click();
    await page.getByLabel('Rezerves kods').fill(code);
    await page.getByRole('button', { name: 'Pieteikties ar kodu' }).click();
  };
  await byCode((codes[0] ?? '').toLowerCase().replaceAll('-', ' '));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mans konts');
  await expect(page.getByText('Neizlietoti: 9 no 10.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Iziet' }).click();
  await byCode(codes[0] ?? '');
  await expect(page.getByRole('alert')).toContainText('Šāda neizlietota rezerves koda nav.');
  await expectAccessible(page);
});

test('adds, names and removes passkeys, and never the last while no code is left', async ({
  page,
  centre,
}) => {
  const device = await withDevice(page);
  await enrol(page, centre.invitation);
  await device.empty();
  await page.goto('/registrs/konts/');
  await page.getByRole('button', { name: 'Pievienot piekļuves atslēgu' }).click();
  await expect(page.getByRole('status')).toHaveText('Piekļuves atslēga pievienota.');
  await page.getByLabel('Nosaukums').nth(1).fill('Tālrunis');
  await page.getByRole('button', { name: 'Saglabāt nosaukumu' }).nth(1).click();
  await expect(page.getByRole('heading', { name: 'Tālrunis' })).toBeVisible();
  await page.getByRole('button', { name: 'Noņemt atslēgu' }).first().click();
  await expect(page.getByRole('status')).toContainText('noņemta');
  await expect(page.getByRole('button', { name: /^Noņemt atslēgu/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Izveidot jaunus kodus' }).click();
  await expect(page.locator('.codes code')).toHaveCount(10);
});

test('an administrator lets a clerk in, who works, and is switched off at once', async ({
  page,
  centre,
  browser,
}) => {
  await withDevice(page);
  await enrol(page, centre.invitation);
  await page.goto('/registrs/cilveki/');
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  await expect(page.getByRole('link', { name: 'Ierakstiet vārdu un uzvārdu.' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Vārds un uzvārds').fill('Līga Parauga');
  await page.getByRole('checkbox', { name: /^darbinieks/ }).check();
  await page
    .getByLabel('Ieraksts darbinieku sarakstā')
    .selectOption({ label: 'Līga Parauga, Sociālais darbinieks' });
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uzaicinājums izsniegts');
  await expectAccessible(page);
  const href = (await page.locator('code').textContent()) ?? '';

  const clerk = await (await browser.newContext({ baseURL: local(centre.origin) })).newPage();
  await withDevice(clerk);
  await enrol(clerk, href);
  await clerk.goto('/registrs/');
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Darbi');
  await expectAccessible(clerk);
  await clerk.goto('/registrs/cilveki/');
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Šī lapa Jūsu lomai nav pieejama');
  await expectAccessible(clerk);

  await page.goto('/registrs/cilveki/');
  await page.getByRole('rowheader').getByRole('link', { name: 'Līga Parauga' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Izslēgt no reģistra' }).click();
  await expect(page.getByRole('status')).toHaveText('Saglabāts.');
  await clerk.goto('/registrs/');
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Pieteikties reģistrā');
  await clerk.getByRole('button', { name: 'Pieteikties', exact: true }).click();
  await expect(clerk.getByRole('alert').first()).toContainText('nav derīga šim reģistram');
  await clerk.close();
});

test('nobody switches themselves off', async ({ page, centre }) => {
  await withDevice(page);
  await enrol(page, centre.invitation);
  await page.goto('/registrs/cilveki/');
  await page.getByRole('rowheader').getByRole('link', { name: 'Administrators' }).click();
  await expect(page.getByText('mainīt un sevi izslēgt nevar')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Izslēgt no reģistra' })).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Lomas' })).toHaveCount(0);
  await expectAccessible(page);
});

test('an address by number leads to the name, which passkeys need', async ({ page, centre }) => {
  await page.goto(`${centre.origin}/registrs/`);
  expect(new URL(page.url()).hostname).toBe('localhost');
  expect(new URL(page.url()).pathname).toBe('/registrs/ieiet/');
});
