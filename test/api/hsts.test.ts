// Browsers are told to open this host by https only, and other names below it only where the settings say so.
import { expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Settings } from '../../api/deps.ts';
import { startApp } from './harness.ts';

it.each<[string, Settings, string | null]>([
  ['this host unless told', { origin: 'https://kac.example' }, 'max-age=31536000'],
  ['this host', { origin: 'https://kac.example', hsts: 'host' }, 'max-age=31536000'],
  [
    'names below it where told',
    { origin: 'https://kac.example', hsts: 'subdomains' },
    'max-age=31536000; includeSubDomains',
  ],
  ['nothing where told', { origin: 'https://kac.example', hsts: 'off' }, null],
  ['nothing without encryption', { origin: 'http://kac.example', hsts: 'subdomains' }, null],
  ['nothing without a public address', { origin: null, hsts: 'subdomains' }, null],
])('includes %s', async (_, settings, header) => {
  const { deps } = await startApp();
  const app = createApp(() => ({ ...deps, settings }));
  for (const path of ['/api/health', '/api/nav', '/sanemts/']) {
    const { headers } = await app.request(path);
    expect(headers.get('strict-transport-security'), path).toBe(header);
  }
});
