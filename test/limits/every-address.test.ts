// Every address that takes something in has a limit, and it counts what is refused: a table of all of them, held against
// the router, and each tried out with requests that are at fault.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../api/domain/limits.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';

/** Small figures: 2 + 60 sends of a form, 2 look-ups and sign-ins. */
const LIMITS: Limits = {
  submit: { ask: 1, refuse: 2 },
  survey: { ask: 1, refuse: 2 },
  'look-up': { ask: null, refuse: 2 },
  'sign-in': { ask: null, refuse: 2 },
  upload: { ask: null, refuse: 2 },
};
const SENDS = 62;

/** How many requests that are at fault are answered as such before the limit answers instead. */
const ANSWERED = { attempt: SENDS, 'survey-attempt': SENDS, 'look-up': 2, 'sign-in': 2 } as const;

/**
 * What counts an address: a limit; `session`, where nothing is done for strangers but to give back what they sent; `token`, where only the holder of
 * an upload gets further; `uploads`, where well-formed beginnings count and nothing is done for others; `nothing`, where no work is done.
 */
type By = keyof typeof ANSWERED | 'session' | 'token' | 'uploads' | 'nothing';

const PUBLIC: Readonly<Record<string, By>> = {
  'POST /api/complaints': 'attempt',
  'POST /api/feedback': 'attempt',
  'POST /api/surveys/:id/responses': 'survey-attempt',
  'POST /api/uploads': 'uploads',
  'PATCH /api/uploads': 'token',
  'DELETE /api/uploads': 'token',
  'POST /api/status': 'look-up',
  'POST /api/status/messages': 'look-up',
  'POST /api/status/review': 'look-up',
  'POST /api/status/rating': 'look-up',
  'POST /api/status/withdraw': 'look-up',
  'POST /api/status/copy': 'look-up',
  'POST /api/status/erasure': 'look-up',
  'POST /api/status/files': 'look-up',
  'POST /api/receipts/verify': 'attempt',
  'POST /sanemts/aizmirst': 'nothing',
  'POST /registrs/ieiet/atslega/': 'sign-in',
  'POST /registrs/ieiet/kods/': 'sign-in',
  'POST /registrs/ieiet/uzaicinajums/': 'sign-in',
  'POST /registrs/ieiet/uzaicinajums/atslega/': 'sign-in',
};

const TAKING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Addresses that take something in. Handlers for every method only refuse methods, or look at who comes. */
const addressesOf = ({ app }: TestApp): string[] => [
  ...new Set(
    app.routes.filter(({ method }) => TAKING.has(method)).map(({ method, path }) => `${method} ${path}`),
  ),
];

/** All but the sign-in stands behind the session. */
const byOf = (address: string): By | undefined =>
  PUBLIC[address] ?? (/ \/registrs\/(?!ieiet\/)/.test(address) ? 'session' : undefined);

let networks = 0;
function fromSomewhere(): string {
  networks += 1;
  return `198.51.${networks >> 8}.${networks & 255}`;
}

interface Asked {
  readonly status: number;
  readonly retryAfter: string | null;
  /** How often the body was asked for. */
  readonly read: number;
}

/** Sends nothing that any address could take. */
async function ask(
  { app }: TestApp,
  address: string,
  from: string,
  { body = 'nekas=1', origin = 'http://localhost' } = {},
): Promise<Asked> {
  const [method = '', path = ''] = address.split(' ');
  let read = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read += 1;
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(
    `http://localhost${path.replace(':id', 'klientu-aptauja').replace(/:\w+/g, 'x')}`,
    {
      method,
      body: stream,
      headers: {
        'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
        accept: 'text/html',
        origin,
        'x-test-address': from,
      },
      duplex: 'half',
    } as RequestInit,
  );
  const response = await app.request(request);
  await response.arrayBuffer();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), read };
}

const listed = Object.entries(PUBLIC);
const counted = listed.flatMap(([address, by]) =>
  by in ANSWERED ? [[address, by as keyof typeof ANSWERED]] : [],
);

