// Starts the browser installed by npm for the tests.
import chromium from '@sparticuz/chromium';

/**
 * Launch options for Playwright. The package's own arguments are for lambdas: one process for everything,
 * which dies with the first closed page, and web security disabled, which would hide what our policy forbids.
 */
export const browserOptions = async () => ({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
