// Figures for the public and for staff, and an export: on screen, by keyboard, screen reader, on paper,
// without scripts.
import type { BrowserContext } from '@playwright/test';
import type { Role } from '../../api/domain/register/people.ts';
import { fill, type Row } from '../figures/filled.ts';
import { readPdf } from '../support/pdf.ts';
import { staffMember } from '../support/staff.ts';
import { type Centre, expect, expectAccessible, expectSoundAtAllSizes, test } from './fixtures.ts';
import { local } from './passkey.ts';
import { inRegister } from './register.ts';

/** The last year: all its months are complete, whenever the test runs. */
const YEAR = new Date().getUTCFullYear() - 1;
const KINDS = ['complaint', 'complaint', 'complaint', 'suggestion', 'question', 'gratitude'] as const;

const day = (month: number, date: number): string =>
  new Date(Date.UTC(YEAR, month - 1, date, 9)).toISOString().replace('.000', '');

/** A year of a small centre: some months busy, some nearly empty, a few cases late, one still open. */
function aYear(): Row[] {
  const perMonth = [14, 9, 22, 17, 8, 3, 2, 6, 19, 25, 12, 7];
  const rows = perMonth.flatMap((n, month) =>
    Array.from({ length: n }, (_, i): Row => {
      const kind = KINDS[i % KINDS.length] ?? 'complaint';
      const isLate = (i + month) % 9 === 8;
      return {
        kind,
        receivedAt: day(month + 1, 1 + (i % 27)),
        closedAt: day(month + 1, 1 + (i % 27) + (isLate ? 21 : 3 + (i % 9))),
        dueOn: kind === 'gratitude' ? null : day(month + 1, 15 + (i % 27)).slice(0, 10),
        state: i % 11 === 10 ? 'forwarded' : kind === 'gratitude' ? 'noted' : 'answered',
        service: i % 3 === 0 ? null : (['suna-registracija', 'dzivesvietas-deklaresana'][i % 2] ?? null),
        points: kind === 'complaint' ? ([['5.1.1'], ['5.1.2', '6'], ['5.2.3']][i % 3] ?? []) : [],
        outcome: kind === 'complaint' ? (['justified', 'partly', 'not'][i % 3] ?? null) : null,
        channel: ['web', 'web', 'web', 'counter', 'phone'][i % 5] ?? 'web',
        ...(i % 2 === 0 ? { rated: { satisfaction: 1 + ((i + month) % 5), effort: 3 + (i % 3) } } : {}),
      };
    }),
  );
  return [...rows, { receivedAt: day(11, 3), dueOn: day(11, 20).slice(0, 10), state: 'in-review' }];
}

const PUBLISHED = {
  reference: null,
  kind: 'complaint' as const,
  rulePoints: [],
  publishedOn: `${YEAR}-06-02`,
};

async function filled(centre: Centre): Promise<void> {
  await inRegister(centre.folder, async ({ database, deps }) => {
    await fill(database, aYear());
    await database.batch([
      ...deps.publications.add({
        ...PUBLISHED,
        id: 'a',
        said: 'Rindā pie kases bija jāstāv kājās, un vecākiem cilvēkiem tas bija grūti.',
        changed: 'Nolikām četrus krēslus un numuriņu aparātu.',
      }),
      ...deps.publications.add({
        ...PUBLISHED,
        id: 'b',
        publishedOn: `${YEAR}-03-11`,
        said: 'Nebija skaidrs, kurš atbild par komunālo maksājumu jautājumiem.',
        changed: 'Darbinieku sarakstā pie katra cilvēka norādījām jautājumus, par kuriem viņš atbild.',
      }),
    ]);
  });
}

/** Signs a person in without a passkey. */
async function signIn(context: BrowserContext, centre: Centre, role: Role): Promise<void> {
  await inRegister(centre.folder, async tools => {
    const { token } = await staffMember(tools, { roles: [role], name: 'Līga Parauga' });
    await context.addCookies([{ name: 'kac-registrs', value: token, url: local(centre.origin) }]);
  });
}

test('the public figures: summary, charts, tables beside them, and what was done', async ({
  page,
  centre,
}) => {
  await filled(centre);
  await page.goto(`/parskats/${YEAR}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${YEAR}. gada pārskats par iesniegumiem`);
  await expect(page.getByRole('img', { name: 'Saņemti un noslēgti iesniegumi pa mēnešiem' })).toBeVisible();
  await expect(page.getByText('Nolikām četrus krēslus')).toBeVisible();
  await expectSoundAtAllSizes(page);
  // The stylesheet is loaded: bars are not black.
  const bar = page.locator('.chart__bar--0').first();
  expect(await bar.evaluate(one => getComputedStyle(one).fill)).not.toBe('rgb(0, 0, 0)');
});

