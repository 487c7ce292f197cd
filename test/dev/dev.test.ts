// `npm run dev`: Astro's preview and the API on one address, with the API's pages in the preview's own shell.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
let child: ChildProcess;
let origin: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(): Promise<void> {
  for (let tried = 0; tried < 300; tried++) {
    const ready = await fetch(`${origin}/api/health`).then(
      response => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('the preview did not start');
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, ['api/dev.ts'], {
    // A preview on an editor's machine is not a test run, but Vite would take it for one.
    env: {
      ...process.env,
      NODE_ENV: 'development',
      VITEST: '',
      ASTRO_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      KAC_DATA: folder(),
    },
    stdio: 'ignore',
  });
  await untilReady();
});
afterAll(async () => {
  child.kill('SIGKILL');
  await once(child, 'exit');
});

describe('the preview', () => {
  it('shows pages and takes in a complaint that can be looked up', async () => {
    const page = await fetch(`${origin}/sudziba/`);
    expect(await page.text()).toContain('Iesniegt sūdzību');
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(`${origin}/api/complaints`, {
      method: 'POST',
      headers,
      body: '{"text":"Tests"}',
    });
    expect(sent.status).toBe(201);
    const { trackingCode, reference } = (await sent.json()) as Record<string, string>;
    const found = await fetch(`${origin}/api/status`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ trackingCode }),
    });
    expect(await found.json()).toMatchObject({ reference });
  });

  it('searches what the files say now, in both languages', async () => {
    for (const [path, heading] of [
      ['/meklet/', 'Meklējot “suns”'],
      ['/en/search/', 'for “suns”'],
    ]) {
      const response = await fetch(`${origin}${path}?q=suns`, { headers: { accept: 'text/html' } });
      const html = await response.text();
      expect(html).toContain(heading);
      expect(html).toContain('href="/pakalpojumi/suna-registracija/"');
    }
  });

  it('renders a rejected form in the site’s own frame', async () => {
    const response = await fetch(`${origin}/api/feedback`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'Atsauksme' }),
      headers: { accept: 'text/html' },
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Izvēlieties, par ko rakstāt.');
    expect(html).toContain('class="skip"');
    expect(html).not.toContain('kac:main');
  });
});
