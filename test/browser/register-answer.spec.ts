// A case from its intake to the answer the submitter reads: taken, asked about, extended, answered; by keyboard where it counts.
import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './fixtures.ts';
import { enrol, local, registerTest as test, withDevice } from './passkey.ts';
import { addStaff } from './staff.ts';

interface Filed {
  readonly reference: string;
  readonly trackingCode: string;
}

async function fileComplaint(page: Page, content: object): Promise<Filed> {
  const sent = await page.request.post('/api/complaints', { data: content });
  expect(sent.status()).toBe(201);
  return (await sent.json()) as Filed;
}

/** The submitter's page, in a browser of its own. */
async function look(page: Page, { trackingCode }: Filed): Promise<void> {
  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(trackingCode);
  await page.getByRole('button', { name: 'Skatīt' }).click();
}