test('the figures are reached from the footer, in both languages, and without scripts', async ({
  browser,
  centre,
}) => {
  await filled(centre);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: centre.origin });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Pārskats par iesniegumiem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pārskats par iesniegumiem');
  await page
    .getByRole('navigation', { name: 'Gadi' })
    .getByRole('link', { name: String(YEAR) })
    .click();
  await page.locator(`a[href="/en/figures/${YEAR}/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Report on submissions ${YEAR}`);
  await context.close();
});

test('the yearly report fits on paper, charts included', async ({ page, centre }) => {
  await filled(centre);
  await page.goto(`/parskats/${YEAR}/`);
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  expect(pages.length).toBeLessThanOrEqual(5);
});

test('publishing what came of a case: refused with the place, looked at, out, and taken back', async ({
  page,
  context,
  centre,
}) => {
  await page.request.post(`${centre.origin}/api/complaints`, {
    data: { text: 'Rinda bija gara.', name: 'Zane Ozoliņa' },
  });
  await inRegister(centre.folder, async ({ database }) => {
    await database.execute({
      sql: "UPDATE submissions SET state = 'answered', closed_at = received_at, screened_at = received_at",
    });
  });
  await signIn(context, centre, 'director');
  await page.goto(`${local(centre.origin)}/registrs/?skats=closed`);
  await page.getByRole('link', { name: /^KAC-/ }).click();
  await page.getByRole('link', { name: 'Publicēt, kas mainīts' }).click();
  await expectSoundAtAllSizes(page);
  await page.getByLabel('Ko cilvēki teica').fill('Zanei Ozoliņai rindā nebija kur sēdēt.');
  await page.getByLabel('Kas mainīts', { exact: false }).last().fill('Nolikām krēslus pie katra lodziņa.');
  await page.getByRole('button', { name: 'Apskatīt, kā to redzēs visi' }).click();
  await expect(page.getByRole('alert')).toContainText('“Zanei” (iesniedzēja vārds)');
  await expectAccessible(page);
  await page.getByLabel('Ko cilvēki teica').fill('Rindā nebija kur sēdēt.');
  await page.getByRole('button', { name: 'Apskatīt, kā to redzēs visi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apskatiet pirms publicēšanas');
  await expectSoundAtAllSizes(page);
  await page.getByRole('button', { name: 'Publicēt' }).click();
  await expect(page.getByText('Publicēts lapā')).toBeVisible();
  await page.goto(`${centre.origin}/parskats/`);
  await expect(page.getByText('Rindā nebija kur sēdēt.')).toBeVisible();
  await page.goto(`${local(centre.origin)}/registrs/publicets/`);
  await expectSoundAtAllSizes(page);
  await page.getByRole('button', { name: 'Noņemt' }).click();
  await expect(page.getByText('Teksts ir noņemts no publiskās lapas.')).toBeVisible();
  await expectAccessible(page);
});

test('nothing yet: the page says so', async ({ page }) => {
  await page.goto('/parskats/');
  await expect(page.getByText('Reģistrā vēl nav neviena iesnieguma')).toBeVisible();
  await expectAccessible(page);
});

test('the figures for staff, by year and month', async ({ page, context, centre }) => {
  await filled(centre);
  await signIn(context, centre, 'director');
  await page.goto(`${local(centre.origin)}/registrs/parskats/`);
  await page.getByLabel('Gads').selectOption(String(YEAR));
  await page.getByRole('button', { name: 'Rādīt' }).click();
  await expect(page.getByRole('table', { name: 'Pa mēnešiem' })).toBeVisible();
  await expectSoundAtAllSizes(page);
  await page.getByLabel('Mēnesis').selectOption('jūlijs');
  await page.getByRole('button', { name: 'Rādīt' }).click();
  await expect(page.getByText(`${YEAR}. gada jūlijs`)).toBeVisible();
  await expectAccessible(page);
});

test.describe('an export', () => {
  // A form answered with a file opens no page.
  test.use({ expectedNoise: /\/registrs\/eksports\/ net::ERR_ABORTED$/ });

  test('refused where a date is missing, else a file', async ({ page, context, centre }) => {
    await filled(centre);
    await signIn(context, centre, 'deputy');
    await page.goto(`${local(centre.origin)}/registrs/eksports/`);
    await expectSoundAtAllSizes(page);
    await page.getByLabel('Saņemtas no').fill('');
    await page.getByRole('button', { name: 'Lejupielādēt' }).click();
    await expect(page.getByRole('alert')).toContainText('Ierakstiet datumu');
    await expectAccessible(page);
    await page.getByLabel('Saņemtas no').fill(`${YEAR}-01-01`);
    await page.getByLabel('Saņemtas līdz').fill(`${YEAR}-12-31`);
    await page.getByLabel('CSV latviešu Excel').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lejupielādēt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`registrs-${YEAR}-01-01-${YEAR}-12-31.csv`);
  });
});
