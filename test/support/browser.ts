// How the tests start the browser that npm brought.
import chromium from '@sparticuz/chromium';

/**
 * Launch options for Playwright. The package's own arguments are for lambdas: one process for everything, which dies
 * with the first closed page, and web security switched off, which would hide what our policy forbids.
 */
export const browserOptions = async () => ({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
