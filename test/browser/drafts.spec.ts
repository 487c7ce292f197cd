// Drafts: typed text stays in the browser until its receipt is shown, can be discarded, and can be saved as a
// file.
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const TEXT = 'Rinda bija gara.\nNeviens nepaskaidroja, kāpēc.';
const DAY = 86_400_000;

const text = (page: Page) => page.getByLabel('Sūdzības teksts');
const send = (page: Page) => page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
const key = (page: Page) => page.locator('[name=idempotencyKey]').inputValue();
const notice = (page: Page) => page.locator('.draft-notice');
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const saved = (page: Page) => expect(page.getByText('Ierakstītais saglabāts šajā pārlūkā')).toBeVisible();
const panelButton = (page: Page, name: string) => page.locator('.draft').getByRole('button', { name });

async function type(page: Page, content = TEXT): Promise<void> {
  await text(page).fill(content);
  // The panel may still show the previous save.
  await page.waitForFunction(
    typed => Object.values(localStorage).some(kept => JSON.parse(kept).fields.flat().includes(typed)),
    content,
  );
  await saved(page);
}

const loadFile = (page: Page, path: string) => page.locator('.draft input[type=file]').setInputFiles(path);

async function saveFile(page: Page, path: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panelButton(page, 'Saglabāt melnrakstu failā').click(),
  ]);
  await download.saveAs(path);
  return download.suggestedFilename();
}

