// A device with passkeys for the browser, and the ways into the register.
import type { CDPSession, Page } from '@playwright/test';
import { test as base, expect } from './fixtures.ts';

/** Passkeys must be bound to a name, not to an IP address. */
export const local = (origin: string): string => origin.replace('127.0.0.1', 'localhost');

export const registerTest = base.extend({
  baseURL: ({ centre }, use) => use(local(centre.origin)),
});

export interface Device {
  /** From now on the person at the device refuses. */
  refuse(): Promise<void>;
  /** A device without a passkey of ours. */
  empty(): Promise<void>;
}

/** Gives the page a device with a platform authenticator whose owner always agrees. */
export async function withDevice(page: Page): Promise<Device> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    refuse: async () => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    },
    empty: async () => {
      await session.send('WebAuthn.clearCredentials', { authenticatorId });
    },
  };
}

/** Opens an invitation and creates a passkey with it; returns the recovery codes. */
export async function enrol(page: Page, href: string): Promise<string[]> {
  await page.goto(href);
  await page.getByRole('button', { name: 'Izveidot piekļuves atslēgu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jūsu rezerves kodi');
  return page.locator('.codes code').allTextContents();
}
