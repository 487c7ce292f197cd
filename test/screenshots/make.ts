// Makes the README's pictures of the built site: `npm run screenshots`, after `npm run build`. It starts a server of its own with
// made-up people and submissions, and uses the tests' browser.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startServer } from '../../api/node/start.ts';
import { addDays, addMonths } from '../../src/calendar/dates.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { inRegister, type RegisterTools } from '../browser/register.ts';
import { browserOptions } from '../support/browser.ts';
import { addPerson, type StaffMember, signIn } from '../support/staff.ts';
import { land } from '../surveys/landed.ts';
import { manyAnswers } from '../surveys/many-answers.ts';
import { type Made, SHOWN_CASE, SUBMISSIONS } from './submissions.ts';

const FOLDER = 'docs/screenshots';

interface Stage {
  readonly browser: Browser;
  readonly origin: string;
}

interface Frame {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A page in a separate browser, photographed after `act`. */
async function picture(
  { browser, origin }: Stage,
  name: string,
  act: (page: Page) => Promise<unknown>,
  { width = 1280, height = 860, dark = false, member }: Frame & { readonly member?: StaffMember } = {},
): Promise<void> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'lv-LV',
    timezoneId: 'Europe/Riga',
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  if (member) await context.addCookies([{ name: 'kac-registrs', value: member.token, url: origin }]);
  const page = await context.newPage();
  await act(page);
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72 });
  await context.close();
}

/** The server's clock: set back while submissions are filed, then left to run. */
class Clock {
  #set: Date | null = null;
  readonly now = (): Date => this.#set ?? new Date();

  set(at: Date): void {
    this.#set = at;
  }

  run(): void {
    this.#set = null;
  }
}

const today = new Date().toISOString().slice(0, 10);
const filedAt = ({ daysAgo, time }: Made): Date => new Date(`${addDays(today, -daysAgo)}T${time}Z`);

/**
 * Files the submissions, each at the time it is to be received: the server itself works out when they are due.
 *
 * @returns the references in the order of `SUBMISSIONS`
 */
async function file(origin: string, clock: Clock): Promise<string[]> {
  const references: string[] = [];
  for (const made of SUBMISSIONS) {
    clock.set(filedAt(made));
    const { path, content } = made;
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    references.push(((await response.json()) as { reference: string }).reference);
  }
  clock.run();
  return references;
}

async function answerSurvey({ database, deps }: RegisterTools): Promise<void> {
  const { surveys }: SiteBundle = JSON.parse(readFileSync('build/site-bundle.json', 'utf8'));
  const survey = surveys.find(({ id }) => id === 'klientu-aptauja');
  if (!survey) throw new Error('the built site has the survey');
  const months = [4, 3, 2, 1].map(ago => addMonths(today, -ago).slice(0, 7));
  await land({ database, deps }, survey, manyAnswers(survey, { count: 400, months }));
}

async function site(stage: Stage): Promise<void> {
  await picture(stage, 'home', page => page.goto('/'));
  await picture(stage, 'service', page => page.goto('/pakalpojumi/suna-registracija/'));
  await picture(stage, 'survey-results', page => page.goto('/aptaujas/klientu-aptauja/rezultati/'), {
    height: 900,
  });
  await picture(stage, 'kiosk-survey', page => page.goto('/kiosks/aptauja/'), { height: 900 });
  await picture(stage, 'receipt', async page => {
    await page.goto('/sudziba/');
    await page.getByLabel('Sūdzības teksts').fill('Rinda bija gara, un neviens nepaskaidroja, kāpēc.');
    await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
    await page.waitForURL('**/sanemts/');
  });
  const phone = { width: 390, height: 844, dark: true };
  await picture(
    stage,
    'rejected',
    async page => {
      await page.goto('/sudziba/');
      await page.getByLabel('E-pasta adrese').fill('zane.ozola');
      await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
      await page.locator('.error-summary').waitFor();
    },
    phone,
  );
}

async function register(stage: Stage, reference: string, member: StaffMember): Promise<void> {
  await picture(
    stage,
    'case',
    async page => {
      await page.goto(`/registrs/lietas/${reference}/`);
      await page.getByRole('button', { name: 'Uzņemties lietu' }).click();
      await page.goto(`/registrs/lietas/${reference}/`);
    },
    { member },
  );
  await picture(stage, 'worklist', page => page.goto('/registrs/'), { member });
}

const folder = await mkdtemp(join(tmpdir(), 'kac-screenshots-'));
const clock = new Clock();
clock.set(new Date(`${addDays(today, -30)}T08:00Z`));
const server = await startServer({
  env: { PORT: '0', KAC_DATA: folder, KAC_LIMITS: 'off' },
  now: clock.now,
  log: () => undefined,
});
const browser = await chromium.launch(await browserOptions());
try {
  const origin = server.origin.replace('127.0.0.1', 'localhost');
  const references = await file(origin, clock);
  let member: StaffMember | undefined;
  await inRegister(folder, async tools => {
    await answerSurvey(tools);
    member = await signIn(tools, await addPerson(tools, { roles: ['director'], name: 'Pēteris Paraugs' }));
  });
  // The server checks whom each case is about a few seconds after it arrives; until then no list shows it.
  await new Promise(resolve => setTimeout(resolve, 6_000));
  await site({ browser, origin });
  const shown = references[SUBMISSIONS.indexOf(SHOWN_CASE)];
  if (member && shown) await register({ browser, origin }, shown, member);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
