// The pages the API renders, in the site's real shell: validated by the same parser as `dist/`, and without
// broken links.
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { AppEnv } from '../../api/deps.ts';
import type { Limits } from '../../api/domain/limits.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { cookieOf, postForm, startApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';

const site = JSON.parse(
  readFileSync(new URL('../../build/site-bundle.json', import.meta.url), 'utf8'),
) as SiteBundle;

/** The first request of each kind is already unusual, the second too many. */
const LIMITS = {
  submit: { ask: 1, refuse: 2 },
  survey: { ask: 1, refuse: 1 },
  'look-up': { ask: null, refuse: 1 },
  'sign-in': { ask: null, refuse: 1 },
  upload: { ask: null, refuse: 300 },
};

async function realSite(limits: Limits | null): Promise<Hono<AppEnv>> {
  const { deps } = await startApp({ limits });
  return createApp(() => ({ ...deps, site }));
}

const HTML = { accept: 'text/html' };
const HOSTILE = `"><script>alert(1)</script>' & <b>\u202e`;

type Page = [string, number, (app: Hono<AppEnv>) => Promise<Response> | Response];

/** A step on a fresh complaint, sent from its page. */
const follow =
  (address: string, data: Record<string, string>): Page[2] =>
  async app => {
    const sent = await postForm(app, '/api/complaints', { text: HOSTILE }, { accept: 'application/json' });
    const { trackingCode } = (await sent.json()) as { trackingCode: string };
    return postForm(app, `/api/status${address}`, { trackingCode, ...data });
  };

const pages: Page[] = [
  [
    'rejected complaint',
    422,
    app => postForm(app, '/api/complaints', { text: '', email: HOSTILE, occurredOn: 'x', name: HOSTILE }),
  ],
  ['rejected feedback', 422, app => postForm(app, '/api/feedback', { text: HOSTILE, email: '@' })],
  [
    'rejected survey',
    422,
    app => postForm(app, '/api/surveys/klientu-aptauja/responses', { nezinams: HOSTILE }),
  ],
  ['rejected look-up', 422, app => postForm(app, '/api/status', { trackingCode: '' })],
  ['unknown code', 404, app => postForm(app, '/api/status', { trackingCode: HOSTILE })],
  ['invalid receipt', 200, app => postForm(app, '/api/receipts/verify', { receipt: HOSTILE })],
  ['no receipt', 404, app => app.request('/sanemts/', { headers: HTML })],
  ['unknown address', 404, app => app.request('/api/nothing', { headers: HTML })],
  ['unknown survey', 404, app => postForm(app, '/api/surveys/nav/responses', {})],
  ['too large', 413, app => postForm(app, '/api/complaints', { text: 'a'.repeat(600_000) })],
  [
    'receipt',
    200,
    async app => {
      const sent = await postForm(app, '/api/complaints', {
        text: HOSTILE,
        idempotencyKey: 'k7hQ2vX9mRkz4LpW1aBc',
        replyBy: 'email',
      });
      return app.request('/sanemts/', { headers: { ...HTML, cookie: cookieOf(sent) } });
    },
  ],
  [
    'survey receipt',
    200,
    async app => {
      const path = '/api/surveys/klientu-aptauja/responses';
      const sent = await postForm(app, path, { idempotencyKey: 'k7hQ2vX9mRkz4LpW1aBc' });
      return app.request('/sanemts/', { headers: { ...HTML, cookie: cookieOf(sent) } });
    },
  ],
  [
    'status',
    200,
    async app => {
      const sent = await postForm(app, '/api/complaints', { text: HOSTILE }, { accept: 'application/json' });
      const { trackingCode } = (await sent.json()) as { trackingCode: string };
      return postForm(app, '/api/status', { trackingCode });
    },
  ],
  ...(['', '?lang=en'] as const).flatMap((lang): Page[] => [
    [`sent message${lang}`, 200, follow(`/messages${lang}`, { text: HOSTILE })],
    [`rejected message${lang}`, 422, follow(`/messages${lang}`, { text: '' })],
    [`review too early${lang}`, 409, follow(`/review${lang}`, { text: HOSTILE })],
    [`question before withdrawing${lang}`, 200, follow(`/withdraw${lang}`, {})],
    [`withdrawn${lang}`, 200, follow(`/withdraw${lang}`, { confirmed: 'on' })],
    [`asked for erasure${lang}`, 200, follow(`/erasure${lang}`, { text: HOSTILE })],
  ]),
  [
    'rejected complaint in English',
    422,
    app => postForm(app, '/api/complaints?lang=en', { text: '', email: HOSTILE, name: HOSTILE }),
  ],
  ['unknown code in English', 404, app => postForm(app, '/api/status?lang=en', { trackingCode: HOSTILE })],
  [
    'invalid receipt in English',
    200,
    app => postForm(app, '/api/receipts/verify?lang=en', { receipt: HOSTILE }),
  ],
  ['unknown address in English', 404, app => app.request('/api/nothing?lang=en', { headers: HTML })],
  [
    'receipt in English',
    200,
    async app => {
      const sent = await postForm(app, '/api/complaints?lang=en', {
        text: HOSTILE,
        idempotencyKey: 'k7hQ2vX9mRkz4LpW1aBc',
      });
      return app.request('/sanemts/?lang=en', { headers: { ...HTML, cookie: cookieOf(sent) } });
    },
  ],
  [
    'valid receipt',
    200,
    async app => {
      const sent = await postForm(app, '/api/complaints', { text: HOSTILE }, { accept: 'application/json' });
      const { receipt } = (await sent.json()) as { receipt: string };
      return postForm(app, '/api/receipts/verify', { receipt });
    },
  ],
];

/** Sends the same request until it is refused; returns the last response. */
const untilStopped = async (
  app: Hono<AppEnv>,
  path: string,
  fields: Record<string, string>,
  times: number,
) => {
  let answer = await postForm(app, path, fields, HERE);
  for (let i = 1; i < times; i += 1) answer = await postForm(app, path, fields, HERE);
  return answer;
};
const HERE = { 'x-test-address': '203.0.113.7' };
const LONG = { text: HOSTILE, name: HOSTILE, occurredOn: '2026-11-20', replyBy: 'post' };
const SURVEY = '/api/surveys/klientu-aptauja/responses';

const limitedPages: typeof pages = [
  ['asked', 429, app => untilStopped(app, '/api/complaints', LONG, 2)],
  ['asked in English', 429, app => untilStopped(app, '/api/complaints?lang=en', LONG, 2)],
  [
    'refused feedback',
    429,
    app => untilStopped(app, '/api/feedback', { text: HOSTILE, kind: 'question', proofAsked: 'on' }, 3),
  ],
  [
    'refused in English',
    429,
    app => untilStopped(app, '/api/complaints?lang=en', { ...LONG, proofAsked: 'on' }, 3),
  ],
  ['refused survey', 429, app => untilStopped(app, SURVEY, {}, 2)],
  ['looked up too often', 429, app => untilStopped(app, '/api/status', { trackingCode: HOSTILE }, 2)],
  [
    'looked up too often in English',
    429,
    app => untilStopped(app, '/api/status?lang=en', { trackingCode: HOSTILE }, 2),
  ],
];

describe('a page of the API', () => {
  const all = [
    ...pages.map(page => [...page, null] as const),
    ...limitedPages.map(page => [...page, LIMITS] as const),
  ];
  it.each(all)('%s is what an HTML parser expects', async (_, status, open, limits) => {
    const response = await open(await realSite(limits));
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).not.toContain('kac:');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('undefined');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+ – /);
  });
});
