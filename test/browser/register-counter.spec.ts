// At the counter: a visitor speaks, a clerk writes, reads it back, corrects a mistake, records it, and hands
// out the receipt.
import { deskOf } from './desk.ts';
import { expect, expectAccessible } from './fixtures.ts';
import { registerTest as test } from './passkey.ts';

for (const javaScriptEnabled of [true, false])
  test(`said, read back, mended, recorded and handed out ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    centre,
    browser,
  }) => {
    const { page } = await deskOf(browser, centre, { name: 'Ilze Kalniņa' });
    const bare = await browser.newContext({
      javaScriptEnabled,
      storageState: await page.context().storageState(),
      baseURL: new URL(centre.origin.replace('127.0.0.1', 'localhost')).origin,
    });
    const counter = await bare.newPage();
    await counter.goto('/registrs/');
    await counter.getByRole('link', { name: 'Pierakstīt' }).click();
    // axe itself is a script.
    const accessible = async () => (javaScriptEnabled ? expectAccessible(counter) : undefined);
    await accessible();
    await counter.getByRole('button', { name: 'Nolasīt pirms pierakstīšanas' }).click();
    await expect(counter.getByRole('link', { name: 'Izvēlieties, kā iesniegums saņemts.' })).toBeVisible();
    await accessible();
    await counter.getByRole('radio', { name: 'klātienē' }).check();
    await counter.getByRole('radio', { name: 'Sūdzība' }).check();
    await counter.getByLabel('Sūdzības teksts').fill('Rinda bija garra.');
    await counter.getByLabel('Pārējie iesniedzēji').fill('Jānis Ozols');
    await counter.getByRole('button', { name: 'Nolasīt pirms pierakstīšanas' }).click();
    await expect(counter.getByRole('heading', { level: 1 })).toHaveText('Nolasiet iesniedzējam');
    await accessible();
    await counter.getByRole('button', { name: 'Labot' }).click();
    await expect(counter.getByLabel('Pārējie iesniedzēji')).toHaveValue('Jānis Ozols');
    await counter.getByLabel('Sūdzības teksts').fill('Rinda bija gara.');
    await counter.getByRole('button', { name: 'Nolasīt pirms pierakstīšanas' }).click();
    await counter.getByRole('button', { name: 'Pierakstīt' }).focus();
    await counter.keyboard.press('Enter');
    await expect(counter.getByRole('heading', { level: 1 })).toHaveText('Iesniegums pierakstīts');
    await accessible();
    expect(centre.count()).toBe(1);
    const code = (await counter.locator('.code').textContent()) ?? '';
    // The sheet that stays in the centre contains no code.
    expect(await counter.locator('.counter__paper').textContent()).not.toContain(code);
    await counter.emulateMedia({ media: 'print' });
    await expect(counter.locator('.code')).toBeVisible();
    await expect(counter.locator('.counter__line')).toBeVisible();
    for (const gone of ['.notice', '.register-menu'])
      await expect(counter.locator(gone).first()).toBeHidden();
    await counter.emulateMedia({ media: 'screen' });
    // Sent again, as by a reload: the same receipt, nothing stored twice.
    await counter.reload();
    await expect(counter.locator('.code')).toHaveText(code);
    expect(centre.count()).toBe(1);
    if (javaScriptEnabled) {
      await counter.goto('/registrs/jauns/');
      await expect(counter.getByLabel('Sūdzības teksts')).toHaveValue('');
      expect(await counter.evaluate(() => localStorage.length)).toBe(0);
      await counter.goto('/gaita/');
      await counter.getByLabel('Izsekošanas kods').fill(code);
      await counter.getByRole('button', { name: 'Parādīt gaitu' }).click();
      // Collapsed on the page of its progress.
      await expect(counter.getByText('Rinda bija gara.')).toHaveCount(1);
    }
    await bare.close();
  });
