// Attaching files to a complaint: with a script, with an interrupted connection, by keyboard, and without a
// script.
import type { Page } from '@playwright/test';
import * as sample from '../files/samples.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const MB = 1024 * 1024;
const pdf = (size: number): Buffer => {
  const bytes = Buffer.alloc(size, 'saturs ');
  bytes.write('%PDF-1.7\n');
  return bytes;
};
const file = (name: string, buffer: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(buffer),
});
const chooser = (page: Page) => page.locator('[data-files] input[type=file]');
const item = (page: Page, name: string) => page.locator('.file', { hasText: name });
const send = (page: Page, name = 'Nosūtīt sūdzību') => page.getByRole('button', { name }).click();
const open = async (page: Page) => {
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill('Ar pielikumiem.');
  // The script that sends files is loaded when the field comes near.
  await page.locator('[data-files]').scrollIntoViewIfNeeded();
  await expect(page.locator('.files__list')).toBeAttached();
};

test('files are chosen, sent with progress, removed, and go with the complaint', async ({ page }) => {
  await open(page);
  await expect(page.getByText('ja veidlapu nenosūtīsiet, pēc 24 stundām tos izdzēsīsim')).toBeVisible();
  await expect(page.getByText('Līdz 10 failiem, katrs līdz 20 MB, kopā līdz 40 MB.')).toBeVisible();
  await chooser(page).setInputFiles([
    file('foto no telefona.jpg', sample.jpeg()),
    file('lūgums.edoc', sample.asice),
    file('lieks.pdf', pdf(3 * MB)),
  ]);
  for (const name of ['foto no telefona.jpg', 'lūgums.edoc', 'lieks.pdf'])
    await expect(item(page, name).getByText('Pievienots')).toBeVisible();
  await expect(item(page, 'lieks.pdf')).toContainText('3 MB');
  await page.getByRole('button', { name: 'Noņemt lieks.pdf' }).click();
  await expect(item(page, 'lieks.pdf')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Noņemt lūgums.edoc' })).toBeFocused();
  await expect(page.locator('.files').getByRole('status')).toHaveText('Fails lieks.pdf noņemts.');
  const posted = page.waitForRequest(request => request.url().endsWith('/api/complaints'));
  await send(page);
  const request = await posted;
  expect(request.headers()['content-type']).toBe('application/x-www-form-urlencoded');
  const tokens = new URLSearchParams(request.postData() ?? '').getAll('attachments');
  expect(tokens).toHaveLength(2);
  expect(page.url()).not.toContain(tokens[0]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
});

test('the form waits for its files and is then sent by itself', async ({ page }) => {
  await open(page);
  let release = () => {};
  const gate = new Promise<void>(done => {
    release = done;
  });
  await page.route('/api/uploads', async route => {
    if (route.request().method() === 'PATCH') await gate;
    await route.continue();
  });
  await chooser(page).setInputFiles([file('a.pdf', pdf(1000)), file('b.pdf', pdf(1000))]);
  await expect(item(page, 'b.pdf').getByText('Gaida savu kārtu')).toBeVisible();
  await send(page);
  await expect(page.getByText('Veidlapu nosūtīsim, tiklīdz tie būs pievienoti.')).toBeVisible();
  await expectAccessible(page);
  release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
});

test.describe('with the network gone in the middle', () => {
  // A failed request is expected here.
  test.use({ watchful: async ({ page: _ }, use) => use(undefined) });

  test('an upload goes on where it was, by itself', async ({ page, context }) => {
    await open(page);
    const offsets: string[] = [];
    page.on('request', request => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
    });
    let parts = 0;
    await page.route('/api/uploads', async route => {
      if (route.request().method() === 'PATCH' && ++parts === 3) await context.setOffline(true);
      await route.continue().catch(() => {});
    });
    await chooser(page).setInputFiles(file('garš.pdf', pdf(5 * MB)));
    await expect(item(page, 'garš.pdf').getByText('Savienojums pārtrūka')).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(item(page, 'garš.pdf').getByText('Pievienots')).toBeVisible();
    expect(offsets.filter(offset => offset === '0')).toHaveLength(1);
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  });
});

test.describe('where the script for files does not come', () => {
  // The service worker would serve the script from its cache.
  test.use({ serviceWorkers: 'block', watchful: async ({ page: _ }, use) => use(undefined) });

  test('the form brings its files itself, and what it kept is accessible', async ({ page }) => {
    await page.route(/\/upload\.[\w-]+\.js$/, route => route.abort());
    await page.goto('/sudziba/');
    await page.getByLabel('Sūdzības teksts').fill('Ar pielikumiem.');
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await chooser(page).setInputFiles([file('foto.jpg', sample.jpeg()), file('lapa.html', sample.html)]);
    await send(page);
    await expect(page.getByLabel(/^foto\.jpg \(/)).toBeChecked();
    await expectAccessible(page);
    await page.getByLabel('E-pasta adrese').fill('');
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  });
});

test('what is refused says why, stops the form, and can be removed with the keyboard', async ({ page }) => {
  await open(page);
  await chooser(page).setInputFiles([
    file('lapa.html', sample.html),
    file('IMG_0001.HEIC', sample.heic),
    file('tukšs.pdf', new Uint8Array()),
    file('liels.pdf', pdf(20 * MB + 1)),
    file('labs.pdf', pdf(100)),
  ]);
  await expect(item(page, 'labs.pdf').getByText('Pievienots')).toBeVisible();
  await expect(item(page, 'lapa.html')).toContainText('Šādu failu veidu nepieņemam.');
  await expect(item(page, 'IMG_0001.HEIC')).toContainText('Saglabājiet attēlu JPEG formātā.');
  await expect(item(page, 'tukšs.pdf')).toContainText('Fails ir tukšs.');
  await expect(item(page, 'liels.pdf')).toContainText('Fails ir lielāks par 20 MB.');
  await send(page);
  await expect(page.getByRole('alert')).toHaveText(/Kāds fails nav pievienots/);
  await expectAccessible(page);
  for (const name of ['lapa.html', 'IMG_0001.HEIC', 'tukšs.pdf', 'liels.pdf']) {
    await expect(page.getByRole('button', { name: `Noņemt ${name}` })).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: 'Noņemt labs.pdf' })).toBeFocused();
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
});