test.describe('what is typed', () => {
  test('comes back after a reload with the key of its filling-in, and says so', async ({ page }) => {
    await page.goto('/sudziba/');
    expect(await kept(page)).toEqual([]);
    await text(page).fill(TEXT);
    await page.getByText('Izvēlēties noteikumu punktus').click();
    await page.getByLabel(/^5\.1\.1\./).check();
    await page.getByLabel('Kā vēlaties saņemt atbildi').or(page.getByLabel('Pa pastu')).first().check();
    await page.getByLabel('Kad tas notika').fill('2026-11-20');
    await page.getByLabel('Pakalpojums, uz kuru').selectOption({ index: 2 });
    await saved(page);
    const before = await key(page);
    await page.reload();
    await expect(text(page)).toHaveValue(TEXT);
    await expect(page.getByLabel(/^5\.1\.1\./)).toBeChecked();
    await expect(page.getByLabel('Kad tas notika')).toHaveValue('2026-11-20');
    expect(await page.getByLabel('Pakalpojums, uz kuru').inputValue()).not.toBe('');
    expect(await key(page)).toBe(before);
    await expect(notice(page).getByRole('status')).toContainText(
      /Atjaunots melnraksts, kas saglabāts \d+\.\s/,
    );
    await expect(page.getByText(/^Atlicis: 9\s?9\d\d rakstzīm/).first()).toBeVisible();
  });

  test('survives the crash of its tab, the last moment included', async ({ page, context }) => {
    await page.goto('/sudziba/');
    await type(page);
    const before = await key(page);
    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    const other = await context.newPage();
    await other.goto('/sudziba/');
    await expect(text(other)).toHaveValue(TEXT);
    expect(await key(other)).toBe(before);
  });

  test('is saved when the page is left at once, without waiting for a pause', async ({ page }) => {
    await page.goto('/sudziba/');
    await text(page).fill(TEXT);
    await page.goto('/privatums/');
    await page.goto('/sudziba/');
    await expect(text(page)).toHaveValue(TEXT);
  });

  test('goes over to the form in the other language', async ({ page }) => {
    await page.goto('/sudziba/');
    await type(page);
    await page.goto('/en/complaint/');
    await expect(page.getByLabel('Your complaint')).toHaveValue(TEXT);
    await expect(notice(page)).toContainText('Draft restored; it was saved on');
    await page.goto('/atsauksme/');
    await expect(page.getByLabel('Jūsu teksts')).toHaveValue('');
    await expect(notice(page)).toHaveCount(0);
  });

  test('leaves the browser only when it is sent', async ({ page, context }) => {
    await page.clock.install();
    await page.goto('/sudziba/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    context.on('request', request => requests.push(`${request.method()} ${request.url()}`));
    await text(page).pressSequentially('Rinda bija gara.');
    await page.getByLabel('E-pasta adrese').fill('anna@paraugs.example');
    await saved(page);
    await page.clock.runFor(5000);
    // The form's own script is fetched when its part of the form comes near the viewport.
    expect(requests.filter(line => !/^GET .*\/_astro\/upload\./.test(line))).toEqual([]);
    await send(page);
    await expect(page.locator('.code')).toBeVisible();
    expect(requests.filter(line => line.startsWith('POST')).length).toBeGreaterThan(0);
  });

  test('is gone once the receipt is shown, and the next filling-in has a key of its own', async ({
    page,
  }) => {
    await page.goto('/sudziba/');
    await type(page);
    const before = await key(page);
    await send(page);
    await expect(page.locator('.code')).toBeVisible();
    expect(await kept(page)).toEqual([]);
    await page.goto('/sudziba/');
    await expect(text(page)).toHaveValue('');
    expect(await key(page)).not.toBe(before);
    expect(await kept(page)).toEqual([]);
  });

  test('is gone from the form, too, when the person goes back from the receipt', async ({ page, centre }) => {
    await page.goto('/sudziba/');
    await type(page);
    await page.reload();
    await send(page);
    await expect(page.locator('.code')).toBeVisible();
    await page.goBack();
    await expect(text(page)).toHaveValue('');
    await expect(page.getByText('Šī veidlapa jau ir nosūtīta un saņemta')).toBeVisible();
    await expect(page.locator('.draft-notice [role=status]')).toBeFocused();
    expect(await kept(page)).toEqual([]);
    expect(centre.count()).toBe(1);
  });

  test('of a rejected form is what the server shows, and the draft keeps up with it', async ({ page }) => {
    await page.goto('/sudziba/');
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await saved(page);
    const before = await key(page);
    await send(page);
    await expect(page).toHaveTitle(/^Kļūda: /);
    await expect(page.getByLabel('E-pasta adrese')).toHaveValue('nav adrese');
    await expect(page.locator('.outbox')).toHaveCount(0);
    expect(await key(page)).toBe(before);
    await page.getByLabel('E-pasta adrese').fill('anna@paraugs.example');
    await page.goto('/sudziba/');
    await expect(page.getByLabel('E-pasta adrese')).toHaveValue('anna@paraugs.example');
    expect(await key(page)).toBe(before);
    await type(page);
    await send(page);
    await expect(page.locator('.code')).toBeVisible();
    expect(await kept(page)).toEqual([]);
  });

  test('is not overwritten by a draft when the server shows the form again', async ({ page, context }) => {
    await page.goto('/sudziba/');
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await type(page, 'Teksts, ko sūta');
    const other = await context.newPage();
    await other.goto('/sudziba/');
    await type(other, 'Otras cilnes melnraksts');
    await send(page);
    await expect(page).toHaveTitle(/^Kļūda: /);
    await expect(text(page)).toHaveValue('Teksts, ko sūta');
    await expect(notice(page)).toHaveCount(0);
    await expect(page.locator('.outbox')).toHaveCount(0);
    expect(await kept(page)).toHaveLength(2);
  });

  test('is not brought back after seven days', async ({ page }) => {
    await page.clock.install();
    await page.goto('/sudziba/');
    await text(page).fill(TEXT);
    await page.clock.runFor(1000);
    await page.clock.setSystemTime(Date.now() + 7 * DAY - 60_000);
    await page.reload();
    await expect(text(page)).toHaveValue(TEXT);
    await page.clock.setSystemTime(Date.now() + 7 * DAY + 60_000);
    await page.goto('/atsauksme/');
    expect(await kept(page)).toEqual([]);
    await page.goto('/sudziba/');
    await expect(text(page)).toHaveValue('');
  });

  test('does not hold what the page hides from people', async ({ page }) => {
    await page.goto('/sudziba/');
    await page.locator('#sudziba').evaluate(form => {
      for (const [name, more] of [
        ['token', { type: 'hidden' }],
        ['trap', { tabindex: '-1' }],
      ] as const) {
        const input = document.createElement('input');
        for (const [key, value] of Object.entries({ ...more, name })) input.setAttribute(key, value);
        input.value = `${name} value`;
        form.append(input);
      }
    });
    await type(page);
    const all = await page.evaluate(() => JSON.stringify(localStorage));
    expect(all).toContain('Rinda bija gara');
    expect(all).not.toMatch(/token|trap/);
  });

  test('in the survey is kept as well', async ({ page }) => {
    await page.goto('/aptaujas/klientu-aptauja/');
    await page.locator('input[type=radio]').nth(2).check();
    await page.locator('textarea').last().fill('Viss labi.');
    await saved(page);
    await page.reload();
    await expect(page.locator('input[type=radio]').nth(2)).toBeChecked();
    await expect(page.locator('textarea').last()).toHaveValue('Viss labi.');
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
    expect(await kept(page)).toEqual([]);
  });

  test('and a point chosen by a link are both there', async ({ page }) => {
    await page.goto('/sudziba/');
    await type(page);
    await page.goto('/sudziba/?punkts=5.1.1');
    await expect(text(page)).toHaveValue(TEXT);
    await expect(page.getByLabel(/^5\.1\.1\./)).toBeChecked();
  });
});

test.describe('forgetting', () => {
  test('asks, then deletes it from the form and from the browser', async ({ page }) => {
    await page.goto('/sudziba/');
    await expect(panelButton(page, 'Aizmirst ierakstīto')).toBeHidden();
    await type(page);
    const before = await key(page);
    await page.reload();
    await notice(page).getByRole('button', { name: 'Aizmirst ierakstīto' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(text(page)).toHaveValue(TEXT);
    await notice(page).getByRole('button', { name: 'Aizmirst ierakstīto' }).press('Enter');
    await page.getByRole('button', { name: 'Jā, izdzēst' }).press('Enter');
    await expect(text(page)).toHaveValue('');
    await expect(notice(page).getByRole('status')).toBeFocused();
    await expect(notice(page).getByRole('status')).toHaveText(/Ierakstītais ir izdzēsts/);
    expect(await kept(page)).toEqual([]);
    expect(await key(page)).not.toBe(before);
    await page.reload();
    await expect(text(page)).toHaveValue('');
  });

  test('on the page of a refusal leads back to an empty form', async ({ page }) => {
    await page.goto('/sudziba/');
    await page.getByLabel('E-pasta adrese').fill('nav adrese');
    await send(page);
    await panelButton(page, 'Aizmirst ierakstīto').click();
    await page.getByRole('button', { name: 'Jā, izdzēst' }).click();
    await page.waitForURL('/sudziba/');
    await expect(page.getByLabel('E-pasta adrese')).toHaveValue('');
    expect(await kept(page)).toEqual([]);
  });

  test('nothing is left when the person deletes the text by hand', async ({ page }) => {
    await page.goto('/sudziba/');
    await type(page);
    await text(page).fill('');
    await expect(page.getByText('Kad sāksiet rakstīt')).toBeVisible();
    expect(await kept(page)).toEqual([]);
  });
});

test.describe('two tabs with the same form', () => {
  test('keep two texts, and both are sent', async ({ page, context, centre }) => {
    await page.goto('/sudziba/');
    await type(page, 'Pirmās cilnes teksts');
    const other = await context.newPage();
    await other.goto('/sudziba/');
    await expect(text(other)).toHaveValue('Pirmās cilnes teksts');
    await type(other, 'Otrās cilnes teksts');
    await text(page).fill('Pirmās cilnes teksts ar papildinājumu');
    await expect.poll(() => kept(page)).toHaveLength(2);
    expect(await key(page)).not.toBe(await key(other));
    await send(page);
    await expect(page.locator('.code')).toBeVisible();
    await other.reload();
    await expect(text(other)).toHaveValue('Otrās cilnes teksts');
    await send(other);
    await expect(other.locator('.code')).toBeVisible();
    expect(centre.count()).toBe(2);
    expect(await kept(page)).toEqual([]);
  });

  test('with one unchanged text send it once', async ({ page, context, centre }) => {
    await page.goto('/sudziba/');
    await type(page);
    const other = await context.newPage();
    await other.goto('/sudziba/');
    await send(page);
    const reference = await page.locator('.receipt__reference').textContent();
    await send(other);
    await expect(other.locator('.receipt__reference')).toHaveText(reference ?? '');
    expect(centre.count()).toBe(1);
  });
});

test.describe('a browser that keeps nothing', () => {
  for (const [name, script] of [
    [
      'forbids it',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('no', 'SecurityError');
          },
        }),
    ],
    [
      'has no room',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ] as const)
    test(`works, and says so, when it ${name}`, async ({ page }) => {
      await page.addInitScript(script);
      await page.goto('/sudziba/');
      await text(page).fill(TEXT);
      await expect(page.getByText('Šajā pārlūkā ierakstīto saglabāt neizdodas')).toBeVisible();
      await send(page);
      await expect(page.locator('.code')).toBeVisible();
    });
});

test.describe('a draft as a file', () => {
  test('is saved under a clear name and loaded again', async ({ page }, info) => {
    const path = info.outputPath('melnraksts.json');
    await page.goto('/sudziba/');
    await type(page);
    await page.getByText('Izvēlēties noteikumu punktus').click();
    await page.getByLabel(/^5\.1\.1\./).check();
    const secret = await key(page);
    expect(await saveFile(page, path)).toMatch(/^sudzibas-melnraksts-\d{4}-\d\d-\d\d\.json$/);
    const content = await readFile(path, 'utf8');
    expect(JSON.parse(content)).toMatchObject({ format: 'kac-draft', version: 1, form: '/api/complaints' });
    expect(content).not.toContain(secret);
    await panelButton(page, 'Aizmirst ierakstīto').click();
    await page.getByRole('button', { name: 'Jā, izdzēst' }).click();
    await loadFile(page, path);
    await expect(page.locator('.draft [role=status]')).toHaveText(
      'Melnraksts ielādēts no faila “melnraksts.json”.',
    );
    await expect(text(page)).toHaveValue(TEXT);
    await expect(page.getByLabel(/^5\.1\.1\./)).toBeChecked();
    await page.reload();
    await expect(text(page)).toHaveValue(TEXT);
  });

  test('never replaces what is typed without asking', async ({ page }, info) => {
    const path = info.outputPath('melnraksts.json');
    await page.goto('/sudziba/');
    await type(page, 'No faila');
    await saveFile(page, path);
    await type(page, 'Ierakstīts pēc tam');
    await loadFile(page, path);
    await page.getByRole('button', { name: 'Atcelt' }).click();
    await expect(text(page)).toHaveValue('Ierakstīts pēc tam');
    await loadFile(page, path);
    await page.getByRole('button', { name: 'Jā, aizstāt' }).click();
    await expect(text(page)).toHaveValue('No faila');
  });

  const file = (more: object) =>
    JSON.stringify({ format: 'kac-draft', version: 1, form: '/api/complaints', fields: [], ...more });
  for (const [what, content, message] of [
    ['another file', 'Sveiki!', 'nav melnraksts vai ir bojāts'],
    ['a cut-off file', file({}).slice(0, 40), 'nav melnraksts vai ir bojāts'],
    ['another JSON', '{"a":1}', 'nav melnraksts vai ir bojāts'],
    ['null', 'null', 'nav melnraksts vai ir bojāts'],
    ['fields that are none', file({ fields: [['text', 7]] }), 'nav melnraksts vai ir bojāts'],
    ['a newer format', file({ version: 2 }), 'no jaunākas vietnes versijas'],
    ['another form', file({ form: '/api/feedback' }), 'citas veidlapas melnraksts'],
    ['a large file', file({ fields: [['text', 'a'.repeat(1_100_000)]] }), 'par lielu'],
  ] as const)
    test(`${what} is refused in words`, async ({ page }, info) => {
      const path = info.outputPath('fails.json');
      await writeFile(path, content);
      await page.goto('/sudziba/');
      await type(page);
      await loadFile(page, path);
      await expect(page.locator('.draft [role=status]')).toContainText(message);
      await expect(text(page)).toHaveValue(TEXT);
      if (what === 'another form')
        await expect(page.locator('.draft').getByRole('link', { name: 'Atsauksme' })).toHaveAttribute(
          'href',
          '/atsauksme/',
        );
    });

  test('tells what the form has no place for any more', async ({ page }, info) => {
    const path = info.outputPath('fails.json');
    await writeFile(
      path,
      file({
        fields: [
          ['text', 'Teksts'],
          ['service', 'slegts-pakalpojums'],
        ],
      }),
    );
    await page.goto('/sudziba/');
    await loadFile(page, path);
    await expect(page.locator('.draft [role=status]')).toContainText('“slegts-pakalpojums”');
    await expect(text(page)).toHaveValue('Teksts');
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`notice, panel and question are accessible in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/sudziba/');
    await expectAccessible(page);
    await type(page);
    await page.reload();
    await expect(notice(page)).toBeVisible();
    await expectAccessible(page);
    await panelButton(page, 'Aizmirst ierakstīto').click();
    await expectAccessible(page);
  });

test('without JavaScript nothing of it is promised', async ({ browser, centre }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: centre.origin });
  const page = await context.newPage();
  await page.goto('/sudziba/');
  await expect(page.getByText('Melnraksts')).toHaveCount(0);
  await context.close();
});