describe('the table of limits', () => {
  it('has every address that takes something in', async () => {
    const found = addressesOf(await startApp());
    expect(found.filter(address => byOf(address) === undefined)).toEqual([]);
    expect(listed.map(([address]) => address).filter(address => !found.includes(address))).toEqual([]);
  });
});

describe('what is refused counts', () => {
  it.each(counted as [string, keyof typeof ANSWERED][])('%s by %s', async (address, by) => {
    const test = await startApp({ limits: LIMITS });
    const from = fromSomewhere();
    for (let i = 0; i < ANSWERED[by]; i += 1) expect((await ask(test, address, from)).status).not.toBe(429);
    const refused = await ask(test, address, from);
    expect(refused.status).toBe(429);
    expect(Number(refused.retryAfter)).toBeGreaterThan(3000);
    expect((await ask(test, address, fromSomewhere())).status).not.toBe(429);
  });

  it('a staff survey without a code, with a mistyped one, and with one that does not exist', async () => {
    const test = await startApp({ limits: LIMITS });
    const address = `POST /api/surveys/${staffSurvey.id}/responses`;
    for (const [body, sends] of [
      ['nekas=1', SENDS],
      ['token=AAAA-AAAA', SENDS],
    ] as const) {
      const from = fromSomewhere();
      for (let i = 0; i < sends; i += 1) expect((await ask(test, address, from, { body })).status).toBe(422);
      const refused = await ask(test, address, from, { body });
      expect([refused.status, Number(refused.retryAfter) > 3000]).toEqual([429, true]);
    }
  });

  it('the beginning of an upload', async () => {
    const { app } = await startApp({ limits: LIMITS });
    const from = fromSomewhere();
    const begin = () =>
      app.request('/api/uploads', {
        method: 'POST',
        body: JSON.stringify({ name: 'lapa.pdf', size: 1000 }),
        headers: {
          'content-type': 'application/json',
          'upload-token': randomBytes(32).toString('base64url'),
          'x-test-address': from,
        },
      });
    const statuses = [(await begin()).status, (await begin()).status, (await begin()).status];
    expect(statuses).toEqual([201, 201, 429]);
  });

  it('a challenge', async () => {
    const { app } = await startApp({ limits: LIMITS });
    const headers = { 'x-test-address': fromSomewhere() };
    const statuses: number[] = [];
    for (let i = 0; i <= SENDS; i += 1)
      statuses.push((await app.request('/api/challenge', { headers })).status);
    expect(statuses.indexOf(429)).toBe(SENDS);
  });
});

describe('behind the session', () => {
  it('every address turns another site’s page away before the body is read', async () => {
    const test = await startApp({ limits: LIMITS });
    const inside = addressesOf(test).filter(address => byOf(address) === 'session');
    expect(inside.length).toBeGreaterThan(20);
    for (const address of inside) {
      const { status, read } = await ask(test, address, fromSomewhere(), { origin: 'https://cits.example' });
      expect([address, status, read]).toEqual([address, 403, 0]);
    }
  });

  it('what is sent without a session is given back as often as a form may be sent, then left unread', async () => {
    const test = await startApp({ limits: LIMITS });
    const inside = addressesOf(test).filter(address => byOf(address) === 'session');
    const from = fromSomewhere();
    for (let i = 0; i < SENDS; i += 1) {
      const { status, read } = await ask(test, inside[i % inside.length] ?? '', from);
      expect([status, read]).toEqual([403, 1]);
    }
    for (const address of inside)
      expect([address, await ask(test, address, from)]).toMatchObject([address, { status: 429, read: 0 }]);
  });
});

it.each(listed.filter(([, by]) => by === 'token' || by === 'nothing'))(
  '%s reads no body of a stranger (%s)',
  async address => {
    expect((await ask(await startApp({ limits: LIMITS }), address, fromSomewhere())).read).toBe(0);
  },
);
