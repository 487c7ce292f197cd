// What a response from the server, or from something in front of it, means for waiting answers.
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/kiosk/survey/outcome.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const json = (status: number, body: unknown, type = 'application/json', headers = {}) =>
  outcomeOf(
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } }),
    NOW,
  );
const refusal = (status: number) => json(status, { status }, 'application/problem+json; charset=utf-8');

describe('the server’s answer', () => {
  it('settles it with a reference', async () => {
    expect(await json(201, { reference: 'KAC-26-7Q4W-9' })).toEqual({ kind: 'received' });
  });

  it.each([400, 404, 409, 410, 413, 415, 422])('%i with our problem is final', async status => {
    expect(await refusal(status)).toEqual({ kind: 'refused' });
  });

  it.each([408, 425, 429, 500, 502, 503])('%i is not', async status => {
    expect(await refusal(status)).toEqual({ kind: 'later', wait: 0, isBusy: true });
  });

  it('may say when to come again, in seconds or as a date', async () => {
    const wait = (value: string) => json(429, {}, 'application/problem+json', { 'retry-after': value });
    expect(await wait('600')).toMatchObject({ wait: 600_000 });
    expect(await wait('Tue, 24 Nov 2026 10:05:00 GMT')).toMatchObject({ wait: 300_000 });
    expect(await wait('Tue, 24 Nov 2026 09:00:00 GMT')).toMatchObject({ wait: 0 });
    expect(await wait('soon')).toMatchObject({ wait: 0 });
  });
});

describe('what is not the server’s', () => {
  it.each([
    ['a sign-in page of the network', 200, '<h1>Pieslēdzieties</h1>', 'text/html'],
    ['a proxy’s page for a server that is away', 404, '<h1>Not found</h1>', 'text/html'],
    ['another server’s JSON', 201, { login: true }, 'application/json'],
    ['a body that is cut off', 201, '', 'application/json'],
  ])('%s settles nothing', async (_, status, body, type) => {
    expect(await json(status, body, type)).toMatchObject({ kind: 'later' });
  });
});
