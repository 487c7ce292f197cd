// The wrong method on a known address is 405 with what is allowed; OPTIONS asks for just that; and no answer is kept.
import { describe, expect, it } from 'vitest';
import { HTML, startApp, type TestApp } from './harness.ts';

type Ask = (method: string, path: string, headers?: Record<string, string>) => Promise<Response>;

async function started(): Promise<TestApp & { readonly ask: Ask }> {
  const test = await startApp();
  return { ...test, ask: async (method, path, headers = {}) => test.app.request(path, { method, headers }) };
}

/** Written by hand, since the app itself reads it off its routes. */
const ALLOWED = {
  '/api/complaints': 'POST',
  '/api/feedback': 'POST',
  '/api/surveys/klientu-aptauja/responses': 'POST',
  '/api/uploads': 'GET, HEAD, POST, PATCH, DELETE',
  '/api/status': 'POST',
  '/api/status/messages': 'POST',
  '/api/receipts/keys': 'GET, HEAD',
  '/api/receipts/verify': 'POST',
  '/api/challenge': 'GET, HEAD',
  '/api/health': 'GET, HEAD',
  '/api/live': 'GET, HEAD',
  '/api/openapi.json': 'GET, HEAD',
  '/api/search': 'GET, HEAD',
  '/sanemts/': 'GET, HEAD',
  '/sanemts/aizmirst': 'POST',
  '/meklet/': 'GET, HEAD',
  '/en/search/': 'GET, HEAD',
  '/parskats/': 'GET, HEAD',
  '/parskats/2026/': 'GET, HEAD',
  '/parskats/2026.csv': 'GET, HEAD',
  '/registrs/': 'GET, HEAD',
  '/registrs/meklet/': 'GET, HEAD, POST',
  '/registrs/iziet/': 'POST',
};

describe('the wrong method', () => {
  it('says what is allowed instead', async () => {
    const { ask } = await started();
    for (const [path, allow] of Object.entries(ALLOWED)) {
      for (const method of ['PUT', 'PROPFIND']) {
        const answer = await ask(method, path);
        expect([answer.status, answer.headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 405 });
      }
      const options = await ask('OPTIONS', path);
      expect([options.status, options.headers.get('allow')], path).toEqual([204, allow]);
    }
  });

  it('is a page with a way on for a browser', async () => {
    const { ask } = await started();
    const answer = await ask('DELETE', '/api/complaints', { accept: HTML });
    expect(answer.status).toBe(405);
    expect(await answer.text()).toContain('href="/"');
  });

  it('is not known by an address that is none', async () => {
    const { ask } = await started();
    for (const path of ['/api/nav', '/nav', '/api/complaints/x'])
      expect((await ask('PUT', path)).status, path).toBe(404);
  });

  it('is told for every address of the app, and nothing stands behind it', async () => {
    const { app, ask } = await started();
    const own = app.routes.filter(({ method }) => method !== 'ALL');
    expect(own.length).toBeGreaterThan(60);
    for (const { path, method } of own) {
      // Any text fits a parameter without a pattern; those with one are in the table above.
      if (path.includes('{')) continue;
      const answer = await ask('PROPFIND', path.replaceAll(/:\w+/g, 'x'));
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get('allow')?.split(', '), path).toContain(method);
    }
  });
});

describe('a script of another site', () => {
  const PREFLIGHT = {
    origin: 'https://cits.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'x-own',
  };

  it.each(['/dati/pakalpojumi.json', '/dati/aptaujas/klientu-aptauja.csv', '/parskats/2026.json'])(
    'may read %s with a header of its own',
    async path => {
      const { ask } = await started();
      const { status, headers } = await ask('OPTIONS', path, PREFLIGHT);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
      expect(headers.get('access-control-allow-headers')).toBe('*');
    },
  );

  it.each(['/api/complaints', '/api/status', '/registrs/', '/sanemts/', '/parskats/'])(
    'may not read %s',
    async path => {
      const { ask } = await started();
      const { headers } = await ask('OPTIONS', path, PREFLIGHT);
      expect([...headers.keys()].filter(name => name.startsWith('access-control-'))).toEqual([]);
    },
  );
});

it('no answer of any address is left to a cache to decide', async () => {
  const { app, ask } = await started();
  let redirects = 0;
  for (const { path, method } of app.routes) {
    const answer = await ask(method === 'ALL' ? 'GET' : method, path.replaceAll(/:\w+(\{[^}]*\}+)?/g, 'x'), {
      accept: HTML,
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.headers.get('cache-control'), `${method} ${path}`).toMatch(/no-store|no-cache/);
    if (answer.status >= 300 && answer.status < 400) redirects += 1;
  }
  expect(redirects).toBeGreaterThan(10);
});

it('HEAD is answered like GET, without a body', async () => {
  const { ask } = await started();
  for (const path of [
    '/api/health',
    '/api/live',
    '/api/search?q=suns',
    '/meklet/',
    '/api/nav',
    '/registrs/ieiet/',
  ]) {
    const [get, head] = [await ask('GET', path), await ask('HEAD', path)];
    expect(head.status, path).toBe(get.status);
    expect(head.headers.get('content-type'), path).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
  }
});