test('limits of number and size are told before anything is sent', async ({ page }) => {
  await open(page);
  await chooser(page).setInputFiles(Array.from({ length: 11 }, (_, i) => file(`${i}.pdf`, pdf(50))));
  await expect(item(page, '10.pdf')).toContainText('Var pievienot līdz 10 failiem.');
  await expect(page.getByText('Pievienots', { exact: true })).toHaveCount(10);
  await page.reload();
  await expect(page.locator('.files__list')).toBeAttached();
  await chooser(page).setInputFiles(['a', 'b', 'c'].map(name => file(`${name}.pdf`, pdf(14 * MB))));
  await expect(item(page, 'c.pdf')).toContainText('Kopā faili būtu lielāki par 40 MB.');
  await expect(page.getByText('Pievienots', { exact: true })).toHaveCount(2);
});

test('the keyboard reaches one chooser, in the language of the page, and shows where it is', async ({
  page,
}) => {
  await open(page);
  const label = page.locator('.files__choose');
  await expect(label).toHaveText('Izvēlēties failus');
  await chooser(page).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(chooser(page)).toBeFocused();
  await expect(chooser(page)).toHaveCSS('opacity', '0');
  await expect(label).toHaveCSS('outline-style', 'solid');
});

test('files can be dropped on the field', async ({ page }) => {
  await open(page);
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7 x'], 'ievilkts.pdf'));
    return transfer;
  });
  await page.dispatchEvent('[data-files]', 'dragover', { dataTransfer: data });
  await expect(page.locator('.files--over')).toBeVisible();
  await page.dispatchEvent('[data-files]', 'drop', { dataTransfer: data });
  await expect(item(page, 'ievilkts.pdf').getByText('Pievienots')).toBeVisible();
  await expect(page.locator('.files--over')).toHaveCount(0);
});

test('a rejected form keeps its files', async ({ page }) => {
  await open(page);
  await chooser(page).setInputFiles(file('foto.jpg', sample.jpeg()));
  await expect(item(page, 'foto.jpg').getByText('Pievienots')).toBeVisible();
  await page.getByLabel('E-pasta adrese').fill('nav adrese');
  await send(page);
  await expect(page.locator('.error-summary')).toBeFocused();
  await page.locator('[data-files]').scrollIntoViewIfNeeded();
  await expect(item(page, 'foto.jpg').getByText('Pievienots')).toBeVisible();
  await page.getByLabel('E-pasta adrese').fill('anna@paraugs.example');
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
});

test('in English everything about files is in English', async ({ page }) => {
  await page.goto('/en/complaint/');
  await page.locator('[data-files]').scrollIntoViewIfNeeded();
  await expect(page.locator('.files__list')).toBeAttached();
  await chooser(page).setInputFiles([file('a.pdf', pdf(100)), file('b.heic', sample.heic)]);
  await expect(item(page, 'a.pdf').getByText('Attached')).toBeVisible();
  await expect(item(page, 'b.heic')).toContainText('Save the picture as JPEG.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form brings its files, keeps them when it is rejected, and lets go of one', async ({ page }) => {
    await page.goto('/sudziba/');
    await expect(
      page.getByText('Ja pārlūkā JavaScript nedarbojas, visi faili kopā var būt līdz 10 MB.'),
    ).toBeVisible();
    await page.getByLabel('Sūdzības teksts').fill('Ar pielikumiem.');
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await chooser(page).setInputFiles([
      file('foto.jpg', sample.jpeg()),
      file('l.edoc', sample.asice),
      file('lapa.html', sample.html),
    ]);
    await send(page);
    await expect(page.locator('.error-summary')).toContainText('Fails “lapa.html” nav pievienots.');
    await expect(page.getByLabel('Sūdzības teksts')).toHaveValue('Ar pielikumiem.');
    await expect(page.getByLabel(/^foto\.jpg \(/)).toBeChecked();
    await page.getByLabel(/^foto\.jpg \(/).uncheck();
    await page.getByLabel('E-pasta adrese').fill('');
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  });
});
