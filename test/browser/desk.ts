// Members of staff in separate browsers, signed in directly in the store (unlike the test of the passkeys).
import type { Browser, Locator, Page } from '@playwright/test';
import { type NewMember, type StaffMember, staffMember } from '../support/staff.ts';
import { type Centre, expect } from './fixtures.ts';
import { local } from './passkey.ts';
import { inRegister } from './register.ts';

export interface Desk {
  readonly page: Page;
  readonly member: StaffMember;
}

/** A browser with a member of staff signed in. */
export async function deskOf(browser: Browser, centre: Centre, about: NewMember = {}): Promise<Desk> {
  const member = await memberOf(centre, about);
  const context = await browser.newContext({ baseURL: local(centre.origin) });
  await context.addCookies([
    {
      name: 'kac-registrs',
      value: member.token,
      url: local(centre.origin),
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
  return { page: await context.newPage(), member };
}

async function memberOf(centre: Centre, about: NewMember): Promise<StaffMember> {
  let made: StaffMember | undefined;
  await inRegister(centre.folder, async tools => {
    made = await staffMember(tools, about);
  });
  if (!made) throw new Error('nobody was made');
  return made;
}

/** Filed as a program does: a browser that types within a second looks like spam. */
export async function fileAt({ origin }: Centre, content: object): Promise<string> {
  const response = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });
  return ((await response.json()) as { reference: string }).reference;
}

/** Opens a page of the register again until it shows the submission: nobody sees one before it is looked through. */
export async function openUntil(page: Page, path: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    expect(await shown.count()).toBeGreaterThan(0);
  }).toPass({ timeout: 120_000, intervals: [100, 200, 500] });
}

/** Waits until the submission is in the worklist. */
export const openWorklist = (page: Page, reference: string): Promise<void> =>
  openUntil(page, '/registrs/', page.getByRole('link', { name: reference }));
